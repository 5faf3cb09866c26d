"""The promise: one changed letter is found, refused in a final briefing, and said in a draft."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from .conftest import Run


def page_texts(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def words(text: str) -> str:
    """Letters and digits alone: lines and hyphens are the page's."""
    return re.sub(r"[\W_]+", "", text)


@pytest.fixture
def changed(briefing: Run, shipped: Path) -> Run:
    file = shipped / "corpus/note-deconfliction-line.md"
    text = file.read_text()
    assert text.count("it does not settle a dispute") == 1
    file.write_text(text.replace("it does not settle a dispute", "it does now settle a dispute"))
    return briefing


def test_the_finished_brief_has_no_error(briefing: Run) -> None:
    counts = briefing("check", "deconfliction", "--json").json["counts"]
    assert counts["error"] == 0


def test_check_names_the_item_and_shows_the_difference(changed: Run) -> None:
    found = changed("check", "deconfliction", "--json", code=3).json
    altered = [f for f in found["findings"] if f["rule"] == "quotation.altered"]
    assert [f["place"] for f in altered] == ["e2"]
    assert "i3" in altered[0]["message"]
    assert "[-not-]{+now+}" in altered[0]["message"]
    assert "[-not-]{+now+}" in changed("check", "deconfliction", code=3).out


def test_a_final_one_is_refused_and_nothing_is_written(changed: Run, shipped: Path) -> None:
    assert changed("compile", "deconfliction", "--final", "--json", code=3).json["error"]["kind"] == "refused"
    out = shipped / "out"
    assert not out.exists() or not list(out.iterdir())


@pytest.mark.slow
def test_a_draft_says_so_on_its_first_page(changed: Run, shipped: Path) -> None:
    report = changed("compile", "deconfliction", "--json").json
    assert report["excerpts"]["unverified"] == 1
    assert report["quotes"]["unverified"] == 1
    first = page_texts(Path(report["file"]))[0]
    assert "1 excerpt unverified (1 of them quotes)" in first or "1 excerpts unverified (1 of them quotes)" in first


@pytest.mark.slow
def test_the_finished_brief_becomes_two_pages(briefing: Run, shipped: Path) -> None:
    outcome = briefing("compile", "deconfliction", "--final")
    file = Path(outcome.out.splitlines()[-1])
    assert file == shipped / "out/deconfliction.pdf"
    pages = page_texts(file)
    assert len(pages) == 2
    everything = words(" ".join(pages))
    shown = briefing("brief", "show", "deconfliction", "--json").json
    for section in shown["sections"]:
        for item in section["items"]:
            if item["kind"] == "quote":
                assert words(shown["excerpts"][item["excerpt"]]["exact"]) in everything
    assert all("TLP:CLEAR" in page for page in pages)
    assert "Page 1 of 2" in pages[0]


def test_a_gone_article_is_an_error_with_a_remedy(briefing: Run, shipped: Path) -> None:
    (shipped / "corpus/note-il20-2018.md").unlink()
    found = briefing("check", "deconfliction", "--json", code=3).json["findings"]
    gone = next(f for f in found if f["rule"] == "quotation.article-gone")
    assert "note-il20-2018" in gone["hint"]


def test_words_that_moved_are_verified_and_reanchored_only_when_asked(briefing: Run, shipped: Path) -> None:
    file = shipped / "corpus/note-deconfliction-line.md"
    head, text = file.read_text().split("\n---\n", 1)
    file.write_text(f"{head}\n---\n\nA new first paragraph.\n{text}")
    before = briefing("brief", "show", "deconfliction", "--json").json["excerpts"]
    assert before["e2"]["state"] == "moved"
    assert briefing("check", "deconfliction", "--json").json["counts"]["error"] == 0
    after = briefing("brief", "reanchor", "deconfliction", "--json").json["excerpts"]
    assert after["e2"]["state"] == "identical"
    assert after["e2"]["start"] > before["e2"]["start"]
    undone = briefing("brief", "undo", "deconfliction", "--json").json["excerpts"]
    assert undone["e2"]["start"] == before["e2"]["start"]


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("style", "chicago", "form.style"),
        ("marking", "TLP:BLUE", "form.marking"),
        ("template", "poster", "form.template"),
        ("scale", "mine", "judgement.scale"),
    ],
)
def test_unknown_values_are_errors(briefing: Run, shipped: Path, field: str, value: str, rule: str) -> None:
    file = shipped / "briefs/deconfliction.yaml"
    text, count = re.subn(f"(?m)^{field}: .*$", f"{field}: {value}", file.read_text())
    assert count == 1
    file.write_text(text)
    found = briefing("check", "deconfliction", "--json", code=3).json["findings"]
    assert rule in {f["rule"] for f in found if f["severity"] == "error"}
    assert briefing("compile", "deconfliction", "--final", "--json", code=3).json["error"]["kind"] == "refused"
