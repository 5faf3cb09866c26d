"""The document as JSON, for other programs: everything that is printed, with its numbers, notes and sources."""

from __future__ import annotations

import json
from typing import Any

from briefing_tui.citations import Text

from ..document import Block, Call, Document, Inline, Quote
from . import Made
from .text import said


def make(made: Made) -> dict[str, bytes]:
    """One JSON object, UTF-8."""
    plain = {"format": 1, "generator": made.generator, "final": made.job.final, **tree(made.document)}
    return {"json": (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")}


def tree(document: Document) -> dict[str, Any]:
    """The document as plain values; a note is called in texts by its number in brackets."""
    return {
        "title": said([document.title]),
        "language": document.language,
        "marking": document.marking,
        "notice": list(document.notice),
        "facts": {fact.field: said([fact.value]) for fact in document.facts},
        "bottom-line": [said(paragraph) for paragraph in document.bottom_line],
        "judgements": [
            {
                "number": point.number,
                "id": point.id,
                "text": said(point.inlines),
                "likelihood": point.likelihood,
                "confidence": said(point.confidence),
                "support": {s.label: [r.label for r in s.references] for s in point.support},
            }
            for point in document.points
        ],
        "sections": [
            {"number": c.number, "id": c.id, "title": c.title, "level": c.level, "blocks": [*map(_block, c.blocks)]}
            for c in document.chapters
        ],
        "notes": [_note(call) for call in document.calls() if call.note],
        "sources": [_runs(source) for source in document.sources],
    }


def _block(block: Block) -> dict[str, Any]:
    common = {"number": block.number, "item": block.item, "warning": block.warning}
    if isinstance(block, Quote):
        return {
            **common,
            "kind": "quote",
            "exact": block.text,
            "language": block.language,
            "note": block.call.number,
            "attribution": said(block.attribution),
        }
    return {**common, "kind": "passage", "text": said(block.inlines)}


def _note(call: Call) -> dict[str, Any]:
    return {"number": call.number, "excerpt": call.excerpt, **_runs(call.note)}


def _runs(inlines: tuple[Inline, ...]) -> dict[str, Any]:
    links = [part.href for part in inlines if isinstance(part, Text) and part.href]
    return {"text": said(inlines), "links": links}
