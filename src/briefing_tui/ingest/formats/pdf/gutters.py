"""Gutters: the strips that part columns, which many lines end before and others begin behind, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from .layout import Line

NARROWEST = 0.12
"""Of the width of the page's text: a column is no narrower."""

FEWEST = 3
"""Lines on either side that make a gutter."""

GUTTER = 0.6
"""Of the type's size: the narrowest gutter."""


def find_gutter(lines: Sequence[Line]) -> float | None:
    """Where the page is parted in two, or `None`."""
    if len(lines) < 2 * FEWEST:
        return None
    width = max(line.right for line in lines) - min(line.left for line in lines)
    best: tuple[float, float] | None = None
    for left in _edges(lines):
        before = _drawn(line for line in lines if line.right < left)
        behind = _drawn(line for line in lines if line.left >= left)
        across = [line.base for line in lines if line.left < left <= line.right]
        score = _side_by_side(before, behind, across, width)
        if score >= FEWEST and (best is None or score > best[0]):
            best = score, (left + max(extent.right for extent in before.values())) / 2
    return best[1] if best else None


@dataclass(slots=True)
class _Extent:
    """What was drawn in one go, from where to where."""

    left: float
    right: float
    base: float
    size: float
    characters: int


def _drawn(lines: Iterable[Line]) -> dict[int, _Extent]:
    """The extents of lines by row."""
    rows: dict[int, _Extent] = {}
    for line in lines:
        if row := rows.get(line.row):
            row.left, row.right = min(row.left, line.left), max(row.right, line.right)
            row.characters += len(line.text)
        else:
            rows[line.row] = _Extent(line.left, line.right, line.base, line.size, len(line.text))
    return rows


def _edges(lines: Sequence[Line]) -> list[float]:
    """Left edges that at least some lines share."""
    lefts = sorted(line.left for line in lines)
    found: list[float] = []
    for left, third in zip(lefts, lefts[FEWEST - 1 :], strict=False):
        if third - left < 1.5 and (not found or left - found[-1] > 2):
            found.append(left - 0.5)
    return found


def _side_by_side(
    before: dict[int, _Extent], behind: dict[int, _Extent], across: Sequence[float], width: float
) -> float:
    """How many lines of two sides stand beside each other, the fewer of both, less those that cross between them.

    Lines drawn in one go over both sides count little: their gaps may be rivers of a justified text. So may those of a
    place where most lines cross.
    """
    if len(before) < FEWEST or len(behind) < FEWEST:
        return 0
    sides = before.values(), behind.values()
    low = max(min(e.base for e in side) for side in sides) - 1
    high = min(max(e.base for e in side) for side in sides) + 1
    near, far = ({n: e for n, e in side.items() if low <= e.base <= high} for side in (before, behind))
    if len(near) < FEWEST or len(far) < FEWEST or not (_is_prose(near, width) and _is_prose(far, width)):
        return 0
    if min(e.left for e in sides[1]) - max(e.right for e in sides[0]) < GUTTER * min(e.size for e in near.values()):
        return 0
    both = len(near.keys() & far.keys())
    score = min(len(near), len(far)) - both * 0.5
    crossing = sum(low <= base <= high for base in across)
    return score - crossing / 2 if crossing <= score else 0


def _is_prose(rows: dict[int, _Extent], width: float) -> bool:
    """Whether most lines fill their column, as those of a table's column do not."""
    prose = 0
    for column in _apart(rows.values()):
        across = max(e.right for e in column) - min(e.left for e in column)
        full = median(e.right - e.left for e in column) >= 0.6 * across
        if full and across >= NARROWEST * width and median(e.characters for e in column) >= 12:
            prose += len(column)
    return prose * 2 > len(rows)


def _apart(extents: Iterable[_Extent]) -> list[list[_Extent]]:
    """Extents in groups that stand beside each other."""
    groups: list[list[_Extent]] = []
    end = 0.0
    for extent in sorted(extents, key=lambda e: e.left):
        if not groups or extent.left > end:
            groups.append([])
        groups[-1].append(extent)
        end = max(end, extent.right)
    return groups
