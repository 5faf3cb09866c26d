"""Settings: what a person may choose for all workspaces or for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ..errors import FormatError
from . import looks

THEMES = ("dark", "light", "ansi")
"""`ansi` takes the terminal's own colours."""
NEWEST_FORMAT = 1
_DIGITS = 9
"""Of the largest number of a format that is read."""
_LEAVE_OUT = "correct it, or leave the line out for the usual value"


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force; `given` names those that a file set."""

    title: str = ""
    """What the workspace is called; empty for its folder's name."""
    theme: str = "dark"
    measure: int = 76
    """Width of the reading column in cells."""
    marks: bool = True
    """Whether the reader's margin shows what other briefs have pinned."""
    bidi: str = "logical"
    """How the reader shows words written from right to left: as the terminal has it, or reordered by the app."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Looks of the reader's text by name, as in `bold black on #ffd700`."""
    margin: Mapping[str, str] = field(default_factory=dict)
    """Signs in the reader's margin by name, each of one cell."""
    pages: int = 0
    """How many pages a briefing should have: what the gauge counts against; 0 for what its form says."""
    minutes: int = 10
    """How long a compilation may take before it is stopped."""
    author: str = ""
    """The author of new briefs."""
    marking: str = ""
    """The marking of new briefs."""
    sign: str = ""
    """The command that signs the receipt of a final briefing; a person's own alone, never a workspace's."""
    guard: bool = True
    """Whether a cut that leaves out what bears on it is shown before it is pinned."""
    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A person's own keys, by command id."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """What a house makes of the rules of the checklist: weights by rule id, and limits, as they stand in the file."""
    views: Mapping[str, Any] = field(default_factory=dict)
    """Ways to look at the articles, by name, as they stand in the file."""
    given: frozenset[str] = frozenset()


def _raised(error: FormatError) -> None:
    raise error


def from_plain(
    plain: Mapping[str, Any], file: str = "", *, shared: bool = False, wrong: Callable[[FormatError], None] = _raised
) -> Settings:
    """Settings from a plain mapping, as YAML gives it.

    Args:
        plain: what the file holds.
        file: its name, for messages.
        shared: whether it is a workspace's file, which may come from somebody else.
        wrong: is told of each setting that does not exist and each value that it does not take, with file and field;
            everything else of the file holds. Where nobody is told, the first is raised.

    Raises:
        FormatError: for a format that is newer than this program, or no number: nothing of such a file is followed.
    """
    _check_format(plain.get("format"), file)
    values: dict[str, Any] = {}
    for name, value in plain.items():
        try:
            if name != "format" and value is not None:
                values[name] = _read(name, value, file, shared=shared, wrong=wrong)
        except FormatError as error:
            wrong(error)
    return Settings(**values, given=frozenset(values))


def _read(name: str, value: object, file: str, *, shared: bool, wrong: Callable[[FormatError], None]) -> Any:
    """The value of one setting; what one holds under names of its own is read entry by entry."""
    if name in _ENTRIES:
        return _entries(name, value, file, wrong)
    read = _READERS.get(name)
    if read is None:
        hint = "one of: " + ", ".join(sorted((*_READERS, *_ENTRIES)))
        raise FormatError("there is no such setting", file=file, field=str(name), hint=hint)
    if shared and name in _PERSONAL:
        hint = "set it in your own settings: `briefing doctor` says where they are"
        raise FormatError("a workspace cannot set this: it runs a program", file=file, field=name, hint=hint)
    return read(value, file, name)


def _entries(name: str, value: object, file: str, wrong: Callable[[FormatError], None]) -> dict[str, Any]:
    """What stands under the names of a setting, without the entries that are wrong."""
    read, example = _ENTRIES[name]
    if not isinstance(value, Mapping):
        raise FormatError(example[0], file=file, field=name, hint=example[1])
    entries = {}
    for entry, given in value.items():
        try:
            found = read(given, file, f"{name}.{entry}")
        except FormatError as error:
            wrong(error)
        else:
            entries[str(entry)] = found
    return {entry: found for entry, found in entries.items() if found is not None}


