"""Looking at the articles by a view: which there are, in which order, and how many each value of a facet has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model import Facet, Header, Person, Sort, View
from ...model import filters as filtering
from ...model.filters import NOBODY
from .corpus import Corpus, ThemeCount

RANKED = 2_000
"""Articles that are put in order by how well they answer letters; of more, the newest come first."""
ASKED = 10_000
"""Articles that answer a question and are listed, at most; the best of them."""
Counted = Sequence[tuple[str, int]]
"""The values of a facet, each with how many articles have it."""


@dataclass(frozen=True)
class Everything:
    """All articles of the workspace: the catalogue filters and counts them."""

    articles: Corpus
    view: View
    person: Person = NOBODY

    @property
    def headers(self) -> Sequence[Header]:
        """What is shown, in order."""
        found = self.articles.headers(self.view.filters, self.view.sort, self.person)
        return _by_letters(found, self.view.filters.words) if self.view.sort is Sort.RELEVANCE else found

    def listing(self) -> Sequence[str]:
        """The same as the JSON objects of the command `list`."""
        return self.articles.list_json(self.view.filters, self.view.sort, self.person)

    def totals(self) -> tuple[int, int]:
        """Articles and paragraphs on any theme."""
        return self.articles.totals(self.view.filters.without(Facet.THEME), self.person)

    def theme_counts(self) -> Sequence[ThemeCount]:
        """Every theme with its counts, which follow the other facets."""
        return self.articles.theme_counts(self.view.filters, self.person)

    def facet_values(self, facet: Facet) -> Counted:
        """The values of a facet with their counts, which follow the other facets."""
        return self.articles.facet_values(facet, self.view.filters, self.person)


@dataclass(frozen=True)
class Answers:
    """The articles that answer the view's question: few enough to be gone through one by one."""

    articles: Corpus
    view: View
    person: Person = NOBODY

    @cached_property
    def _all(self) -> Sequence[Header]:
        """All that answer, whatever the filters say: the best first where that is asked for, else the newest."""
        ids = self.articles.answering(self.view.query, ASKED)
        known = self.articles.headers_of(ids)
        best_first = self.view.sort is Sort.RELEVANCE
        return [known[article] for article in ids if article in known] if best_first else list(known.values())

    @property
    def headers(self) -> Sequence[Header]:
        """What is shown, in order."""
        found = self.view.filters.apply(self._all, self.person)
        return found if self.view.sort in (Sort.RELEVANCE, Sort.DATE) else filtering.order(found, self.view.sort)

    def listing(self) -> Sequence[str]:
        """The same as the JSON objects of the command `list`."""
        known = {json.loads(row)["id"]: row for row in self.articles.list_json()}
        return [known[header.id] for header in self.headers]

    def totals(self) -> tuple[int, int]:
        """Articles and paragraphs on any theme."""
        left = self._off_themes()
        return len(left), sum(header.paragraphs for header in left)

    def theme_counts(self) -> Sequence[ThemeCount]:
        """Every theme with its counts, which follow the other facets."""
        themes = self.articles.matcher.themes
        numbers: dict[str, list[int]] = {theme.id: [] for theme in themes}
        for header in self._off_themes():
            for theme, paragraphs in zip(header.themes, header.theme_paragraphs, strict=True):
                numbers.setdefault(theme, []).append(paragraphs)
        return [ThemeCount(theme, len(numbers[theme.id]), sum(numbers[theme.id])) for theme in themes]

    def facet_values(self, facet: Facet) -> Counted:
        """The values of a facet with their counts, which follow the other facets."""
        return list(filtering.count(self._all, facet, self.view.filters, self.person).items())

    def _off_themes(self) -> list[Header]:
        return self.view.filters.without(Facet.THEME).apply(self._all, self.person)


def look(articles: Corpus, view: View, person: Person = NOBODY) -> Everything | Answers:
    """What a view shows. Its parts are worked out when they are asked for; that may be slow.

    Raises:
        QueryError: where its question cannot be understood.
    """
    return Answers(articles, view, person) if view.query else Everything(articles, view, person)


def _by_letters(headers: Sequence[Header], words: str) -> Sequence[Header]:
    """Articles that have the letters at the beginning of a word of the title first, then in it, then elsewhere."""
    wanted = words.casefold().split()
    if not wanted or len(headers) > RANKED:
        return headers

    def score(header: Header) -> int:
        title = f" {header.title.casefold()}"
        return sum(2 * (f" {word}" in title) + (word in title) for word in wanted)

    return sorted(headers, key=score, reverse=True)
