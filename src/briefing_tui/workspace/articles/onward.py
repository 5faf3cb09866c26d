"""From an article on into the next of those that a list shows: to what one follows there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...errors import BriefingError
from ...model import Passage, Span
from ...search import Headers
from .in_article import find_in_article

if TYPE_CHECKING:
    from ...model import Article, Header
    from .corpus import Corpus

Spans = Callable[["Article"], Sequence[Span]]
"""What one follows in an article."""


def next_on_theme(articles: Corpus, among: Sequence[Header], here: str, step: int, theme: str) -> Passage | None:
    """The first paragraph on a theme in the next article that has one (1), or the last in the one before (-1)."""

    def spans(article: Article) -> Sequence[Span]:
        themes = articles.article_themes(article.id).paragraphs
        both = zip(article.segments.paragraphs, themes, strict=False)
        return [paragraph.span for paragraph, matches in both if any(match.id == theme for match in matches)]

    there = (header.id for header in _from(among, here, step) if theme in header.themes)
    return _first(articles, there, step, spans)


def next_hit(articles: Corpus, among: Sequence[Header], here: str, step: int, question: str) -> Passage | None:
    """The first place in the next article where the words of a question stand (1), or the last in the one before."""

    def spans(article: Article) -> Sequence[Span]:
        return find_in_article(question, article.text).hits

    return _first(articles, (header.id for header in _from(among, here, step)), step, spans)


def _from(among: Sequence[Header], here: str, step: int) -> Iterator[Header]:
    """The articles of a list from one on or back, without it; none where it is not there."""
    if isinstance(among, Headers):
        at = among.index_of(here)
    else:
        at = next((n for n, header in enumerate(among) if header.id == here), None)
    if at is not None:
        yield from (among[n] for n in range(at + step, len(among) if step > 0 else -1, step))


def _first(articles: Corpus, ids: Iterator[str], step: int, spans: Spans) -> Passage | None:
    for article_id in ids:
        try:
            article = articles.article(article_id)
            found = spans(article)
        except BriefingError:
            continue  # it went away, or is broken now
        if found:
            span = found[0 if step > 0 else -1]
            return Passage(article_id, article.segments.locate(span)[0], span)
    return None
