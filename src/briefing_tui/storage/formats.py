"""The number of a document's format, and the steps from an older one to this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..errors import FormatError
from ..model.formats import FORMAT
from .fields import FieldError, whole

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: dict[int, Upgrade] = {
    0: lambda plain: {"format": 1, **{k: v for k, v in plain.items() if k != "format"}},  # written without a number
}
"""From each older format to the next; a step takes any of our documents and returns a new one."""


def format_of(plain: Mapping[str, Any]) -> int:
    """The number of a document's format, 0 where it has none."""
    value = plain.get("format")
    return 0 if value is None else whole(value, ("format",))


def upgraded(plain: dict[str, Any], steps: Mapping[int, Upgrade] | None = None, to: int = FORMAT) -> dict[str, Any]:
    """A document as this format has it; one of a newer format stays as it is."""
    for number in range(format_of(plain), to):
        plain = (UPGRADES if steps is None else steps)[number](plain)
    return plain


def current(plain: dict[str, Any], *, file: str, text: str = "") -> dict[str, Any]:
    """A document as this format has it.

    Raises:
        FormatError: for a newer format, or a number that is none.
    """
    try:
        number = format_of(plain)
    except FieldError as error:
        raise error.located(file, text) from None
    if number > FORMAT:
        raise newer(number, file=file)
    return upgraded(plain)


def newer(number: int, *, file: str) -> FormatError:
    """What is said of a file that a newer version of the program made."""
    message = f"made by a newer version: format {number}, this program knows {FORMAT}"
    return FormatError(message, file=file, field="format", hint="update the program; the file is left as it is")
