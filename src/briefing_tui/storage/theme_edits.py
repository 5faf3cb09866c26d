"""Themes added to their file and renamed in it: all else in the file, comments too, stays as people wrote it.

The text is edited, not written anew. What comes out is read again, and taken only where it says what was meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from ..errors import FormatError, InvalidError, NotFoundError, RefusedError
from ..model.theme import Theme
from ..support import yaml
from .fields import filled
from .theme_files import ID, ID_HINT, parse_themes

LONGEST = 80
"""Characters of a name that a screen shows."""
_LIST = re.compile(r"^themes:[ \t]*(?:\[[ \t]*\]|null|~)?[ \t]*(?P<comment>#.*)?$", re.MULTILINE)
_NEXT_FIELD = re.compile(r"^[^\s#-]", re.MULTILINE)
_DASH = re.compile(r"^([ \t]*)- ", re.MULTILINE)
_LABEL = re.compile(r"prefLabel['\"]?:[ \t]+")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_END = re.compile(r"[ \t]+#|,|[ \t]*\}|[ \t]*$")


def with_theme(text: str, theme: Theme, file: str) -> str:
    """The file's content with one more theme at the end.

    Raises:
        InvalidError: where the theme cannot be: its id is taken, or what it names is not there.
        FormatError: where the file is malformed as it is.
        RefusedError: where the file is written in a way that cannot be added to.
    """
    if not ID.fullmatch(theme.id):
        raise InvalidError(f"'{theme.id}' is no id", where="id", hint=ID_HINT)
    before = parse_themes(text, file)
    if any(one.id == theme.id for one in before):
        raise InvalidError(f"there is a theme '{theme.id}' already", where=theme.id, hint="give the new one another id")
    if theme.broader and all(one.id != theme.broader for one in before):
        raise _unknown(theme.broader, before)
    _check(theme.pref_label)
    start = _LIST.search(text)
    if start is None:
        raise refused(file)
    following = _NEXT_FIELD.search(text, start.end())
    here, rest = (text[: following.start()], text[following.start() :]) if following else (text, "")
    dash = _DASH.search(here, start.end())
    if dash is None:
        opened = f"themes:  {start['comment']}" if start["comment"] else "themes:"
        here = text[: start.start()] + opened + here[start.end() :]
    kept, comments = _parted(here)
    added = f"{kept}\n{_entry(theme, dash[1] if dash else '')}{comments}{rest}"
    return verified(added, (*before, theme), file)


def renamed(text: str, theme_id: str, label: str, file: str) -> str:
    """The file's content with another name for a theme; its id stays.

    Raises:
        NotFoundError: where there is no such theme.
        InvalidError: for a name that cannot be.
        FormatError: where the file is malformed as it is.
        RefusedError: where the name is written in a way that cannot be replaced.
    """
    before = parse_themes(text, file)
    at = place_of(theme_id, before, file)
    _check(label)
    meant = tuple(replace(one, pref_label=label) if one.id == theme_id else one for one in before)
    lines = text.split("\n")
    number = yaml.line_of(text, ("themes", at, "prefLabel")) - 1
    for line in _replaced(lines[number], label):
        changed = "\n".join([*lines[:number], line, *lines[number + 1 :]])
        if _says(changed, meant, file):
            return changed
    raise refused(file)


def place_of(theme_id: str, themes: tuple[Theme, ...], file: str) -> int:
    """Where a theme stands in the file's list.

    Raises:
        NotFoundError: where there is none with that id.
    """
    at = next((n for n, one in enumerate(themes) if one.id == theme_id), None)
    if at is None:
        known = ", ".join(one.id for one in themes) or "there are none yet"
        raise NotFoundError(f"no theme '{theme_id}'", where=file, hint=f"one of: {known}")
    return at


def _replaced(line: str, label: str) -> Iterator[str]:
    """The ways to read where the old name ends in a line, each with the new one in its place."""
    plain = yaml.dump({"prefLabel": label}).partition(": ")[2].strip()
    for field in _LABEL.finditer(line):
        quoted = _QUOTED.match(line, field.end())
        ends = [quoted.end()] if quoted else [end.start() for end in _END.finditer(line, field.end())]
        for scalar in (plain, json.dumps(label, ensure_ascii=False)):
            yield from (line[: field.end()] + scalar + line[end:] for end in ends)


def _check(label: str) -> None:
    if not label.strip() or len(label) > LONGEST or not label.isprintable():
        hint = f"one line of at most {LONGEST} characters"
        raise InvalidError("a theme needs a name that screens can show", where="prefLabel", hint=hint)


def _parted(text: str) -> tuple[str, str]:
    """A text up to its last line that is neither empty nor a comment, and what follows."""
    lines = text.split("\n")
    last = max(n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    return "\n".join(lines[: last + 1]), "\n".join(lines[last + 1 :])


def _entry(theme: Theme, indent: str) -> str:
    plain = filled(
        id=theme.id,
        prefLabel=theme.pref_label,
        scopeNote=theme.scope_note,
        broader=theme.broader,
        rules=filled(any=list(theme.rules.any)),
    )
    lines = yaml.dump({"themes": [plain]}).rstrip("\n").split("\n")[1:]
    own = len(lines[0]) - len(lines[0].lstrip())
    return "".join(f"{indent}{line[own:]}\n" if line.strip() else "\n" for line in lines)


def verified(text: str, meant: tuple[Theme, ...], file: str) -> str:
    """An edited text that says what was meant.

    Raises:
        RefusedError: where it does not.
    """
    if not _says(text, meant, file):
        raise refused(file)
    return text


def _says(text: str, meant: tuple[Theme, ...], file: str) -> bool:
    try:
        return parse_themes(text, file) == meant
    except FormatError:
        return False


def _unknown(theme_id: str, themes: tuple[Theme, ...]) -> InvalidError:
    known = ", ".join(one.id for one in themes) or "there are none yet"
    return InvalidError(f"there is no theme '{theme_id}'", where="broader", hint=f"one of: {known}")


def refused(file: str) -> RefusedError:
    """Says that a file is written in a way that is not edited here."""
    hint = "write it into the file yourself; nothing was changed"
    return RefusedError("the theme file is written in a way that cannot be edited from here", where=file, hint=hint)
