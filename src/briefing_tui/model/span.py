"""Spans: half-open ranges of code points in an article's text."""

from __future__ import annotations

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
