"""What pandoc does not turn in a DOCX: footnotes, to which it gives the direction of what calls them, and tables."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_NOTES, _TEXT = "word/footnotes.xml", "word/document.xml"
_PARAGRAPH = re.compile(r'(<w:pPr><w:pStyle w:val="FootnoteText" ?/>)(?:<w:bidi ?/>)?')
_TABLE = re.compile(r"<w:tblPr><w:tblStyle [^>]*/>")


def turned(docx: bytes, *, rtl: bool) -> bytes:
    """The same with every footnote, and the columns of every table, in the direction of the document."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename == _NOTES:
                way = "<w:bidi/>" * rtl
                content = _PARAGRAPH.sub(rf"\1{way}", content.decode("utf-8")).encode("utf-8")
            if part.filename == _TEXT and rtl:
                content = _TABLE.sub(r"\g<0><w:bidiVisual/>", content.decode("utf-8")).encode("utf-8")
            made.writestr(part, content)
    return out.getvalue()
