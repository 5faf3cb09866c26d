"""The receipt: what is embedded in a briefing so that it can be verified later. Names and hashes, never paths."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from briefing_tui.citations import Citations
from briefing_tui.model import Brief, Item, ItemKind

from ..document.annex import Entry, fingerprints
from ..house.folders import form_sha256
from ..job import Job
from . import xmp

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says of the file that it is in."""

    pages: list[str]
    structure: str
    document: str
    files: dict[str, str]
    tags: dict[str, str]
    about: dict[str, Any]
    structures: list[str] = field(default_factory=list)
    """Of each page's part of the structure; the receipts of earlier briefings have none."""


def receipt(job: Job, citations: Citations, *, program: str, annex: Sequence[Entry] = ()) -> dict[str, Any]:
    """What is known before the layout; the worker adds the engines and fonts that the layout used."""
    brief = job.brief
    return {
        "format": FORMAT,
        "brief": of_brief(brief, job.brief_yaml.encode("utf-8", "replace")),
        "final": job.final,
        "template": brief.template,
        "form": {"name": brief.template, "sha256": form_sha256(brief.template, job.templates)},
        "style": {"name": of_style(brief), "sha256": citations.style_sha256},
        "excerpts": [said | _found(job, excerpt) for excerpt, said in of_excerpts(brief).items()],
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
    if not isinstance(shown.setdefault("structures", []), list):
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


def of_brief(brief: Brief, content: bytes) -> dict[str, str]:
    """What a receipt says of a brief.

    Args:
        brief: the brief.
        content: of the file inside.
    """
    return {"id": brief.id, "title": brief.title, "date": brief.date, "sha256": hashlib.sha256(content).hexdigest()}


def of_style(brief: Brief) -> str:
    """The name of a brief's citation style, without its folder."""
    return brief.style.rpartition("/")[2]


def of_excerpts(brief: Brief) -> dict[str, dict[str, Any]]:
    """What a receipt says of each excerpt that the brief alone decides, by excerpt."""
    used: dict[str, list[Item]] = {}
    for _, item in brief.items():
        used.setdefault(item.excerpt, []).append(item)
    return {
        name: {
            "id": name,
            "article": excerpt.article,
            "pinned-sha256": excerpt.sha256,
            "exact-sha256": hashlib.sha256(excerpt.exact.encode("utf-8", "surrogatepass")).hexdigest(),
            "quoted": any(item.kind is ItemKind.QUOTE for item in used.get(name, ())),
            "items": [item.id for item in used.get(name, ())],
        }
        for name, excerpt in brief.excerpts.items()
    }


def _found(job: Job, excerpt: str) -> dict[str, Any]:
    """What became of an excerpt in its article."""
    article = job.articles.get(job.brief.excerpts[excerpt].article)
    found = job.verifications.get(excerpt)
    return {
        "article-sha256": article.sha256 if article else None,
        "span": [found.span.start, found.span.end] if found and found.span else None,
        "state": found.state.value if found and article else "vanished",
    }
