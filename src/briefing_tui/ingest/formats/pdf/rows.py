"""Rows: what stands on one baseline of a column, put together to a line or to the cells of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .layout import SAME_LINE, TIGHT, Line, Piece, settle

WORD_GAP = 1.5
"""Of the type's size: the widest space between words of a justified line."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What stands on one baseline of a column: one line, or the cells of a table."""

    cells: tuple[Line, ...]
    left: float
    """Of the column."""
    right: float
    """Of the column."""
    column: int
    """Which column of the document it is, in reading order."""
    line: Line = field(init=False)
    """All of it as one line."""

    def __post_init__(self) -> None:
        first = self.cells[0]
        whole = first if len(self.cells) == 1 else Line(_pieces(self.cells), first.page, first.row)
        object.__setattr__(self, "line", whole)


def by_baseline(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines by baseline from the top, on each from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda part: (-part.base, part.left)):
        if rows and abs(rows[-1][0].base - line.base) <= SAME_LINE * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda part: part.left) for row in rows]


def in_rows(column: Sequence[Line]) -> list[list[Line]]:
    """The lines of a column by baseline; on each, what belongs together is one line."""
    left, right = min(line.left for line in column), max(line.right for line in column)
    return [joined(row, whole=_is_stretched(row, left, right)) for row in by_baseline(column)]


def _is_stretched(row: Sequence[Line], left: float, right: float) -> bool:
    """Whether a row is one line of justified text whose spaces are all as wide."""
    if row[0].left > left + 2 * row[0].size or row[-1].right < right - row[0].size:
        return False
    pieces = sorted((p for line in row for p in line.pieces if not p.raised), key=lambda p: p.left)
    gaps = [b.left - a.right for a, b in pairwise(pieces) if b.left - a.right > 0.15 * a.size]
    return len(gaps) > 1 and min(gaps) > 0.6 * max(gaps) and max(gaps) < 5 * row[0].size


def joined(row: list[Line], *, whole: bool) -> list[Line]:
    """Neighbours without a wide gap as one line; where it is whole, all of them."""
    parts = row[:1]
    for line in row[1:]:
        last = parts[-1]
        gap = max(line.left - last.right, last.left - line.right)
        if whole or gap < WORD_GAP * max(line.size, last.size):
            parts[-1] = Line(_pieces((last, line), tight=gap < TIGHT * line.size), last.page, last.row)
        else:
            parts.append(line)
    return parts


def _pieces(cells: Sequence[Line], *, tight: bool = False) -> tuple[Piece, ...]:
    """The pieces of lines as those of one."""
    pieces = list(cells[0].pieces)
    for cell in cells[1:]:
        pieces.append(settle(pieces[-1], replace(cell.pieces[0], spaced=not tight)))
        pieces += cell.pieces[1:]
    return tuple(pieces)
