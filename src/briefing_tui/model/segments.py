"""An article's text as blocks: headings and numbered paragraphs, each with its span."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from .span import Span

HEADING = "## "
"""Opens a heading; a paragraph that begins so in the source, with or without backslashes, has one more before it."""
_ESCAPED = re.compile(r"\\+" + HEADING)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: no ¶ of its own, cited as 'heading before ¶ n'."""

    span: Span
    """The words of the heading, without the marker."""
    before: int
    """The ¶ that follows (one more than the last ¶ where none does)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph, numbered from 1."""

    n: int
    span: Span
    heading: int
    """Index of the heading that it stands under, -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Segments:
    """The blocks of one text, in order."""

    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Heading, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def paragraph(self, n: int) -> Paragraph | None:
        """The paragraph with the number `n`, or `None`."""
        return self.paragraphs[n - 1] if 1 <= n <= len(self.paragraphs) else None

    def at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the code point at `offset` or, in a gap or heading, `None`."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.paragraphs[i].span.end:
            return self.paragraphs[i]
        return None

    def heading_at(self, offset: int) -> Heading | None:
        """The heading that holds the code point at `offset`, or `None`."""
        i = bisect_right(self.headings, offset, key=lambda h: h.span.start) - 1
        return self.headings[i] if i >= 0 and self.headings[i].span.contains(offset) else None

    def locate(self, span: Span) -> tuple[int, int, bool]:
        """Where an excerpt stands.

        Returns:
            first ¶, last ¶ and whether it begins in a heading (then the first is the ¶ after it).
        """
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        if first >= 0 and span.start < self.paragraphs[first].span.end:
            return first + 1, max(first, last) + 1, False
        after = min(first + 2, len(self.paragraphs)) or 1
        return after, max(after, last + 1), self.heading_at(span.start) is not None


def segment(text: str) -> Segments:
    """Split a text into headings and numbered paragraphs.

    Blocks are separated by lines without any visible character. Spans exclude white space at either end of a block.
    """
    paragraphs: list[Paragraph] = []
    headings: list[Heading] = []
    for start, end in _blocks(text):
        if text.startswith(HEADING, start):
            line_end = text.find("\n", start, end)
            if line_end < 0:
                line_end = end
            words = _trim(text, min(start + len(HEADING), line_end), line_end)
            headings.append(Heading(words, len(paragraphs) + 1))
            rest = _trim(text, line_end, end)
            if len(rest):
                paragraphs.append(Paragraph(len(paragraphs) + 1, rest, len(headings) - 1))
            continue
        escaped = bool(_ESCAPED.match(text, start))
        paragraphs.append(Paragraph(len(paragraphs) + 1, Span(start + escaped, end), len(headings) - 1))
    return Segments(tuple(paragraphs), tuple(headings), tuple(p.span.start for p in paragraphs))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that hold something visible, trimmed, as `(start, end)`."""
    start = -1
    end = position = 0
    length = len(text)
    while position <= length:
        newline = text.find("\n", position)
        if newline < 0:
            newline = length
        if newline > position and not text[position:newline].isspace():
            if start < 0:
                start = position
            end = newline
        elif start >= 0:
            span = _trim(text, start, end)
            yield span.start, span.end
            start = -1
        position = newline + 1
    if start >= 0:
        span = _trim(text, start, end)
        yield span.start, span.end


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
