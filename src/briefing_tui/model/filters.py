"""Filters: small values that combine with `&`, say in words what they let through, and can be applied again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .header import Header


class Facet(StrEnum):
    """What articles can be filtered by."""

    THEME = "theme"
    OUTLET = "outlet"
    AUTHOR = "author"
    SPEAKER = "speaker"
    YEAR = "year"
    GENRE = "genre"
    TEXT = "text"


class Sort(StrEnum):
    """How a list of articles is ordered."""

    DATE = "date"
    TITLE = "title"
    OUTLET = "outlet"

    @property
    def describe(self) -> str:
        """In words, for the line above a list."""
        return {"date": "newest first", "title": "by title", "outlet": "by outlet"}[self.value]


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition; case does not count."""

    facet: Facet
    value: str

    def matches(self, header: Header) -> bool:
        """Whether an article is let through."""
        return self.value.casefold() in (v.casefold() for v in values(header, self.facet))


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that must all hold; no conditions let everything through."""

    conditions: tuple[Filter, ...] = ()
    words: str = ""
    """Letters that must stand in the title, the author or the outlet."""

    def __and__(self, other: Filter) -> Filters:
        if other in self.conditions:
            return self
        return Filters((*self.conditions, other), self.words)

    def without(self, facet: Facet) -> Filters:
        """The same without the conditions on one facet."""
        return Filters(tuple(c for c in self.conditions if c.facet is not facet), self.words)

    def value(self, facet: Facet) -> str:
        """What a facet is set to, or an empty text."""
        return next((c.value for c in self.conditions if c.facet is facet), "")

    def matches(self, header: Header) -> bool:
        """Whether an article is let through."""
        if not all(c.matches(header) for c in self.conditions):
            return False
        if not self.words:
            return True
        shown = " ".join((header.stand_in, *header.authors, header.container_title, header.issued)).casefold()
        return all(w in shown for w in self.words.casefold().split())

    def apply(self, headers: Iterable[Header]) -> list[Header]:
        """The articles that are let through, in their order."""
        return [h for h in headers if self.matches(h)]

    def describe(self, labels: dict[str, str] | None = None) -> str:
        """In words: 'Syria and deconfliction · 2019 · “putin”'; `labels` names themes by id."""
        parts = [(labels or {}).get(c.value, c.value) if c.facet is Facet.THEME else c.value for c in self.conditions]
        if self.words:
            parts.append(f"“{self.words}”")
        return " · ".join(parts)


def values(header: Header, facet: Facet) -> tuple[str, ...]:
    """What an article has for a facet."""
    one = {
        Facet.OUTLET: header.container_title,
        Facet.YEAR: header.year,
        Facet.GENRE: header.genre,
        Facet.TEXT: header.text,
    }
    many = {Facet.THEME: header.themes, Facet.AUTHOR: header.authors, Facet.SPEAKER: header.speakers}
    return many[facet] if facet in many else tuple(filter(None, (one[facet],)))


def order(headers: Iterable[Header], sort: Sort) -> list[Header]:
    """Articles in the order of `sort`; those without a date come last, ties by id."""
    by_id = sorted(headers, key=lambda h: h.id)
    if sort is Sort.TITLE:
        return sorted(by_id, key=lambda h: (not h.title, h.stand_in.casefold()))
    if sort is Sort.OUTLET:
        return sorted(by_id, key=lambda h: (not h.container_title, h.container_title.casefold()))
    return sorted(by_id, key=lambda h: h.issued, reverse=True)
