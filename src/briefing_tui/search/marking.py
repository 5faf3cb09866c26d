"""Marking words in one text; a long one piece by piece, for SQLite takes the square of the time to mark it at once."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from .query import Alternative, Query
from .rows import CLOSE, OPEN
from .schema import TOKENIZER

WHOLE = 16_384
"""Code points of the longest text that SQLite marks at once: some milliseconds, 20 where every second one is a word."""
PIECE = 2_048
"""Code points of a piece of a longer one, and the most that are looked at beyond it for the end of a phrase."""
BATCH = 64
"""Pieces that are indexed together."""
MOST = 100_000
"""Places that are marked in one text: more than anybody goes through, and a second's work."""

MARKED = f"highlight(passages, 0, '{OPEN}', '{CLOSE}')"
"""In SQL: the text with every match between `OPEN` and `CLOSE`."""

_STRETCH = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W_]")
_SEPARATING = frozenset({"Cc", "Zs", "Zl", "Zp", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "So"})

Place = tuple[int, int, str]
"""Start and end of a match in code points, and its words in lower case."""


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


def index(texts: Sequence[str]) -> sqlite3.Connection:
    """An index in memory; its rows are the texts, from 1."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute(f"CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='{TOKENIZER}')")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO passages VALUES (?)", ((text,) for text in texts))
    connection.execute("COMMIT")
    return connection


def mark_long(wanted: Query | Alternative, text: str, look: Callable[[], None] | None = None) -> list[Place]:
    """Each place where a wanted word stands, whatever else stands there, as SQLite would mark it; `MOST` at most.

    Args:
        wanted: a query or one of its alternatives.
        text: an indexable one.
        look: called every now and then; what it raises ends the work.
    """
    return list(islice(_joined(_found(wanted, text, look), text), MOST))


def _found(wanted: Query | Alternative, text: str, look: Callable[[], None] | None) -> Iterator[tuple[int, int]]:
    """Start and end of each match; one that goes on in the next piece may come twice, in part."""
    pieces = _pieces(text)
    while batch := list(islice(pieces, BATCH)):
        if look:
            look()
        connection = index([text[start : _ahead(text, end, wanted.longest - 1)] for start, end in batch])
        sql = f"SELECT rowid, {MARKED} FROM passages WHERE passages MATCH ? ORDER BY rowid"  # noqa: S608 - all ours
        for number, marked in connection.execute(sql, (wanted.any_term,)):
            start, end = batch[number - 1]
            yield from ((start + a, start + b) for a, b, _ in places(marked) if start + a < end)
        connection.close()


def _joined(found: Iterable[tuple[int, int]], text: str) -> Iterator[Place]:
    """Overlapping ones as one, as SQLite has them."""
    begin = reached = 0
    for start, end in found:
        if start >= reached:
            if reached:
                yield begin, reached, text[begin:reached].casefold()
            begin = start
        reached = max(reached, end)
    if reached:
        yield begin, reached, text[begin:reached].casefold()


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the pieces, cut between words where there is a place for it."""
    start = 0
    while start < len(text):
        end = min(start + PIECE, len(text))
        if end < len(text):
            end = next((at for at in range(end, start, -1) if text[at - 1].isspace()), 0) or next(
                (at for at in range(end, start, -1) if unicodedata.category(text[at - 1]) in _SEPARATING), end
            )
        yield start, end
        start = end


def _ahead(text: str, end: int, words: int) -> int:
    """The end of so many more words."""
    if words <= 0:
        return end
    for stretch in _STRETCH.finditer(text, end, end + PIECE):
        words -= _LETTER.search(stretch[0]) is not None
        if words == 0:
            return stretch.end()
    return min(end + PIECE, len(text))
