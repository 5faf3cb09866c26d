"""Where the lines of a column begin and end: what tells an indent, and a line that ended early."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from .layout import Line
from .rows import Row


class Edges:
    """Where the lines of columns begin and end, told from all columns that begin at the same place."""

    def __init__(self, rows: Sequence[Row], size: float) -> None:
        self._lefts: dict[int, float] = {}
        self._rights: dict[int, float] = {}
        columns: dict[int, list[Line]] = defaultdict(list)
        for row in rows:
            columns[row.column].append(row.line)
        rights: dict[int, float] = {}
        for column, lines in columns.items():
            body = [line for line in lines if abs(line.size - size) < 0.6] or lines
            self._lefts[column] = _commonest([line.left for line in body])
            key = round(min(line.left for line in body) / 3)
            right = max(line.right for line in body)
            for near in (key - 1, key, key + 1):
                if len(body) > 3:
                    rights[near] = (
                        max(rights.get(near, 0), right) if abs(rights.get(near, right) - right) < 30 else right
                    )
        self._narrow = self._narrower(rows)
        for column, lines in columns.items():
            right = max(line.right for line in lines)
            usual = rights.get(round(min(line.left for line in lines) / 3), right)
            self._rights[column] = max(right, usual) if len(lines) <= 3 or usual - right < 15 else right

    def _narrower(self, rows: Sequence[Row]) -> dict[Row, float]:
        """By row of a block that is indented as a whole, where the longest of its lines ends."""
        found: dict[Row, float] = {}
        run: list[Row] = []
        for row in [*rows, None]:
            inside = row is not None and row.line.left - self._lefts[row.column] > row.line.size
            if run and not (inside and row is not None and _is_next(run[-1], row)):
                right, left = max(each.line.right for each in run), min(each.line.left for each in run)
                wide = right - left > 0.4 * (run[0].right - run[0].left)  # verse is narrower
                found |= dict.fromkeys(run if wide and len(run) > 1 else [], right)
                run = []
            if inside and row is not None:
                run.append(row)
        return found

    def left(self, row: Row) -> float:
        """Where most lines of its column begin."""
        return self._lefts[row.column]

    def is_short(self, row: Row, following: Row | None) -> bool:
        """Whether the next word would have fitted behind a row; without one, a word of six letters."""
        line = row.line
        if following is None:
            room = 2.7 * line.size
        else:
            room = _first_word(following.line) + 0.25 * line.size
            if following.line.text[:1] > "\u2e80":
                room = line.size
        return line.right + room < self._narrow.get(row, self._rights[row.column]) - 0.5 * line.size


def _is_next(above: Row, row: Row) -> bool:
    """Whether a row stands under another, in the same type and without more space than lines have."""
    first, second = above.line, row.line
    near = 0 < first.base - second.base < 1.7 * second.size
    return above.column == row.column and near and abs(first.size - second.size) < 0.3


def _first_word(line: Line) -> float:
    """How wide the first word is."""
    end = next((i for i, piece in enumerate(line.pieces) if i and piece.spaced), len(line.pieces))
    return max(p.right for p in line.pieces[:end]) - min(p.left for p in line.pieces[:end])


def _commonest(lefts: Sequence[float]) -> float:
    counts = Counter(round(left) for left in lefts)
    most = max(counts.values())
    best = min(left for left, count in counts.items() if count * 2 >= most)
    return min(left for left in lefts if round(left) == best)
