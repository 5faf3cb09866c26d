"""From pieces to blocks: lists and tables put together, what is no text marked with its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...document import Block, Line, Shape
from .tree import Piece

LONGEST_CELL = 400
"""Characters; a cell that holds more belongs to a table that only lays the page out."""


def blocks_of(pieces: Sequence[Piece], kinds: Sequence[str]) -> Iterator[Block]:
    """The blocks of a page.

    Args:
        pieces: of the page, in order.
        kinds: by piece, the kind of what is no text; empty for the body.
    """
    tables = _data_tables(pieces)
    lists = _plain_lists(pieces)

    def group(index: int) -> tuple[str, int, int]:
        """What makes one block: a table or a list that is one, as far as it is text or furniture of one kind."""
        piece = pieces[index]
        if piece.kind or piece.level:
            return kinds[index], 0, index
        if piece.cell[0] in tables:
            return kinds[index], 1, piece.cell[0]
        if piece.list_item[0] in lists and not piece.cell[0]:
            return kinds[index], 2, piece.list_item[0]
        return kinds[index], 0, index

    for number, ((kind, how, _), members) in enumerate(groupby(range(len(pieces)), group), 1):
        yield _block([pieces[index] for index in members], kind, how, number)


def _block(run: Sequence[Piece], kind: str, how: int, number: int) -> Block:
    first = run[0]
    if how == 1:
        text = "\n".join(_rows(run))
    elif how == 2:
        text = "\n".join(_items(run))
    else:
        text = first.text
    lines = tuple(Line(number, line) for line in text.split("\n"))
    if kind:
        return Block(text, lines, Shape.FURNITURE, first.level, kind=kind)
    if how or "\n" in text or first.tag == "pre":
        return Block(text, lines, Shape.LINES)
    if first.level:
        return Block(text, lines, Shape.HEADING, first.level)
    return Block(text, lines, emphasised=first.emphasised)


def _items(run: Sequence[Piece]) -> Iterator[str]:
    """The lines of a list: a marker where an item begins, an indent where it goes on or lies deeper."""
    last = 0
    for piece in run:
        _, item, depth, marker = piece.list_item
        indent = "  " * (depth - 1)
        lead = marker if item != last else " " * len(marker)
        last = item
        for line in piece.text.split("\n"):
            yield f"{indent}{lead}{line}"
            lead = " " * len(marker)


def _rows(run: Sequence[Piece]) -> Iterator[str]:
    """The rows of a table, their cells parted by a bar."""
    for _, row in groupby(run, key=lambda piece: piece.cell[1]):
        cells = (" ".join(p.text.replace("\n", " ") for p in cell) for _, cell in groupby(row, lambda p: p.cell[2]))
        yield " | ".join(cells)


def _data_tables(pieces: Sequence[Piece]) -> set[int]:
    """Tables that hold data: two rows of several short cells, and no headings or long texts."""
    rows: dict[int, dict[int, set[int]]] = {}
    layout: set[int] = set()
    for piece in pieces:
        table, row, cell = piece.cell
        if not table or piece.kind:
            continue
        if len(piece.text) > LONGEST_CELL or (piece.level and piece.level < 3):
            layout.add(table)
        rows.setdefault(table, {}).setdefault(row, set()).add(cell)
    return {
        table
        for table, found in rows.items()
        if table not in layout and sum(len(cells) > 1 for cells in found.values()) >= 2
    }


def _plain_lists(pieces: Sequence[Piece]) -> set[int]:
    """Lists that are no way to lay out a page: no headings in them, at most two pieces an item on average."""
    items: dict[int, set[int]] = {}
    counts: dict[int, int] = {}
    layout: set[int] = set()
    for piece in pieces:
        number, item, _, _ = piece.list_item
        if not number or piece.kind:
            continue
        if piece.level or (piece.cell[0]):
            layout.add(number)
        items.setdefault(number, set()).add(item)
        counts[number] = counts.get(number, 0) + 1
    return {number for number, found in items.items() if number not in layout and counts[number] <= 2 * len(found)}
