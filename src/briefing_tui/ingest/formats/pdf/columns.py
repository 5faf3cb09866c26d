"""Reading order: the columns of a page, with what runs across them between.

What crosses a gutter (a title, a table, a figure's caption) parts the page into bands; in each band the columns are
read one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .gutters import find_gutter
from .layout import Line
from .rows import Row, in_rows
from .tables import find_tables


def rows_of(lines: Sequence[Line], *, first: int) -> list[Row]:
    """The rows of a page in reading order.

    Args:
        lines: of the page, in any order.
        first: the number of its first column.
    """
    rows: list[Row] = []
    for column in _ordered(lines):
        left, right = min(line.left for line in column), max(line.right for line in column)
        rows += (Row(tuple(cells), left, right, first) for cells in in_rows(column))
        first += 1
    return rows


def is_rtl(lines: Iterable[Line]) -> bool:
    """Whether most letters are Hebrew or Arabic."""
    letters = [c for line in lines for c in line.text[:80] if c.isalpha()]
    return sum("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in letters) * 2 > len(letters)


def _ordered(lines: Sequence[Line]) -> list[list[Line]]:
    """Groups of lines, each a column or what runs across columns, in reading order."""
    tabular = find_tables(lines)
    gutter = find_gutter([line for line in lines if line not in tabular])
    if gutter is None:
        return [list(lines)] if lines else []
    groups: list[list[Line]] = []
    band: list[Line] = []
    across: list[Line] = []
    for line in sorted(lines, key=lambda part: -part.base):
        if line in tabular or line.left < gutter < line.right:
            groups += _band(band, gutter)
            band = []
            across.append(line)
            continue
        if across:
            groups.append(across)
            across = []
        band.append(line)
    return groups + ([across] if across else []) + _band(band, gutter)


def _band(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    sides = [line for line in lines if line.right <= gutter], [line for line in lines if line.right > gutter]
    return [group for side in sides for group in _ordered(side)]
