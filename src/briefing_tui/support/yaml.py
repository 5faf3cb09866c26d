"""YAML as this program reads and writes it: every scalar a text, the order of keys kept, errors with file and line.

PyYAML is imported with the first document, not with this module: what the first paint needs comes from the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ._values import Path, Unquoted, field_name, resolved

__all__ = ["HEADER_LIMIT", "Path", "Unquoted", "dump", "edited", "field_name", "line_of", "load", "resolved"]

HEADER_LIMIT = 65_536
"""Characters. The longest front matter that is read: a header of a megabyte is no header."""


def load(text: str, *, file: str = "", limit: int | None = HEADER_LIMIT) -> dict[str, Any]:
    """Read a document whose top level is a mapping.

    Every scalar is a text, as it stands there (`NO`, `1e3` and `2019-11-20` stay what they are); what is left empty or
    is `~` or `null` without quotation marks is `None`.

    Args:
        text: the document.
        file: its name, for errors.
        limit: characters that it may have at most, `None` for any number.

    Raises:
        FormatError: with file, line, field and what to do; also for what no file of ours needs and what can do harm:
            anchors and aliases, tags, doubled keys, collections nested deeper than 32.
    """
    from ._reading import Reading

    return Reading(file).document(text, limit)


def dump(plain: Mapping[str, Any]) -> str:
    """Write a document: keys in the order they have, long and multi-line texts as blocks, Unicode kept.

    Texts that YAML would take for something else (`NO`, `1e3`, `null`) get quotation marks; dates do not.
    """
    from ._writing import write

    return write(plain)


def edited(text: str, path: Sequence[str], value: Any, *, file: str = "", comments: bool = False) -> str:
    """The text with the field at `path` set to a value, or taken away where that is `None`; other lines stay.

    With `comments`, those of the field's own lines come to stand above it.

    Raises:
        FormatError: where the text is malformed, or written so that the field cannot be changed by itself.
    """
    from ._editing import edit

    return edit(text, path, value, file, comments=comments)


def line_of(text: str, path: Path) -> int:
    """The 1-based line of the field at `path`, or of the nearest that is there, in a text that `load` accepts."""
    from ._reading import find_line

    return find_line(text, path)
