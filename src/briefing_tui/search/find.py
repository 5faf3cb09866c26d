"""Finding words in one text, by the same folding and the same rules as in the index of all."""

from __future__ import annotations

from briefing_tui.model import Span

from .folding import fold, indexable
from .marking import Marker
from .query import Query


def find_in_text(query: Query, text: str) -> list[Span]:
    """Where the wanted words of a query stand in a text, each of them, whether or not the others stand there too.

    Returns:
        spans of code points in order, without overlap; a phrase is one span.
    """
    return [Span(start, end) for start, end, _ in Marker(fold(indexable(text))).places(query.in_text)]
