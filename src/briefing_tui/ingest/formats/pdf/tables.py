"""Tables: rows of cells that stand under each other. They become lines with their cells parted by ' | '."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from .layout import Line
from .rows import Row, by_baseline, joined

ALIGNED = 0.6
"""Of the type's size: cells whose edges are no further apart stand under each other."""

CELL_GAP = 2.0
"""Of the type's size: most cells are further apart."""


def find_tables(lines: Sequence[Line]) -> set[Line]:
    """The lines of tables of three columns or more: short cells with their gaps one under the other."""
    found: set[Line] = set()
    run: list[tuple[list[Line], list[Line]]] = []
    for row in [*by_baseline(lines), []]:
        cells = joined(row, whole=False) if len(row) > 2 else []
        if run and not (_are_cells(cells) and _stand_under(run[-1][1], cells)):
            if len(run) > 1 and not _are_columns([drawn for _, drawn in run]):
                found.update(line for parts, _ in run for line in parts)
            run = []
        if _are_cells(cells):
            run.append((row, cells))
    return found


def _stand_under(above: Sequence[Line], cells: Sequence[Line]) -> bool:
    """Whether the cells of two rows have their gaps at the same places."""
    if len(above) != len(cells):
        return False
    gaps = (([(a.right, b.left) for a, b in pairwise(row)]) for row in (above, cells))
    return all(_meet(a, b, cells[0].size) for a, b in zip(*gaps, strict=True))


def _are_columns(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether what looks like a table is prose in narrow columns: its lines fill them."""
    full = 0
    for column in zip(*rows, strict=True):
        width = max(cell.right for cell in column) - min(cell.left for cell in column)
        prose = median(len(cell.text) for cell in column) >= 12
        full += prose and median(cell.width for cell in column) >= 0.7 * width
    return full * 2 > len(rows[0])


def _are_cells(cells: Sequence[Line]) -> bool:
    """Whether the parts of a row are short and far apart, as words of a stretched line of prose are not."""
    if len(cells) < 3 or median(len(cell.text) for cell in cells) >= 20:
        return False
    return median(b.left - a.right for a, b in pairwise(cells)) >= CELL_GAP * cells[0].size


def _meet(first: tuple[float, float], second: tuple[float, float], size: float) -> bool:
    """Whether two gaps stand one under the other, or nearly, as those under centred headings do."""
    return min(first[1], second[1]) - max(first[0], second[0]) > -2 * size


def split_tables(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Runs of rows of a column, each with whether it is a table."""
    run: list[Row] = []
    index = 0
    while index < len(rows):
        end = _table_end(rows, index)
        if end - index >= 2:
            if run:
                yield False, run
            yield True, list(rows[index:end])
            run, index = [], end
        else:
            run.append(rows[index])
            index += 1
    if run:
        yield False, run


def _table_end(rows: Sequence[Row], start: int) -> int:
    """Where the table that begins at a row ends; the row itself where none begins."""
    if len(rows[start].cells) < 2:
        return start
    end, full = start + 1, 1
    for index in range(start + 1, len(rows)):
        above, row = rows[index - 1], rows[index]
        if row.column != above.column or above.line.base - row.line.base > 3 * row.line.size:
            break
        if len(row.cells) > 1 and (_aligned(rows[start:index], row) > 1):
            full += 1
        elif not (len(row.cells) == 1 and _continues(rows[start], row)):
            break
        end = index + 1
    while end > start and len(rows[end - 1].cells) == 1 and not _continues(rows[start], rows[end - 1]):
        end -= 1
    return end if full >= 2 else start


def _aligned(table: Sequence[Row], row: Row) -> int:
    """How many cells stand under one of the rows above."""
    return sum(
        any(
            min(abs(c.left - cell.left), abs(c.right - cell.right), abs(c.left + c.right - cell.left - cell.right) / 2)
            < ALIGNED * cell.size
            for other in table[-3:]
            for c in other.cells
        )
        for cell in row.cells
    )


def _continues(first: Row, row: Row) -> bool:
    """Whether a line goes on with a cell that is not the row's first."""
    return any(abs(cell.left - row.cells[0].left) < ALIGNED * cell.size for cell in first.cells[1:])


def table_lines(rows: Sequence[Row]) -> list[str]:
    """The lines of a table; what goes on with a cell is put to its words."""
    lines: list[tuple[Row, list[str]]] = []
    for row in rows:
        if lines and len(row.cells) == 1 and _continues(lines[-1][0], row):
            base, cells = lines[-1]
            place = min(range(1, len(cells)), key=lambda i: abs(base.cells[i].left - row.cells[0].left))
            cells[place] += f" {row.cells[0].text}"
        else:
            lines.append((row, [cell.text for cell in row.cells]))
    return [" | ".join(cells) for _, cells in lines]
