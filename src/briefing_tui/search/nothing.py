"""Why a query finds nothing: the words and fields that no article has, else those that none has together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from briefing_tui.model import Facet, Sort
from briefing_tui.model.filters import UNDATED

from .catalogue import Catalogue
from .conditions import FACETS
from .fields import BETWEEN, some
from .folding import names
from .index import EVERYTHING, Interrupt, watched
from .lists import ALL, counts
from .query import Alternative, Condition, Field, Query, Term
from .selection import Selection
from .wanted import Wanted

ASKED = 24
"""Words and fields of an alternative that are looked into, one by one and together."""
ALTERNATIVES = 3
"""Alternatives that a reason is given for."""
NEAREST, NAMED = 3, 5
"""Values that are named because they come near what was asked for, or else because most articles have them."""
COMPARED = 5_000
"""Values that are compared with it: those of most articles."""
_BOTH = 2


class _Part(NamedTuple):
    """A word or a field of an alternative, as something that can be asked for alone."""

    said: str
    alone: Alternative


@dataclass(frozen=True)
class _Looking:
    """Asks of one connection."""

    connection: sqlite3.Connection

    def finds(self, query: Query, among: Wanted = EVERYTHING) -> bool:
        """Whether any article answers a query."""
        return next(Selection(self.connection, query, among, Sort.DATE).rows(1), None) is not None

    def reasons(self, one: Alternative) -> Iterator[str]:
        """Why no article fulfils an alternative."""
        parts = tuple(_parts(one))[:ASKED]
        absent = [part for part in parts if not self._find((part,))]
        if words := [f"‘{part.said}’" for part in absent if part.alone.terms]:
            yield f"no article has {' or '.join(words)}"
        for part in absent:
            if part.alone.without or any(one.negated for one in part.alone.conditions):
                yield f"every article has ‘{part.said[1:]}’"
            else:
                yield from map(self._no_such, part.alone.conditions)
        if not absent and not self._find(parts):
            yield _together([part.said for part in self._least(parts)])

    def _find(self, parts: Sequence[_Part]) -> bool:
        alone = [part.alone for part in parts]
        terms = tuple(term for one in alone for term in one.terms)
        without = tuple(term for one in alone for term in one.without)
        conditions = tuple(condition for one in alone for condition in one.conditions)
        return self.finds(Query((Alternative(terms, without, conditions),)))

    def _least(self, parts: Sequence[_Part]) -> Sequence[_Part]:
        """As few of them as together find nothing."""
        left = tuple(parts)
        for part in parts:
            fewer = tuple(one for one in left if one is not part)
            left = left if self._find(fewer) else fewer
        return left

    def _no_such(self, one: Condition) -> str:
        """That no article has what a field asks for, and what they have."""
        asked = " or ".join(f"‘{value.removesuffix('*')}’" for value in one.values)
        match one.field:
            case Field.YEAR:
                return f"nothing is {' or '.join(map(_in_years, one.values))} ({self._years()})"
            case Field.THEME:
                return f"no article is on the theme {asked}"
            case Field.TEXT:
                return f"no article is a {' or a '.join(_TEXTS[value] for value in one.values)}"
        found = counts(self.connection, FACETS.get(one.field, one.field.value), ALL)
        known = sorted((value for value, (n, _) in found.items() if n), key=lambda value: -found[value][0])
        near = dict.fromkeys(each for value in one.values for each in _nearest(value, known[:COMPARED]))
        there = f" (the nearest: {', '.join(near)})" if near else f" ({some(known, NAMED)})" if known else ""
        return f"no {one.field.value} is called {asked}{there}"

    def _years(self) -> str:
        """From when articles are, and how many have no date."""
        found = counts(self.connection, Facet.YEAR.value, ALL)
        years = [value for value, (n, _) in found.items() if n and value != UNDATED]
        undated, _ = found.get(UNDATED, (0, 0))
        more = f", {undated} undated" if undated else ""
        if not years:
            return "no article has a date"
        first, last = min(years), max(years)
        return f"articles are from {first}{f' to {last}' if last != first else ''}{more}"


def why_nothing(
    catalogue: Catalogue, query: Query, *, among: Wanted = EVERYTHING, interrupt: Interrupt | None = None
) -> str:
    """In a few words why no article answers a query; empty where there is more to it.

    Args:
        catalogue: where nothing was found.
        query: what for.
        among: among which articles.
        interrupt: asked every now and then from this thread; the work ends once it says yes.

    Raises:
        CancelledError: when `interrupt` said yes.
    """

    def work(connection: sqlite3.Connection) -> str:
        with watched(connection, interrupt):
            looking = _Looking(connection)
            if among != EVERYTHING and looking.finds(query):
                return "only other articles have it"
            reasons = (reason for one in query.alternatives[:ALTERNATIVES] for reason in looking.reasons(one))
            return "; ".join(dict.fromkeys(reasons))

    return catalogue.database.read(work)


def _parts(one: Alternative) -> Iterator[_Part]:
    for term in one.terms:
        yield _Part(_typed(term), Alternative((term,)))
    for condition in one.conditions:
        said = f"{'-' * condition.negated}{condition.field.value}:{' or '.join(condition.values)}"
        yield _Part(said, Alternative((), (), (condition,)))
    for term in one.without:
        yield _Part(f"-{_typed(term)}", Alternative((), (term,)))


def _typed(term: Term) -> str:
    return f"{'title:' * term.title}{term.words}{'*' * term.prefix}"


def _together(said: Sequence[str]) -> str:
    first, last = ", ".join(f"‘{one}’" for one in said[:-1]), f"‘{said[-1]}’"
    return f"no article has {'both' if len(said) == _BOTH else 'all of'} {first} and {last}"


def _in_years(value: str) -> str:
    """'from 1850', 'from 1850 to 1860', 'from 2030 on', 'up to 1980'."""
    first, dots, last = value.partition(BETWEEN)
    if value == UNDATED:
        return "undated"
    if not first:
        return f"from before {int(last) + 1}"
    return f"from {first}{f' to {last}' if last else ' on' * bool(dots)}"


def _nearest(value: str, known: Sequence[str]) -> list[str]:
    """The values that are, or have a word that is, nearly what was asked for."""
    spelled = {word: each for each in reversed(known) for word in (*names(each).split(), names(each))}
    return [spelled[word] for word in get_close_matches(names(value), spelled, NEAREST)]


_TEXTS = {"full": "full text", "digest": "digest"}
