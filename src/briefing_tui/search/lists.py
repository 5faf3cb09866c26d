"""In which order articles stand and how many there are: asked of the rows, or as it was kept for the next start.

What is kept goes with every change of a row. It saves a start with 100,000 articles a tenth of a second.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable
from typing import Any

from briefing_tui.model import Facet, Sort

from .wanted import THEME, Wanted

ALL = Wanted()

_BY_DATE = ("articles_by_date", "issued DESC, number DESC")
_ORDERS = {
    Sort.DATE: _BY_DATE,
    Sort.TITLE: ("articles_by_title", "by_title, id"),
    Sort.OUTLET: ("articles_by_outlet", "by_outlet, id"),
    Sort.LENGTH: ("articles_by_length", "words DESC, id"),
    Sort.RELEVANCE: _BY_DATE,
}
"""The index that has the rows in order, and the order."""
_SURVEY, _ORDER, _TOTALS = "survey", "order", "totals"
"""Under which names it is kept: the survey of the files, the order by date, and how many articles there are."""
_REVISION = "revision"
"""Under which name it is kept what tells the rows from all that were here before."""
_COUNTS = {THEME: "themes", Facet.YEAR.value: "years"}
"""Facets whose counts of all articles are kept, and under which names."""


def ordered(column: str, sort: Sort, wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    """A query for a column of the wanted articles in order: one way along an index, whatever is wanted."""
    condition, values = wanted.sql()
    index, order = _ORDERS[sort]
    return f"SELECT {column} FROM articles INDEXED BY {index} WHERE {condition} ORDER BY {order}", values  # noqa: S608


def numbers(connection: sqlite3.Connection, sort: Sort, wanted: Wanted) -> array[int]:
    """The row numbers of the wanted articles in order."""
    if wanted == ALL and _ORDERS[sort] is _BY_DATE and (kept := _kept(connection, _ORDER)) is not None:
        return array("q", kept)
    sql, values = ordered("number", sort, wanted)
    return array("q", (number for (number,) in connection.execute(sql, values)))


def totals(connection: sqlite3.Connection, wanted: Wanted) -> tuple[int, int]:
    """How many articles are wanted, and how many paragraphs they have."""
    if wanted == ALL and (kept := _kept(connection, _TOTALS)) is not None:
        articles, paragraphs = json.loads(kept)
        return articles, paragraphs
    condition, values = wanted.sql()
    sql = f"SELECT count(*), ifnull(sum(paragraphs), 0) FROM articles INDEXED BY articles_by_date WHERE {condition}"  # noqa: S608
    articles, paragraphs = connection.execute(sql, values).fetchone()
    return articles, paragraphs


def counts(connection: sqlite3.Connection, facet: str, wanted: Wanted) -> dict[str, tuple[int, int]]:
    """How many of the wanted articles each value of a facet has; of a theme also how many paragraphs are on it."""
    if facet in _COUNTS and wanted == ALL and (kept := _kept(connection, _COUNTS[facet])) is not None:
        return _by_value(json.loads(kept))
    condition, values = wanted.sql()
    if facet == THEME:
        sql = f"SELECT theme, count(*), sum(paragraphs) FROM article_themes WHERE {condition} GROUP BY theme"  # noqa: S608
    else:
        sql = f"""
            SELECT name, count(*), 0 FROM facet_values JOIN article_facets USING (value)
            WHERE facet = ? AND {condition} GROUP BY value
            """  # noqa: S608
        values = (facet, *values)
    return _by_value(connection.execute(sql, values))


def keep(connection: sqlite3.Connection, survey: bytes | None, files: int) -> None:
    """Keep what a start needs, with the survey that the rows agree with; inside a transaction of the caller's.

    Args:
        connection: the catalogue.
        survey: `None` where it cannot be told from it that nothing changed.
        files: how many the rows must be about, or they were lost meanwhile.
    """
    if connection.execute("SELECT count(*) FROM files").fetchone()[0] != files:
        return
    forget(connection)
    kept: dict[str, str | bytes] = {
        _ORDER: numbers(connection, Sort.DATE, ALL).tobytes(),
        _TOTALS: json.dumps(totals(connection, ALL)),
    }
    for facet, name in _COUNTS.items():
        kept[name] = json.dumps([(value, *numbers) for value, numbers in counts(connection, facet, ALL).items()])
    if survey is not None:
        kept[_SURVEY] = survey
    connection.executemany("INSERT INTO memo VALUES (?, '', ?)", kept.items())


def forget(connection: sqlite3.Connection) -> None:
    """Forget what was kept: rows change."""
    kept = (_SURVEY, _ORDER, _TOTALS, *_COUNTS.values())
    connection.executemany("DELETE FROM memo WHERE key = ?", ((name,) for name in kept))


def changed(connection: sqlite3.Connection) -> None:
    """Say that what lists show is something else from now on, to every process; forget what was kept."""
    forget(connection)
    connection.execute("INSERT OR REPLACE INTO memo VALUES (?, '', hex(randomblob(8)))", (_REVISION,))


def revision(connection: sqlite3.Connection) -> str:
    """What every change of the rows makes another; empty where nothing was written yet."""
    return str(_kept(connection, _REVISION) or "")


def agrees(connection: sqlite3.Connection, survey: bytes) -> bool:
    """Whether the rows are known to agree with the files as a survey has them."""
    return bool(_kept(connection, _SURVEY) == survey)


def _kept(connection: sqlite3.Connection, key: str) -> Any:
    found = connection.execute("SELECT value FROM memo WHERE key = ?", (key,)).fetchone()
    return found[0] if found else None


def _by_value(rows: Iterable[tuple[str, int, int]]) -> dict[str, tuple[int, int]]:
    return {name: (articles, paragraphs) for name, articles, paragraphs in rows}
