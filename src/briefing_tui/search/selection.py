"""The articles that a query finds: which, in which order, how many, and which of its alternatives each fulfils."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from operator import neg

from briefing_tui.model import Sort

from .conditions import NUMBER, Clause, Conditions, joined
from .lists import ALL as EVERYTHING
from .lists import numbers, totals
from .query import Alternative, Query, Term
from .schema import RANK
from .wanted import Wanted

_ROW = "passages.rowid"
_ORDERS = {Sort.TITLE: "by_title, id", Sort.OUTLET: "by_outlet, id", Sort.LENGTH: "words DESC, id"}
"""Orders that rows do not have by themselves."""

RANKED = 2_000
SHARE = 5
"""Of more articles than this, and than the fifth of all, the newest are ranked: such words say little about any."""
OPENED = 20
"""Articles that are opened, once the list is full, to find better paragraphs; they are the best articles, in order."""


class Selection:
    """What is asked of one connection.

    Args:
        connection: that of the catalogue.
        query: what the articles must fulfil.
        among: which articles come into question.
        order: theirs; by relevance where the query looks for words, else by date.
    """

    def __init__(self, connection: sqlite3.Connection, query: Query, among: Wanted, order: Sort) -> None:
        self._connection = connection
        self._query = query
        self._by_words = all(alternative.terms for alternative in query.alternatives)
        self.ranked = self._by_words and order is Sort.RELEVANCE
        self._order = order
        self._column = _ROW if self._by_words else NUMBER
        self._conditions = Conditions(connection, self._column)
        condition, values = among.sql(self._column)
        self._clause = joined([*self._clauses(), Clause(condition, values)])
        self._checks: list[Clause] = []
        self.rankable = 0
        """How many articles are ranked; known with the first of them."""
        self._oldest = 0

    def rows(self, limit: int) -> Iterator[tuple[int, float]]:
        """Number and score of all of them, in order; quick as long as not many more than `limit` are asked for."""
        if not self.ranked:
            yield from ((number, 1.0) for number in self._newest())
            return
        enough = limit + OPENED
        yield from self._best(enough)
        if self.rankable > enough:
            yield from self._best(-1)[enough:]
        if self.rankable == self._most:
            yield from ((number, 0.0) for number in self._newest(f"{_ROW} < {self._oldest}"))

    def _newest(self, condition: str = "1") -> Iterator[int]:
        """The numbers in the order that was asked for, which is that of their dates but for some."""
        source, order = self._source, f"{self._column} DESC"
        if self._order in _ORDERS:
            order = _ORDERS[self._order]
            source = f"passages JOIN articles ON number = {_ROW}" if self._by_words else "articles"
        where = f"WHERE {self._clause.sql} AND {condition}"
        sql = f"SELECT {self._column} FROM {source} {where} ORDER BY {order}"  # noqa: S608 - all ours
        yield from (number for (number,) in self._connection.execute(sql, self._clause.values))

    @cached_property
    def _articles(self) -> int:
        return totals(self._connection, EVERYTHING)[0]

    @property
    def _most(self) -> int:
        """How many articles are ranked at most."""
        return max(RANKED, self._articles // SHARE)

    def _best(self, most: int) -> list[tuple[int, float]]:
        """Number and score of the best of those that are ranked. Finds out how many these are, in one go."""
        sql = f"""
            WITH found (n, score) AS (
                SELECT {_ROW}, {RANK} FROM passages WHERE {self._clause.sql} ORDER BY {_ROW} DESC LIMIT {self._most})
            SELECT count(*), ifnull(min(n), 0) FROM found
            UNION ALL SELECT * FROM (SELECT n, -score FROM found ORDER BY score LIMIT {most})
            """  # noqa: S608 - all ours
        (self.rankable, self._oldest), *best = self._connection.execute(sql, self._clause.values)
        return best

    def ends(self, most: int) -> list[int]:
        """The numbers of so many of the newest, and of as many of the oldest."""
        found = f"SELECT {_ROW} AS n FROM passages WHERE {self._clause.sql} ORDER BY n"  # noqa: S608
        sql = f"SELECT n FROM ({found} DESC LIMIT {most}) UNION SELECT n FROM ({found} LIMIT {most})"  # noqa: S608
        return [number for (number,) in self._connection.execute(sql, self._clause.values * 2)]

    def count(self, most: int = -1) -> int:
        """How many there are, counted up to `most`."""
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {self._source} WHERE {self._clause.sql} LIMIT {most})"  # noqa: S608
        return int(self._connection.execute(sql, self._clause.values).fetchone()[0])

    def total(self) -> int:
        """How many there are; where not all of them are ranked, as many in any time as in that of those that are."""
        if self.rankable < self._most:
            return self.rankable
        dates = numbers(self._connection, Sort.DATE, EVERYTHING)
        return round(self.rankable * len(dates) / max(1, bisect_right(dates, -self._oldest, key=neg)))

    def fulfilled(self, number: int, holds: Callable[[Term], bool]) -> list[Alternative]:
        """The alternatives that a row of the selection fulfils, where `holds` says which terms stand in it."""
        if not self._checks:
            conditions = Conditions(self._connection, NUMBER, few=0)
            self._checks = [conditions.all(one.conditions) for one in self._query.alternatives]
        found = []
        for one, check in zip(self._query.alternatives, self._checks, strict=True):
            if all(map(holds, one.terms)) and not any(map(holds, one.without)):
                sql = f"SELECT 1 FROM articles WHERE number = ? AND {check.sql}"  # noqa: S608
                if not one.conditions or self._connection.execute(sql, (number, *check.values)).fetchone():
                    found.append(one)
        return found

    @property
    def _source(self) -> str:
        return "passages" if self._by_words else "labels AS articles"  # a table of the same rows, ten times smaller

    def _clauses(self) -> Iterator[Clause]:
        """What the query asks for. Its words come first by themselves, so that rows are found by them."""
        alternatives = self._query.alternatives
        if self._by_words:
            yield Clause("passages MATCH ?", (self._query.expression,))
        if self._by_words and len(alternatives) == 1:
            yield self._conditions.all(alternatives[0].conditions)
        elif not self._by_words or self._query.conditions:
            bare = tuple(one for one in alternatives if one.terms and not one.conditions)
            others = [self._conditions.alternative(one) for one in alternatives if one not in bare]
            if bare:
                others.append(self._conditions.matching(Query(bare).expression))
            yield joined(others, "OR")
