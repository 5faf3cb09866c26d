"""The last touch on a PDF before it is written: embedded files, what it says of itself, and the receipt over all of it.

That the file follows PDF/A-3a and PDF/UA-1 is claimed in `xmp` where it does; `make conformance` has veraPDF try it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from . import xmp
from .as_made import sealed

RECEIPT = "receipt.json"
"""The name of the file inside that says what all the rest was."""
DRAFT = "draft"
"""The name of the tag of what a draft says of itself on its pages: a final briefing has none."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file inside the PDF."""

    name: str
    media_type: str
    description: str
    relationship: str
    """What it is to the document (ISO 32000-2, 7.11.3): `Source`, `Data` or `Supplement`."""
    content: bytes


def pdf_date(date: str) -> str:
    """A date of a brief as PDF writes it, at midnight UTC; empty for what is no date."""
    digits = date.replace("-", "")
    if not (digits.isdecimal() and len(digits) in (4, 6, 8)):
        return ""
    return f"D:{digits}{'0101'[len(digits) - 4 :] if len(digits) < 8 else ''}000000Z"


def identifier(*parts: bytes) -> bytes:
    """An identifier of the file that its content alone decides."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32].encode()


def finish(
    pdf: bytes,
    *,
    known: Mapping[str, Any],
    engines: Mapping[str, str],
    fonts: Sequence[Mapping[str, str]],
    about: xmp.About,
    files: Sequence[Embedded],
    links: Mapping[str, str] | None = None,
) -> bytes:
    """The finished file: the same input gives the same bytes.

    Args:
        pdf: as the engine wrote it.
        known: the receipt as far as it was known before the layout.
        engines: versions of what laid the briefing out, by name.
        fonts: name and sha256 of each font that was used.
        about: what the file says of itself; the hash of the receipt is added.
        files: what is embedded beside the receipt.
        links: words for the places that its links lead to.
    """
    import pikepdf

    from .fingerprints import Fingerprints
    from .tagged import tagged_contents, tags_by_page

    with pikepdf.open(_settled(pdf)) as document:
        written = pdf_date(about.written)
        if written:  # the brief's date as the date of the file: nothing reads the clock
            document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = pikepdf.String(written)
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        _describe(document, links or {})
        specifications = {file.name: _file(document, file, written) for file in files}
        _list(document, specifications)
        taken = Fingerprints(document)
        shown = {
            "pages": taken.pages(),
            "structure": taken.structure(),
            "document": taken.document(),
            "files": taken.files(),
            "tags": tagged_contents(document),
            "structures": tags_by_page(document),
            "about": about.plain(),
        }
        whole = {**known, "engines": {**known["engines"], **engines}, "fonts": sorted(fonts, key=lambda f: f["name"])}
        paper = (json.dumps({**whole, "pdf": shown}, ensure_ascii=False, indent=1) + "\n").encode()
        _list(document, {**specifications, RECEIPT: receipt_file(document, paper, about)})
        packet = document.make_stream(xmp.packet(about, receipt=sha256(paper)), Type=pikepdf.Name.Metadata)
        packet.Subtype = pikepdf.Name.XML
        document.Root.Metadata = packet
        out = BytesIO()
        streams = pikepdf.ObjectStreamMode.generate
        document.save(out, deterministic_id=True, object_stream_mode=streams, fix_metadata_version=False)
    return sealed(out.getvalue())


def _settled(pdf: bytes) -> BytesIO:
    """The same file with what its pages are drawn with in the form that qpdf brings it to, of all ways to write it.

    Another program that has that form made, as `qpdf --qdf` does, then leaves every byte of it as it was.
    """
    import pikepdf

    settled = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        as_it_is = pikepdf.StreamDecodeLevel.none
        document.save(
            settled, normalize_content=True, compress_streams=False, stream_decode_level=as_it_is,
            static_id=True, fix_metadata_version=False,
        )  # fmt: skip
    return settled


def receipt_file(document: Any, paper: bytes, about: xmp.About) -> Any:
    """The specification of the receipt, in a document."""
    receipt = Embedded(RECEIPT, "application/json", "What this was made from, and what it was", "Data", paper)
    return _file(document, receipt, pdf_date(about.written))


def sha256(content: bytes) -> str:
    """A hash in hex."""
    return hashlib.sha256(content).hexdigest()


def _describe(document: Any, places: Mapping[str, str]) -> None:
    """Say in words where each link leads; of one to the web, its address without the words that it marks there."""
    from pikepdf import String

    for page in document.pages:
        for link in page.obj.get("/Annots", ()):
            if "/Contents" in link:
                there = str(link.Contents)
                link.Contents = String(places.get(there) or there.partition(":~:")[0].removesuffix("#"))


def _list(document: Any, specifications: Mapping[str, Any]) -> None:
    """Name the files inside, sorted as a name tree asks."""
    from pikepdf import Array, Dictionary

    ordered = sorted(specifications.items())
    if "/Names" not in document.Root:
        document.Root.Names = Dictionary()
    document.Root.Names.EmbeddedFiles = Dictionary(Names=Array([part for pair in ordered for part in pair]))
    document.Root.AF = Array([specification for _, specification in ordered])


def _file(document: Any, file: Embedded, written: str) -> Any:
    from pikepdf import Dictionary, Name, String

    facts = Dictionary(
        Size=len(file.content), CheckSum=String(hashlib.md5(file.content, usedforsecurity=False).digest())
    )
    if written:
        facts.CreationDate = facts.ModDate = String(written)
    stream = document.make_stream(
        file.content, Type=Name.EmbeddedFile, Subtype=Name(f"/{file.media_type}"), Params=facts
    )
    specification = Dictionary(
        Type=Name.Filespec,
        F=String(file.name),
        UF=String(file.name),
        EF=Dictionary(F=stream, UF=stream),
        Desc=String(file.description),
        AFRelationship=Name(f"/{file.relationship}"),
    )
    return document.make_indirect(specification)
