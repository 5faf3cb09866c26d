"""Reads DOCX, ODT, EPUB and RTF: told apart by what they hold, made ready, given to pandoc, made blocks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....errors import ImportFailedError
from ...document import Block, Line, Shape, Source
from . import statements
from .archive import SAVE_AGAIN, Archive, protected
from .convert import convert
from .prepared import Prepared
from .tree import Reader, numbered

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_LATE_TITLE = 12
"""Blocks after which a paragraph in the style 'Title' or 'Date' says nothing of the whole document."""


def read_office(name: str, data: bytes) -> Source:
    """Read a document that a word processor or a publisher has made.

    Raises:
        ImportFailedError: where it is locked, broken, hostile, empty or something else than its name says.
    """
    prepared = _prepare(name, data)
    tree = convert(name, prepared.data, prepared.reader)
    reader = Reader()
    found = reader.blocks(tree.blocks)
    if prepared.pages:
        from .epub import by_pages

        found = by_pages(found, prepared)
    if prepared.reader.startswith("docx"):
        found = (*statements.styled_head(tree.meta), *found)
    blocks = tuple(numbered(_whole(prepared, found)))
    properties = statements.properties_of(tree.meta) if prepared.reader == "rtf" else prepared.properties
    clues = (
        *prepared.clues,
        *statements.from_styles(blocks[:_LATE_TITLE]),
        *statements.from_properties(properties, blocks),
    )
    headings = sum(block.shape is Shape.HEADING for block in blocks)
    return Source(
        blocks,
        clues=clues,
        type=prepared.type,
        markup=headings > 1 or any(b.shape is Shape.HEADING and b.level > 1 for b in blocks),
        warnings=(*prepared.warnings, *_on_changes(reader.changes + prepared.changes)),
    )


def _prepare(name: str, data: bytes) -> Prepared:
    """Find out what it is, by its bytes and not by its name."""
    if data.lstrip()[:5] == _RTF:
        from . import rtf

        return rtf.prepare(name, data)
    if data.startswith(_OLE):
        raise _old(name, data)
    if not data.startswith(b"PK"):
        raise ImportFailedError("it is no document of the kind that its name says", where=name, hint=SAVE_AGAIN)
    archive = Archive(name, data)
    mimetype = archive.read("mimetype")[:100].strip()
    if mimetype == b"application/epub+zip" or "META-INF/container.xml" in archive:
        from . import epub

        return epub.prepare(archive)
    if "content.xml" in archive:
        from . import odt

        return odt.prepare(archive)
    from . import docx

    return docx.prepare(archive)


def _old(name: str, data: bytes) -> ImportFailedError:
    """What to say of a file in the container of the old formats, in which locked documents are kept too."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return protected(name)
    if "WordDocument".encode("utf-16-le") in data:
        return ImportFailedError("it is in Word's old format", where=name, hint="open it and save it as .docx")
    return ImportFailedError("it is in an old format of Office", where=name, hint="open it and save it as .docx")


def _whole(prepared: Prepared, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with the lines of the pages' heads before them and of their feet after them, and what is hidden."""
    late = [_as_text(b) if n >= _LATE_TITLE and b.kind in statements.KINDS else b for n, b in enumerate(blocks)]
    hidden = (Block(text, (Line(0, text),), Shape.FURNITURE, kind="hidden") for text in prepared.hidden)
    return (*_running(prepared.heads), *late, *_running(prepared.feet), *hidden)


def _as_text(block: Block) -> Block:
    """A paragraph in a style of the head that stands further down: the title of a part, or text."""
    shape, level = (Shape.HEADING, 1) if block.kind == "title" else (Shape.PARAGRAPH, 0)
    return replace(block, shape=shape, level=level, kind="")


def _running(lines: tuple[str, ...]) -> tuple[Block, ...]:
    if not lines:
        return ()
    return (Block("\n".join(lines), tuple(Line(0, line) for line in lines), Shape.FURNITURE, kind="running-head"),)


def _on_changes(count: int) -> tuple[str, ...]:
    return ("it has tracked changes: read as if all were accepted",) if count else ()
