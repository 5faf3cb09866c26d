"""Finding words in one text, by the same folding and the same rules as in the index of all."""

from __future__ import annotations

import sqlite3
import threading
from functools import lru_cache

from briefing_tui.model import Span

from .marking import MARKED, WHOLE, index, mark_long, places
from .query import Query
from .rows import indexable

_lock = threading.Lock()


def find_in_text(query: Query, text: str) -> list[Span]:
    """Where the wanted words of a query stand in a text, each of them, whether or not the others stand there too.

    Returns:
        spans of code points in order, without overlap; a phrase is one span.
    """
    text = indexable(text)
    if len(text) > WHOLE:
        return [Span(start, end) for start, end, _ in mark_long(query, text)]
    with _lock:
        sql = f"SELECT {MARKED} FROM passages WHERE passages MATCH ?"  # noqa: S608 - all written here
        row = _index(text).execute(sql, (query.any_term,)).fetchone()
    return [Span(start, end) for start, end, _ in places(row[0])] if row else []


@lru_cache(maxsize=2)  # people go on searching in the text that they read
def _index(text: str) -> sqlite3.Connection:
    return index((text,))
