"""Office documents of our own: made by pandoc from Markdown, or by hand with what no kind program writes."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO

from briefing_tui.support.pandoc import binary

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:%s:1.0"
ODF = " ".join(
    f'xmlns:{prefix}="{_ODF % name}"'
    for prefix, name in {
        "office": "office", "text": "text", "style": "style", "draw": "drawing", "svg": "svg-compatible",
        "meta": "meta",
    }.items()
)  # fmt: skip
ODF += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
NAV = ' properties="nav"'
_OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@cache
def written(to: str, markdown: str) -> bytes:
    """A document that pandoc writes, with the characters of its source as they are."""
    command = [str(binary()), "-s", "-f", "markdown-smart", "-t", to, "-o", "-"]
    return subprocess.run(command, input=markdown.encode(), capture_output=True, check=True).stdout


def zipped(parts: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    """A container of some parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as container:
        for name, data in parts.items():
            container.writestr(name, data)
    return out.getvalue()


def relations(**targets: str) -> str:
    """The part that names other parts, by their kind."""
    each = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE_RELATION}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def docx_parts(body: str, extra: Mapping[str, str | bytes] | None = None) -> dict[str, str | bytes]:
    """The parts of a DOCX with a body."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        **(extra or {}),
    }


def docx(*body: str, extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """A DOCX of some paragraphs."""
    return zipped(docx_parts("".join(body), extra))


def p(*runs: str) -> str:
    """A paragraph of a DOCX: words, or runs as they are."""
    return f"<w:p>{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Words of one look."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def odt_parts(body: str, automatic: str = "", styles: str = "", meta: str = "") -> dict[str, str | bytes]:
    """The parts of an ODT; styles only where there are some."""
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f'<office:document-content {ODF} office:version="1.2"><office:automatic-styles>{automatic}'
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        ),
    }
    if styles:
        parts["styles.xml"] = f'<office:document-styles {ODF} office:version="1.2">{styles}</office:document-styles>'
    if meta:
        parts["meta.xml"] = f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>"
    return parts


def odt(*body: str, automatic: str = "", styles: str = "", meta: str = "") -> bytes:
    """An ODT of some paragraphs."""
    return zipped(odt_parts("".join(body), automatic, styles, meta))


def t(words: str, style: str = "Standard") -> str:
    """A paragraph of an ODT."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def page(body: str) -> str:
    """A page of an e-book, with the DTD that old ones name."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
        '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>'
        f"<body>{body}</body></html>"
    )


def epub(
    pages: Mapping[str, str | bytes], metadata: str = "", guide: str = "", extra: Mapping[str, str] | None = None
) -> bytes:
    """An e-book of some pages, by their file names; one that is called nav.xhtml is its table of contents."""
    items = "".join(
        f'<item id="i{n}" href="Text/{name}" media-type="application/xhtml+xml"{NAV if name == "nav.xhtml" else ""}/>'
        for n, name in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{metadata}</metadata><manifest>{items}</manifest><spine>{refs}</spine><guide>{guide}</guide></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/content.opf": package,
            **{f"OEBPS/Text/{name}": text for name, text in pages.items()},
            **(extra or {}),
        }
    )


def rtf(*body: str, head: str = "") -> bytes:
    """An RTF of some lines of source, with fonts for Cyrillic, Western, Greek, signs and Japanese."""
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset161 C;}{\f3\fcharset2 S;}"
    fonts += r"{\f4\fcharset128 D;}}"
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0" + fonts + head + "\n" + "\n".join(body) + "\n}").encode("latin-1")
