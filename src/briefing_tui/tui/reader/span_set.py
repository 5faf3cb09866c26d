"""Labelled spans that can be asked what lies on a line."""

from __future__ import annotations

from array import array
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
    """Marked spans in order of their start; they may overlap. Each is made when it is asked for: there may be many."""

    def __init__(self, marked: Iterable[tuple[str, Span]] = ()) -> None:
        found = sorted(((s.start, s.end, label) for label, s in marked if s.end > s.start), key=lambda m: m[:2])
        self._starts = array("q", (start for start, _, _ in found))
        self._ends = array("q", (end for _, end, _ in found))
        self._labels = [label for _, _, label in found]
        self._longest = max((end - start for start, end, _ in found), default=0)

    @classmethod
    def of(cls, *spans: Span) -> SpanSet:
        """Spans without labels."""
        return cls(("", span) for span in spans)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Marked:
        return Marked(Span(self._starts[index], self._ends[index]), self._labels[index])

    def __iter__(self) -> Iterator[Marked]:
        return map(self.__getitem__, range(len(self)))

    def overlapping(self, start: int, end: int) -> list[Marked]:
        """The spans that share a code point with `[start, end)`."""
        first = bisect_left(self._starts, start - self._longest + 1)
        last = bisect_left(self._starts, end)
        return [self[n] for n in range(first, last) if self._ends[n] > start]

    def before(self, start: int) -> int:
        """How many spans begin before a place."""
        return bisect_left(self._starts, start)

    def first_at(self, start: int, end: int) -> int:
        """The number of the first span that shares a code point with `[start, end)`, of spans that do not overlap.

        Returns:
            -1 where none does.
        """
        n = self.before(start)
        if n and self._ends[n - 1] > start:
            return n - 1
        return n if n < len(self) and self._starts[n] < end else -1

    def starting(self, start: int, end: int) -> tuple[Marked, ...]:
        """The spans that begin in `[start, end)`."""
        return tuple(map(self.__getitem__, range(bisect_left(self._starts, start), bisect_left(self._starts, end))))
