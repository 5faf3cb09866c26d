"""What is found in the articles of a workspace: by words and fields, passage by passage, and what is related."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ...model import Facet, Filter, Filters, Passage, Sort, Theme, Trail
from ...model.filters import Person
from .conditions import NOBODY
from .relations import Relation, relation_of

if TYPE_CHECKING:
    from ...model import Article, Matcher, Related
    from ...search import Catalogue, Hit, Query, Results, Wanted

MOST = 2_000
"""Passages of a trail: more than anybody walks through."""
LATE_ARTICLES = 100
"""Articles whose wording is taken in while somebody waits for what is related: about half a second's work."""
UNASKED = "No words are looked for, so no paragraph is the best: the newest come first"
"""Why a list of passages has one order."""


class Searching(ABC):
    """The part of a corpus that finds things in its articles."""

    _catalogue: Catalogue

    @property
    @abstractmethod
    def matcher(self) -> Matcher:
        """The themes of the workspace."""

    @abstractmethod
    def article(self, article_id: str, *, again: bool = False) -> Article:
        """An article with its text."""

    @abstractmethod
    def _wanted(self, filters: Filters, person: Person) -> Wanted:
        """The articles that filters let through."""

    def search(
        self,
        query: str,
        *,
        filters: Filters = Filters(),
        person: Person = NOBODY,
        limit: int = 100,
        newest: bool = False,
        sort: Sort = Sort.RELEVANCE,
        interrupt: Callable[[], bool] | None = None,
    ) -> Results:
        """Full-text search among the articles that the filters let through: `newest` at once, ranked when ready.

        Args:
            query: as it was typed.
            filters: among which articles.
            person: whose, where the filters ask for what a person did.
            limit: hits at most.
            newest: the newest first, without ranking.
            sort: another order.
            interrupt: asked every now and then from this thread; the search ends once it says yes.

        Raises:
            QueryError: where the query cannot be understood; says where.
            CancelledError: when `interrupt` said yes.
        """
        from ...search import parse_query, search

        wanted = parse_query(query, self.matcher.themes)
        among = self._wanted(filters, person)
        return search(self._catalogue, wanted, limit=limit, newest=newest, sort=sort, among=among, interrupt=interrupt)

    def why_nothing(
        self,
        query: str,
        *,
        filters: Filters = Filters(),
        person: Person = NOBODY,
        interrupt: Callable[[], bool] | None = None,
    ) -> str:
        """In a few words why a query finds nothing: which words and fields no article has, alone or together.

        Raises:
            QueryError, CancelledError: as `search` does.
        """
        from ...search import parse_query, why_nothing

        wanted = parse_query(query, self.matcher.themes)
        return why_nothing(self._catalogue, wanted, among=self._wanted(filters, person), interrupt=interrupt)

    def answering(self, query: str, limit: int) -> list[str]:
        """The ids of the articles that answer a query, the best first. May be slow.

        Raises:
            QueryError: where the query cannot be understood; says where.
        """
        from ...search import answering, parse_query

        return answering(self._catalogue, parse_query(query, self.matcher.themes), limit=limit)

    def passages(
        self,
        query: str = "",
        *,
        theme: str = "",
        filters: Filters = Filters(),
        person: Person = NOBODY,
        sort: Sort = Sort.DATE,
        limit: int = MOST,
        interrupt: Callable[[], bool] | None = None,
    ) -> Trail:
        """The paragraphs that a query finds or, without one, those on a theme (else the filters' themes), in order.

        Raises:
            QueryError, CancelledError: as `search` does.
        """
        from ...search import search

        themes = self.matcher.themes
        wanted = _question(query, theme, filters, themes)
        if query.strip() and theme:
            filters &= Filter(Facet.THEME, theme)
        among = self._wanted(filters, person)
        found = search(self._catalogue, wanted, limit=limit, sort=sort, among=among, interrupt=interrupt)
        if sort is not Sort.RELEVANCE or not query.strip():
            found = replace(found, hits=_by_article(found.hits))
        passages = tuple(map(_passage, found.hits))
        more = max(not found.exact, found.total - len(passages))
        return Trail(passages, _title(query, theme, filters, themes), more)

    def related(
        self, article_id: str, paragraph: int, *, limit: int = 20, interrupt: Callable[[], bool] | None = None
    ) -> tuple[Related, ...]:
        """The passages of other articles with wording or rare words in common with a paragraph, each with the reason.

        Digests of the article itself come last.

        Raises:
            NotFoundError: where there is no such article.
            CancelledError: when `interrupt` said yes.
        """
        from ...search import Reuse, related

        article = self.article(article_id)
        block = article.segments.paragraph(paragraph)
        if block is None:
            return ()
        reuse = Reuse(self._catalogue)
        if reuse.behind <= LATE_ARTICLES:
            reuse.update(cancelled=interrupt)
        text = block.span.slice(article.text)
        found = related(self._catalogue, text, besides=article_id, limit=limit, interrupt=interrupt)
        relations = self._relations(article_id, {one.passage.article for one in found})
        said = [replace(one, relation=relations.get(one.passage.article, "")) for one in found]
        return tuple(sorted(said, key=lambda one: one.relation == Relation.DIGEST.said))

    def _relations(self, article_id: str, others: Collection[str]) -> dict[str, str]:
        """By id: what other articles are to one, of those that are one in another form."""
        known = {one.article: one for one in self._catalogue.identities([article_id, *others])}
        own = known.pop(article_id, None)
        found = {other: relation_of(own, one) for other, one in known.items()} if own else {}
        return {other: relation.said for other, relation in found.items() if relation}


def _question(query: str, theme: str, filters: Filters, themes: Sequence[Theme]) -> Query:
    """What a list of passages is about, as a query: words, else the theme, else those that the filters name.

    Raises:
        QueryError: where the words cannot be understood.
    """
    from ...search import Alternative, Condition, Field, Query, parse_query

    if query.strip():
        return parse_query(query, themes)
    wanted = (theme,) if theme else filters.chosen(Facet.THEME)
    return Query((Alternative((), (), (Condition(Field.THEME, wanted),) if wanted else ()),))


def _title(query: str, theme: str, filters: Filters, themes: Sequence[Theme]) -> str:
    """The same in words."""
    labels = {each.id: each.pref_label for each in themes}
    asked = [labels.get(theme, theme), _in_marks(query.strip()), filters.describe(labels)]
    return " · ".join(filter(None, asked)) or "all articles, first paragraphs"


def _in_marks(query: str) -> str:
    """A query in quotation marks; a phrase has some already."""
    return f"“{query}”" if query and not (query.startswith('"') and query.endswith('"')) else query


def _by_article(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Those of one article together and in the order of its text; the articles in the order in which they came."""
    articles = {article: n for n, article in enumerate(dict.fromkeys(hit.article for hit in hits))}
    return tuple(sorted(hits, key=lambda hit: (articles[hit.article], hit.block.start)))


def _passage(hit: Hit) -> Passage:
    return Passage(hit.article, hit.paragraph, hit.block, hit.matched, hit.start, hit.snippet, hit.marks)
