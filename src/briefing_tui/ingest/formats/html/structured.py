"""The objects of a page's JSON-LD: which of them is the article that the page shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...rules.names import folded
from .heads import Head

ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "AskPublicNewsArticle ReviewNewsArticle AdvertiserContentArticle BlogPosting LiveBlogPosting SocialMediaPosting "
    "ScholarlyArticle MedicalScholarlyArticle TechArticle Report Review CreativeWork".split()
)


def types_of(node: Mapping[str, Any]) -> tuple[str, ...]:
    """An object's types, without the vocabulary's address."""
    found = node.get("@type")
    return tuple(str(t).rsplit("/", 1)[-1] for t in (found if isinstance(found, list) else [found]))


def by_id(head: Head) -> dict[str, Mapping[str, Any]]:
    """The objects by id, those that say more than the id."""
    return {str(node["@id"]): node for node in head.nodes if "@id" in node and len(node) > 2}


def articles(head: Head) -> list[Mapping[str, Any]]:
    """The objects that describe the article of the page; none where several could and nothing tells which."""
    found = [node for node in head.nodes if ARTICLES & set(types_of(node)) and ("headline" in node or "author" in node)]
    if len(found) < 2:
        return found
    shown = {folded(t) for t in (*head.headings, head.title, head.first("og:title")[0]) if t}
    own = [node for node in found if headline(node) in shown]
    if own:
        return own
    return found if len({headline(node) for node in found}) == 1 else []


def headline(node: Mapping[str, Any]) -> str:
    """An article's headline, folded for comparing."""
    return folded(str(node.get("headline") or node.get("name") or ""))
