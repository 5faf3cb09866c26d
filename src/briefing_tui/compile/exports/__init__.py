"""The sources of a brief for reference managers, and its excerpts as W3C Web Annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from briefing_tui.model import Article, Brief
from briefing_tui.model.language_tags import is_language_tag

from ..file.inside import addresses, as_annotations, csl
from ..languages.wording import wording
from . import biblatex, ris
from .marked import marked


def export(name: str, brief: Brief, articles: Mapping[str, Article]) -> bytes:
    """The sources, or the excerpts, of a brief in one of `FORMATS`, UTF-8.

    Args:
        name: the format.
        brief: whose sources.
        articles: by id; one that is gone is left out.
    """
    return FORMATS[name](brief, articles).encode("utf-8", "replace")


def _sources(brief: Brief, articles: Mapping[str, Article]) -> list[dict[str, Any]]:
    """Each source once, as CSL-JSON, by its id."""
    return [csl(article) for article in _cited(brief, articles)]


def _bibtex(brief: Brief, articles: Mapping[str, Article]) -> str:
    """Each source once, with what is missing or inferred marked in the brief's language."""
    language = brief.language if is_language_tag(brief.language) else Brief(brief.id).language
    return biblatex.write(marked(article, wording(language).terms) for article in _cited(brief, articles))


def _cited(brief: Brief, articles: Mapping[str, Article]) -> list[Article]:
    return [articles[a] for a in sorted({e.article for e in brief.excerpts.values()} & articles.keys())]


def _annotations(brief: Brief, articles: Mapping[str, Article]) -> str:
    return _json(as_annotations(brief, addresses(articles)))


def _json(values: list[dict[str, Any]]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Brief, Mapping[str, Article]], str]] = {
    "csl-json": lambda brief, articles: _json(_sources(brief, articles)),
    "bibtex": _bibtex,
    "ris": lambda brief, articles: ris.write(_sources(brief, articles)),
    "annotations": _annotations,
}
