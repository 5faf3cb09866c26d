"""What an import must not say: another's words under a name, a stamp for a title, a deadline for a date."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefing_tui.errors import ImportFailedError
from briefing_tui.ingest.registry import format_of
from briefing_tui.model import PartialDate, State
from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, imported, paragraphs, read

GRAIN = f"<article><h2>Grain at the quay</h2><p>By Dana Levi, 1 May 2024</p><p>{COUNCIL}</p></article>"
SHIPS = f"<article><h2>Ships in the strait</h2><p>By Omar Haddad, 2 May 2024</p><p>{BUDGET}</p></article>"


def page(body: str, head: str = "<title>News</title>") -> bytes:
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


def test_of_several_articles_the_first_is_taken_with_its_own_metadata() -> None:
    document = read("news.html", page(GRAIN + SHIPS))
    metadata = document.metadata
    assert paragraphs(document) == [COUNCIL]
    assert (metadata.title, str(metadata.author[0])) == ("Grain at the quay", "Dana Levi")
    assert metadata.issued == PartialDate(2024, 5, 1)
    assert "the page holds 2 articles; the first was taken" in document.warnings
    assert ("other-article", BUDGET) in [(drop.kind, drop.text) for drop in document.dropped]


def test_the_article_of_the_title_is_taken_wherever_it_stands() -> None:
    document = read("news.html", page(GRAIN + SHIPS, "<title>Ships in the strait | News</title>"))
    assert paragraphs(document) == [BUDGET]
    assert str(document.metadata.author[0]) == "Omar Haddad"


def test_articles_under_one_title_have_no_author() -> None:
    document = read("news.html", page(f"<h1>The week</h1>{GRAIN}{SHIPS}", "<title>The week</title>"))
    assert {COUNCIL, BUDGET} <= set(paragraphs(document))
    assert not document.metadata.author
    assert document.metadata.issued is None
    assert any("author and date are left out" in warning for warning in document.warnings)


def test_parts_of_one_article_stay_together() -> None:
    parts = (
        f"<article><h1>Grain</h1><p>By Dana Levi</p><p>{COUNCIL}</p></article><article><h2>Who pays</h2><p>{BUDGET}</p>"
    )
    document = read("news.html", page(parts + "</article>", "<title>Grain</title>"))
    assert paragraphs(document) == [COUNCIL, BUDGET]


@pytest.mark.parametrize(
    "line",
    ["Apply by 30 June 2024", "Valid until 30 June 2024", "Bewerbungsschluss: 30. Juni 2024",
     "Date limite : 30 juin 2024", "Заявки до 30 июня 2024"],
)  # fmt: skip
def test_a_deadline_is_no_date(line: str) -> None:
    document = read("job.html", page(f"<h1>An analyst</h1><p>{line}</p><p>{COUNCIL}</p><p>{FERRY}</p>"))
    assert document.metadata.issued is None


def test_a_day_that_is_not_shown_needs_the_address() -> None:
    head = "<title>Grain</title><meta property='article:published_time' content='2024-05-01T10:00:00Z'>"
    body = f"<h1>Grain</h1><p>{COUNCIL}</p><p>{FERRY}</p>"
    assert read("a.html", page(body, head)).metadata.issued is None
    head += "<link rel=canonical href='https://selva.example/2024/05/01/grain'>"
    metadata = read("a.html", page(body, head)).metadata
    assert (metadata.issued, metadata.states["issued"]) == (PartialDate(2024, 5, 1), State.INFERRED)


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("-", b'[{"id": "a", "type": "book", "title": "x"}]', "CSL-JSON"),
        ("-", b'{"title": "x", "type": "book"}', "CSL-JSON"),
        ("-", b"<?xml version='1.0'?><xml><records><record/></records></xml>", "EndNote XML"),
        ("-", b"From: a@b.example\nSubject: x\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n\nwords", "a mail"),
        ("-", b"<p>words of a page</p>", "a web page"),
        ("-", b"<div class='x'><h1>A</h1><p>words</p></div>", "a web page"),
        ("-", b"@string{s = {Selva}}\n@phdthesis{k, title={x}}", "BibTeX"),
        ("-", b"% made by hand\n@phdthesis{k, title={x}}", "BibTeX"),
        ("-", zipped("mimetype", "META-INF/container.xml"), "an e-book"),
        ("a.pdf", page("<p>words</p>"), "a web page"),
        ("a.docx", page("<p>words</p>"), "a web page"),
        ("-", b"<p> is how a paragraph begins", "plain text"),
        ("-", b"@harbour we met (again, and again)", "plain text"),
        ("-", b"From: the harbour, with love", "plain text"),
    ],
)
def test_what_has_no_name_is_known_by_its_bytes(name: str, data: bytes, format_: str) -> None:
    assert format_of(name, data).name == format_


@pytest.mark.parametrize("start", ["## ", "\\## ", "\\\\## "])
def test_a_paragraph_keeps_the_signs_that_it_begins_with(start: str) -> None:
    assert paragraphs(imported(COUNCIL, f"{start}{BUDGET}", FERRY))[1] == f"{start}{BUDGET}"


@pytest.mark.parametrize("stamp", ["CONFIDENTIAL", "FOR IMMEDIATE RELEASE", "DRAFT", "Page 1"])
def test_a_stamp_is_no_title_of_a_text(stamp: str) -> None:
    document = imported(stamp, "The harbour council parts in silence", "By Dana Levi", COUNCIL, BUDGET)
    assert document.metadata.title == "The harbour council parts in silence"


def test_a_quotation_is_no_title_of_a_text() -> None:
    document = imported("“We are tired of waiting”", COUNCIL, BUDGET)
    assert not document.metadata.title
    assert "tired of waiting" in document.text


OURS = f"""---
format: 1
type: article-newspaper
title: The line
custom:
  evidence: {{title: 'the masthead'}}
  speakers:
  - {{name: Dana Levi, role: spokeswoman, paragraphs: [1]}}
  pages: {{1: 3}}
  shelf: B
  paragraph-themes: {{1: [grain]}}
