"""The files inside a briefing: the brief, its excerpts as W3C Web Annotations, its sources as CSL-JSON. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefing_tui.model import Article, Brief, Excerpt
from briefing_tui.model.codes import code_of
from briefing_tui.storage import metadata_to_plain

from ..job import Job

BRIEF = "brief.yaml"
ANNOTATIONS = "excerpts.jsonld"
SOURCES = "sources.json"

_PLAIN_NAMES = {
    "container-title": "outlet",
    "issued": "date",
    "URL": "address",
    "accessed": "day of access",
    "note": "what is only inferred",
}
"""Of CSL's fields, where they have a plainer name."""


def files(job: Job) -> list[dict[str, str]]:
    """What the worker embeds beside the receipt: name, media type, description, relationship, content."""
    used = sorted({e.article for e in job.brief.excerpts.values()} & job.articles.keys())
    sources = [csl(job.articles[article]) for article in used]
    return [
        _file(BRIEF, "application/yaml", "The brief", "Source", job.brief_yaml),
        _file(
            ANNOTATIONS,
            "application/ld+json",
            "The excerpts as W3C Web Annotations",
            "Data",
            _json(as_annotations(job.brief, addresses(job.articles))),
        ),
        _file(SOURCES, "application/vnd.citationstyles.csl+json", "The sources as CSL-JSON", "Data", _json(sources)),
    ]


def addresses(articles: Mapping[str, Article]) -> dict[str, str]:
    """The address of each article that has one."""
    return {name: article.metadata.url for name, article in articles.items() if article.metadata.url}


def as_annotations(brief: Brief, known: Mapping[str, str]) -> list[dict[str, Any]]:
    """The excerpts of a brief as annotations of their articles (https://www.w3.org/TR/annotation-model/).

    The positions count code points of an article's text, whose hash names it.

    Args:
        brief: the brief.
        known: the address of each article that has one.
    """
    return [_annotation(brief.id, excerpt, known.get(excerpt.article, "")) for excerpt in brief.excerpts.values()]


def _annotation(brief: str, excerpt: Excerpt, url: str) -> dict[str, Any]:
    source = {"id": f"urn:sha256:{excerpt.sha256}", "type": "Text", "format": "text/plain"}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:briefing:{brief}:{excerpt.id}",
        "type": "Annotation",
        "motivation": "highlighting",
        "body": {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": code_of(excerpt)},
        "target": {
            "type": "SpecificResource",
            "source": {**source, **({"canonical": url} if url else {})},
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": excerpt.exact,
                    "prefix": excerpt.prefix,
                    "suffix": excerpt.suffix,
                },
                {"type": "TextPositionSelector", "start": excerpt.span.start, "end": excerpt.span.end},
            ],
        },
    }


def csl(article: Article) -> dict[str, Any]:
    """An article's metadata as a CSL-JSON item; what is only inferred is named in its note."""
    plain = metadata_to_plain(article.metadata)
    item = {key: value for key, value in plain.items() if key not in ("format", "custom", "themes")}
    issued = article.metadata.issued
    if issued:
        item["issued"] = {"date-parts": [[part for part in (issued.year, issued.month, issued.day) if part]]}
    states: Mapping[str, str] = (plain.get("custom") or {}).get("states", {})
    inferred = [field for field, state in states.items() if state == "inferred"]
    if inferred:
        item["note"] = f"only inferred: {', '.join(inferred)}"
    known = {"id": article.id, "URL": article.metadata.url}
    return {key: value for key, value in {"id": "", **item, **known}.items() if value or key not in known}


def known_sources(content: bytes | None) -> dict[str, Any]:
    """The items of the sources in a briefing, by article; none where they cannot be understood."""
    try:
        return {str(item["id"]): item for item in json.loads(content or b"[]")}
    except (ValueError, KeyError, TypeError):
        return {}


def described_otherwise(item: Mapping[str, Any], article: Article) -> list[str]:
    """The fields in which an article's description is no longer that of an item in a briefing, by plain names."""
    now = json.loads(json.dumps(csl(article)))
    fields = [*now, *(field for field in item if field not in now)]
    return [_PLAIN_NAMES.get(field, field) for field in fields if item.get(field) != now.get(field)]


def _json(values: Iterable[Mapping[str, Any]]) -> str:
    return json.dumps(list(values), ensure_ascii=False, indent=1) + "\n"


def _file(name: str, media_type: str, description: str, relationship: str, content: str) -> dict[str, str]:
    return {
        "name": name,
        "media_type": media_type,
        "description": description,
        "relationship": relationship,
        "content": content,
    }
