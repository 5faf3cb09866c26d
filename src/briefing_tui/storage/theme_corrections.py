"""The words of a theme corrected in their file, and a theme taken out of it: all else stays as people wrote it.

The lines of one theme are edited as a document of their own. What comes out is read again, and taken only where it says
what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model.theme import Theme
from ..support import yaml
from .theme_edits import place_of, refused, verified
from .theme_files import parse_themes

_DASH = re.compile(r"([ \t]*)- ")
_ATTRIBUTES = {"any": "any", "phrases": "phrases", "not": "not_"}
_WITHIN = re.compile(r"[ \t]|-[ \t\n]|#|\n|$")
"""How a line begins that may be within the list."""


def reworded(text: str, theme_id: str, words: Mapping[str, tuple[str, ...]], file: str) -> str:
    """The file's content with other words for a theme; its comments stay.

    Args:
        text: the file's content.
        theme_id: which theme.
        words: by the name of their list, `any`, `phrases` or `not`; a list that is not named stays.
        file: the file's name, for errors.

    Raises:
        NotFoundError: where there is no such theme.
        FormatError: where the file is malformed as it is.
        RefusedError: where the words are written in a way that cannot be replaced.
    """
    before = parse_themes(text, file)
    at = place_of(theme_id, before, file)
    rules = before[at].rules
    for name, said in words.items():
        if said != getattr(rules, _ATTRIBUTES[name]):
            text = _with_field(text, at, ("rules", name), said, file)
    given: dict[str, Any] = {_ATTRIBUTES[name]: said for name, said in words.items()}
    rules = replace(rules, **given)
    meant = tuple(replace(one, rules=rules) if n == at else one for n, one in enumerate(before))
    return verified(text, meant, file)


def without_theme(text: str, theme_id: str, file: str) -> str:
    """The file's content without a theme; those that were part of it are then part of what it was part of.

    Raises:
        NotFoundError: where there is no such theme.
        FormatError: where the file is malformed as it is.
        RefusedError: where it is written in a way that cannot be edited.
    """
    before = parse_themes(text, file)
    at = place_of(theme_id, before, file)
    meant: list[Theme] = []
    for n, one in enumerate(before):
        broader = before[at].broader if one.broader == theme_id else one.broader
        related = tuple(other for other in one.related if other != theme_id)
        if broader != one.broader:
            text = _with_field(text, n, ("broader",), broader, file)
        if related != one.related:
            text = _with_field(text, n, ("related",), related, file)
        meant += [replace(one, broader=broader, related=related)] if n != at else []
    lines = text.split("\n")
    start, end = _entry(lines, text, at, file)
    del lines[start:end]
    return verified("\n".join(lines), tuple(meant), file)


def _with_field(text: str, at: int, path: Sequence[str], value: str | Sequence[str], file: str) -> str:
    """The text with one field of an entry set, or taken away where it is empty."""
    lines = text.split("\n")
    start, end = _entry(lines, text, at, file)
    dash = _DASH.match(lines[start])
    if dash is None:
        raise refused(file)
    margin = dash.end()
    entry = [" " * margin + lines[start][margin:], *lines[start + 1 : end]]
    alone = "\n".join(line[margin:] if not line[:margin].strip() else line.lstrip() for line in entry)
    plain: Any = (value if isinstance(value, str) else list(value)) or None
    changed = yaml.edited(alone, path, plain, file=file, comments=True).rstrip("\n").split("\n")
    first = next(n for n, line in enumerate(changed) if not line.startswith("#"))
    above = [dash[1] + line for line in changed[:first]]
    below = [" " * margin + line if line else "" for line in changed[first + 1 :]]
    return "\n".join([*lines[:start], *above, lines[start][:margin] + changed[first], *below, *lines[end:]])


def _entry(lines: Sequence[str], text: str, at: int, file: str) -> tuple[int, int]:
    """The lines of an entry, from its dash to its last one that is neither empty nor a comment."""
    start = yaml.line_of(text, ("themes", at)) - 1
    dash = _DASH.match(lines[start])
    if dash is None:
        raise refused(file)
    end = start + 1
    next_entry = re.compile(rf"{dash[1]}-(?:\s|$)")
    while end < len(lines) and _WITHIN.match(lines[end]) and not next_entry.match(lines[end]):
        end += 1
    while not lines[end - 1].strip() or _is_comment(lines[start:end]):
        end -= 1
    return start, end


def _is_comment(entry: Sequence[str]) -> bool:
    """Whether the last line of an entry is a comment; a line of a block of text may begin with the same sign."""
    if not entry[-1].lstrip().startswith("#"):
        return False
    whole, without = (yaml.load("\n".join(["themes:", *part, ""])) for part in (entry, entry[:-1]))
    return whole == without
