"""The paragraphs and headings of an article that answer a query."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from .hits import TITLE, Found
from .marking import Marker, Place
from .opened import Opened
from .query import Alternative, Field, Query
from .rows import unpack_themes
from .selection import Selection

_HEADING = "## "


class Blocks:
    """Looks through articles that a selection found.

    Args:
        connection: that of the catalogue.
        query: what the articles answer.
        selection: the articles.
        look: called every now and then; what it raises ends the work.
    """

    def __init__(
        self, connection: sqlite3.Connection, query: Query, selection: Selection, look: Callable[[], None]
    ) -> None:
        self._connection = connection
        self._query = query
        self._selection = selection
        self._look = look
        self._terms = {one: one.in_text for one in query.alternatives}

    def of(self, article: Opened, score: float) -> list[Found]:
        """Those of one article, in the order of the text; the title where there are none."""
        marker = Marker(article.folded, self._look)
        fulfilled = self._fulfilled(article, marker)
        terms = dict.fromkeys(term for one in fulfilled for term in self._terms[one])
        found = list(_grouped(article, score, marker.places(terms)))
        there = {one.block for one in found}
        for one in fulfilled:
            if not one.terms or (not found and _themes(one)):
                found += [listed for listed in self._listed(article, score, one) if listed.block not in there]
        return sorted(found, key=lambda one: one.block) or [self._in_title(article, score)]

    def _fulfilled(self, article: Opened, marker: Marker) -> Sequence[Alternative]:
        """The alternatives that the article fulfils."""
        if len(self._query.alternatives) == 1:
            return self._query.alternatives
        titled = Marker(article.folded_title)
        return self._selection.fulfilled(
            article.number, lambda term: titled.holds(term) or (not term.title and marker.holds(term))
        )

    def _listed(self, article: Opened, score: float, one: Alternative) -> Iterator[Found]:
        """The paragraphs on the themes of an alternative; where it names none or they have none, the first one."""
        sql = "SELECT themes FROM texts WHERE number = ?"
        (packed,) = self._connection.execute(sql, (article.number,)).fetchone()
        wanted = _themes(one)
        by_paragraph = unpack_themes(packed).paragraphs
        first = -1
        found = False
        for i, (start, n) in enumerate(zip(article.starts, article.paragraphs, strict=True)):
            if article.text.endswith(_HEADING, 0, start):
                continue
            first = i if first < 0 else first
            on = [match for match in by_paragraph[n - 1] if match.id in wanted]
            if on:
                found = True
                words = tuple(dict.fromkeys(word for match in on for word in match.matched))
                yield Found(score, article.number, i, (), words)
        if not found:
            yield Found(score, article.number, max(0, first), ())

    def _in_title(self, article: Opened, score: float) -> Found:
        """The title, where the words stand nowhere else."""
        terms = dict.fromkeys(term for one in self._query.alternatives for term in one.telling)
        return Found(score, article.number, TITLE, tuple(Marker(article.folded_title).places(terms)))


def _grouped(article: Opened, score: float, matches: list[Place]) -> Iterator[Found]:
    """The blocks that hold matched words."""
    ends, last = article.ends, len(article.ends) - 1
    words = len({word for _, _, word in matches})
    first = 0
    while first < len(matches):
        block = min(bisect_right(ends, matches[first][0]), last)
        after = first + 1
        while after < len(matches) and (block == last or matches[after][0] < ends[block]):
            after += 1
        here = tuple(matches[first:after])
        yield Found(score * len({word for _, _, word in here}) / words, article.number, block, here)
        first = after


def _themes(one: Alternative) -> frozenset[str]:
    """The themes that an alternative asks for."""
    asked = (each.values for each in one.conditions if each.field is Field.THEME and not each.negated)
    return frozenset(theme for values in asked for theme in values)
