"""The lines of a page on a screen that may be narrower than the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

from ..lines import wrap
from ..reader import bidi

_BEGINNING = re.compile(r"\s*(?:\S{1,6}\s{2,})?")
"""White space, and a number that stands before the text."""
_APART = re.compile(r"\S\s{2,}\S")
FULL = 55
"""Cells of text from which a line of a page goes on in the next one."""


@dataclass(slots=True)
class _Paragraph:
    """What goes on from line to line."""

    beginning: str
    text: str
    goes_on: bool

    def takes(self, line: str) -> bool:
        """Whether a line is the next one of it."""
        at = len(line) - len(line.lstrip())
        return self.goes_on and at == len(self.beginning) and bool(line.strip()) and not _APART.search(line)

    def lines(self, width: int) -> list[str]:
        """In as many lines as it takes; they stand under its beginning."""
        room = width - len(self.beginning)
        if room < width // 2:
            return wrap(" ".join((self.beginning + self.text).split()), width)
        first, *more = wrap(" ".join(self.text.split()), room) or [""]
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


def _paragraphs(lines: Sequence[str]) -> Iterator[_Paragraph]:
    paragraph: _Paragraph | None = None
    for line in lines:
        if paragraph and paragraph.takes(line):
            paragraph.text += f" {line.strip()}"
            paragraph.goes_on = len(line.strip()) >= FULL
            continue
        if paragraph:
            yield paragraph
        found = _BEGINNING.match(line)
        beginning = found.group() if found else ""
        text = line[len(beginning) :]
        paragraph = _Paragraph(beginning, text, len(text) >= FULL and not _APART.search(text))
    if paragraph:
        yield paragraph
