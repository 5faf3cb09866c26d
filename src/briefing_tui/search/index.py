"""Searching all articles: matching paragraphs, the best or the newest first, each with its words marked."""

from __future__ import annotations

import heapq
import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby

from briefing_tui.errors import CancelledError
from briefing_tui.model import Sort

from .catalogue import Catalogue
from .hits import TITLE, Found, Results, hits
from .marking import Marker, Place
from .query import Alternative, Field, Query
from .rows import unpack_blocks, unpack_themes
from .selection import OPENED, Selection
from .wanted import Wanted

Interrupt = Callable[[], bool]
"""Says whether what was begun is not wanted any more."""
COUNTED = 400
"""Articles that are counted at most where the newest come first: what comes at once must not wait for the number."""
FEW = 30
"""Matching articles that are all opened, so that the total is exact."""
SAMPLE = 12
"""Articles, spread over those that match, from which the total of a ranked search is estimated."""
STEPS = 2_000
"""Steps of the database between two looks at whether the search is still wanted: about a tenth of a millisecond."""
EVERYTHING = Wanted()
"""All articles."""
_HEADING = "## "
_OF_ROW = "SELECT text, title, blocks FROM indexed WHERE number = ?"


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
        with watched(connection, interrupt):
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
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise _stopped() from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _never() -> bool:
    return False


def _stopped() -> CancelledError:
    return CancelledError("The search was stopped")


class _Search:
    """One search on one connection."""

    def __init__(
        self, connection: sqlite3.Connection, query: Query, selection: Selection, interrupt: Interrupt
    ) -> None:
        self._connection = connection
        self._query = query
        self._selection = selection
        self._interrupt = interrupt

    def run(self, limit: int) -> Results:
        """Open articles in order until no better paragraph can come."""
        ranked = self._selection.ranked
        found: list[Found] = []
        best: list[float] = []
        opened = known = 0
        exact = True
        for number, score in self._selection.rows(limit):
            enough = len(found) >= limit and (not ranked or opened >= OPENED or not best or best[0] >= score)
            if enough and (known := known or self._known()) > FEW:
                exact = False
                break
            self._look()
            opened += 1
            for block in self._blocks(number, score):
                found.append(block)
                (heapq.heappush if len(best) < limit else heapq.heappushpop)(best, block.score)
        total = len(found) if exact else max(len(found), self._estimate(len(found), opened, known))
        if ranked:
            found.sort(key=lambda block: -block.score)  # stable: the better article, then the earlier paragraph
        return Results(total, exact, tuple(hits(self._connection, found[:limit])))

    def _known(self) -> int:
        """How many articles match, counted so far as it costs next to nothing."""
        return len(self._selection.among) if self._selection.ranked else self._selection.count(COUNTED)

    def _look(self) -> None:
        """End the search where it is not wanted any more."""
        if self._interrupt():
            raise _stopped()

    def _blocks(self, number: int, score: float) -> Iterator[Found]:
        """The paragraphs and headings of one article that answer the query."""
        text, title, packed = self._connection.execute(_OF_ROW, (number,)).fetchone()
        blocks = unpack_blocks(packed)
        marker = Marker(text, self._look)
        fulfilled = list(self._fulfilled(number, marker, title))
        terms = dict.fromkeys(term for one in fulfilled for term in one.in_text)
        matches = marker.places(terms)
        found = list(self._grouped(number, score, matches, blocks))
        there = {one.block for one in found}
        for one in fulfilled:
            if not one.terms or (not found and _themes(one)):
                listed = self._listed(number, score, one, blocks)
                found += [block for block in listed if block.block not in there]
        yield from sorted(found, key=lambda one: one.block) or self._in_title(number, score, title)

    def _fulfilled(self, number: int, marker: Marker, title: str) -> Iterator[Alternative]:
        titled = Marker(title)
        return self._selection.fulfilled(
            number, lambda term: titled.holds(term) or (not term.title and marker.holds(term))
        )

    def _grouped(
        self, number: int, score: float, matches: list[Place], blocks: tuple[array[int], array[int], array[int]]
    ) -> Iterator[Found]:
        """The blocks that hold matched words."""
        ends = blocks[1]
        words = len({word for _, _, word in matches})
        for block, group in groupby(matches, lambda match: min(bisect_right(ends, match[0]), len(ends) - 1)):
            here = tuple(group)
            yield Found(score * len({word for _, _, word in here}) / words, number, block, here)

    def _listed(
        self, number: int, score: float, one: Alternative, blocks: tuple[array[int], array[int], array[int]]
    ) -> Iterator[Found]:
        """The paragraphs on the themes of an alternative; where it names none or they have none, the first one."""
        text, packed = self._connection.execute("SELECT text, themes FROM texts WHERE number = ?", (number,)).fetchone()
        starts, _, paragraphs = blocks
        wanted = _themes(one)
        by_paragraph = unpack_themes(packed).paragraphs
        first = -1
        found = False
        for i, (start, n) in enumerate(zip(starts, paragraphs, strict=True)):
            if text.endswith(_HEADING, 0, start):
                continue
            first = i if first < 0 else first
            on = [match for match in by_paragraph[n - 1] if match.id in wanted]
            if on:
                found = True
                yield Found(score, number, i, (), tuple(dict.fromkeys(word for match in on for word in match.matched)))
        if not found:
            yield Found(score, number, max(0, first), ())

    def _in_title(self, number: int, score: float, title: str) -> Iterator[Found]:
        """The title, where the words stand nowhere else."""
        terms = dict.fromkeys(term for one in self._query.alternatives for term in one.terms)
        yield Found(score, number, TITLE, tuple(Marker(title).places(terms)))

    def _estimate(self, found: int, opened: int, known: int) -> int:
        """How many blocks match, judged from a few articles; the best ones would promise too much."""
        if not self._selection.ranked:
            return round(known * found / max(1, opened))
        numbers = self._selection.among
        step = max(1, len(numbers) // SAMPLE)
        sample = [numbers[i * step + i * i % step] for i in range(min(SAMPLE, len(numbers)))]
        blocks = 0
        for number in sample:
            self._look()
            blocks += sum(1 for _ in self._blocks(number, 1.0))
        return round(self._selection.total() * blocks / len(sample))


def _themes(one: Alternative) -> frozenset[str]:
    """The themes that an alternative asks for."""
    asked = (each.values for each in one.conditions if each.field is Field.THEME and not each.negated)
    return frozenset(theme for values in asked for theme in values)