shelfmark: X
---
{COUNCIL}
"""


def test_an_article_of_ours_keeps_what_its_header_says() -> None:
    document = read("a.md", OURS.encode())
    metadata = document.metadata
    assert metadata.evidence["title"] == "the masthead"
    assert [(s.name, s.role, s.paragraphs) for s in metadata.speakers] == [("Dana Levi", "spokeswoman", (1,))]
    assert metadata.pages == {1: (3, 3)}
    assert (metadata.extra, metadata.custom_extra) == ({"shelfmark": "X"}, {"shelf": "B"})
    assert any("paragraph-themes" in warning for warning in document.warnings)


def test_an_article_of_a_newer_format_is_refused() -> None:
    with pytest.raises(ImportFailedError, match="made by a newer version: format 99"):
        read("a.md", OURS.replace("format: 1", "format: 99").encode())


@pytest.mark.parametrize(
    ("element", "words", "kind"),
    [
        ("<p style='opacity:0'>veiled words</p>", "veiled words", "hidden"),
        ("<p style='font-size: 0px'>veiled words</p>", "veiled words", "hidden"),
        ("<p style='position:absolute; left:-9999px'>veiled words</p>", "veiled words", "hidden"),
        ("<svg><text>drawn words</text></svg>", "drawn words", "drawing"),
        ("<select><option>a choice</option></select>", "a choice", "control"),
        ("<textarea>a field</textarea>", "a field", "control"),
    ],
)
def test_what_is_no_text_of_a_page_is_reported(element: str, words: str, kind: str) -> None:
    document = read("a.html", page(f"<article><h1>News</h1><p>{COUNCIL}</p>{element}<p>{FERRY}</p></article>"))
    assert (kind, words) in [(drop.kind, drop.text) for drop in document.dropped]
    assert words not in document.text


@pytest.mark.parametrize("style", ["opacity:0.9", "font-size:0.8em", "left:-10px", "opacity: 1"])
def test_what_is_seen_stays(style: str) -> None:
    document = read("a.html", page(f"<article><h1>News</h1><p>{COUNCIL}</p><p style='{style}'>{FERRY}</p></article>"))
    assert paragraphs(document) == [COUNCIL, FERRY]


@pytest.mark.parametrize("title", ["Draft law on grain is out", "Embargo on grain lifted", "Copy that", "Secret talks"])
def test_a_title_may_begin_like_a_stamp(title: str) -> None:
    assert imported(title, "By Dana Levi", COUNCIL, BUDGET).metadata.title == title
