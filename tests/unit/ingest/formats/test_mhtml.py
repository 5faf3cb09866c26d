"""Web archives: the page among their parts, and where it was saved from."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing_tui.errors import ImportFailedError
from tests.unit.ingest.samples import BUDGET, COUNCIL, paragraphs, read

PAGE = f"<html><head><title>Grain</title></head><body><p>“é” {COUNCIL}</p><p>{BUDGET}</p></body></html>"
ADDRESS = "https://selva.example/2021/03/04/grain"


def archive(charset: str = "utf-8", location: str = ADDRESS) -> bytes:
    """A page with a picture and a frame."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = location
    message.set_content(PAGE, subtype="html", charset=charset, cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png", cid="<1@x>")
    message.add_related(b"<p>An advertisement in a frame</p>", "text", "html", cid="<2@x>")
    message.set_param("type", "text/html")
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_page_of_an_archive_is_read(charset: str) -> None:
    document = read("page.mhtml", archive(charset))
    assert paragraphs(document) == [f"“é” {COUNCIL}", BUDGET]


def test_address_is_stated() -> None:
    metadata = read("page.mht", archive()).metadata
    assert metadata.url == ADDRESS
    assert metadata.state("URL") == "stated"
    assert "saved from" in metadata.evidence["URL"]


def test_address_that_is_no_web_address_is_left_out() -> None:
    assert read("page.mht", archive(location="file:///home/you/x.html")).metadata.url == ""


def test_archive_without_a_page_is_refused() -> None:
    with pytest.raises(ImportFailedError, match="holds no page"):
        read("page.mhtml", b"From: <x>\r\nContent-Type: image/png\r\n\r\n\x89PNG")


def test_header_that_a_line_break_cuts_in_two_hides_no_page() -> None:
    head = b"Subject: Grain\nX-Snapshot-Title: Grain in\ntwo lines\nMIME-Version: 1.0\n"
    data = head + archive().partition(b"MIME-Version: 1.0\n")[2]
    assert paragraphs(read("page.mhtml", data)) == [f"“é” {COUNCIL}", BUDGET]
