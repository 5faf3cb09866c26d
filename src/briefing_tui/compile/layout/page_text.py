"""Laid-out pages as text: the words as they were set, in the order in which they are read, each line in its place.

Works on the boxes that it is given and imports nothing of the layout engine. A page that is read from right to left is
mirrored: its lines stand as far from the beginning as they do from the right edge of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .visible import Setting

CELLS = 124
"""Cells in which the width of a page is thought: about the letters of a line of its smallest text."""
TOUCHING, WIDE = 1.6, 10.0
"""Pixels between two pieces of a line: up to the first they are one word, from the second on they stand apart."""
ROOM = 0.3
"""Heights of a line between two lines from which an empty one is shown."""
_SPACE = re.compile(r"\s+")
_JOINER = "\u2060"
"""Holds a raised figure at its word."""
_WITHIN = ("InlineBox", "LineBox")
"""Boxes whose words belong to the line that they are in."""
_LEADER = "\0"
"""Stands for the dots between a heading and its page, as many as there is room for."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAK = "wbr"
"""A place where a long word may be broken, for which the engine sets a character that nobody wrote."""

Pages = tuple[tuple[str, ...], ...]
"""The lines of each page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line, or of one column of it."""

    start: float
    """How far it stands from the edge at which the page begins."""
    end: float
    top: float
    bottom: float
    text: str

    def at(self, start: float, top: float) -> Piece:
        """The same in another place."""
        return Piece(start, start + self.end - self.start, top, top + self.bottom - self.top, self.text)


@dataclass(frozen=True, slots=True)
class Stack:
    """Columns, which are read one after the other: each comes below the one before."""

    columns: tuple[tuple[float, float, float, float], ...]
    """Where each begins and ends, its top and its bottom, in the order in which they are read."""

    @classmethod
    def of(cls, boxes: Sequence[Any], mirror: float) -> Stack:
        """That of the boxes of columns."""
        found = []
        for box in boxes:
            left, right = box.border_box_x(), box.border_box_x() + box.border_width()
            start, end = (mirror - right, mirror - left) if mirror else (left, right)
            top = box.border_box_y()
            found.append((start, end, top, top + box.border_height()))
        return cls(tuple(found))

    def moved(self, piece: Piece) -> Piece:
        """A piece as far down as it is read: in its column, or below all of them."""
        middle = (piece.top + piece.bottom) / 2
        bottom = max(column[3] for column in self.columns)
        left = self.columns[0][0]
        down = 0.0
        for start, end, top, low in self.columns:
            if top <= middle <= low and start <= piece.start < end:
                return piece.at(piece.start - start + left, piece.top + down)
            down += low - top
        return piece.at(piece.start, piece.top + down - (bottom - self.columns[0][2])) if middle > bottom else piece


def page_texts(pages: Iterable[Any], cells: int = CELLS) -> Pages:
    """The lines of each page.

    Args:
        pages: page boxes, in order.
        cells: the width of a page.
    """
    return tuple(_at_the_edge([*lines(_pieces(page), page.margin_width(), cells)]) for page in pages)


def lines(pieces: Iterable[Piece], width: float, cells: int) -> Iterator[str]:
    """The lines of a page, with an empty one where there is room for one.

    Args:
        pieces: what stands on it.
        width: of the page.
        cells: its width in cells.
    """
    before: float | None = None
    for row in _rows(pieces):
        top, bottom = min(p.top for p in row), max(p.bottom for p in row)
        if before is not None and top - before > ROOM * min(p.bottom - p.top for p in row):
            yield ""
        yield _line(row, width, cells)
        before = bottom


def _pieces(page: Any) -> Iterator[Piece]:
    """What stands on a page: the runs of its lines, and what is no part of the flow of a line for itself."""
    mirror = page.margin_width() if _direction(page) == "rtl" else 0.0
    stacks: list[Stack] = []
    pieces = [*_set(page, mirror, stacks)]
    for stack in stacks:
        pieces = [stack.moved(piece) for piece in pieces]
    yield from pieces


