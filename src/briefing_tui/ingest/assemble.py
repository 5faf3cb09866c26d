"""From a source to a document: furniture out, metadata found, sentences joined, the text written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from ..errors import ImportFailedError
from ..model import State
from .document import Block, Clue, Document, Shape, Source, Unread
from .registry import format_of
from .rules.furniture import mark
from .rules.head import read_head
from .rules.headings import find_headings, join_broken
from .rules.metadata import gather, metadata_of, with_type
from .rules.ours import taken_over
from .rules.sheet import Sheet
from .rules.stated import claim_header, text_kind
from .rules.tail import read_tail

HEADING = "## "


def read(name: str, data: bytes) -> tuple[Document | Unread, ...]:
    """Read a file: one document, or all that a mailbox or a file of references holds.

    Args:
        name: the file's name; its suffix says which format it should be.
        data: the file's bytes.

    Raises:
        ImportFailedError: for a file that is empty, too large, broken, or of a kind that is not read.
    """
    format_ = format_of(name, data)
    found = format_.load()(name, data)
    parts = (found,) if isinstance(found, Source) else tuple(found)
    if (suffix := PurePath(name).suffix) and suffix.lower() not in format_.suffixes:
        warning = f"read as {format_.name}, which it is, though its name ends in {suffix}"
        parts = tuple(replace(p, warnings=(warning, *p.warnings)) if isinstance(p, Source) else p for p in parts)
    return tuple(part if isinstance(part, Unread) else _checked(name, part, alone=len(parts) == 1) for part in parts)


def _checked(name: str, source: Source, *, alone: bool) -> Document | Unread:
    document = assemble(source)
    if document.text.strip() or source.part:
        return document
    error = ImportFailedError("the file holds no text", where=name, hint="check that it was saved whole")
    if alone:
        raise error
    return Unread(source.part, error)


def assemble(source: Source) -> Document:
    """The document that a source makes."""
    document = _verbatim(source) if source.verbatim is not None else _by_rules(source)
    kind, digest_of = text_kind(source.fields)
    extra = {**document.metadata.extra, **source.extra}
    metadata = replace(document.metadata, text=kind, digest_of=digest_of, extra=extra)
    if source.type:
        metadata = with_type(metadata, source.type)
    return replace(
        document,
        metadata=metadata,
        warnings=(*source.warnings, *document.warnings),
        part=source.part,
        links=source.links,
    )


def _verbatim(source: Source) -> Document:
    """An article of ours: its text is taken as it is, its header says what is known."""
    sheet = _sheet(source)
    metadata = metadata_of(sheet)
    if isinstance(kind := source.fields.get("type"), str):
        metadata = with_type(metadata, Clue(kind, State.STATED, f"its own header: {kind}"))
    metadata, left = taken_over(metadata, source.fields)
    return Document(source.verbatim or "", metadata, (), (*sheet.warnings, *left))


def _by_rules(source: Source) -> Document:
    sheet = _sheet(source)
    if not source.settled:
        mark(sheet)
        read_head(sheet)
        read_tail(sheet)
    if all(sheet.blocks[i].shape is Shape.HEADING for i in sheet.open()):
        sheet = _sheet(source)  # rules that would leave nothing of a document have not understood it
        blocks = [replace(sheet.blocks[i], shape=Shape.PARAGRAPH) for i in sheet.open()]
        return Document(_text(blocks), metadata_of(sheet), sheet.dropped(), tuple(sheet.warnings), sheet.outcome())
    blocks, joins = join_broken([sheet.blocks[i] for i in sheet.open()])
    blocks = find_headings(blocks, markup=source.markup)
    text = _text(blocks)
    gather(sheet, text)
    metadata = replace(metadata_of(sheet), pages=_pages(blocks))
    return Document(text, metadata, sheet.dropped(), (*sheet.warnings, *joins), sheet.outcome())


def _sheet(source: Source) -> Sheet:
    """The blocks as they came, with what the document's header and its format state."""
    sheet = Sheet(source.blocks)
    claim_header(sheet, source.fields, source.field_lines)
    for name, clue in source.clues:
        sheet.claim(name, clue.value, clue.evidence, state=clue.state)
    return sheet


def _pages(blocks: Iterable[Block]) -> dict[int, tuple[int, int]]:
    """First and last page by ¶."""
    paragraphs = (block for block in blocks if block.shape is not Shape.HEADING)
    return {n: block.pages for n, block in enumerate(paragraphs, 1) if block.pages}


def _text(blocks: Iterable[Block]) -> str:
    """The article's text: blocks parted by one blank line, headings marked, what only looks like one escaped."""
    return "\n\n".join(HEADING + b.text if b.shape is Shape.HEADING else _escaped(b.text) for b in blocks)


def _escaped(text: str) -> str:
    """A paragraph with a backslash before what opens it like a heading, or like one that is escaped already."""
    start = len(text) - len(text.lstrip())
    return f"{text[:start]}\\{text[start:]}" if text[start:].lstrip("\\").startswith(HEADING) else text
