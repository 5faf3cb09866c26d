"""The JSON shapes of the command line: stable names; keys may be added, never renamed or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ..model import Article, ArticleThemes, Brief, Checklist, Finding, Metadata, Speaker, Verification
    from ..workspace.drafting.speakers import SpeakerChoice


_JUDGEMENT: dict[str, Any] = {"likelihood": None, "confidence": None, "for": [], "against": []}
_ITEM: dict[str, Any] = {"excerpt": None, "text": None, "core": None, "note": None}
"""Keys that a file leaves out where there is nothing, and that scripts may rely on all the same."""


def article(value: Article, themes: ArticleThemes, wanted: Collection[int] | None = None) -> dict[str, Any]:
    """An article as `show` gives it; `wanted` limits the paragraphs by number."""
    from ..model import sentences
    from ..storage import metadata_to_plain

    headings = value.segments.headings
    paragraphs = [
        {
            "n": p.n,
            "start": p.span.start,
            "end": p.span.end,
            "text": p.span.slice(value.text),
            "heading": headings[p.heading].span.slice(value.text) if p.heading >= 0 else None,
            "page": value.metadata.pages.get(p.n, (None,))[0],
            "themes": [{"id": m.id, "matched": list(m.matched)} for m in themes.paragraphs[p.n - 1]],
            "sentences": [[s.start, s.end] for s in sentences(value.text, p.span, value.metadata.language)],
        }
        for p in value.segments.paragraphs
        if wanted is None or p.n in wanted
    ]
    return {
        "id": value.id,
        "metadata": metadata_to_plain(value.metadata),
        "sha256": value.sha256,
        "themes": list(themes.themes),
        "paragraphs": paragraphs,
    }


def brief(value: Brief, verifications: Mapping[str, Verification]) -> dict[str, Any]:
    """A brief as stored, each excerpt with its state."""
    from ..storage import brief_to_plain

    plain = brief_to_plain(value)
    plain["excerpts"] = {
        excerpt_id: {"speaker": None, "alterations": [], **excerpt, "state": verifications[excerpt_id].state.value}
        for excerpt_id, excerpt in plain["excerpts"].items()
    }
    plain["judgements"] = [_JUDGEMENT | judgement for judgement in plain["judgements"]]
    plain["sections"] = [{**s, "items": [_ITEM | item for item in s["items"]]} for s in plain["sections"]]
    return plain


def findings(found: Checklist) -> dict[str, Any]:
    """What `check` gives, and `compile` of what it made."""
    from ..model.finding import counts

    suppressed = [
        {**_finding(one.finding), "reason": s.reason, "by": s.by or None, "date": s.date or None}
        for one in found.suppressed
        for s in (one.suppression,)
    ]
    return {
        "findings": [_finding(f) for f in found.findings],
        "counts": counts(found.findings),
        "suppressed": suppressed,
    }


def _finding(f: Finding) -> dict[str, Any]:
    return {"rule": f.rule, "severity": f.severity.value, "place": f.place, "message": f.message, "hint": f.hint}


def choices(found: Iterable[SpeakerChoice]) -> list[dict[str, Any]]:
    """Who may have said a passage, the likeliest first."""
    return [{**speaker(c.speaker), "said": c.said, "certainty": c.certainty.name.lower()} for c in found]


def speaker(value: Speaker) -> dict[str, Any]:
    """Someone who may be credited with words."""
    return {
        "name": value.name,
        "role": value.role or None,
        "kind": value.kind.value,
        "via": list(value.via),
        "evidence": [{"start": e.span.start, "end": e.span.end, "exact": e.exact} for e in value.evidence],
    }


def names(metadata: Metadata) -> list[dict[str, str]]:
    """Authors in CSL."""
    return [
        {"literal": n.literal} if n.literal else {"family": n.family, **({"given": n.given} if n.given else {})}
        for n in metadata.author
    ]
