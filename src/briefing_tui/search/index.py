"""Searching all articles: matching paragraphs, the best or the newest first, each with its words marked."""

from __future__ import annotations

import heapq
import json
import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from briefing_tui.errors import CancelledError
from briefing_tui.model import Span

from .catalogue import Catalogue
from .marking import MARKED, WHOLE, Place, mark_long, places, without_overlaps
from .query import Alternative, Query
from .rows import unpack_blocks
from .snippets import snippet

Interrupt = Callable[[], bool]
"""Says whether what was begun is not wanted any more."""
COUNTED = 100
"""Articles whose paragraphs are counted one by one; beyond, the total is an estimate."""
OPENED = 200
"""Articles that are opened at most to find the best paragraphs; they are the best articles, in order."""
SAMPLE = 50
"""Articles, spread over all that match, from which the total is estimated."""
STEPS = 2_000
"""Steps of the database between two looks at whether the search is still wanted: about a tenth of a millisecond."""

_MARKED = f"CASE WHEN length(text) <= {WHOLE} THEN {MARKED} END"
_MARKED_IN_ROW = f"SELECT {_MARKED} FROM passages WHERE passages MATCH ? AND rowid = ?"  # noqa: S608 - all written here


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph or a heading that holds words of the query."""

    article: str
    paragraph: int
    """For a heading the ¶ after it."""
    start: int
    end: int
    """The first of the matched words, in code points of the article's text."""
    snippet: str
    score: float
    """Higher is better; comes from BM25 of the article and the share of its matched words that stand here."""
    spans: tuple[Span, ...]
    """All matched words, in the article's text."""
    marks: tuple[Span, ...]
    """Those within the snippet, in the snippet."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found."""

    total: int
    """Paragraphs and headings in all articles that hold words of the query and match it."""
    exact: bool
    """Whether `total` was counted, not estimated."""
    hits: tuple[Hit, ...]


def search(
    catalogue: Catalogue,
    query: Query,
    *,
    limit: int = 100,
    newest: bool = False,
    articles: Iterable[str] | None = None,
    interrupt: Interrupt | None = None,
) -> Results:
    """Find articles that match, and in each the paragraphs that hold the words.

    Args:
        catalogue: where to search.
        query: what for.
        limit: hits at most.
        newest: the newest article first, without ranking: quick however many there are.
        articles: only among these ids.
        interrupt: asked every now and then from this thread; the search ends once it says yes.

    Raises:
        CancelledError: when `interrupt` said yes, or a signal came that ends the program.
    """
    among = None if articles is None else json.dumps(list(articles))

    def work(connection: sqlite3.Connection) -> Results:
        # Without an `interrupt` too: Python attends to signals in the handler, and what they raise ends the search.
        connection.set_progress_handler(interrupt or _wanted, STEPS)
        try:
            return _Search(connection, query, among, interrupt or _wanted).run(max(0, limit), newest=newest)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise _stopped() from error
            raise
        finally:
            connection.set_progress_handler(None, 0)

    return catalogue.database.read(work)


def _wanted() -> bool:
    """Nobody says that the search is not wanted any more."""
    return False


def _stopped() -> CancelledError:
    return CancelledError("The search was stopped")


class _Found(NamedTuple):
    """A block that holds matched words, before it is made a hit."""

    score: float
    number: int
    """Of the article's row."""
    block: int
    matches: tuple[Place, ...]


