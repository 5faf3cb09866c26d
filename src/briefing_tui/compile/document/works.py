"""The same work twice is one source: articles with the same text and all the same statements of what it is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing_tui.model import Article


def one_of_each(articles: Mapping[str, Article], ids: Iterable[str]) -> dict[str, str]:
    """For articles, in the order in which they are named, the first that is the same work; mostly the article itself.

    A republished text has another outlet, and another version another text: these are sources of their own.

    Args:
        articles: by id; one that is gone is a work of its own.
        ids: of those that are meant.
    """
    first: dict[str, str] = {}
    works: dict[str, list[Article]] = {}
    for name in dict.fromkeys(ids):
        article = articles.get(name)
        same = works.setdefault(article.sha256, []) if article else []
        known = next((other.id for other in same if article and other.metadata == article.metadata), name)
        first[name] = known
        if article and known == name:
            same.append(article)
    return first
