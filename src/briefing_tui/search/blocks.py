"""The paragraphs and headings of an article that answer a query."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from .conditions import holds
from .hits import TITLE, Found
from .marking import Marker, Place
from .opened import Opened
from .query import Alternative, Field, Query, Term
from .rows import unpack_matches, unpack_speakers
from .selection import Selection

_HEADING = "## "
_BY_PLACE = attrgetter("block")


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
        self._terms = [(one, one.in_text) for one in query.alternatives]
        self._alone = _different(one.in_text for one in query.alternatives) if len(query.alternatives) == 1 else ()

    def of(self, article: Opened, score: float) -> list[Found]:
        """Those of one article, in the order of the text; the title where there are none."""
        marker = Marker(article.folded, self._look)
        fulfilled = self._fulfilled(article, marker)
        terms = self._alone or _different(terms for one, terms in self._terms if one in fulfilled)
        found = list(_grouped(article, score, marker.places(terms)))
        there = {one.block for one in found}
        for one in fulfilled:
            if not one.terms or (not found and (_asked(one, Field.THEME) or _asked(one, Field.SPEAKER))):
                found += [listed for listed in self._listed(article, score, one) if listed.block not in there]
        if len(found) > len(there):
            found.sort(key=_BY_PLACE)
        return found or [self._in_title(article, score)]

    def count(self, article: Opened) -> int:
        """How many of them an article has: in half the time where words alone are asked for."""
        if not self._alone or self._query.conditions or article.folded is not article.text:
            return len(self.of(article, 1.0))
        starts, last = Marker(article.folded, self._look).starts(self._alone), len(article.ends) - 1
        return len({min(bisect_right(article.ends, start), last) for start in starts}) or 1

    def _fulfilled(self, article: Opened, marker: Marker) -> Sequence[Alternative]:
        """The alternatives that the article fulfils."""
        if len(self._query.alternatives) == 1:
            return self._query.alternatives
        titled = Marker(article.folded_title)
        return self._selection.fulfilled(
            article.number, lambda term: titled.holds(term) or (not term.title and marker.holds(term))
        )

    def _listed(self, article: Opened, score: float, one: Alternative) -> Iterator[Found]:
        """The paragraphs on the themes of an alternative, or in which its speakers speak; else the first one.

        Where it asks for both, those that are both or, where none is, those that are either.
        """
        on, spoken = self._on_themes(article.number, one), self._spoken(article.number, one)
        both = {n: on[n] for n in on if n in spoken} if spoken else on
        wanted = both or {**dict.fromkeys(spoken, ()), **on}
        first = -1
        found = False
        for i, (start, n) in enumerate(zip(article.starts, article.paragraphs, strict=True)):
            if article.text.endswith(_HEADING, 0, start):
                continue
            first = i if first < 0 else first
            if not wanted:
                break
            if n in wanted:
                found = True
                yield Found(score, article.number, i, (), wanted[n])
        if not found:
            yield Found(score, article.number, max(0, first), ())

    def _on_themes(self, number: int, one: Alternative) -> dict[int, tuple[str, ...]]:
        """The paragraphs of an article on the themes that an alternative asks for, with the words that say so."""
        wanted, found = _asked(one, Field.THEME), {}
        for n, matches in enumerate(self._matches(number) if wanted else (), 1):
            on = [words for theme, words in matches if theme in wanted]
            if on:
                found[n] = tuple(dict.fromkeys(word for words in on for word in words))
        return found

    def _spoken(self, number: int, one: Alternative) -> frozenset[int]:
        """The paragraphs of an article in which somebody speaks whom an alternative asks for."""
        wanted = _asked(one, Field.SPEAKER)
        if not wanted:
            return frozenset()
        sql = "SELECT speakers FROM texts WHERE number = ?"
        (packed,) = self._connection.execute(sql, (number,)).fetchone()
        return frozenset(n for name, paragraphs in unpack_speakers(packed) if holds(name, wanted) for n in paragraphs)

    def _matches(self, number: int) -> list[list[tuple[str, list[str]]]]:
        """The themes of each paragraph of an article, with the words that say so."""
        sql = "SELECT themes FROM texts WHERE number = ?"
        (packed,) = self._connection.execute(sql, (number,)).fetchone()
        return unpack_matches(packed)

    def _in_title(self, article: Opened, score: float) -> Found:
        """The title, where the words stand nowhere else."""
        terms = dict.fromkeys(term for one in self._query.alternatives for term in one.telling)
        return Found(score, article.number, TITLE, tuple(Marker(article.folded_title).places(terms)))


def _grouped(article: Opened, score: float, matches: list[Place]) -> Iterator[Found]:
    """The blocks that hold matched words."""
    number, ends, last = article.number, article.ends, len(article.ends) - 1
    words = len({word for _, _, word in matches})
    first, many = 0, len(matches)
    while first < many:
        block = bisect_right(ends, matches[first][0])
        block, after = (block, first + 1) if block < last else (last, many)
        end = ends[block] if after < many else 0
        while after < many and matches[after][0] < end:
            after += 1
        here = tuple(matches[first:after])
        share = len({word for _, _, word in here}) if words > 1 else 1
        yield Found(score * share / words, number, block, here)
        first = after


def _different(terms: Iterable[tuple[Term, ...]]) -> tuple[Term, ...]:
    """All of them, each once."""
    return tuple(dict.fromkeys(term for each in terms for term in each))


def _asked(one: Alternative, field: Field) -> frozenset[str]:
    """What an alternative asks for in a field."""
    asked = (each.values for each in one.conditions if each.field is field and not each.negated)
    return frozenset(value for values in asked for value in values)