class _Search:
    """One search on one connection."""

    def __init__(self, connection: sqlite3.Connection, query: Query, among: str | None, interrupt: Interrupt) -> None:
        self._connection = connection
        self._query = query
        self._interrupt = interrupt
        self._condition = "passages MATCH ?"
        self._values: tuple[str, ...] = (query.expression,)
        if among is not None:
            # The plus keeps the index from running the query once for each of these rows.
            self._condition += (
                " AND +rowid IN (SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?)))"
            )
            self._values += (among,)

    def run(self, limit: int, *, newest: bool) -> Results:
        """Open articles in order until no better paragraph can come."""
        found: list[_Found] = []
        best: list[float] = []
        opened = 0
        exact = True
        for number, score, marked in self._articles(newest=newest):
            enough = len(found) >= limit and (newest or (opened >= COUNTED and (not best or best[0] >= score)))
            if enough or opened >= OPENED:
                exact = False
                break
            self._look()
            opened += 1
            for block in self._blocks(number, score, marked):
                found.append(block)
                (heapq.heappush if len(best) < limit else heapq.heappushpop)(best, block.score)
        total = len(found) if exact else max(len(found), self._estimate(len(found), opened, newest=newest))
        if not newest:
            found.sort(key=lambda block: -block.score)  # stable: the better article, then the earlier paragraph
        return Results(total, exact, tuple(self._hits(found[:limit])))

    def _look(self) -> None:
        """End the search where it is not wanted any more."""
        if self._interrupt():
            raise _stopped()

    def _articles(self, *, newest: bool) -> Iterator[tuple[int, float, str | None]]:
        """Matching articles in order as row number, score and marked text, without it where that is long."""
        score, order = ("1.0", "rowid DESC") if newest else ("-rank", "rank")
        return self._select(f"rowid, {score}, {_MARKED}", f"ORDER BY {order}")

    def _select(self, columns: str, order: str = "") -> sqlite3.Cursor:
        sql = f"SELECT {columns} FROM passages WHERE {self._condition} {order}"  # noqa: S608 - all written here
        return self._connection.execute(sql, self._values)

    def _blocks(self, number: int, score: float, marked: str | None) -> Iterator[_Found]:
        """The paragraphs and headings of one article that hold matched words."""
        matches = self._matches(number, marked)
        ends = self._outline(number)[1]
        words = len({word for _, _, word in matches})
        for block, group in groupby(matches, lambda match: min(bisect_right(ends, match[0]), len(ends) - 1)):
            here = tuple(group)
            yield _Found(score * len({word for _, _, word in here}) / words, number, block, here)

    def _matches(self, number: int, marked: str | None) -> list[Place]:
        """The words of those alternatives that the article fulfils; the index marks those of the others as well."""
        if self._query.independent:
            return self._places(self._query, number, marked)
        found: list[Place] = []
        for alternative in self._query.alternatives:
            row = self._connection.execute(_MARKED_IN_ROW, (alternative.expression, number)).fetchone()
            found += self._places(alternative, number, row[0]) if row else ()
        return without_overlaps(found)

    def _places(self, wanted: Query | Alternative, number: int, marked: str | None) -> list[Place]:
        if marked is not None:
            return places(marked)
        text = self._connection.execute("SELECT text FROM texts WHERE number = ?", (number,)).fetchone()[0]
        return mark_long(wanted, text, self._look)

    def _outline(self, number: int) -> tuple[array[int], array[int], array[int]]:
        row = self._connection.execute("SELECT blocks FROM texts WHERE number = ?", (number,)).fetchone()
        return unpack_blocks(row[0])

    def _estimate(self, found: int, opened: int, *, newest: bool) -> int:
        """How many blocks match, judged from a few articles; the best ones would promise too much."""
        if newest:
            articles = int(self._select("count(*)").fetchone()[0])
            return round(articles * found / max(1, opened))
        numbers = [number for (number,) in self._select("rowid")]
        step = max(1, len(numbers) // SAMPLE)
        sample = [numbers[i * step + i * i % step] for i in range(min(SAMPLE, len(numbers)))]
        blocks = 0
        for number in sample:
            self._look()
            marked = self._connection.execute(_MARKED_IN_ROW, (self._query.expression, number)).fetchone()[0]
            blocks += sum(1 for _ in self._blocks(number, 1.0, marked))
        return round(len(numbers) * blocks / len(sample))

    def _hits(self, found: list[_Found]) -> Iterator[Hit]:
        sql = "SELECT id, text FROM articles JOIN texts USING (number) WHERE number = ?"
        for number, blocks in groupby(found, lambda block: block.number):
            article, text = self._connection.execute(sql, (number,)).fetchone()
            starts, ends, paragraphs = self._outline(number)
            for score, _, i, matches in blocks:
                spans = tuple(Span(start, end) for start, end, _ in matches)
                shown, marks = snippet(text, Span(starts[i], ends[i]), spans)
                yield Hit(article, paragraphs[i], spans[0].start, spans[0].end, shown, score, spans, marks)
