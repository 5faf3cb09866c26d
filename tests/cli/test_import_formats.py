"""Documents of many kinds in one call, and the way of a page number from a PDF to the note of a briefing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.ingest.pdf_samples import flow, pdf

from .conftest import Run
from .test_contract import page_texts

FIRST = "The council of the port met for nine hours, and it parted without a decision that anyone could carry home."
SECOND = (
    "The ferry to the islands goes on as before, and nobody at the quay expects it to stop before the autumn storms."
)
PAGE = """<!doctype html><html lang="en"><head><title>The evening ferry | The Harbour Herald</title>
<meta property="og:title" content="The evening ferry"><meta property="og:site_name" content="The Harbour Herald">
<meta name="author" content="Anna Karlsen"></head><body><nav><a href="/">Home</a> <a href="/x">Sport</a></nav>
<article><h1>The evening ferry</h1><p class="byline">By Anna Karlsen</p><p>{first}</p>
<p>{second}</p><p>{first} So it was said, and so it was written down.</p>
</article><footer>Cookie settings</footer></body></html>"""
RIS = "TY  - RPRT\nTI  - A record of it\nAU  - Doe, Jane\nPY  - 2020\nER  - \nTY  - RPRT\nTI  - Another\nER  - \n"
MAIL = (
    "From: Anna Karlsen <anna@harbour.example>\r\nSubject: The ferry\r\nDate: Tue, 3 Feb 2026 23:30:00 -0500\r\n"
    "Message-ID: <1@harbour.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
)


@pytest.fixture
def desk(briefing: Run, tmp_path: Path) -> tuple[Run, Path, Path]:
    folder, incoming = tmp_path / "desk", tmp_path / "incoming"
    incoming.mkdir()
    briefing("init", folder, folder=None)
    briefing("brief", "new", "b", "--title", "T", folder=folder)
    return briefing, folder, incoming


def report_of_two_pages() -> bytes:
    body = [f"{FIRST} ({n})" for n in range(1, 6)]
    return pdf(flow("A report on the port", "By Jane Doe", *body), flow(SECOND, *body[3:]))


def test_a_page_number_reaches_the_note(desk: tuple[Run, Path, Path]) -> None:
    briefing, folder, incoming = desk
    (incoming / "report.pdf").write_bytes(report_of_two_pages())
    (one,) = briefing("import", incoming / "report.pdf", "--json", folder=folder).json["imported"]
    shown = briefing("show", one["id"], "--json", folder=folder).json["paragraphs"]
    (paragraph,) = [p for p in shown if p["text"].startswith("The ferry to the islands")]
    assert paragraph["page"] == 2
    briefing("pin", "b", one["id"], "--quote", "nobody at the quay expects it to stop", folder=folder)
    briefing("compile", "b", folder=folder)
    assert f"“A report on the port”, n.d., p. 2, ¶ {paragraph['n']}" in " ".join(page_texts(folder / "out/b.draft.pdf"))


def test_a_folder_of_many_kinds_and_again(desk: tuple[Run, Path, Path]) -> None:
    briefing, folder, incoming = desk
    (incoming / "page.html").write_text(PAGE.format(first=FIRST, second=SECOND))
    (incoming / "report.pdf").write_bytes(report_of_two_pages())
    (incoming / "list.ris").write_text(RIS)
    (incoming / "news.eml").write_bytes((MAIL + SECOND + "\r\n").encode())
    (incoming / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (incoming / "bomb.docx").write_bytes(b"PK\x03\x04 nothing")
    (incoming / "tool.exe").write_bytes(b"MZ")
    report = briefing("import", incoming, "--json", folder=folder, code=1).json
    assert {Path(f["source"]).name for f in report["failed"]} == {"broken.pdf", "bomb.docx"}
    assert all(f["error"]["hint"] for f in report["failed"])
    assert report["skipped"] == 1
    by_source = {Path(one["source"]).name.partition(" ")[0]: one for one in report["imported"]}
    assert by_source["page.html"]["container-title"] == "The Harbour Herald"
    assert by_source["page.html"]["author"] == [{"family": "Karlsen", "given": "Anna"}]
    assert by_source["news.eml"]["issued"] == "2026-02-03"
    assert len(report["imported"]) == 5
    before = sorted((folder / "corpus").rglob("*.md"))
    again = briefing("import", incoming, "--json", folder=folder, code=1).json
    assert all(one["same-as"] == one["id"] for one in again["imported"])
    assert sorted((folder / "corpus").rglob("*.md")) == before


def test_what_is_piped_in_is_read_by_what_it_is(desk: tuple[Run, Path, Path]) -> None:
    briefing, folder, _ = desk
    page = PAGE.format(first=FIRST, second=SECOND).encode()
    (one,) = briefing("import", "-", "--json", folder=folder, data=page).json["imported"]
    assert (one["title"], one["source"]) == ("The evening ferry", "-")
    lines = json.loads((folder / "corpus/.originals" / one["id"] / "lines.json").read_text())["lines"]
    assert {"navigation", "title"} <= {line.get("dropped") for line in lines}
