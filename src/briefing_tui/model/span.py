"""Spans: half-open ranges of code points in an article's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points, counted from 0."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The text under the span."""
        return text[self.start : self.end]

    def contains(self, offset: int) -> bool:
        """Whether the code point at `offset` lies within."""
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def densest(text: str, spans: Sequence[Span], room: int) -> Sequence[Span]:
    """The spans in a row, within `room` code points, that have the most different words: the earliest such.

    Args:
        text: what the spans refer to.
        spans: in order, without overlaps.
        room: code points from the first of them to the end of the last; a longer one stands alone.
    """
    words = [span.slice(text).casefold() for span in spans]
    best, most, last = (0, 0), 0, 0
    for first, span in enumerate(spans):
        last = max(last, first + 1)
        while last < len(spans) and spans[last].end - span.start <= room:
            last += 1
        different = len(set(words[first:last]))
        if different > most:
            best, most = (first, last), different
    return spans[best[0] : best[1]]
