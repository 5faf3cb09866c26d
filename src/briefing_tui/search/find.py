"""Finding words in one text, by the same folding and the same rules as in the index of all."""

from __future__ import annotations

from functools import cached_property

from briefing_tui.model import Span

from .folding import fold, indexable
from .marking import Marker
from .query import Query


class Searched:
    """A text that is searched again and again: it is folded once, when it is searched first."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _marker(self) -> Marker:
        return Marker(fold(indexable(self._text)))

    def find(self, query: Query) -> list[Span]:
        """Where the wanted words of a query stand, each of them, whether or not the others stand there too.

        Returns:
            spans of code points in order, without overlap; a phrase is one span.
        """
        return [Span(start, end) for start, end, _ in self._marker.places(query.in_text)]

    def holds(self, query: Query) -> bool:
        """Whether one of these words stands there at all."""
        return any(self._marker.holds(term) for term in query.in_text)


def find_in_text(query: Query, text: str) -> list[Span]:
    """Where the wanted words of a query stand in a text that is searched once."""
    return Searched(text).find(query)
