"""What a brief rests on: the articles of its excerpts, and what became of each excerpt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ...checks import verify
from ...errors import BriefingError, NotFoundError
from ...model import Article, Brief, Problem, Verification
from ...model.source_words import as_found
from ..articles.corpus import Corpus
from ..briefing.templates import problem


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles that a brief refers to, and what became of its excerpts."""

    articles: dict[str, Article]
    verifications: dict[str, Verification]
    unreadable: dict[str, Problem] = field(default_factory=dict)
    """The articles that are there and cannot be read, by id."""
    themes: tuple[str, ...] = ()
    """The names of the themes that articles may be on."""

    def worded(self, brief: Brief) -> Brief:
        """The brief with the words of its excerpts as they stand in their articles: what is checked and printed."""
        found = {e.id: as_found(e, self.verifications.get(e.id)) for e in brief.excerpts.values()}
        return replace(brief, excerpts=found) if found != brief.excerpts else brief


def sources_of(brief: Brief, corpus: Corpus, *, again: bool = False) -> Sources:
    """Compare every excerpt with its article, read `again` whatever is in memory; one that is gone is left out."""
    articles: dict[str, Article] = {}
    unreadable: dict[str, Problem] = {}
    for article_id in dict.fromkeys(e.article for e in brief.excerpts.values()):
        try:
            articles[article_id] = corpus.article(article_id, again=again)
        except NotFoundError:
            continue
        except BriefingError as error:
            unreadable[article_id] = problem(error)
    found = {e.id: verify(e, articles.get(e.article)) for e in brief.excerpts.values()}
    return Sources(articles, found, unreadable, tuple(theme.pref_label for theme in corpus.matcher.themes))
