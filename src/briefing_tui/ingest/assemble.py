"""From a source to a document: furniture out, metadata found, sentences joined, the text written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..errors import ImportFailedError
from .document import MAX_BYTES, Block, Document, Shape, Source
from .furniture import mark
from .head import read_head
from .headings import find_headings, join_broken
from .metadata import gather, metadata_of
from .registry import reader_for
from .sheet import Sheet
from .stated import claim_header, text_kind
from .tail import read_tail

HEADING = "## "


def read(name: str, data: bytes) -> Document:
    """Read a document.

    Args:
        name: the file's name; only its suffix is looked at.
        data: the file's bytes.

    Raises:
        ImportFailedError: for a file that is empty, no text, too large or of a kind that is not read.
    """
    reader = reader_for(name)
    if len(data) > MAX_BYTES:
        raise ImportFailedError(
            f"the file is larger than {MAX_BYTES // 2**20} MB", where=name, hint="split it, or import its text alone"
        )
    source = reader(name, data)
    document = _verbatim(source) if source.verbatim is not None else _assemble(source)
    if not document.text.strip():
        raise ImportFailedError("the file holds no text", where=name, hint="check that it was saved whole")
    kind, digest_of = text_kind(source.fields)
    return replace(
        document,
        metadata=replace(document.metadata, text=kind, digest_of=digest_of),
        warnings=(*source.warnings, *document.warnings),
    )


def _verbatim(source: Source) -> Document:
    """An article of ours: its text is taken as it is, its header says what is known."""
    sheet = Sheet(source.blocks)
    claim_header(sheet, source.fields, source.field_lines)
    metadata = metadata_of(sheet)
    if isinstance(kind := source.fields.get("type"), str):
        metadata = replace(metadata, type=kind)
    return Document(source.verbatim or "", metadata, (), tuple(sheet.warnings))


def _assemble(source: Source) -> Document:
    sheet = Sheet(source.blocks)
    claim_header(sheet, source.fields, source.field_lines)
    mark(sheet)
    read_head(sheet)
    read_tail(sheet)
    if all(sheet.blocks[i].shape is Shape.HEADING for i in sheet.open()):
        return _without_rules(source)
    blocks, joins = join_broken([sheet.blocks[i] for i in sheet.open()])
    text = _text(find_headings(blocks, markup=source.markup))
    gather(sheet, text)
    return Document(text, metadata_of(sheet), sheet.dropped(), (*sheet.warnings, *joins))


def _without_rules(source: Source) -> Document:
    """All of a document that the rules would leave nothing of."""
    sheet = Sheet(source.blocks)
    claim_header(sheet, source.fields, source.field_lines)
    blocks = [replace(b, shape=Shape.PARAGRAPH) for b in source.blocks if b.shape is not Shape.FURNITURE]
    return Document(_text(blocks), metadata_of(sheet), sheet.dropped(), tuple(sheet.warnings))


def _text(blocks: Iterable[Block]) -> str:
    """The article's text: blocks parted by one blank line, headings marked, what only looks like one escaped."""
    return "\n\n".join(HEADING + b.text if b.shape is Shape.HEADING else _escaped(b.text) for b in blocks)


def _escaped(text: str) -> str:
    start = len(text) - len(text.lstrip())
    return f"{text[:start]}\\{text[start:]}" if text.startswith(HEADING, start) else text
