"""The document as JSON, for other programs: everything that is printed, with its numbers, notes and sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from briefing_tui.citations import Text
from briefing_tui.model.codes import code_of
from briefing_tui.model.template import OPEN_POINTS, Part

from ..document.annex import Entry
from ..document.open_points import OpenPoint
from ..document.runs import Call, Inline
from ..document.tree import Block, Document, Quote
from . import Made
from .text import said


def make(made: Made) -> dict[str, bytes]:
    """One JSON object, UTF-8."""
    plain = {"format": 1, "generator": made.generator, "brief": made.job.brief.id, "final": made.job.final}
    plain |= tree(made.document)
    plain["excerpts"] = [
        {"id": e.id, "article": e.article, "code": code_of(e)} for e in made.job.brief.excerpts.values()
    ]
    return {"json": (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")}


def tree(document: Document) -> dict[str, Any]:
    """The document as plain values; a note is called in texts by its number in brackets."""
    return {
        "title": said([document.title]),
        "language": document.language,
        "version": document.version,
        "marking": document.marking,
        "notice": list(document.notice),
        "facts": {fact.field: said([fact.value]) for fact in document.facts},
        "parts": list(document.parts),
        "placement": document.placement.value,
        "headings": {name: heading for name, heading in document.headings.items() if name in document.parts},
        "bottom-line": [said(paragraph) for paragraph in document.bottom_line],
        "fields": {name: [said(paragraph) for paragraph in texts] for name, texts in _fields(document)},
        "decision": list(document.decision),
        "judgements": [
            {
                "number": point.number,
                "id": point.id,
                "text": said(point.inlines),
                "likelihood": point.likelihood,
                "confidence": said(point.confidence),
                "support": {s.label: [r.said for r in s.references] for s in point.support},
            }
            for point in document.points
        ],
        "sections": [
            {"number": c.number, "id": c.id, "title": c.title, "level": c.level, "blocks": [*map(_block, c.blocks)]}
            for c in document.chapters
        ],
        "notes": [_note(call) for call in document.calls() if call.note],
        "sources": [_runs(source) for source in document.sources],
        **_behind(document),
    }


def _fields(document: Document) -> Iterator[tuple[str, tuple[tuple[Inline, ...], ...]]]:
    """The texts that the author wrote for the form."""
    return ((name, texts) for name, texts in document.prose.items() if name != Part.STATEMENT)


def _behind(document: Document) -> dict[str, Any]:
    """What stands behind the argument, where the form has it: dates, counts and passages as values."""
    parts: dict[str, Any] = {}
    if document.statement:
        counts = asdict(document.statement)
        dates = {name: str(date) for name in ("first", "last") if (date := getattr(document.statement, name))}
        said_so = " ".join(map(said, document.paragraphs(Part.STATEMENT)))
        parts["statement"] = {"text": said_so, **counts, "first": None, "last": None, **dates}
    if document.timeline.moments:
        moments = [{"date": m.date, "source": m.label, "inferred": m.inferred} for m in document.timeline.moments]
        parts["timeline"] = {"dated": moments, "undated": list(document.timeline.undated)}
    if document.coverage.rows:
        head, rows = document.coverage.head, document.coverage.rows
        parts["coverage"] = [{"theme": row[0], "paragraphs": dict(zip(head[1:], row[1:], strict=True))} for row in rows]
    if document.annex:
        parts["annex"] = list(map(_entry, document.annex))
    if listed := document.open.points:
        parts[OPEN_POINTS] = {"points": list(map(_open_point, listed)), "left-out": document.open.left_out}
    return parts


def _open_point(point: OpenPoint) -> dict[str, Any]:
    return {
        "severity": point.severity.value,
        "places": list(point.ids),
        "shown": said(point.places),
        "message": point.message,
        "hint": point.hint,
        "rule": point.rule,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "excerpt": entry.excerpt,
        "code": entry.code,
        "source": said(entry.source),
        "used": [place.text for place in entry.used if place.href],
        "language": entry.language,
        "digest": bool(entry.digest),
        "warning": entry.warning,
        "paragraphs": [
            {"label": p.label, "runs": [{"text": s.text, "marked": s.marked} for s in p.stretches]}
            for p in entry.paragraphs
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    common = {"number": block.number, "item": block.item, "warning": block.warning}
    if isinstance(block, Quote):
        return {
            **common,
            "kind": "quote",
            **({"core": said(block.lead)} if block.lead else {}),
            "exact": block.exact,
            "printed": [{"heading": s.heading, "runs": [asdict(run) for run in s.runs]} for s in block.printed],
            "language": block.language,
            "note": block.call.number or None,
            "attribution": said(block.attribution),
        }
    return {**common, "kind": "passage", "text": said(block.inlines)}


def _note(call: Call) -> dict[str, Any]:
    return {"number": call.number, "excerpt": call.excerpt, **_runs(call.note)}


def _runs(inlines: tuple[Inline, ...]) -> dict[str, Any]:
    links = [part.href for part in inlines if isinstance(part, Text) and part.href and not part.href.startswith("#")]
    return {"text": said(inlines), "links": links}
