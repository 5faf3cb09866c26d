"""The document from which pandoc takes the look of a DOCX: our styles, the paper, the marking on every page. Pure."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

STYLES = Path(__file__).with_name("docx") / "styles.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BESIDE = re.compile("(<w:pBdr>)<w:left")
_TLP = {
    "TLP:RED": "FF2B2B",
    "TLP:AMBER+STRICT": "FFC000",
    "TLP:AMBER": "FFC000",
    "TLP:GREEN": "33FF00",
    "TLP:CLEAR": "FFFFFF",
}
"""The colours of TLP 2.0, on black, in letters of 12 points."""
_GROUND = '<w:sz w:val="24"/><w:szCs w:val="24"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
_RIGHT_END = '<w:tab w:val="right" w:pos="9300"/>'
"""Of a header or footer on A4."""
_MARKING = re.compile(r'(w:styleId="Marking".*?)<w:color w:val="\w+"/><w:sz w:val="\d+"/>')
_MARGIN = 1300
"""Twentieths of a point at either side of the text."""
_PAPERS = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height in twentieths of a point."""
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the same input gives the same bytes."""


def reference(
    *, marking: str, running: str, page: str, of: str, behind: str = "", paper: str = "A4", rtl: bool = False
) -> bytes:
    """The reference document.

    Args:
        marking: stands at the right of the header and the footer of every page.
        running: stands at the left of the header.
        page: the word before the number of a page.
        of: the word before the number of pages.
        behind: stands behind it: the reference of the briefing, and its version.
        paper: `A4` or `Letter`.
        rtl: whether the document runs from right to left.
    """
    counted = f"{_run(page + ' ', rtl=rtl)}{_field('PAGE', rtl=rtl)}{_run(f' {of} ', rtl=rtl)}"
    counted += _field("NUMPAGES", rtl=rtl) + _run(f" · {behind}" if behind else "", rtl=rtl)
    room = ("\u200e" * rtl + "\u202f") * (marking in _TLP)
    shown = _run(room + marking + room[::-1], "Marking")
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _document(*_PAPERS[paper]),
        "word/styles.xml": _styles(marking, _PAPERS[paper][0] - 2 * _MARGIN, rtl=rtl),
        "word/header1.xml": _line("hdr", "Header", _run(running, rtl=rtl), shown, rtl=rtl),
        "word/footer1.xml": _line("ftr", "Footer", counted, shown, rtl=rtl),
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("header", "header1.xml"),
                "rId3": ("footer", "footer1.xml"),
            }
        ),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content)
    return out.getvalue()


def _styles(marking: str, width: int, *, rtl: bool) -> str:
    """The styles; a line beside a paragraph stands where lines begin: Word does not turn it with the words."""
    styles = STYLES.read_text(encoding="utf-8").replace(_RIGHT_END, f'<w:tab w:val="right" w:pos="{width}"/>')
    if marking in _TLP:
        look = f'<w:color w:val="{_TLP[marking]}"/>{_GROUND}'
        styles = _MARKING.sub(rf"\1{look}", styles)
    return _BESIDE.sub(r"\1<w:right", styles) if rtl else styles


def _content_types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "header1": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _document(width: int, height: int) -> str:
    """An empty text on the paper; pandoc takes the page from it."""
    page = (
        '<w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="1300" w:right="{_MARGIN}" w:bottom="1200" w:left="{_MARGIN}"'
        ' w:header="620" w:footer="560" w:gutter="0"/>'
    )
    return f"{_HEAD}<w:document {_W} {_R}><w:body><w:p/><w:sectPr>{page}</w:sectPr></w:body></w:document>"


def _line(kind: str, style: str, left: str, right: str, *, rtl: bool) -> str:
    """A header or footer; where lines begin at the right, what stands there comes first."""
    way, runs = ("<w:bidi/>", (right, left)) if rtl else ("", (left, right))
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{way}</w:pPr>{_tab().join(runs)}</w:p>'
    return f"{_HEAD}<w:{kind} {_W} {_R}>{paragraph}</w:{kind}>"


def _run(text: str, style: str = "", *, rtl: bool = False) -> str:
    marks = f'<w:rStyle w:val="{style}"/>' * bool(style) + "<w:rtl/>" * rtl
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _tab() -> str:
    return "<w:r><w:tab/></w:r>"


def _field(name: str, *, rtl: bool) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{_run("1", rtl=rtl)}</w:fldSimple>'
