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


Place = tuple[int, int, str]
"""Start and end of a match in code points, and its words in lower case."""


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
    return [Span(start, end) for start, end, _ in places(row[0])] if row else []


def places(marked: str) -> list[Place]:
    """What `OPEN` and `CLOSE` enclose in a marked text, counted as if these were not there."""
    before, *pieces = marked.split(OPEN)
    offset = len(before)
    found = []
    for piece in pieces:
        words, _, rest = piece.partition(CLOSE)
        end = offset + len(words)
        found.append((offset, end, words.casefold()))
        offset = end + len(rest)
    return found


def without_overlaps(found: Iterable[Place]) -> list[Place]:
    """The places in order; of those that overlap, the one that begins first, the longer of two with one beginning."""
    kept: list[Place] = []
    for place in sorted(found, key=lambda place: (place[0], -place[1])):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept


@lru_cache(maxsize=2)  # people go on searching in the text that they read
def _index(text: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute(f"CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='{TOKENIZER}')")
    connection.execute("INSERT INTO passages VALUES (?)", (text,))
    return connection
