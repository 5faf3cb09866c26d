"""Values as they are read, and where they stand in their document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

Path: TypeAlias = Sequence[str | int]
"""Where a value stands in a document: keys and, in lists, 0-based numbers."""


class Unquoted(str):
    """A scalar that stands in the file without quotation marks and looks like a whole number, true or false."""

    __slots__ = ()


def resolved(value: Any) -> Any:
    """A loaded value with whole numbers and truth values typed, if they stood there without quotation marks.

    For fields that the program does not know: written again they look as they did.
    """
    if isinstance(value, Unquoted):
        return value == "true" if value in ("true", "false") else int(value)
    if isinstance(value, dict):
        return {k: resolved(v) for k, v in value.items()}
    if isinstance(value, list):
        return [resolved(v) for v in value]
    return value


def field_name(path: Path) -> str:
    """A path as people read it: `excerpts.e1.start`, `sections[2].title` (entries of lists counted from 1)."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name
