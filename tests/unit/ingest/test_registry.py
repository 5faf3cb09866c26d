"""Which format a file is: by its bytes where they show it, else by its name."""

from __future__ import annotations

import pytest

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest.registry import FORMATS, format_of

from .samples import COUNCIL, read

HTML = b"<!DOCTYPE html><html><body><p>words</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("a.txt", b"plain words", "plain text"),
        ("notes", b"plain words", "plain text"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF"),
        ("a.html", b"\n%PDF-1.4 ...", "a PDF"),
        ("pasted.txt", HTML, "a web page"),
        ("saved", b"\xef\xbb\xbf" + HTML, "a web page"),
        ("a.md", HTML, "Markdown"),
        ("a.doc", b"{\\rtf1 x}", "an RTF document"),
        ("a.zip.docx", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zipPK", "an e-book"),
        ("mail", b"Received: from a by b\r\nSubject: x\r\n\r\nwords", "a mail"),
        ("inbox", b"From a@b.org Mon Jan  5 10:00:00 2026\nSubject: x\n\nwords", "a mailbox"),
        ("refs.txt", b"@article{key,\n title={x}}", "BibTeX"),
        ("refs", b"TY  - JOUR\nTI  - x\nER  - \n", "RIS"),
        ("a.txt", b"From the harbour we went on.", "plain text"),
    ],
)
def test_the_bytes_go_before_the_name(name: str, data: bytes, format_: str) -> None:
    assert format_of(name, data).name == format_


@pytest.mark.parametrize(("name", "data"), [("a.exe", b"words"), ("a", b"\0\1\2"), ("a", b" "), ("a.tar.gz", HTML)])
def test_what_no_reader_reads(name: str, data: bytes) -> None:
    with pytest.raises(ImportFailedError, match="cannot be imported") as caught:
        format_of(name, data)
    assert ".txt" in caught.value.hint


def test_a_name_that_lies_is_told() -> None:
    document = read("a.txt", f"<!doctype html><title>A title of it</title><p>{COUNCIL}<p>{COUNCIL}".encode())
    assert any("though its name ends in .txt" in warning for warning in document.warnings)


def test_every_reader_is_there() -> None:
    for known in FORMATS:
        assert callable(known.load())