def overlay(user: Settings, workspace: Settings) -> Settings:
    """The user's settings with what the workspace sets in place of theirs; keymaps and views are joined."""
    over = {f.name: getattr(workspace, f.name) for f in fields(Settings) if f.name in workspace.given}
    if "keymap" in over:
        over["keymap"] = {**user.keymap, **workspace.keymap}
    for name in ("colours", "margin", "rules"):
        if name in over:
            over[name] = {**getattr(user, name), **getattr(workspace, name)}
    if "views" in over:
        over["views"] = {**user.views, **workspace.views}
    return replace(user, **over, given=user.given | workspace.given)


def _check_format(value: object, file: str) -> None:
    if value is not None and (number := _format(value, file)) > NEWEST_FORMAT:
        message = f"format {number} is newer than this program"
        raise FormatError(message, file=file, field="format", hint="install a newer version")


def _format(value: object, file: str) -> int:
    """The number of a format: a whole one, in the digits 0 to 9."""
    text = value.strip() if isinstance(value, str) else ""
    if text.isascii() and text.isdecimal() and len(text) <= _DIGITS:
        value = int(text)
    if type(value) is not int or not 0 <= value < 10**_DIGITS:
        hint = f"write `format: {NEWEST_FORMAT}`, or leave the line out"
        raise FormatError("should be a whole number", file=file, field="format", hint=hint)
    return value


def _text(value: object, file: str, name: str) -> str:
    if isinstance(value, Mapping | list | tuple):
        raise FormatError("should be one line of text", file=file, field=name, hint=_LEAVE_OUT)
    return str(value).strip()


def _number(value: object, file: str, name: str, low: int = 0, high: int = 999) -> int:
    try:
        number = int(str(value))
    except ValueError:
        number = low - 1
    if not low <= number <= high:
        raise FormatError(f"should be a number from {low} to {high}", file=file, field=name, hint=_LEAVE_OUT)
    return number


def _theme(value: object, file: str, name: str) -> str:
    if value not in THEMES:
        raise FormatError(f"there is no theme '{value}'", file=file, field=name, hint="one of: " + ", ".join(THEMES))
    return str(value)


def _flag(value: object, file: str, name: str) -> bool:
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    flag = words.get(str(value).lower())
    if flag is None:
        raise FormatError("should be yes or no", file=file, field=name, hint=_LEAVE_OUT)
    return flag


def _keys(value: object, file: str, name: str) -> tuple[str, ...]:
    """Keys are a list, or a text with spaces between them."""
    if isinstance(value, Mapping):
        raise FormatError("should be a key or a list of keys", file=file, field=name, hint="reader.pin: p")
    return tuple(map(str, value)) if isinstance(value, list | tuple) else tuple(str(value).split())


def _view(value: object, file: str, name: str) -> Any:  # noqa: ARG001 - called as the others are
    """What stands under the name of a view is looked at when it is used: a broken one keeps no other from working."""
    return "" if value is None else value


def _rule(value: object, file: str, name: str) -> str | None:
    """Which rules there are is not known here: whoever applies them tells of one that there is not."""
    return None if value is None else _text(value, file, name)


_Reader = Callable[[object, str, str], Any]
"""Reads a value; for messages it takes the file and the field."""
_READERS: dict[str, _Reader] = {
    "title": _text,
    "theme": _theme,
    "measure": lambda value, file, name: _number(value, file, name, 30, 200),
    "marks": _flag,
    "bidi": looks.bidi,
    "pages": lambda value, file, name: _number(value, file, name, 1, 99),
    "minutes": lambda value, file, name: _number(value, file, name, 1, 999),
    "author": _text,
    "marking": _text,
    "sign": _text,
    "guard": _flag,
}
_ENTRIES: dict[str, tuple[_Reader, tuple[str, str]]] = {
    "colours": (looks.colour, ("should name what is to look otherwise", "selection: 'black on yellow'")),
    "margin": (looks.sign, ("should name what is to look otherwise", "pin: '*'")),
    "keymap": (_keys, ("should name commands and their keys", "reader.pin: p")),
    "rules": (_rule, ("should name rules and their weights", "source.stale: note")),
    "views": (_view, ("should give views their names", "Unread: {reading: unread}")),
}
"""Settings with entries of their own: what reads one, and what is said, with an example, of a value that has none."""
_PERSONAL = frozenset({"sign"})
"""What a workspace may not set: it may come from somebody else, and these run a program."""
