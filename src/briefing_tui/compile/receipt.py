"""The receipt: what is embedded in a briefing so that it can be verified later. Names and hashes, never paths."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefing_tui.citations import Citations
from briefing_tui.model import ItemKind

from . import xmp
from .annex import Entry, fingerprints
from .job import Job
from .template import form_sha256

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says of the file that it is in."""

    pages: list[str]
    structure: str
    document: str
    files: dict[str, str]
    tags: dict[str, str]
    about: dict[str, str]


def receipt(job: Job, citations: Citations, *, program: str, annex: Sequence[Entry] = ()) -> dict[str, Any]:
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
        "form": {"name": brief.template, "sha256": form_sha256(brief.template, job.templates)},
        "style": {"name": brief.style.rpartition("/")[2], "sha256": citations.style_sha256},
        "excerpts": [_excerpt(job, excerpt) for excerpt in brief.excerpts],
        **({"annex": fingerprints(annex)} if annex else {}),
        "engines": {"briefing": program, "citations": citations.engine},
    }


def understood(paper: bytes) -> tuple[Receipt, xmp.About]:
    """What a receipt says of its file, and what the file's metadata must say.

    Raises:
        ValueError, KeyError, TypeError: for one that cannot be understood.
    """
    shown: dict[str, Any] = json.loads(paper)["pdf"]
    if not isinstance(shown["pages"], list) or not all(isinstance(shown[part], dict) for part in ("files", "tags")):
        raise TypeError
    found = Receipt(**{part: shown[part] for part in Receipt.__slots__})
    return found, xmp.About(**found.about)


def known_annex(paper: bytes) -> dict[str, str]:
    """The hashes of the words in the annex, by excerpt, as a receipt has them."""
    known = json.loads(paper).get("annex", {})
    return {str(name): str(taken) for name, taken in known.items()} if isinstance(known, dict) else {}


def known_articles(paper: bytes) -> dict[str, str]:
    """The hashes of the articles, as they were when the briefing was made; those that were gone have none."""
    known = json.loads(paper).get("excerpts", [])
    each = [excerpt for excerpt in known if isinstance(excerpt, dict)] if isinstance(known, list) else []
    return {str(e.get("article")): str(taken) for e in each if (taken := e.get("article-sha256"))}


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
