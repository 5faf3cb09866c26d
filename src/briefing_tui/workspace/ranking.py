"""The best passages first, whichever article they are from: most of the words asked for, then these close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Span
    from ..search import Hit, Query

CLOSE = 8
"""Characters between two words, about one other word, as which they stand together."""

Words = frozenset[int]
"""Which of the words asked for."""


def best_first(hits: Sequence[Hit], query: Query) -> tuple[Hit, ...]:
    """Hits in the order of how much of a query each paragraph holds; else those of the better article stay first."""
    asked = _Asked(query)
    return tuple(sorted(hits, key=asked.rank)) if len(query.in_text) > 1 else tuple(hits)


class _Asked:
    """The words of a query, to be told apart in what was found."""

    def __init__(self, query: Query) -> None:
        from ..search import Alternative, Query

        self._alone = [Query((Alternative((term,)),)) for term in query.in_text]
        self._known: dict[str, Words] = {}

    def rank(self, hit: Hit) -> tuple[int, int, int]:
        """Less is better: words that are not there, words that stand far off, other words between those that do not."""
        marked = [(mark, self._of(mark.slice(hit.snippet).lower())) for mark in hit.marks]
        together = _any(words for _, words in marked)
        held = _any(map(self._of, hit.matched)) | together
        return -len(held), -len(together), _between(marked, together)

    def _of(self, found: str) -> Words:
        """The words of the query that a matched piece of text is."""
        from ..search import find_in_text

        if found not in self._known:
            self._known[found] = frozenset(n for n, one in enumerate(self._alone) if find_in_text(one, found))
        return self._known[found]


def _any(each: Iterator[Words] | map[Words]) -> Words:
    return frozenset[int]().union(*each)


def _between(marked: Sequence[tuple[Span, Words]], wanted: Words) -> int:
    """How many other words, about, stand between any two of those wanted, where all of them are nearest."""
    last: dict[int, Span] = {}
    gaps = []
    for mark, words in marked:
        last |= dict.fromkeys(words, mark)
        if len(last) == len(wanted) > 1:
            spans = set(last.values())
            gaps.append((mark.end - min(s.start for s in spans) - sum(map(len, spans))) // (CLOSE * len(spans)))
    return min(gaps, default=0)
