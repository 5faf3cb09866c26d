"""Which reader reads which file: by its suffix, and by its first bytes where they say otherwise.

A further format is a module in `formats/` and a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from ..errors import ImportFailedError
from .document import MAX_BYTES, Reader
from .sniffing import binary_suffix, is_text, text_suffix

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be imported."""

    name: str
    """As people call it, with its article."""
    suffixes: tuple[str, ...]
    """In lower case, with their dot."""
    reader: str
    """Module in `formats/` and function, imported when the first such file comes."""
    isolated: bool = True
    """Whether it is read in a process of its own, with limits on time and memory: all but what plain Python reads."""
    max_bytes: int = MAX_BYTES

    def load(self) -> Reader:
        """The function that reads it."""
        module, _, function = self.reader.partition(":")
        return cast("Reader", getattr(import_module(f".formats.{module}", __package__), function))


FORMATS = (
    Format("plain text", (".txt", ".text"), "plain:read_plain", isolated=False),
    Format("Markdown", (".md", ".markdown"), "markdown:read_markdown", isolated=False),
    Format("a web page", (".html", ".htm", ".xhtml"), "html:read_html"),
    Format("a saved web page", (".mhtml", ".mht"), "mhtml:read_mhtml"),
    Format("a PDF", (".pdf",), "pdf:read_pdf", max_bytes=256 * MIB),
    Format("CSL-JSON", (".json",), "references.csl_json:read_csl_json"),
    Format("BibTeX", (".bib", ".bibtex"), "references.bibtex:read_bibtex"),
    Format("RIS", (".ris",), "references.ris:read_ris"),
    Format("EndNote XML", (".xml",), "references.endnote:read_endnote"),
    Format("a mail", (".eml",), "mail:read_mail"),
    Format("a mailbox", (".mbox",), "mail:read_mbox", max_bytes=256 * MIB),
    Format("a Word document", (".docx", ".docm", ".doc"), "office:read_office", max_bytes=60 * MIB),
    Format("an OpenDocument text", (".odt",), "office:read_office", max_bytes=60 * MIB),
    Format("an e-book", (".epub",), "office:read_office", max_bytes=60 * MIB),
    Format("an RTF document", (".rtf",), "office:read_office", max_bytes=60 * MIB),
)


def suffixes() -> frozenset[str]:
    """The suffixes that can be imported, in lower case, with their dot."""
    return frozenset(suffix for known in FORMATS for suffix in known.suffixes)


def holds_records(name: str) -> bool:
    """Whether a file of that name is one of references."""
    found = _by_suffix(PurePath(name).suffix.lower())
    return found is not None and found.reader.startswith("references.")


def largest(name: str) -> int:
    """How many bytes a file of that name may have at most."""
    suffix = PurePath(name).suffix.lower()
    return next((f.max_bytes for f in FORMATS if suffix in f.suffixes), MAX_BYTES)


def format_of(name: str, data: bytes) -> Format:
    """The format of a file: what its bytes show, else what its name says; a text without a suffix is plain text.

    Raises:
        ImportFailedError: for a suffix that none reads, and for a file that is too large.
    """
    suffix = PurePath(name).suffix.lower()
    found = _shown(data, suffix) or _by_suffix(suffix) or (None if suffix or not is_text(data) else FORMATS[0])
    if found is None:
        known = ", ".join(sorted(suffixes()))
        what = f"files that end in {suffix}" if suffix else "files like this one, without a suffix,"
        raise ImportFailedError(f"{what} cannot be imported", where=name, hint=f"these can: {known}")
    if len(data) > found.max_bytes:
        raise ImportFailedError(
            f"the file is larger than {found.max_bytes // MIB} MB",
            where=name,
            hint="split it, or import its text alone",
        )
    return found


def _shown(data: bytes, suffix: str) -> Format | None:
    """The format that the bytes show, where it is another one than the name says."""
    named = _by_suffix(suffix)
    shown = binary_suffix(data)
    if not shown and (not suffix or named is FORMATS[0] or (named and _is_binary(named) and is_text(data))):
        shown = text_suffix(data)
    return _by_suffix(shown) if shown and (named or not suffix) else None


def _is_binary(known: Format) -> bool:
    """Whether no file of a format can begin as a text of another one does."""
    return known.reader.startswith(("pdf:", "office:"))


def _by_suffix(suffix: str) -> Format | None:
    return next((known for known in FORMATS if suffix in known.suffixes), None)
