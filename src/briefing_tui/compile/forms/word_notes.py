"""The footnotes of a DOCX, to which pandoc gives the direction of the paragraphs that call them."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_NOTES = "word/footnotes.xml"
_PARAGRAPH = re.compile(r'(<w:pPr><w:pStyle w:val="FootnoteText" ?/>)(?:<w:bidi ?/>)?')


def with_notes_turned(docx: bytes, *, rtl: bool) -> bytes:
    """The same with every footnote in the direction of the document."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in archive.infolist():
            content = archive.read(part)
            if part.filename == _NOTES:
                way = "<w:bidi/>" * rtl
                content = _PARAGRAPH.sub(rf"\1{way}", content.decode("utf-8")).encode("utf-8")
            made.writestr(part, content)
    return out.getvalue()
