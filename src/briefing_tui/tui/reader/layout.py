"""Pure text layout: an article wrapped to a width, with exact maps from source offsets to lines and cells and back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import split_graphemes

from ...model import Span

SPACER = -1
"""The block of a blank line between two blocks."""

_NARROW = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0386-\u0482\u048a-\u052f\u05be\u05d0-\u05ea\u0620-\u063f\u0641-\u064a"
    "\u066e\u066f\u0671-\u06d5\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc"
)
_WIDE = "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
_ONE_CELL_EACH = re.compile(f"[{_NARROW}]*+")
"""Code points that always fill one cell and never join their neighbour; for these no cells need to be counted."""
_ONE_SIGN_EACH = re.compile(f"[{_NARROW}{_WIDE}]*+")
"""The same with those that always fill two."""
_FIRST_WIDE = "\u3001"
_UNBREAKABLE = frozenset("\u00a0\u2007\u202f")
_BREAK_AFTER = frozenset("-‐–—/")
_NOT_FIRST = frozenset("，。、；：！？）」』】》〉”’…ー々〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ.,;:!?)]}")
_NOT_LAST = frozenset("（「『【《〈“‘([{")

Grapheme = tuple[int, int, int]
"""Start and end within its line, and cells, as `rich.cells` counts them."""


class Sign(NamedTuple):
    """What is drawn as one sign, at its place in a line."""

    start: int
    """Offset of its first code point."""
    cell: int
    cells: int
    text: str
    """As it is drawn: a bracket among words written from right to left is the other one."""


class Layout:
    """The lines of a text in a column.

    A line shows the code points from `starts[line]` to `ends[line]`; `blocks[line]` is the index of its block, or
    `SPACER`. A code point that is not shown (white space at a break, the marker of a heading) belongs to the line that
    stands before it.

    Args:
        text: what is shown, sanitised, of the same length as the source.
        blocks: headings and paragraphs in order; each keeps its own line breaks.
        width: cells.
    """

    __slots__ = ("blocks", "ends", "first_lines", "starts", "text", "width")

    def __init__(self, text: str, blocks: Sequence[Span], width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self.starts = array("q")
        self.ends = array("q")
        self.blocks = array("q")
        self.first_lines = array("q")
        for index, block in enumerate(blocks):
            if index:
                self._add(blocks[index - 1].end, blocks[index - 1].end)
                self.blocks.append(SPACER)
            self.first_lines.append(len(self.starts))
            self._wrap_block(block)
            self.blocks.extend([index] * (len(self.starts) - len(self.blocks)))

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """The line that a code point belongs to."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def lines_of(self, span: Span) -> range:
        """The lines that a span touches."""
        return range(self.line_of(span.start), self.line_of(max(span.start, span.end - 1)) + 1)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Line and cell where a code point is shown; the end of its line where it is not."""
        line = self.line_of(offset)
        start, end = self.starts[line], self.ends[line]
        if offset <= start:
            return line, 0
        if self._is_plain(start, end):
            return line, min(offset, end) - start
        cell = 0
        for _, stop, cells in self.graphemes(line):
            if offset < start + stop:
                break
            cell += cells
        return line, cell

    def offset_at(self, line: int, cell: int) -> int:
        """The code point that begins what is shown at a cell; the end of the line to the right of it."""
        start, end = self.starts[line], self.ends[line]
        if self._is_plain(start, end):
            return min(start + max(0, cell), end)
        right = 0
        for first, _, cells in self.graphemes(line):
            right += cells
            if cell < right:
                return start + first
        return end

    def reordered(self, line: int) -> tuple[Sign, ...]:  # noqa: ARG002 - of another layout
        """The signs of a line as they stand from left to right; none where that is their order in the text."""
        return ()

    def graphemes(self, line: int) -> list[Grapheme]:
        """What is drawn as one sign each."""
        return _signs(self.text[self.starts[line] : self.ends[line]])

    def cells(self, line: int) -> int:
        """How many cells a line fills."""
        start, end = self.starts[line], self.ends[line]
        return end - start if self._is_plain(start, end) else sum(g[2] for g in self.graphemes(line))

    def _is_plain(self, start: int, end: int) -> bool:
        found = _ONE_CELL_EACH.match(self.text, start, end)
        return found is not None and found.end() == end

    def _add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)

    def _wrap_block(self, block: Span) -> None:
        text, start = self.text, block.start
        while start < block.end:
            newline = text.find("\n", start, block.end)
            end = block.end if newline < 0 else newline
            if self._is_plain(start, end):
                self._wrap_plain(start, end)
            else:
                self._wrap_graphemes(start, end)
            start = end + 1

    def _wrap_plain(self, start: int, end: int) -> None:
        """Break at spaces, else after a hyphen or dash, else where the line is full; one code point is one cell."""
        text, width = self.text, self.width
        starts, ends = self.starts, self.ends
        while end - start > width:
            space = text.rfind(" ", start + 1, start + width + 1)
            if space > 0 and not text[start:space].isspace():
                stop = after = space
            else:
                hyphen = max(text.rfind(char, start, start + width) for char in "-–—/")
                stop = after = hyphen + 1 if hyphen > start else start + width
            starts.append(start)
            ends.append(stop)
            while after < end and text[after] == " ":
                after += 1
            start = after
        if start < end:
            self._add(start, end)

    def _wrap_graphemes(self, start: int, end: int) -> None:
        """The same by what is drawn as one sign; between wide signs any place will do that their own rules allow."""
        signs = _signs(self.text[start:end])
        chars = [self.text[start + sign[0] : start + sign[1]] for sign in signs]
        first = 0
        while first < len(signs):
            last = self._filled(signs, first)
            after = last if last == len(signs) else _break(chars, signs, first, last)
            stop = after
            while stop > first + 1 and _is_break_space(chars[stop - 1]):
                stop -= 1
            self._add(start + signs[first][0], start + signs[stop - 1][1])
            while after < len(signs) and _is_break_space(chars[after]):
                after += 1
            first = after

    def _filled(self, signs: Sequence[Grapheme], first: int) -> int:
        """The sign after the last one that has room beside `first`; there is always room for one."""
        room, last = self.width - signs[first][2], first + 1
        while last < len(signs) and signs[last][2] <= room:
            room -= signs[last][2]
            last += 1
        return last


def _signs(text: str) -> list[Grapheme]:
    """What is drawn as one sign each; where no two can join, without looking for what does."""
    if _ONE_SIGN_EACH.fullmatch(text):
        return [(at, at + 1, 1 + (char >= _FIRST_WIDE)) for at, char in enumerate(text)]
    return split_graphemes(text)[0]


def _break(chars: Sequence[str], signs: Sequence[Grapheme], first: int, full: int) -> int:
    """The sign that the next line begins with (or the space before it), `full` being the first without room."""
    for at in range(full, first, -1):
        before, here = chars[at - 1], chars[at]
        if _is_break_space(here):
            return at
        if here in _NOT_FIRST or before in _NOT_LAST:
            continue
        if _is_break_space(before) or before in _BREAK_AFTER or signs[at - 1][2] == 2 or signs[at][2] == 2:
            return at
    return full


def _is_break_space(char: str) -> bool:
    return char.isspace() and char not in _UNBREAKABLE
