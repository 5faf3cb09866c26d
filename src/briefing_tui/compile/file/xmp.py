"""What a briefing says of itself in XMP: title, author, dates, and which standards the file follows. Pure.

A file in which a character has no glyph follows neither PDF/A (ISO 19005-3, 6.2.11.8) nor PDF/UA (ISO 14289-1,
7.21.8), and so claims neither.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from html import escape

_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="r"?>'
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_CLAIMS = (
    "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
)
_UA_SCHEMA = f"""<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>{_SPACES["pdfuaid"]}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 that the file follows</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A allows properties of another standard only where the file itself describes them (ISO 19005-3, 6.6.2.3)."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a file; empty fields are left out."""

    title: str
    author: str = ""
    language: str = ""
    written: str = ""
    """The brief's date, `2026-11-21`: the file is as old as the brief."""
    producer: str = ""
    creator: str = ""
    conforming: bool = True
    """Whether it follows the standards; not where it shows a character that no font has."""

    def plain(self) -> dict[str, str | bool]:
        """As the receipt keeps it."""
        return asdict(self)


def packet(about: About, *, receipt: str = "") -> bytes:
    """The XMP packet: of a PDF/A-3a (ISO 19005-3) that is PDF/UA-1 (ISO 14289-1) as well, where it follows them.

    Args:
        about: what is known about the file.
        receipt: the sha256 of the receipt inside, which stands here, outside of it, as the identifier of the document.
    """
    facts = [
        *(_CLAIMS if about.conforming else ()),
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_text(about.title)}</rdf:li></rdf:Alt></dc:title>',
        _some("dc:identifier", f"urn:sha256:{receipt}" if receipt else ""),
        _some("dc:creator", about.author, "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"),
        _some("dc:language", about.language, "<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag>"),
        _some("xmp:CreateDate", about.written),
        _some("xmp:ModifyDate", about.written),
        _some("xmp:CreatorTool", about.creator),
        _some("pdf:Producer", about.producer),
        *((_UA_SCHEMA,) if about.conforming else ()),
    ]
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
    return "\n".join(
        (
            f'{_BEGIN}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">',
            f'<rdf:Description rdf:about=""{spaces}>',
            *filter(None, facts),
            f"</rdf:Description></rdf:RDF></x:xmpmeta>{_END}",
        )
    ).encode()


def _some(name: str, value: str, form: str = "{}") -> str:
    return f"<{name}>{form.format(_text(value))}</{name}>" if value else ""


def _text(value: str) -> str:
    """A value as XML can hold it: without control characters and lone surrogates."""
    kept = (c for c in value if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    return escape("".join(kept), quote=False)
