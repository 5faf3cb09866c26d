"""The sources of a brief for reference managers, and its excerpts as W3C Web Annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from briefing_tui.model import Article, Brief, Metadata
from briefing_tui.model.admiralty import grade

from ..inside import annotation, csl
from . import biblatex, ris


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
    return [csl(articles[a]) for a in sorted({e.article for e in brief.excerpts.values()} & articles.keys())]


def _added(metadata: Metadata) -> dict[str, str]:
    """What CSL has no variable for, and BibLaTeX adds at the end of an entry."""
    return {"republished-by": metadata.republished_by, "grade": grade(metadata)}


def _annotations(brief: Brief, articles: Mapping[str, Article]) -> str:
    return _json([annotation(brief, e, articles.get(e.article)) for e in brief.excerpts.values()])


def _json(values: list[dict[str, Any]]) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Brief, Mapping[str, Article]], str]] = {
    "csl-json": lambda brief, articles: _json(_sources(brief, articles)),
    "bibtex": lambda brief, articles: biblatex.write(
        {**item, **_added(articles[item["id"]].metadata)} for item in _sources(brief, articles)
    ),
    "ris": lambda brief, articles: ris.write(_sources(brief, articles)),
    "annotations": _annotations,
}
