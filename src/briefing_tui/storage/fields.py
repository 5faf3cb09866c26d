"""Typed reading of a loaded mapping: a wrong field is named by its path, an unknown one is handed on.

By hand and not by cattrs, because three things at once are wanted of each field (absent and `null` alike, its path in
the error, the unknown ones kept), and because a thousand excerpts are to be read in milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from ..errors import FormatError
from ..support import yaml

DIGITS = 15
"""Of the largest whole number that is read: as many as every reader of JSON holds exactly."""

_Choice = TypeVar("_Choice", bound=StrEnum)


class FieldError(ValueError):
    """A field that is not what it should be, at `path` of the document."""

    def __init__(self, message: str, path: tuple[str | int, ...], hint: str = "") -> None:
        super().__init__(message)
        self.path = path
        self.hint = hint

    def located(self, file: str, text: str = "") -> FormatError:
        """The error with file and, where the document's text is given, line."""
        line = yaml.line_of(text, self.path) if text else 0
        return FormatError(str(self), file=file, line=line, field=yaml.field_name(self.path), hint=self.hint)


class Fields:
    """The fields of one mapping; `path` is where it stands in the document."""

    __slots__ = ("_plain", "_taken", "path")

    def __init__(self, plain: Mapping[str, Any], path: tuple[str | int, ...] = ()) -> None:
        self.path = path
        self._plain = plain
        self._taken: set[str] = set()

    def take(self, name: str) -> Any:
        """The value as it came, `None` where there is none."""
        self._taken.add(name)
        return self._plain.get(name)

    def text(self, name: str, default: str = "") -> str:
        """A text; `default` where there is none."""
        value = self.take(name)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self.error(f"'{name}' is a text", name, "quote it if it holds ': ', '[' or '{'")
        return str(value)

    def required(self, name: str, hint: str = "") -> str:
        """A text that must be there."""
        value = self.text(name)
        if not value:
            raise self.error(f"'{name}' is missing", name, hint)
        return value

    def integer(self, name: str, default: int | None = None, *, least: int = 0) -> int:
        """A whole number of at least `least`; required where there is no default."""
        value = self.take(name)
        if value is None and default is not None:
            return default
        return whole(value, (*self.path, name), least=least)

    def flag(self, name: str) -> bool:
        """A truth value, false where there is none."""
        value = self.take(name)
        if value in (None, "false", False):
            return False
        if value in ("true", True):
            return True
        raise self.error(f"'{name}' is true or false", name)

    def choice(self, name: str, kinds: type[_Choice], default: _Choice | None = None) -> _Choice:
        """One of a few words; required where there is no default."""
        value = self.take(name)
        if value is None and default is not None:
            return default
        try:
            return kinds(value)
        except ValueError:
            raise self.error(f"'{name}' cannot be '{value}'", name, "one of: " + ", ".join(kinds)) from None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        return listed(self.take(name), (*self.path, name))

    def child(self, name: str) -> Fields:
        """The fields of a mapping, none where there is none."""
        value = self.take(name)
        if value is None:
            return Fields({}, (*self.path, name))
        if not isinstance(value, Mapping):
            raise self.error(f"'{name}' holds fields, as 'name: value'", name)
        return Fields(value, (*self.path, name))

    def children(self, name: str) -> Iterator[Fields]:
        """The mappings of a list."""
        for n, value in enumerate(self.entries(name)):
            if not isinstance(value, Mapping):
                raise FieldError(f"an entry of '{name}' holds fields, as 'name: value'", (*self.path, name, n))
            yield Fields(value, (*self.path, name, n))

    def entries(self, name: str) -> list[Any]:
        """The entries of a list as they came."""
        value = self.take(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(f"'{name}' is a list", name, "one entry a line, each after '- '")
        return value

    def names(self) -> Iterator[str]:
        """The names of all fields, each counted as known."""
        for name in self._plain:
            self._taken.add(name)
            yield name

    def rest(self) -> dict[str, Any]:
        """What nobody asked for: the fields that the program does not know."""
        return {k: yaml.resolved(v) for k, v in self._plain.items() if k not in self._taken}

    def error(self, message: str, name: str, hint: str = "") -> FieldError:
        """The error for one of these fields."""
        return FieldError(message, (*self.path, name), hint)


def whole(value: Any, path: tuple[str | int, ...], *, least: int = 0) -> int:
    """A whole number, in the digits 0 to 9, of at least `least`."""
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        if len(value) > DIGITS:
            raise FieldError(f"a number of {len(value)} digits is too large", path)
        value = int(value)
    if type(value) is not int or value < least:
        found = "missing" if value is None else f"{value!r}"
        raise FieldError(f"a whole number from {least} on is expected here, not {found}", path)
    return value


def listed(value: Any, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (str(value),)
    if not isinstance(value, list):
        raise FieldError("a list is expected here, as [one, two]", path)
    for n, entry in enumerate(value):
        if not isinstance(entry, str):
            raise FieldError("a text is expected here", (*path, n), "quote it if it holds ': ', '[' or '{'")
    return tuple(map(str, value))


def filled(**fields: Any) -> dict[str, Any]:
    """The fields that are not empty, in order; `_` in a name stands for `-`, one at its end for nothing."""
    return {name.rstrip("_").replace("_", "-"): value for name, value in fields.items() if value}
