"""Front matter of Markdown files: YAML between two lines of dashes, by CSL's names and the common others."""

from __future__ import annotations

import re
from typing import Any

from ...errors import FormatError
from ...support import yaml
from ..document import Block, Line, Shape

_KEY = re.compile(r"([A-Za-z][\w .-]{0,60}?) {0,4}:(?:\s|\Z)")
LONGEST = 2_000
"""Lines that a header is looked for in."""


def split(name: str, lines: list[Line]) -> tuple[list[Line], Block | None, dict[str, Any], dict[str, int], list[str]]:
    """Set the header of a document apart.

    Returns:
        the other lines, the header as a block, its fields, the 1-based line of each key, and warnings.
    """
    first = next((i for i, line in enumerate(lines) if line.text.strip()), 0)
    end = _end(lines, first)
    if not end:
        return lines, None, {}, {}, []
    header = lines[first : end + 1]
    inside = header[1:-1]
    keys = {match[1]: line.number for line in inside if (match := _KEY.match(line.text))}
    if not keys:
        return lines, None, {}, {}, []
    block = Block("\n".join(line.text for line in header), tuple(header), Shape.FURNITURE, kind="front-matter")
    try:
        fields = yaml.load("\n".join(line.text for line in inside) + "\n", file=name)
    except FormatError:
        fields, warnings = _field_by_field(name, inside)
        return lines[end + 1 :], block, fields, keys, warnings
    return lines[end + 1 :], block, fields, keys, []


def _field_by_field(name: str, lines: list[Line]) -> tuple[dict[str, Any], list[str]]:
    """What can be read of a header that is no valid YAML as a whole: `title: One: two` is a title all the same."""
    chunks: list[list[Line]] = []
    for line in lines:
        if _KEY.match(line.text) or not chunks:
            chunks.append([])
        chunks[-1].append(line)
    fields: dict[str, Any] = {}
    warnings: list[str] = []
    for chunk in chunks:
        try:
            fields |= yaml.load("\n".join(line.text for line in chunk) + "\n", file=name)
        except FormatError as error:
            key, _, value = chunk[0].text.partition(":")
            if len(chunk) == 1 and value.strip() and value.strip()[0] not in "[{\"'&*!|>%@`":
                fields[key.strip()] = value.strip()
            else:
                warnings.append(f"line {chunk[0].number}: this field cannot be read: {error.message}")
    return fields, warnings


def _end(lines: list[Line], first: int) -> int:
    """Index of the line that closes the header, 0 where there is none."""
    if first >= len(lines) or lines[first].text.rstrip() != "---":
        return 0
    for i in range(first + 1, min(len(lines), first + LONGEST)):
        if lines[i].text.rstrip() in {"---", "..."}:
            return i
        if not lines[i].text.strip() and i == first + 1:
            return 0
    return 0
