"""What documents get before they become articles: records their texts, texts their speakers."""

from __future__ import annotations

from dataclasses import replace

from ...ingest import Document, speakers
from ...model import Metadata, TextKind


def with_speakers(metadata: Metadata, text: str) -> Metadata:
    """Metadata with the people whom a text quotes, but for its authors; what names them already stays."""
    if metadata.speakers or metadata.text is TextKind.DIGEST or not text:
        return metadata
    authors = {str(name) for name in metadata.author}
    return replace(metadata, speakers=tuple(s for s in speakers(text, metadata.language) if s.name not in authors))


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
    )
    return replace(
        record,
        text=read.text,
        metadata=with_speakers(metadata, read.text),
        dropped=read.dropped,
        blocks=read.blocks,
        warnings=(*record.warnings, *read.warnings, f"its text is that of {source}"),
    )
