"""How articles are related: digests and originals, versions, the same text elsewhere, shared passages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...search import Catalogue, Reuse, Sharing, newest
from .corpus import Corpus
from .relations import Relation, relation_of


@dataclass(frozen=True, slots=True)
class Link:
    """A related article."""

    relation: Relation
    article: str


class Links:
    """The relations between all articles of one workspace."""

    def __init__(self, corpus: Corpus, catalogue: Catalogue) -> None:
        self._corpus = corpus
        self._catalogue = catalogue

    def of(self, article_id: str) -> tuple[Link, ...]:
        """The articles that are an article in another form."""
        everything = self._catalogue.identities()
        own = next((one for one in everything if one.article == article_id), None)
        if own is None:
            return ()
        others = (one for one in everything if one.article != article_id)
        return tuple(Link(relation, one.article) for one in others if (relation := relation_of(own, one)))

    def newest(self, article_id: str) -> str:
        """The last of the versions that follow an article; itself where there is none."""
        return newest(article_id, self._catalogue.identities())

    def shares(self, article_id: str, progress: Callable[[int, int], None] | None = None) -> tuple[Sharing, ...]:
        """The articles with passages in common with an article, and both places of each. Slow the first time.

        Raises:
            NotFoundError: where there is no such article.
        """
        article = self._corpus.article(article_id)
        reuse = Reuse(self._catalogue)
        reuse.update(progress)
        return reuse.sharing(article.text, besides=(article_id,))
