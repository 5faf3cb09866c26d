"""Searching all articles: matching paragraphs, the best or the newest first, each with its words marked."""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain, islice

from briefing_tui.errors import CancelledError
from briefing_tui.model import Sort

from .blocks import Blocks
from .catalogue import Catalogue
from .database import interrupted
from .hits import Found, Results, hits
from .opened import ids, opened
from .query import Query
from .ranking import Ranking
from .selection import COUNTED, OPENED, Selection
from .wanted import Wanted

Interrupt = Callable[[], bool]
"""Says whether what was begun is not wanted any more."""
FEW = 30
"""Matching articles that are all opened, so that the total is exact."""
SAMPLE = 8
"""Articles, the newest and the oldest that match, from which the total of a ranked search is estimated."""
KEPT = 50
"""Articles that are kept while a search goes on: what is shown of them is made last."""
STEPS = 2_000
"""Steps of the database between two looks at whether the search is still wanted: about a tenth of a millisecond."""
EVERYTHING = Wanted()
"""All articles."""


def search(
    catalogue: Catalogue,
    query: Query,
    *,
    limit: int = 100,
    newest: bool = False,
    sort: Sort = Sort.RELEVANCE,
    among: Wanted = EVERYTHING,
    interrupt: Interrupt | None = None,
) -> Results:
    """Find articles that match, and in each the paragraphs that hold the words.

    A query without words finds the paragraphs on its themes or, where it names none, the first ones.

    Args:
        catalogue: where to search.
        query: what for.
        limit: hits at most.
        newest: the newest article first, without ranking: quick however many there are.
        sort: any other order of the articles.
        among: only among these articles.
        interrupt: asked every now and then from this thread; the search ends once it says yes.

    Raises:
        CancelledError: when `interrupt` said yes, or a signal came that ends the program.
    """

    def work(connection: sqlite3.Connection) -> Results:
        with _unchanging(connection), watched(connection, interrupt):
            selection = Selection(connection, query, among, Sort.DATE if newest else sort)
            return _Search(connection, query, selection, interrupt or _never).run(max(0, limit))

    return catalogue.database.read(work)


@contextmanager
def watched(connection: sqlite3.Connection, interrupt: Interrupt | None) -> Iterator[None]:
    """What the connection does meanwhile ends once `interrupt` says yes.

    Raises:
        CancelledError: when it did.
    """
    # Without an `interrupt` too: Python attends to signals in the handler, and what they raise ends the search.
    connection.set_progress_handler(interrupt or _never, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if interrupted(error):
            raise _stopped() from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _never() -> bool:
    return False


def _stopped() -> CancelledError:
    return CancelledError("The search was stopped")


def _look(interrupt: Interrupt) -> None:
    """End the search where it is not wanted any more."""
    if interrupt():
        raise _stopped()


@contextmanager
def _unchanging(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read meanwhile is as it was at the beginning, whatever a scan writes."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


class _Search:
    """One search on one connection."""

    def __init__(
        self, connection: sqlite3.Connection, query: Query, selection: Selection, interrupt: Interrupt
    ) -> None:
        self._connection = connection
        self._selection = selection
        self._interrupt = interrupt
        self._opened = lru_cache(maxsize=KEPT)(partial(opened, connection))
        self._blocks = Blocks(connection, query, selection, partial(_look, interrupt))
        self._ranking = Ranking(query)

    def run(self, limit: int) -> Results:
        """Open articles in order until no better paragraph can come."""
        ranked, across = self._selection.ranked, self._selection.ranked and self._ranking.across
        found: list[Found] = []
        best: list[float] = []
        ahead: list[tuple[int, float]] = []
        articles = known = compared = 0
        exact = True
        rows: Iterator[tuple[int, float]] = self._selection.rows(limit)
        while row := next(rows, None):
            number, score = row
            surpassed = articles >= OPENED or (not across and (not best or best[0] >= score))
            enough = len(found) >= limit and (not ranked or surpassed)
            if enough and not known:
                ahead = [row, *islice(rows, 0 if ranked else COUNTED)]
                known = self._selection.rankable if ranked else articles + len(ahead)
                if known > FEW:
                    exact = False
                    break
                rows = chain(ahead[1:], rows)
            articles += 1
            for block in self._found(number, score):
                found.append(block)
                (heapq.heappush if len(best) < limit else heapq.heappushpop)(best, block.score)
            compared = len(found) if articles <= OPENED else compared
        total = len(found) if exact else max(len(found), self._estimate(len(found), articles, ahead))
        if ranked:
            found = self._ordered(found, len(found) if exact and articles <= FEW else compared)
        shown = found[:limit]
        named = ids(self._connection, (block.number for block in shown))
        return Results(total, exact, tuple(hits(shown, self._opened, named)))

    def _ordered(self, found: list[Found], compared: int) -> list[Found]:
        """The best first: among those of the best articles, whatever the limit, then among those that follow."""
        key = self._ranking.key
        if not self._ranking.across:
            return sorted(found, key=key)
        return sorted(found[:compared], key=key) + sorted(found[compared:], key=key)

    def _found(self, number: int, score: float) -> list[Found]:
        _look(self._interrupt)
        return self._blocks.of(self._opened(number), score)

    def _estimate(self, found: int, articles: int, ahead: Sequence[tuple[int, float]]) -> int:
        """How many blocks match, judged from a few articles; the best ones would promise too much.

        Args:
            found: blocks in the articles that were opened.
            articles: how many these are.
            ahead: the next of them, more than `COUNTED` where there are many.
        """
        if not self._selection.ranked:
            return round(self._selection.likely(articles, ahead) * found / max(1, articles))
        sample = self._selection.ends(SAMPLE // 2)
        blocks = sum(self._blocks.count(self._opened(number)) for number in sample)
        return round(self._selection.total() * blocks / len(sample))
