"""What the library shows of all articles: filters, order, and what only this person knows, read and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ...model import Facet, Filter, Filters, Header, Sort


class Only(StrEnum):
    """What a person has done with an article."""

    UNREAD = "unread"
    READ = "read"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A way to look at the articles; says itself in words."""

    filters: Filters = Filters()
    sort: Sort = Sort.DATE
    only: Only | None = None

    def on_theme(self, theme: str) -> Narrowing:
        """The same on one theme, or on none."""
        return self.with_value(Facet.THEME, theme)

    def with_value(self, facet: Facet, value: str) -> Narrowing:
        """The same with a facet set to a value; an empty value lets every one through."""
        filters = self.filters.without(facet)
        return replace(self, filters=filters & Filter(facet, value) if value else filters)

    def with_words(self, words: str) -> Narrowing:
        """The same with other letters that must be there."""
        return replace(self, filters=replace(self.filters, words=words))

    def next_sort(self) -> Narrowing:
        """The same in the next order."""
        orders = list(Sort)
        return replace(self, sort=orders[(orders.index(self.sort) + 1) % len(orders)])

    def wider(self) -> Narrowing:
        """The same with what narrows it most taken away: letters first, then all but the theme, then that."""
        if self.filters.words:
            return self.with_words("")
        theme = self.theme
        others = Narrowing(Filters(), self.sort).on_theme(theme)
        return others if others != self else self.on_theme("")

    @property
    def theme(self) -> str:
        """The id of the theme, or an empty text."""
        return self.filters.value(Facet.THEME)

    def of_person(self, headers: Sequence[Header], read: frozenset[str], marked: frozenset[str]) -> Sequence[Header]:
        """The articles that are left by what the person has done with them."""
        if self.only is Only.MARKED:
            return [h for h in headers if h.id in marked]
        if self.only is None:
            return headers
        return [h for h in headers if (h.id in read) is (self.only is Only.READ)]

    def describe(self, shown: int, of: int, labels: dict[str, str]) -> str:
        """In words: '9 of 12 · Syria and deconfliction · newest first'."""
        parts = [f"{shown} of {of}", self.filters.describe(labels), self.only or "", self.sort.describe]
        return " · ".join(filter(None, parts))
