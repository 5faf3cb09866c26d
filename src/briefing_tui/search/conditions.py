"""What a query asks of articles, besides their words, as conditions on row numbers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing_tui.model.filters import UNDATED

from .fields import BETWEEN
from .folding import names
from .query import Alternative, Condition, Field
from .rows import numbers_of_years

FEW = 10_000
"""Rows that are listed quicker than the rows of common words are looked up one by one."""

FACETS = {Field.KIND: "genre"}
"""Facets that have another name in the catalogue."""
_EVERYTHING = "1"
NUMBER = "articles.number"
"""The column of the row number where articles are gone through, not what words find."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in SQL with its values."""

    sql: str
    values: tuple[str | int, ...] = ()


class Conditions:
    """Writes conditions for one connection.

    Args:
        connection: where the values of the fields are looked up.
        column: which holds the row number.
        few: rows that are listed before the search; of more, each row is looked up that comes into question.
    """

    def __init__(self, connection: sqlite3.Connection, column: str, few: int = FEW) -> None:
        self._connection = connection
        self._column = column
        self._few = few
        # The plus keeps the database from looking for the words anew in each of the rows that are listed.
        self._listed = f"{'' if column == NUMBER else '+'}{column}"

    def alternative(self, alternative: Alternative) -> Clause:
        """Everything an alternative asks for, its words too."""
        clauses = [self.condition(one) for one in alternative.conditions]
        if alternative.terms:
            clauses.append(self.matching(alternative.expression))
        elif alternative.without:
            clauses.append(self.matching(alternative.unwanted, negated=True))
        return joined(clauses)

    def all(self, conditions: Iterable[Condition]) -> Clause:
        """All must hold."""
        return joined([self.condition(one) for one in conditions])

    def condition(self, one: Condition) -> Clause:
        """One of them."""
        if one.field is Field.YEAR:
            found = self._years(one.values)
        elif one.field is Field.THEME:
            found = self._among("article_themes", "theme", [json.dumps(value) for value in one.values])
        else:
            found = self._among("article_facets", "value", [str(value) for value in self._values(one)])
        return Clause(f"NOT ({found.sql})", found.values) if one.negated else found

    def matching(self, expression: str, *, negated: bool = False) -> Clause:
        """What words find must be there, or must not."""
        sql = f"{self._listed} {'NOT ' * negated}IN (SELECT rowid FROM passages WHERE passages MATCH ?)"  # noqa: S608
        return Clause(sql, (expression,))

    def _years(self, ranges: Iterable[str]) -> Clause:
        clauses = []
        for value in ranges:
            first, dots, last = ("0", "", "") if value == UNDATED else value.partition(BETWEEN)
            bounds = numbers_of_years(int(first or 1), int(last or 9999) if dots else int(first))
            clauses.append(Clause(f"{self._column} BETWEEN ? AND ?", bounds))
        return joined(clauses, "OR")

    def _among(self, table: str, key: str, listed: list[str]) -> Clause:
        """The articles that a table has with one of some keys; few are listed at once."""
        keys = f"[{','.join(listed)}]"
        wanted = f"FROM {table} WHERE {key} IN (SELECT value FROM json_each(?))"  # noqa: S608 - all written here
        sql = f"SELECT count(*) FROM (SELECT 1 {wanted} LIMIT {self._few})"  # noqa: S608
        (count,) = self._connection.execute(sql, (keys,)).fetchone()
        if count < self._few:
            return Clause(f"{self._listed} IN (SELECT number {wanted})", (keys,))
        return Clause(f"EXISTS (SELECT 1 {wanted} AND number = {self._column})", (keys,))

    def _values(self, one: Condition) -> list[int]:
        """The values of a field, as the catalogue numbers them, that hold the words that were typed."""
        sql = "SELECT value, name FROM facet_values WHERE facet = ?"
        found = self._connection.execute(sql, (FACETS.get(one.field, one.field.value),))
        return [value for value, name in found if holds(name, one.values)]


def holds(name: str, values: Iterable[str]) -> bool:
    """Whether a name holds the words of one of some values, the last of which may be only the beginning of one."""
    words = f" {names(name)} "
    return any(f" {names(value)}{'' if value.endswith('*') else ' '}" in words for value in values)


def joined(clauses: Iterable[Clause], operator: str = "AND") -> Clause:
    """Several as one."""
    parts = tuple(clauses)
    sql = f" {operator} ".join(f"({part.sql})" for part in parts)
    return Clause(sql or _EVERYTHING, tuple(value for part in parts for value in part.values))
