"""The articles that a query finds: which, in which order, how many, and which of its alternatives each fulfils."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from math import isqrt
from operator import neg

from briefing_tui.model import Facet, Sort
from briefing_tui.model.filters import UNDATED

from .conditions import FEW, NUMBER, Clause, Conditions, joined
from .lists import ALL as EVERYTHING
from .lists import counts, numbers, totals
from .query import Alternative, Field, Query, Term
from .rows import year
from .schema import RANK, DamagedError
from .wanted import Wanted

_ROW = "passages.rowid"
_ORDERS = {Sort.TITLE: "by_title, id", Sort.OUTLET: "by_outlet, id", Sort.LENGTH: "words DESC, id"}
"""Orders that rows do not have by themselves."""

RANKED = 2_000
SHARE = 5
"""Of more articles than this, and than the fifth of all, the newest are ranked: such words say little about any."""
COUNTED = 40
"""Articles, the next that match, from which the number of all is estimated where the newest come first."""
LISTED = 4
"""Articles that fulfil a condition are listed in the time in which one is looked up."""
OPENED = 16
"""Articles, the best, whose paragraphs are compared, even where the list is full before."""


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
        self._conditions = Conditions(connection, self._column, self._few)
        condition, values = among.sql(self._column)
        self._clause = joined([*self._clauses(), Clause(condition, values)])
        self.rankable = 0
        """How many articles are ranked; known with the first of them."""
        self._oldest = 0

    @property
    def _few(self) -> int:
        """How many articles a condition lists before the search, where to list them takes less time.

        The first screen of the newest goes through more of the others the fewer fulfil a condition: it comes as soon
        among many as among few articles where their number and that of the rows that are gone through are alike.
        """
        if self.ranked or self._order in _ORDERS or not self._query.conditions:
            return FEW
        return isqrt(COUNTED * LISTED * self._articles)

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
        found = f"SELECT {self._column} AS n FROM {self._source} WHERE {self._clause.sql} ORDER BY n"  # noqa: S608
        sql = f"SELECT n FROM ({found} DESC LIMIT {most}) UNION SELECT n FROM ({found} LIMIT {most})"  # noqa: S608
        return [number for (number,) in self._connection.execute(sql, self._clause.values * 2)]

    def likely(self, articles: int, ahead: Sequence[tuple[int, float]]) -> int:
        """How many there are, where rows came in no order of relevance: as many in any time as in that of those seen.

        Args:
            articles: so many rows came.
            ahead: and then these, more than `COUNTED` or all.
        """
        if len(ahead) <= COUNTED:
            return articles + len(ahead)
        if self._order in _ORDERS:
            sql = f"SELECT count(*) FROM {self._source} WHERE {self._clause.sql}"  # noqa: S608 - all ours
            return int(self._connection.execute(sql, self._clause.values).fetchone()[0])
        sql = "SELECT count(*) FROM labels WHERE number BETWEEN ? AND ?"
        among = int(self._connection.execute(sql, (ahead[-1][0], ahead[0][0])).fetchone()[0])
        return round(len(ahead) * self._in_question / max(1, among))

    @property
    def _in_question(self) -> int:
        """How many articles there are in the time that is asked for."""
        if not any(one.field is Field.YEAR for one in self._query.conditions):
            return self._articles
        years = range(year(min(ends := self.ends(1))), year(max(ends)) + 1)
        found = counts(self._connection, Facet.YEAR.value, EVERYTHING)
        return sum(articles for name, (articles, _) in found.items() if int(name.replace(UNDATED, "0")) in years)

    def total(self) -> int:
        """How many there are; where not all of them are ranked, as many in any time as in that of those that are."""
        if self.rankable < self._most:
            return self.rankable
        dates = numbers(self._connection, Sort.DATE, EVERYTHING)
        return round(self.rankable * len(dates) / max(1, bisect_right(dates, -self._oldest, key=neg)))

    def fulfilled(self, number: int, holds: Callable[[Term], bool]) -> list[Alternative]:
        """The alternatives that a row of the selection fulfils, where `holds` says which terms stand in it.

        Raises:
            DamagedError: where there is not such a row.
        """
        found = [
            one for one in self._query.alternatives if all(map(holds, one.terms)) and not any(map(holds, one.without))
        ]
        if not any(one.conditions for one in found):
            return found
        sql, values = self._check
        checked = self._connection.execute(sql, (*values, number)).fetchone()
        if checked is None:
            raise DamagedError(f"row {number} is missing")
        return [one for one, kept in zip(self._query.alternatives, checked, strict=True) if kept and one in found]

    @cached_property
    def _check(self) -> tuple[str, tuple[str | int, ...]]:
        """Asks whether an article fulfils the conditions of each alternative."""
        conditions = Conditions(self._connection, NUMBER, few=0)
        checks = [conditions.all(one.conditions) for one in self._query.alternatives]
        columns = ", ".join(check.sql for check in checks)
        values = tuple(value for check in checks for value in check.values)
        return f"SELECT {columns} FROM labels AS articles WHERE articles.number = ?", values  # noqa: S608 - all ours

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
