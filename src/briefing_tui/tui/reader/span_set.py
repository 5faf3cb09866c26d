"""Labelled spans that can be asked what lies on a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A span and what it is called: an excerpt's id, a brief's id, or nothing."""

    span: Span
    label: str = ""


class SpanSet:
    """Marked spans in order of their start; they may overlap."""

    def __init__(self, marked: Iterable[tuple[str, Span]] = ()) -> None:
        self.entries = tuple(sorted((Marked(s, label) for label, s in marked if len(s)), key=lambda m: m.span))
        self._starts = [m.span.start for m in self.entries]
        self._longest = max((len(m.span) for m in self.entries), default=0)

    @classmethod
    def of(cls, *spans: Span) -> SpanSet:
        """Spans without labels."""
        return cls(("", span) for span in spans)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Marked]:
        return iter(self.entries)

    def overlapping(self, start: int, end: int) -> list[Marked]:
        """The spans that share a code point with `[start, end)`."""
        first = bisect_left(self._starts, start - self._longest + 1)
        last = bisect_left(self._starts, end)
        return [m for m in self.entries[first:last] if m.span.end > start]

    def before(self, start: int) -> int:
        """How many spans begin before a place."""
        return bisect_left(self._starts, start)

    def first_at(self, start: int, end: int) -> int:
        """The number of the first span that shares a code point with `[start, end)`, of spans that do not overlap.

        Returns:
            -1 where none does.
        """
        n = self.before(start)
        if n and self.entries[n - 1].span.end > start:
            return n - 1
        return n if n < len(self) and self._starts[n] < end else -1

    def starting(self, start: int, end: int) -> tuple[Marked, ...]:
        """The spans that begin in `[start, end)`."""
        return self.entries[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
