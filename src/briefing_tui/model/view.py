"""Views: a way to look at the articles of a workspace, which can be kept under a name and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .filters import EVERYTHING, Facet, Filter, Filters, Sort


@dataclass(frozen=True, slots=True)
class View:
    """Filters, a question and an order; says itself in words."""

    filters: Filters = EVERYTHING
    query: str = ""
    """What the texts must answer, in the language of the search."""
    sort: Sort = Sort.DATE

    def __and__(self, other: Filter) -> View:
        return replace(self, filters=self.filters & other)

    def on_theme(self, theme: str) -> View:
        """The same on one theme and no other, or on none."""
        others = self.filters.without(Facet.THEME)
        return replace(self, filters=others & Filter(Facet.THEME, theme) if theme else others)

    def toggled(self, condition: Filter) -> View:
        """The same with a condition, or without it where it was there."""
        return replace(self, filters=self.filters.toggled(condition))

    def without(self, facet: Facet) -> View:
        """The same without the conditions on one facet."""
        return replace(self, filters=self.filters.without(facet))

    def with_words(self, words: str) -> View:
        """The same with other letters that must be there."""
        return replace(self, filters=replace(self.filters, words=words)).settled()

    def asking(self, query: str) -> View:
        """The same with another question; the best answers come first."""
        return replace(self, query=query, sort=Sort.RELEVANCE if query else self.sort).settled()

    def settled(self) -> View:
        """The same, by date where nothing is asked that articles could answer well or badly."""
        return self if self.sort is not Sort.RELEVANCE or self.asks else replace(self, sort=Sort.DATE)

    def next_sort(self) -> View:
        """The same in the next order."""
        orders = [sort for sort in Sort if self.asks or sort is not Sort.RELEVANCE]
        return replace(self, sort=orders[(orders.index(self.sort) + 1) % len(orders)])

    def wider(self) -> View:
        """The same with one thing less: letters, the question, the facet that was chosen last, at the end the theme."""
        if self.filters.words:
            return self.with_words("")
        if self.query:
            return self.asking("")
        facets = sorted(
            self.filters.by_facet, key=lambda facet: facet is not Facet.THEME
        )  # stable: the last stays last
        return self.without(facets[-1]).settled() if facets else self.settled()

    @property
    def asks(self) -> bool:
        """Whether some articles answer it better than others."""
        return bool(self.query or self.filters.words)

    @property
    def theme(self) -> str:
        """The id of the one theme that it is on, or an empty text."""
        return self.filters.value(Facet.THEME)

    def describe(self, labels: Mapping[str, str] | None = None) -> str:
        """In words: 'Syria and deconfliction or Iran · 2019 · unread · newest first'."""
        asked = f"texts with ‘{self.query}’" if self.query else ""
        return " · ".join(filter(None, (self.filters.describe(labels), asked, self.sort.describe)))
