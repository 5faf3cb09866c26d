"""The receipt: what is embedded in a briefing so that it can be verified later. Names and hashes, never paths."""

from __future__ import annotations

import hashlib
from typing import Any

from briefing_tui.citations import Citations
from briefing_tui.model import ItemKind

from .job import Job

FORMAT = 1


def receipt(job: Job, citations: Citations, *, program: str) -> dict[str, Any]:
    """What is known before the layout; the worker adds the engines and fonts that the layout used."""
    brief = job.brief
    return {
        "format": FORMAT,
        "brief": {
            "id": brief.id,
            "title": brief.title,
            "date": brief.date,
            "sha256": hashlib.sha256(job.brief_yaml.encode("utf-8", "surrogatepass")).hexdigest(),
        },
        "final": job.final,
        "template": brief.template,
        "style": {"name": brief.style.rpartition("/")[2], "sha256": citations.style_sha256},
        "excerpts": [_excerpt(job, excerpt) for excerpt in brief.excerpts],
        "engines": {"briefing": program, "citations": citations.engine},
    }


def _excerpt(job: Job, excerpt_id: str) -> dict[str, Any]:
    excerpt = job.brief.excerpts[excerpt_id]
    article = job.articles.get(excerpt.article)
    found = job.verifications.get(excerpt_id)
    items = [item for _, item in job.brief.items() if item.excerpt == excerpt_id]
    return {
        "id": excerpt_id,
        "article": excerpt.article,
        "pinned-sha256": excerpt.sha256,
        "article-sha256": article.sha256 if article else None,
        "span": [found.span.start, found.span.end] if found and found.span else None,
        "exact-sha256": hashlib.sha256(excerpt.exact.encode("utf-8", "surrogatepass")).hexdigest(),
        "state": found.state.value if found and article else "vanished",
        "quoted": any(item.kind is ItemKind.QUOTE for item in items),
        "items": [item.id for item in items],
    }
