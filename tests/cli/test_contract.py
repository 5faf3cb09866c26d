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
    first = " ".join(page_texts(Path(report["file"]))[0].split())
    assert "1 quote unverified" in first


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


@pytest.fixture
def war(briefing: Run, shipped: Path) -> Path:
    """An article of two sentences, of which a brief without any other error quotes two passages."""
    (shipped / "corpus/war.md").write_text(
        "---\nformat: 1\ntitle: War\n---\n\nExperts agree that war is likely in May. Peace is possible soon.\n"
    )
    fields = ("--addressee", "X", "--marking", "TLP:CLEAR", "--bottom-line", "B.")
    briefing("brief", "new", "may", "--title", "May", *fields)
    for quote in ("likely in May", "possible soon"):
        briefing("pin", "may", "war", "--quote", quote)
    assert briefing("check", "may", "--json").json["counts"]["error"] == 0
    return shipped / "corpus/war.md"


@pytest.mark.parametrize(
    ("old", "new", "place", "shown"),
    [
        ("is likely", "is unlikely", "e1", "[-likely-]{+unlikely+} in May"),
        ("is possible", "is impossible", "e2", "[-possible-]{+impossible+} soon"),
        ("in May.", "in May\u0301.", "e1", "in May{+\u0301+}"),
        ("in May.", "in May\u0338.", "e1", "in May{+\u0338+}"),
    ],
)
def test_a_word_that_became_longer_is_another_word(
    briefing: Run, shipped: Path, war: Path, old: str, new: str, place: str, shown: str
) -> None:
    assert war.read_text().count(old) == 1
    war.write_text(war.read_text().replace(old, new))
    found = briefing("check", "may", "--json", code=3).json["findings"]
    (altered,) = (f for f in found if f["severity"] == "error")
    assert (altered["rule"], altered["place"]) == ("quotation.altered", place)
    assert shown in altered["message"]
    assert briefing("compile", "may", "--final", "--json", code=3).json["error"]["kind"] == "refused"
    assert not (shipped / "out").exists()


ELSEWHERE = "{kind: omit, start: 0, end: 3, exact: zzz}"
"""An alteration of words that are not there."""


def edited(shipped: Path, old: str, new: str) -> None:
    """The finished brief, changed with an editor."""
    file = shipped / "briefs/deconfliction.yaml"
    text, count = re.subn(old, new, file.read_text(), count=1, flags=re.MULTILINE)
    assert count == 1
    file.write_text(text)


@pytest.mark.parametrize(
    ("old", "new", "rule", "shown"),
    [
        ("^format: 1$", "format: 2", "form.newer-format", "format: 2"),
        ("^    exact:", f"    alterations: [{ELSEWHERE}]\n    exact:", "quotation.alterations", "not applied"),
        ("excerpt: e[0-9]+", "excerpt: e99", "excerpt.unknown", "no excerpt 'e99'"),
    ],
)
def test_what_cannot_be_printed_as_it_is_meant_is_no_final_briefing(
    briefing: Run, shipped: Path, old: str, new: str, rule: str, shown: str
) -> None:
    edited(shipped, old, new)
    found = briefing("check", "deconfliction", "--json", code=3).json["findings"]
    assert rule in {f["rule"] for f in found if f["severity"] == "error"}
    assert shown in briefing("brief", "show", "deconfliction").out
    assert briefing("compile", "deconfliction", "--final", "--json", code=3).json["error"]["kind"] == "refused"
    assert not (shipped / "out").exists()


@pytest.mark.slow
def test_a_draft_is_made_of_a_brief_that_names_a_missing_excerpt(briefing: Run, shipped: Path) -> None:
    edited(shipped, "excerpt: e[0-9]+", "excerpt: e99")
    report = briefing("compile", "deconfliction", "--json").json
    assert "excerpt.unknown" in {
        f["rule"] for f in briefing("check", "deconfliction", "--json", code=3).json["findings"]
    }
    assert "Not verified" in " ".join(page_texts(Path(report["file"])))


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
