"""Filters: small values that combine with `&`, say in words what they let through, and can be applied again.

Several values of one facet are alternatives; the facets must all hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from .header import Header

SHOWN = 3
"""Alternatives that are said by name; of more, the rest is counted."""
UNREAD, READ, MARKED = "unread", "read", "marked"
THIS_BRIEF, ANY_BRIEF, NO_BRIEF = "this brief", "any brief", "no brief"
UNDATED = "undated"
"""The year of an article without a date."""
_BETWEEN = ".."
"""Between the years of a range; either may be left out."""


class Facet(StrEnum):
    """What articles can be filtered by; the last three are what a person did with them."""

    THEME = "theme"
    OUTLET = "outlet"
    AUTHOR = "author"
    SPEAKER = "speaker"
    YEAR = "year"
    GENRE = "genre"
    LANGUAGE = "language"
    TEXT = "text"
    READING = "reading"
    MARK = "mark"
    PINNED = "pinned"

    @property
    def word(self) -> str:
        """What screens call it."""
        return "kind" if self is Facet.GENRE else self.value

    def say(self, value: str) -> str:
        """A value of it in words that need no heading."""
        before = {"author": "by ", "speaker": "quoting ", "language": "language ", "pinned": "pinned in "}
        return before.get(self.value, "") + value


class Sort(StrEnum):
    """How a list of articles is ordered."""

    DATE = "date"
    TITLE = "title"
    OUTLET = "outlet"
    LENGTH = "length"
    RELEVANCE = "relevance"
    """By how well they answer what was asked; where nothing was, by date."""

    @property
    def describe(self) -> str:
        """In words, for the line above a list."""
        return {
            "date": "newest first",
            "title": "by title",
            "outlet": "by outlet",
            "length": "longest first",
            "relevance": "best first",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Person:
    """What one person did with articles, as sets of their ids."""

    read: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    pinned_here: frozenset[str] = frozenset()
    """In the brief that is open."""
    pinned: frozenset[str] = frozenset()
    """In any brief."""


NOBODY = Person()
"""Who has done nothing yet."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition; case does not count. A year may be a range: `2016..2020`, `2016..`, `..2020`."""

    facet: Facet
    value: str

    def lets(self, value: str) -> bool:
        """Whether it lets a value of its facet through."""
        if self.facet is Facet.YEAR and _BETWEEN in self.value:
            first, _, last = self.value.partition(_BETWEEN)
            return first <= value <= (last or "9999")
        return self.value.casefold() == value.casefold()

    def matches(self, header: Header, person: Person = NOBODY) -> bool:
        """Whether an article is let through."""
        return any(map(self.lets, values(header, self.facet, person)))


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions; none lets everything through."""

    conditions: tuple[Filter, ...] = ()
    words: str = ""
    """Letters that must stand in the title, the author, the outlet or the date."""

    def __and__(self, other: Filter) -> Filters:
        if other in self.conditions:
            return self
        return replace(self, conditions=(*self.conditions, other))

    def without(self, facet: Facet) -> Filters:
        """The same without the conditions on one facet."""
        return replace(self, conditions=tuple(c for c in self.conditions if c.facet is not facet))

    def toggled(self, condition: Filter) -> Filters:
        """The same with a condition, or without it where it was there."""
        if condition not in self.conditions:
            return self & condition
        return replace(self, conditions=tuple(c for c in self.conditions if c != condition))

    def value(self, facet: Facet) -> str:
        """The one value that a facet is set to; an empty text where there is none, or several."""
        chosen = self.chosen(facet)
        return chosen[0] if len(chosen) == 1 else ""

    def chosen(self, facet: Facet) -> tuple[str, ...]:
        """The values of a facet that are let through; none means all."""
        return tuple(c.value for c in self.conditions if c.facet is facet)

    @property
    def by_facet(self) -> dict[Facet, tuple[Filter, ...]]:
        """The alternatives of each facet that is filtered by."""
        facets = dict.fromkeys(c.facet for c in self.conditions)
        return {facet: tuple(c for c in self.conditions if c.facet is facet) for facet in facets}

    def matches(self, header: Header, person: Person = NOBODY) -> bool:
        """Whether an article is let through."""
        if not all(any(c.matches(header, person) for c in group) for group in self.by_facet.values()):
            return False
        shown = searched(header)
        return all(word in shown for word in self.words.casefold().split())

    def apply(self, headers: Iterable[Header], person: Person = NOBODY) -> list[Header]:
        """The articles that are let through, in their order."""
        return [h for h in headers if self.matches(h, person)]

    def describe(self, labels: Mapping[str, str] | None = None) -> str:
        """In words: 'Syria and deconfliction or Iran · 2019 · “putin”'; `labels` names themes by id."""
        parts = [_alternatives(facet, group, labels or {}) for facet, group in self.by_facet.items()]
        if self.words:
            parts.append(f"“{self.words}”")
        return " · ".join(parts)


EVERYTHING = Filters()
"""No condition."""


def values(header: Header, facet: Facet, person: Person = NOBODY) -> tuple[str, ...]:
    """What an article has for a facet."""
    match facet:
        case Facet.THEME:
            return header.themes
        case Facet.AUTHOR:
            return header.authors
        case Facet.SPEAKER:
            return header.speakers
        case Facet.READING:
            return (READ if header.id in person.read else UNREAD,)
        case Facet.MARK:
            return (MARKED,) if header.id in person.marked else ()
        case Facet.PINNED:
            return pinned(header.id, person)
        case Facet.YEAR:
            return (header.year or UNDATED,)
        case _:
            return tuple(filter(None, (str(getattr(header, _FIELDS[facet])),)))


def pinned(article: str, person: Person) -> tuple[str, ...]:
    """In which briefs an article is pinned from, as values of the facet."""
    here = (THIS_BRIEF,) if article in person.pinned_here else ()
    anywhere = here or article in person.pinned
    return (*here, ANY_BRIEF) if anywhere else (NO_BRIEF,)


def searched(header: Header) -> str:
    """What the letters of a filter are looked for in, folded."""
    kind = "digest" if header.text == "digest" else header.genre
    return " ".join((header.stand_in, *header.authors, header.outlet, header.issued, kind)).casefold()


def order(headers: Iterable[Header], sort: Sort) -> list[Header]:
    """Articles in the order of `sort`, ties by id; what has no date, title or outlet comes last.

    By relevance they stay as they come: the best first.
    """
    if sort is Sort.RELEVANCE:
        return list(headers)
    by_id = sorted(headers, key=lambda h: h.id)
    match sort:
        case Sort.TITLE:
            return sorted(by_id, key=lambda h: (not h.title, h.stand_in.casefold()))
        case Sort.OUTLET:
            return sorted(by_id, key=lambda h: (not h.outlet, h.outlet.casefold()))
        case Sort.LENGTH:
            return sorted(by_id, key=lambda h: h.words, reverse=True)
        case _:
            return sorted(by_id, key=lambda h: h.issued, reverse=True)


def count(headers: Iterable[Header], facet: Facet, filters: Filters, person: Person = NOBODY) -> dict[str, int]:
    """How many articles each value of a facet would let through beside the conditions on other facets."""
    found = (values(header, facet, person) for header in filters.without(facet).apply(headers, person))
    counted = Counter(value for of_one in found for value in set(of_one))
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].casefold())))


_FIELDS = {
    Facet.OUTLET: "outlet",
    Facet.GENRE: "genre",
    Facet.LANGUAGE: "language",
    Facet.TEXT: "text",
}


def _alternatives(facet: Facet, group: tuple[Filter, ...], labels: Mapping[str, str]) -> str:
    names = [labels.get(c.value, c.value) if facet is Facet.THEME else c.value for c in group]
    if len(names) > SHOWN:
        names[SHOWN - 1 :] = [f"{len(names) - SHOWN + 1} others"]
    return facet.say(" or ".join(names))
