"""What a file says of its making where its form has no fields for that, and whether it still is as it was made.

The last line of a text, a comment in HTML, Markdown and BibTeX, the last field of JSON, and a property of a DOCX name
the program, the brief, whether it is a draft, and a hash of that and of all else. A file that anybody has changed since
is no longer known by it.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest.formats.office.archive import Archive

_COMMENT = ("\n<!-- ", " -->\n")
_LINES = {
    "html": _COMMENT,
    "md": _COMMENT,
    "bib": ("\n% ", "\n"),
    "txt": ("\n[", "]\n"),
    "json": (',\n "made": "', '"\n}\n'),
}
"""What stands around it at the end of a form; in JSON with the end of the object, which `_END` takes away before."""
_END = {"json": b"\n}\n"}
_SAID = re.compile(r"Briefing [\w.+-]+ \| (?P<kind>draft|final) of (?P<brief>[^|\n]*) \| (?P<hash>[0-9a-f]{16})")
_PROPERTIES = "docProps/custom.xml"
_NAME = "Made"
_PROPERTY = re.compile(rf'name="{_NAME}"[^>]*>\s*<vt:lpwstr>([^<]*)</vt:lpwstr>')
_LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is looked into."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file that is as it was made says of its making."""

    brief: str
    final: bool


def sealed(form: str, content: bytes, *, program: str, brief: str, final: bool) -> bytes:
    """A file with its seal; one of another form, and a final text for a mail, stays as it is.

    Args:
        form: the suffix of the file.
        content: of the file.
        program: name and version of this program.
        brief: the id of what it is made from.
        final: whether it is final.
    """

    def said(digest: str) -> str:
        about = f"{program} | {'final' if final else 'draft'} of {brief}"
        return f"{about} | {_bound(about, digest)}"

    if form == "docx":
        return _sealed_docx(content, said)
    if form not in _LINES or (form == "txt" and final):
        return content
    before, after = _LINES[form]
    content = content.removesuffix(_END.get(form, b""))
    return content + f"{before}{said(_hash(content))}{after}".encode()


def seal_of(form: str, file: Path) -> Seal | None:
    """The seal of a file; none where it has none, and where anything in it was changed."""
    try:
        if form not in (*_LINES, "docx") or file.stat().st_size > _LARGEST:
            return None
        content = file.read_bytes()
    except OSError:
        return None
    said, digest = _in_docx(content) if form == "docx" else _in_lines(form, content)
    found = _SAID.fullmatch(said)
    if found is None or found["hash"] != _bound(said.rpartition(" | ")[0], digest):
        return None
    return Seal(found["brief"], found["kind"] == "final")


def _bound(about: str, digest: str) -> str:
    """The hash that stands in a seal: of what it says, and of all else in the file."""
    return _hash(f"{about} | {digest}".encode())


def _in_lines(form: str, content: bytes) -> tuple[str, str]:
    """The seal in the last line, and the hash of what stands before it."""
    before, after = (sign.encode() for sign in _LINES[form])
    text, found, said = content.rpartition(before)
    whole = found and said.endswith(after)
    return (said.removesuffix(after).decode(errors="replace"), _hash(text)) if whole else ("", "")


def _sealed_docx(content: bytes, said: Callable[[str], str]) -> bytes:
    """The same with the seal as a property."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        parts = {part: archive.read(part) for part in archive.infolist()}
        digest = _hash_of_parts({part.filename: data for part, data in parts.items()})
        for part, data in parts.items():
            made.writestr(part, _properties(said(digest)) if part.filename == _PROPERTIES else data)
    return out.getvalue()


def _in_docx(content: bytes) -> tuple[str, str]:
    """The seal among the properties, and the hash of all other parts; none in what this program cannot have written."""
    try:
        archive = Archive("", content)
        parts = {name: archive.read(name) for name in archive.names()}
    except ImportFailedError:
        return "", ""
    found = _PROPERTY.search(parts.get(_PROPERTIES, b"").decode(errors="replace"))
    return (unescape(found[1]), _hash_of_parts(parts)) if found else ("", "")


def _properties(said: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{kind}/custom-properties" xmlns:vt="{kind}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{_NAME}">'
        f"<vt:lpwstr>{escape(said)}</vt:lpwstr></property></Properties>"
    ).encode()


def _hash_of_parts(parts: Mapping[str, bytes]) -> str:
    """The hash of all but the properties in which it stands."""
    others = sorted((name, _hash(data)) for name, data in parts.items() if name != _PROPERTIES)
    return _hash("\n".join(f"{name} {digest}" for name, digest in others).encode())


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
