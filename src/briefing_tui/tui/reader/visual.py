"""A layout that shows words written from right to left in the order in which they are read, with exact maps."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Span
from . import bidi
from .layout import SPACER, Layout, Sign

WHOLE = 8_192
"""Code points up to which the levels of a paragraph are found all at once; in a longer one, line by line."""
KEPT = 512
"""Paragraphs whose levels are remembered, and lines whose signs are."""


class VisualLayout(Layout):
    """The same lines, each from left to right as it is drawn; paragraphs that begin from the right stand at the right.

    A line in which nothing is written from right to left is as in any other layout.
    """

    __slots__ = ("_levels", "_placed", "_spans")

    def __init__(self, text: str, blocks: Sequence[Span], width: int) -> None:
        self._spans = blocks
        self._levels: dict[int, tuple[int, list[int]]] = {}
        self._placed: dict[int, tuple[Sign, ...]] = {}
        super().__init__(text, blocks, width)

    def reordered(self, line: int) -> tuple[Sign, ...]:
        """The signs of a line from left to right; none where their order is that of the text."""
        if line not in self._placed:
            if len(self._placed) >= KEPT:
                self._placed.clear()
            self._placed[line] = self._place(line)
        return self._placed[line]

    def _place(self, line: int) -> tuple[Sign, ...]:
        start, end = self.starts[line], self.ends[line]
        if self.blocks[line] == SPACER or start == end:
            return ()
        paragraph = self._paragraph(line)
        if not bidi.has_right_to_left(self.text, paragraph.start, paragraph.end):
            return ()
        base, found = self._line_levels(paragraph, start, end)
        signs = self.graphemes(line)
        of_signs = [found[first] for first, _, _ in signs]
        cell = self.width - sum(cells for _, _, cells in signs) if base else 0
        placed = []
        for at in bidi.visual_order(of_signs):
            first, stop, cells = signs[at]
            shown = self.text[start + first : start + stop]
            if of_signs[at] % 2:
                shown = bidi.mirrored(shown[0]) + shown[1:]
            placed.append(Sign(start + first, cell, cells, shown))
            cell += cells
        return tuple(placed)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Line and cell where a code point is drawn; beyond the last one of its line where it is not shown."""
        line = self.line_of(offset)
        placed = self.reordered(line)
        if not placed:
            return super().cell_of(offset)
        if offset >= self.ends[line]:
            return line, self._behind(line, placed)
        return line, max((sign for sign in placed if sign.start <= offset), key=lambda sign: sign.start).cell

    def offset_at(self, line: int, cell: int) -> int:
        """The code point that begins what is drawn at a cell; beside a line its beginning or its end."""
        placed = self.reordered(line)
        if not placed:
            return super().offset_at(line, cell)
        found = next((sign.start for sign in placed if sign.cell <= cell < sign.cell + sign.cells), None)
        if found is not None:
            return found
        before_it = cell > placed[-1].cell if self._base(line) else cell < placed[0].cell
        return self.starts[line] if before_it else self.ends[line]

    def _behind(self, line: int, placed: Sequence[Sign]) -> int:
        """The cell where a line ends for its reader: at the left of one that is read from the right."""
        left, right = placed[0], placed[-1]
        return left.cell - 1 if self._base(line) else right.cell + right.cells

    def _base(self, line: int) -> int:
        paragraph = self._paragraph(line)
        return self._line_levels(paragraph, self.starts[line], self.ends[line])[0]

    def _paragraph(self, line: int) -> Span:
        """What the order of a line is found in: the part of its block between two line breaks."""
        block = self._spans[self.blocks[line]]
        start, end = self.starts[line], self.ends[line]
        after = self.text.find("\n", end, block.end)
        return Span(self.text.rfind("\n", block.start, start) + 1 or block.start, block.end if after < 0 else after)

    def _line_levels(self, paragraph: Span, start: int, end: int) -> tuple[int, list[int]]:
        """The level of the paragraph, and those of a line of it."""
        if len(paragraph) > WHOLE:
            base = bidi.base_level(self.text[paragraph.start : paragraph.start + WHOLE])
            line = self.text[start:end]
            return base, bidi.line_levels(line, bidi.levels(line, base), base)
        if paragraph.start not in self._levels:
            if len(self._levels) >= KEPT:
                self._levels.clear()
            text = paragraph.slice(self.text)
            base = bidi.base_level(text)
            self._levels[paragraph.start] = base, bidi.levels(text, base)
        base, found = self._levels[paragraph.start]
        of_line = found[start - paragraph.start : end - paragraph.start]
        return base, bidi.line_levels(self.text[start:end], of_line, base)
