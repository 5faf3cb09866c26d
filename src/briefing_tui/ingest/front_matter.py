"""Front matter of Markdown files: YAML between two lines of dashes, by CSL's names and the common others."""

from __future__ import annotations

import re
from typing import Any

from ..errors import FormatError
from ..support import yaml
from .document import Block, Line, Shape

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
    except FormatError as error:
        return lines[end + 1 :], block, {}, {}, [f"line {header[0].number}: the header cannot be read: {error.message}"]
    return lines[end + 1 :], block, fields, keys, []


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
