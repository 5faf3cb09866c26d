"""Records of reference managers, and the texts that belong to them."""

from __future__ import annotations

from dataclasses import replace

from ...ingest import Document


def with_text(record: Document, read: Document, source: str) -> Document:
    """A record with the text of a document; what the record does not state, the document may.

    Args:
        record: what a reference manager knows.
        read: the document that it is about.
        source: how messages name that document.
    """
    ours, theirs = record.metadata, read.metadata
    added = [name for name in theirs.states if theirs.value(name) and not ours.value(name)]
    metadata = replace(
        ours,
        **{{"URL": "url"}.get(name, name.replace("-", "_")): theirs.value(name) for name in added},
        states={**ours.states, **{name: theirs.state(name) for name in added}},
        evidence={**ours.evidence, **{name: f"{source}: {theirs.evidence.get(name, '')}" for name in added}},
        pages=theirs.pages,
        speakers=theirs.speakers,
    )
    return replace(
        record,
        text=read.text,
        metadata=metadata,
        dropped=read.dropped,
        blocks=read.blocks,
        warnings=(*record.warnings, *read.warnings, f"its text is that of {source}"),
    )
