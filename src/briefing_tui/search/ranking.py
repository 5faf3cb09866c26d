"""Which of the paragraphs that answer a query comes first: the one that holds most of it, most closely together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .marking import Marker
from .snippets import LENGTH

if TYPE_CHECKING:
    from .hits import Found
    from .marking import Place
    from .query import Query

CLOSE = 8
"""Characters between two words, about one other word, as which they stand together."""
FAR = LENGTH // CLOSE
"""Other words between two, about, from which on it does not matter any more how many: one does not see them at once."""

Terms = frozenset[int]
"""Which of the terms of a query."""


class Ranking:
    """The order of what a query finds in the articles that answer it best.

    A query of one term leaves them in the order of their scores: better articles first, then more of the words.
    """

    def __init__(self, query: Query) -> None:
        self._terms = query.in_text
        self._known: dict[str, Terms] = {}

    @property
    def across(self) -> bool:
        """Whether a worse article can hold a better paragraph, so that scores alone do not tell when to stop."""
        return len(self._terms) > 1

    def key(self, found: Found) -> tuple[int, int, float]:
        """Less is better: terms that are missing, other words between those that are there, the score."""
        if not self.across:
            return 0, 0, -found.score
        if len(found.matches) == 1:
            return -len(self._of(found.matches[0][2])), 0, -found.score
        places = [(place, self._of(place[2])) for place in found.matches]
        held = len(set().union(*(terms for _, terms in places)))
        return -held, min(FAR, _between(places, held)) if held > 1 else 0, -found.score

    def _of(self, words: str) -> Terms:
        """The terms that stand in words that were found."""
        known = self._known.get(words)
        if known is None:
            marker = Marker(words)
            known = frozenset(n for n, term in enumerate(self._terms) if marker.holds(term))
            self._known[words] = known
        return known


def _between(places: Iterable[tuple[Place, Terms]], wanted: int) -> int:
    """How many words that nobody asked for stand, about, for each of as many terms as are wanted, where that is least.

    Args:
        places: where the terms stand, in the order of the text and none over another.
        wanted: how many of the terms there are.
    """
    last: dict[int, tuple[int, int]] = {}  # where each term last began, and how much of the text before was asked for
    asked_for = 0
    nearest = FAR
    for (start, end, _), terms in places:
        for term in terms:
            last[term] = start, asked_for
        asked_for += end - start
        if len(last) == wanted:
            first, before = min(last.values())
            nearest = min(nearest, (end - first - (asked_for - before)) // (CLOSE * wanted))
    return nearest
