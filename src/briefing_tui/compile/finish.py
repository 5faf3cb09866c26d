"""The last touch on a PDF before it is written: embedded files, dates, and how a viewer should show it.

One function for each thing, so that an archival variant can add its own. No conformance is claimed here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file inside the PDF."""

    name: str
    media_type: str
    description: str
    relationship: str
    """What it is to the document (ISO 32000-2, 7.11.3): `Source` or `Data`."""
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


def set_dates(pdf: Any, date: str) -> None:
    """The brief's date as the date of the file: nothing reads the clock."""
    written = pdf_date(date)
    if written:
        pdf.info["CreationDate"] = pdf.info["ModDate"] = pydyf.String(written)


def show_title(pdf: Any) -> None:
    """Let viewers show the title of the document instead of the name of the file, and its bookmarks."""
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def embed(pdf: Any, files: Sequence[Embedded], date: str) -> None:
    """Put files into the PDF, sorted by name as the name tree asks."""
    names = pydyf.Array()
    associated = pydyf.Array()
    for file in sorted(files, key=lambda f: f.name):
        reference = _file(pdf, file, pdf_date(date))
        names.extend([pydyf.String(file.name), reference])
        associated.append(reference)
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = associated


def receipt(known: Mapping[str, Any], *, engines: Mapping[str, str], fonts: Sequence[Mapping[str, str]]) -> bytes:
    """The receipt as it is embedded.

    Args:
        known: what the parent process knew before the layout.
        engines: versions of what laid the briefing out, by name.
        fonts: name and sha256 of each font that was used.
    """
    whole = {**known, "engines": {**known["engines"], **engines}, "fonts": sorted(fonts, key=lambda f: f["name"])}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _file(pdf: Any, file: Embedded, written: str) -> Any:
    checksum = hashlib.md5(file.content, usedforsecurity=False).hexdigest()
    facts = {"Size": len(file.content), "CheckSum": f"<{checksum}>"}
    if written:
        facts["CreationDate"] = facts["ModDate"] = pydyf.String(written)
    kind = file.media_type.replace("/", "#2f")
    about = pydyf.Dictionary({"Type": "/EmbeddedFile", "Subtype": f"/{kind}", "Params": pydyf.Dictionary(facts)})
    stream = pydyf.Stream([file.content], about, compress=True)
    pdf.add_object(stream)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(file.name),
            "UF": pydyf.String(file.name),
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "Desc": pydyf.String(file.description),
            "AFRelationship": f"/{file.relationship}",
        }
    )
    pdf.add_object(specification)
    return specification.reference


def sha256(content: bytes) -> str:
    """A hash in hex."""
    return hashlib.sha256(content).hexdigest()
