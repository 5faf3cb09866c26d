"""The lines of a page on a screen that may be narrower than the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

from ...lines import wrap
from ...reader import bidi

_BEGINNING = re.compile(r"\s*(?:(?:¶{1,2}\s)?\S{1,6}\s{2,})?")
"""White space, and a number that stands before the text, as that of a paragraph (¶ 35)."""
_GAP = re.compile(r"\s{2,}")
_APART = re.compile(r"\S\s{2,}\S")
FULL = 55
"""Cells of text from which a line of a page goes on in the next one."""
RAGGED = 0.9
"""Of the longest line of a paragraph: what would have had room in so much began a new line of its own."""


@dataclass(slots=True)
class _Paragraph:
    """What goes on from line to line."""

    beginning: str
    text: str
    goes_on: bool
    last: str
    """Its last line."""
    longest: int = 0
    """The letters of its longest line but the last."""

    def takes(self, line: str) -> bool:
        """Whether a line is the next one of it."""
        at = len(line) - len(line.lstrip())
        if not self.goes_on or at != len(self.beginning) or not line.strip() or _APART.search(line):
            return False
        with_word = len(self.last) + 1 + len(line.split(maxsplit=1)[0])
        return with_word > RAGGED * max(self.longest, len(line.strip()))

    def take(self, line: str) -> None:
        """Go on in a line."""
        said = line.strip()
        self.text += f" {said}"
        self.longest, self.last = max(self.longest, len(self.last)), said
        self.goes_on = len(said) >= FULL

    def lines(self, width: int) -> list[str]:
        """In as many lines as it takes; they stand under its beginning."""
        room = width - len(self.beginning)
        if room < width // 2:
            lead = len(self.beginning) - len(self.beginning.lstrip())
            lead = lead if lead < width // 2 else 0
            return [" " * lead + part for part in _flowed(self.beginning + self.text, width - lead)]
        first, *more = _flowed(self.text, room) or [""]
        return [self.beginning + first, *(" " * len(self.beginning) + part for part in more)]


def in_cells(lines: Sequence[str], width: int) -> list[str]:
    """The lines of a page as they are or, where one does not fit, its paragraphs broken anew.

    Args:
        lines: of a page.
        width: cells.
    """
    if all(cell_len(line) <= width for line in lines):
        return list(lines)
    return [part for one in _paragraphs(lines) for part in _fitting(one, width)]


def drawn(line: str, width: int) -> str:
    """A line for a terminal that leaves the order to us: from left to right as it is drawn, in a page of a width.

    One that begins with words written from right to left stands at the right.
    """
    if not bidi.has_right_to_left(line):
        return line
    base = bidi.base_level(line)
    levels = bidi.line_levels(line, bidi.levels(line, base), base)
    signs = [(line[start:end], levels[start]) for start, end, _ in split_graphemes(line)[0]]
    order = (signs[at] for at in bidi.visual_order([level for _, level in signs]))
    text = "".join(bidi.mirrored(sign[0]) + sign[1:] if level % 2 else sign for sign, level in order)
    return text.rjust(len(text) + width - cell_len(text)) if base else text


def _fitting(one: _Paragraph, width: int) -> list[str]:
    whole = one.beginning + one.text
    return [whole] if cell_len(whole) <= width else one.lines(width)


def _flowed(text: str, width: int) -> list[str]:
    """A text in lines of a width; what stands apart in it still does, or has a line of its own."""
    lines = [""]
    for part in _GAP.split(text.strip()):
        joined = f"{lines[-1]}  {part}" if lines[-1] else part
        if cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(part, width)
    return [said for said in lines if said]


def _paragraphs(lines: Sequence[str]) -> Iterator[_Paragraph]:
    paragraph: _Paragraph | None = None
    for line in lines:
        if paragraph and paragraph.takes(line):
            paragraph.take(line)
            continue
        if paragraph:
            yield paragraph
        found = _BEGINNING.match(line)
        beginning = found.group() if found else ""
        text = line[len(beginning) :]
        paragraph = _Paragraph(beginning, text, len(text) >= FULL and not _APART.search(text), text)
    if paragraph:
        yield paragraph