def _set(page: Any, mirror: float, stacks: list[Stack]) -> Iterator[Piece]:
    """The same where it was set; what stands in columns is added to the stacks."""
    pending = [(page, Setting(), page)]
    while pending:
        box, setting, around = pending.pop()
        setting = setting.within(box)
        columns = [child for child in _boxes(box) if _is_column(child)]
        if len(columns) > 1:
            stacks.append(Stack.of(columns, mirror))
        if type(box).__name__ != "LineBox":
            pending += [(child, setting, box) for child in _boxes(box)]
            continue
        run: list[tuple[Any, str]] = []
        for child, said, inner in _inline(box, setting):
            if child.is_in_normal_flow() and hasattr(child, "text"):
                run.append((child, said))
                continue
            pending.append((child, inner, box))
            if child.is_in_normal_flow():
                yield from _piece(box, around, run, mirror)
                run = []
        yield from _piece(box, around, run, mirror)


def _is_column(box: Any) -> bool:
    """Whether a box is a column, or a list that stands beside another one."""
    return getattr(box, "is_column", False) or (box.element_tag == "ul" and type(box).__name__ == "InlineBlockBox")


def _inline(box: Any, setting: Setting, *, raised: bool = False) -> Iterator[tuple[Any, str, Setting]]:
    """What a line is made of, in its order: words that can be seen, with raised figures as such signs, and blocks."""
    for child in _boxes(box):
        text = getattr(child, "text", None)
        if isinstance(text, str):
            if setting.within(child).shows(child):
                yield child, text.translate(_RAISED) if raised else text, setting
        elif not child.is_in_normal_flow() or type(child).__name__ not in _WITHIN:
            yield child, "", setting
        elif getattr(child, "is_leader", False):
            yield from ((inner, _LEADER, setting) for inner in _boxes(child)[:1])
        elif (child.element_tag or "").partition("::")[0] != _BREAK:
            above = child.style["vertical_align"]
            up = raised or (isinstance(above, int | float) and above > 0)
            yield from _inline(child, setting.within(child), raised=up)


def _piece(line: Any, around: Any, run: Sequence[tuple[Any, str]], mirror: float) -> Iterator[Piece]:
    """A run of a line; one that is written against the page begins where its paragraph does.

    Args:
        line: its box.
        around: the box of its paragraph.
        run: boxes of words, with the words.
        mirror: the width of a page that is read from right to left, else 0.
    """
    text = _SPACE.sub(" ", "".join(said for _, said in run).replace(_JOINER, ""))
    if not text.strip():
        return
    left = min(box.position_x for box, _ in run)
    right = max(box.position_x + box.width for box, _ in run)
    if (line.style["direction"] == "rtl") != bool(mirror) and hasattr(around, "content_box_x"):
        left, right = around.content_box_x(), around.content_box_x() + around.width
    start, end = (mirror - right, mirror - left) if mirror else (left, right)
    yield Piece(start, end, line.position_y, line.position_y + line.height, text)


def _direction(page: Any) -> str:
    """Which way a page is read: that of its text."""
    whole = next((child for child in page.children if child.element_tag == "html"), page)
    return str(whole.style["direction"])


def _boxes(box: Any) -> list[Any]:
    return [child for child in getattr(box, "children", ()) if hasattr(child, "element_tag")]


def _rows(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stand in one line, from the top."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.top + p.bottom, p.start)):
        if row and not (any(_beside(piece, other) for other in row) and all(_apart(piece, other) for other in row)):
            yield sorted(row, key=lambda p: p.start)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda p: p.start)


def _beside(one: Piece, other: Piece) -> bool:
    """Whether two pieces overlap in height by a third of the smaller one."""
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    return common > min(one.bottom - one.top, other.bottom - other.top) / 3


def _apart(one: Piece, other: Piece) -> bool:
    """Whether one ends where the other begins, or before."""
    return min(one.end, other.end) - max(one.start, other.start) < TOUCHING


def _line(row: Sequence[Piece], width: float, cells: int) -> str:
    line, end = "", 0.0
    for piece in row:
        between = piece.start - end
        column = round(piece.start / width * cells) if width else 0
        if not line or between > WIDE:
            line += " " * max(column - len(line), 2 if line else 0)
        elif between > TOUCHING:
            line += " "
        line += piece.text.lstrip() if line[-1:] in {"", " "} else piece.text
        end = piece.end
    line = line.rstrip()
    return line.replace(_LEADER, "." * max(3, round(end / width * cells) - len(line) + 1)) if _LEADER in line else line


def _at_the_edge(found: Sequence[str]) -> tuple[str, ...]:
    """The lines without the margin that all have."""
    margin = min((len(line) - len(line.lstrip()) for line in found if line), default=0)
    return tuple(line[margin:] for line in found)
