"""Finding words in one text, by the same folding and the same rules as in the index of all."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from functools import lru_cache

from briefing_tui.model import Span

from .query import Query
from .rows import CLOSE, OPEN, indexable
from .schema import TOKENIZER

_lock = threading.Lock()


def find_in_text(query: Query, text: str) -> list[Span]:
    """Where the wanted words of a query stand in a text, each of them, whether or not the others stand there too.

    Returns:
        spans of code points in order, without overlap; a phrase is one span.
    """
    with _lock:
        found = _index(indexable(text)).execute(
            "SELECT highlight(passages, 0, ?, ?) FROM passages WHERE passages MATCH ?", (OPEN, CLOSE, query.any_term)
        )
        row = found.fetchone()
    return spans(row[0]) if row else []


def spans(marked: str) -> list[Span]:
    """The places of `OPEN` and `CLOSE` in a marked text, counted as if the marks were not there."""
    before, *pieces = marked.split(OPEN)
    offset = len(before)
    found = []
    for piece in pieces:
        words, _, rest = piece.partition(CLOSE)
        found.append(Span(offset, offset + len(words)))
        offset += len(words) + len(rest)
    return found


def without_overlaps(places: Iterable[Span]) -> list[Span]:
    """The places in order, those that overlap made one."""
    found: list[Span] = []
    for place in sorted(places):
        if found and place.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return found


@lru_cache(maxsize=2)  # people go on searching in the text that they read
def _index(text: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute(f"CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='{TOKENIZER}', prefix='2 3')")
    connection.execute("INSERT INTO passages VALUES (?)", (text,))
    return connection
