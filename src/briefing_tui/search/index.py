"""Searching all articles: matching paragraphs, the best or the newest first, each with its words marked."""

from __future__ import annotations

import heapq
import json
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from briefing_tui.errors import CancelledError
from briefing_tui.model import Span

from .catalogue import Catalogue
from .find import spans, without_overlaps
from .query import Query
from .rows import CLOSE, OPEN, unpack_blocks
from .snippets import snippet

COUNTED = 100
"""Articles whose paragraphs are counted one by one; beyond, the total is an estimate."""
OPENED = 500
"""Articles that are opened at most to find the best paragraphs: some 0.1 s."""
STEPS = 2_000
"""Steps of the database between two looks at whether the search is still wanted: about a tenth of a millisecond."""


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
    interrupt: Callable[[], bool] | None = None,
) -> Results:
    """Find articles that match, and in each the paragraphs that hold the words.

    Args:
        limit: hits at most.
        newest: the newest article first, without ranking: quick however many there are.
        articles: only among these ids.
        interrupt: asked every now and then from this thread; the search ends once it says yes.

    Raises:
        CancelledError: when `interrupt` said yes.
    """
    among = None if articles is None else json.dumps(list(articles))

    def work(connection: sqlite3.Connection) -> Results:
        connection.set_progress_handler(interrupt, STEPS if interrupt else 0)
        try:
            return _Search(connection, query, among).run(max(0, limit), newest=newest)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise CancelledError("The search was stopped") from error
            raise
        finally:
            connection.set_progress_handler(None, 0)

    return catalogue.database.read(work)


class _Search:
    """One search on one connection."""

    def __init__(self, connection: sqlite3.Connection, query: Query, among: str | None) -> None:
        self._connection = connection
        self._query = query
        only = "" if among is None else (
            " AND +rowid IN (SELECT number FROM json_each(?) JOIN articles ON id = value)"
        )
        self._condition = f"passages MATCH ?{only}"
        self._values = (query.expression,) if among is None else (query.expression, among)

    def run(self, limit: int, *, newest: bool) -> Results:
        """Open articles in order until no better paragraph can come."""
        found: list[Hit] = []
        best: list[float] = []
        opened = 0
        complete = True
        for number, score, marked in self._articles(newest=newest):
            enough = len(found) >= limit and (newest or (opened >= COUNTED and (not best or best[0] >= score)))
            if enough or opened >= OPENED:
                complete = False
                break
            hits = list(self._paragraphs(number, score, marked))
            opened += 1
            found += hits
            for hit in hits:
                (heapq.heappush if len(best) < limit else heapq.heappushpop)(best, hit.score)
        if not newest:
            found.sort(key=lambda hit: -hit.score)  # stable: the better article, then the earlier paragraph
        total = len(found) if complete else max(len(found), round(self._count() * len(found) / max(1, opened)))
        return Results(total, complete, tuple(found[:limit]))

    def _articles(self, *, newest: bool) -> Iterator[tuple[int, float, str]]:
        """Matching articles in order as row number, score and marked text."""
        score, order = ("1.0", "rowid DESC") if newest else ("-rank", "rank")
        return self._connection.execute(
            f"SELECT rowid, {score}, highlight(passages, 0, ?, ?) FROM passages"  # noqa: S608 - all made here
            f" WHERE {self._condition} ORDER BY {order}",
            (OPEN, CLOSE, *self._values),
        )

    def _count(self) -> int:
        """How many articles match."""
        sql = f"SELECT count(*) FROM passages WHERE {self._condition}"  # noqa: S608 - made here
        return int(self._connection.execute(sql, self._values).fetchone()[0])

    def _paragraphs(self, number: int, score: float, marked: str) -> Iterator[Hit]:
        """The paragraphs of one article that hold matched words."""
        sql = "SELECT id, blocks FROM articles JOIN texts USING (number) WHERE number = ?"
        article, packed = self._connection.execute(sql, (number,)).fetchone()
        starts, ends, paragraphs = unpack_blocks(packed)
        text = marked.replace(OPEN, "").replace(CLOSE, "")
        matches = self._matches(number, marked)
        words = len({_folded(text, match) for match in matches})
        for i, group in groupby(matches, lambda match: min(bisect_right(ends, match.start), len(ends) - 1)):
            here = tuple(group)
            share = len({_folded(text, match) for match in here}) / words
            shown, marks = snippet(text, Span(starts[i], ends[i]), here)
            yield Hit(article, paragraphs[i], here[0].start, here[0].end, shown, score * share, here, marks)

    def _matches(self, number: int, marked: str) -> list[Span]:
        """The words of those alternatives that the article fulfils; the index marks those of the others as well."""
        if self._query.independent:
            return spans(marked)
        sql = "SELECT highlight(passages, 0, ?, ?) FROM passages WHERE passages MATCH ? AND rowid = ?"
        found: set[Span] = set()
        for alternative in self._query.alternatives:
            row = self._connection.execute(sql, (OPEN, CLOSE, alternative.expression, number)).fetchone()
            found.update(spans(row[0]) if row else ())
        return without_overlaps(found)


def _folded(text: str, match: Span) -> str:
    return match.slice(text).casefold()
