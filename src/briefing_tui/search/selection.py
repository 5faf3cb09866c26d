"""The articles that a query finds: which, in which order, how many, and which of its alternatives each fulfils."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice

from briefing_tui.model import Sort

from .conditions import NUMBER, Clause, Conditions, joined
from .query import Alternative, Query, Term
from .schema import RANK
from .wanted import Wanted

_ROW = "passages.rowid"
_ORDERS = {Sort.TITLE: "by_title, id", Sort.OUTLET: "by_outlet, id", Sort.LENGTH: "words DESC, id"}
"""Orders that rows do not have by themselves."""

RANKED = 2_000
"""Articles that are ranked, the newest: a word that stands in more of them says little about any, and takes long."""
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

    def rows(self, limit: int) -> Iterator[tuple[int, float]]:
        """Number and score of all of them, in order; quick as long as not many more than `limit` are asked for."""
        if self.ranked:
            # By `rank` all would be sorted before the first is known; so only the best ones are.
            enough = limit + OPENED
            oldest = self.among[-1] if len(self.among) == RANKED else 0
            yield from self._ranked(oldest, enough)
            yield from self._ranked(oldest, -1, enough)
            if oldest:
                yield from ((number, 0.0) for number in self._newest(f"{_ROW} < {oldest}"))
            return
        yield from ((number, 1.0) for number in self._newest())

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
    def among(self) -> list[int]:
        """The numbers of the articles that are ranked, the newest first; `RANKED` of them where there may be more."""
        return list(islice(self._newest(), RANKED))

    def _ranked(self, oldest: int, most: int, after: int = 0) -> Iterator[tuple[int, float]]:
        # The same expression twice is worked out once for each row; with a minus before one of them, twice.
        order = f"ORDER BY {RANK} LIMIT {most} OFFSET {after}"
        where = f"WHERE {self._clause.sql} AND {_ROW} >= {oldest}"
        sql = f"SELECT rowid, {RANK} FROM passages {where} {order}"  # noqa: S608
        yield from ((number, -score) for number, score in self._connection.execute(sql, self._clause.values))

    def count(self, most: int = -1) -> int:
        """How many there are, counted up to `most`."""
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {self._source} WHERE {self._clause.sql} LIMIT {most})"  # noqa: S608
        return int(self._connection.execute(sql, self._clause.values).fetchone()[0])

    def total(self) -> int:
        """How many there are."""
        return self.count() if len(self.among) == RANKED else len(self.among)

    def fulfilled(self, number: int, holds: Callable[[Term], bool]) -> Iterator[Alternative]:
        """The alternatives that a row of the selection fulfils, where `holds` says which terms stand in it."""
        if len(self._query.alternatives) == 1:
            yield self._query.alternatives[0]
            return
        if not self._checks:
            conditions = Conditions(self._connection, NUMBER, few=0)
            self._checks = [conditions.all(one.conditions) for one in self._query.alternatives]
        for one, check in zip(self._query.alternatives, self._checks, strict=True):
            if all(map(holds, one.terms)) and not any(map(holds, one.without)):
                sql = f"SELECT 1 FROM articles WHERE number = ? AND {check.sql}"  # noqa: S608
                if not one.conditions or self._connection.execute(sql, (number, *check.values)).fetchone():
                    yield one

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
