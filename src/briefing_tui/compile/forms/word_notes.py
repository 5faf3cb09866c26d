"""What pandoc cannot write in a DOCX: directions of notes and tables, whole rows, numbers beside a text, properties."""

from __future__ import annotations

import itertools
import re
import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from ..languages.scripts import printable

_NOTES, _TEXT = "word/footnotes.xml", "word/document.xml"
_CORE, _PROGRAM = "docProps/core.xml", "docProps/app.xml"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
)
_PARAGRAPH = re.compile(r'(<w:pPr><w:pStyle w:val="FootnoteText" ?/>)(?:<w:bidi ?/>)?')
_TABLE = re.compile(r"<w:tblPr><w:tblStyle [^>]*/>")
_TABLES = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW = re.compile(r"<w:tr>(?:<w:trPr>(.*?)</w:trPr>)?(.*?</w:tr>)", re.DOTALL)
_CELL = re.compile(r'<w:pStyle w:val="Compact" ?/>')
_SHORT = 15
"""Rows of a table that stands on one page."""
_NUMBER = re.compile(r'<w:pStyle w:val="NumberBeside" ?/>')
_FRAME = '<w:framePr w:w="660" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="{side}" w:y="1"/>'
"""In the style of the paragraph it would count for Word alone."""
_NEW_PAGE = re.compile(
    r'<w:p><w:r><w:br w:type="page" ?/></w:r></w:p>'
    r'((?:\s|<w:bookmark(?:Start|End) [^>]*>)*<w:p><w:pPr><w:pStyle w:val="Heading1" ?/>)'
)
"""A break in a paragraph of its own before a heading: below a page that is full it would make an empty one."""


def turned(docx: bytes, *, rtl: bool, title: str = "", author: str = "", program: str = "") -> bytes:
    """The same with every footnote, and the columns of every table, in the direction of the document.

    No row of a table is parted by the end of a page, nor a short table, nor the head of a long one from its first rows.
    A number that stands beside a text stands at the side where lines of the document begin. A heading that begins a
    page says so itself. The properties tell the title, the author and the program.
    """
    out = BytesIO()
    frame = _FRAME.format(side="right" if rtl else "left")
    with zipfile.ZipFile(BytesIO(docx)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename == _NOTES:
                way = "<w:bidi/>" * rtl
                content = _PARAGRAPH.sub(rf"\1{way}", content.decode("utf-8")).encode("utf-8")
            if part.filename == _TEXT:
                text = _NEW_PAGE.sub(r"\1<w:pageBreakBefore/>", content.decode("utf-8"))
                text = _TABLES.sub(lambda table: together(table.group()), _NUMBER.sub(rf"\g<0>{frame}", text))
                content = (_TABLE.sub(r"\g<0><w:bidiVisual/>", text) if rtl else text).encode("utf-8")
            if part.filename == _CORE:
                content = _named(content.decode("utf-8"), title, author).encode("utf-8")
            if part.filename == _PROGRAM:
                content = f"{_PROPERTIES}<Application>{_escaped(program)}</Application></Properties>".encode()
            made.writestr(part, content)
    return out.getvalue()


def together(table: str) -> str:
    """A table with its rows whole, and those that belong together on one page."""
    rows = table.count("<w:tr>")
    kept = range(rows - 1) if rows <= _SHORT else (0, 1, rows - 2)
    count = itertools.count()

    def whole(row: re.Match[str]) -> str:
        cells = _CELL.sub(r"\g<0><w:keepNext/>", row[2]) if next(count) in kept else row[2]
        return f"<w:tr><w:trPr><w:cantSplit/>{row[1] or ''}</w:trPr>{cells}"

    return _ROW.sub(whole, table)


def _named(core: str, title: str, author: str) -> str:
    """The properties with the title and the author, which pandoc would print as well."""
    said = {"dc:title": title, "dc:creator": author}
    for name, text in said.items():
        core = core.replace(f"<{name}></{name}>", f"<{name}>{_escaped(text)}</{name}>")
    return core


def _escaped(text: str) -> str:
    return escape(printable(text))
