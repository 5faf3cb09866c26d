"""What became of an import: as JSON, and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import naming
from . import shapes
from .output import plural, say, talk

if TYPE_CHECKING:
    from ..workspace import Workspace
    from ..workspace.importing import Failed, Imported, ImportReport

FIELDS = ("title", "author", "container-title", "publisher", "republished-by", "issued", "URL", "genre", "language")
"""The fields whose state is always told."""


def as_plain(workspace: Workspace, report: ImportReport) -> dict[str, Any]:
    """The whole report as `import --json` gives it."""
    return {
        "imported": [imported(workspace, one) for one in report.imported],
        "failed": [failed(one) for one in report.failed],
        "skipped": report.skipped,
        "stopped": report.stopped,
    }


def failed(one: Failed) -> dict[str, Any]:
    """A document that became none."""
    error = one.error
    plain = {"kind": error.kind, "message": error.message, "where": error.where, "hint": error.hint}
    return {"source": one.source, "error": plain}


def imported(workspace: Workspace, one: Imported) -> dict[str, Any]:
    """A document that became an article, or is one."""
    article = one.article
    metadata = article.metadata
    return {
        "id": article.id,
        "file": one.file,
        "source": one.source,
        "type": metadata.type,
        "title": metadata.title or None,
        "author": shapes.names(metadata),
        "container-title": metadata.container_title or None,
        "publisher": metadata.publisher or None,
        "republished-by": metadata.republished_by or None,
        "issued": str(metadata.issued) if metadata.issued else None,
        "URL": metadata.url or None,
        "genre": metadata.genre or None,
        "language": metadata.language or None,
        "speakers": [
            {"name": s.name, "role": s.role or None, "paragraphs": list(s.paragraphs)} for s in metadata.speakers
        ],
        "states": {name: metadata.state(name).value for name in FIELDS},
        "evidence": dict(metadata.evidence),
        "paragraphs": len(article.segments.paragraphs),
        "words": article.words,
        "themes": list(workspace.articles.article_themes(article.id).themes),
        "dropped": [{"line": d.line, "kind": d.kind, "text": d.text} for d in one.dropped],
        "warnings": list(one.warnings),
        "same-as": one.same_as or None,
        "digest": one.digest or None,
        "digest-of": one.digest_of or None,
        "digest-guessed-by": one.digest_guessed or None,
        "version-of": one.version_of or None,
        "older-than": one.older_than or None,
        "affected": [
            {"brief": a.brief, "states": {state.value: count for state, count in a.states.items()}}
            for a in one.affected
        ],
        "differs": [
            {"field": d.field, "kept": d.kept or None, "state": d.state.value, "document": d.document or None}
            for d in one.differences
        ],
        "shares-with": [{"article": s.article, "passages": len(s.passages)} for s in one.shares],
    }


def tell(workspace: Workspace, report: ImportReport) -> None:
    """The report for people: articles on stdout, what is to be done on stderr."""
    for one in report.imported:
        _tell_one(one, imported(workspace, one))
    for other in report.failed:
        talk(f"not imported: {other.source}: {other.error}")
    if report.skipped:
        talk(f"{plural(report.skipped, 'file')} of other kinds left alone")
    if report.stopped:
        talk("stopped; the same command goes on where it ended, nothing is doubled")


def _tell_one(one: Imported, shape: dict[str, Any]) -> None:
    if not one.is_new:
        say(f"{one.source}: is '{one.same_as}' already; nothing was written")
        for d in one.differences:
            by = " (set by you)" if d.state.value == "user" else ""
            say(f"  {d.field}: kept '{d.kept or 'not stated'}'{by}; the document gives '{d.document or 'nothing'}'")
    else:
        _tell_new(one, shape)
    for warning in one.warnings:
        talk(f"  {warning}")


def _tell_new(one: Imported, shape: dict[str, Any]) -> None:
    say(f"{one.source} → {one.file}: {plural(shape['paragraphs'], 'paragraph')}, {plural(shape['words'], 'word')}")
    metadata = one.article.metadata
    say(f"  {naming.title(one.article)}")
    for name in FIELDS:
        state = metadata.state(name)
        if name in ("title", "author", "container-title", "issued") or state.value != "missing":
            value = {"author": naming.authors(metadata) if metadata.author else ""}.get(name, shape.get(name) or "")
            evidence = metadata.evidence.get(name, "")
            say(f"  {name}: {value or 'not stated'} [{state.value}]" + (f" ({evidence})" if evidence else ""))
    _tell_links(one)
    for d in one.dropped:
        say(f"  dropped line {d.line} ({d.kind}): {d.text[:70]}")


def _tell_links(one: Imported) -> None:
    guess = f", by {one.digest_guessed}: a guess" if one.digest_guessed else ""
    if one.digest:
        say(f"  '{one.digest}' is our digest of it{guess}")
    if one.digest_of:
        say(f"  it is our digest of '{one.digest_of}'{guess}")
    if one.same_as:
        say(f"  the same text as '{one.same_as}', from another source")
    if one.version_of:
        say(f"  a newer version of '{one.version_of}', which stays as it is")
    if one.older_than:
        say(f"  an older version of '{one.older_than}', by its date; nothing links the two")
    for a in one.affected:
        counted = ", ".join(f"{count} {state.value}" for state, count in a.states.items())
        say(f"    brief '{a.brief}': {counted} in the newer version; nothing was moved")
    for s in one.shares[:5]:
        say(f"  shares {plural(len(s.passages), 'passage')} ({s.words} words) with '{s.article}'")
