"""A title that is too long for the line above the pages ends there behind a word."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from briefing_tui.compile.languages.shortening import shortened
from briefing_tui.compile.pdf import compile_pdf
from briefing_tui.model import Item, ItemKind, Section
from tests.unit.compile import samples

TITLE = "What the ledger of the harbour tells us of berths and of dues and of nothing else, " * 3
WIDE = "MMMM WWWW " * 20


def heads(pdf: Path) -> list[str]:
    """What of a title stands above the text of each page but the first."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [line for page in pages[1:] for line in page.splitlines() if "DRAFT · " in line]


@pytest.mark.slow
@pytest.mark.parametrize("marking", ["TLP:AMBER+STRICT", "SECRET"])
@pytest.mark.parametrize(("form", "title"), [("submission", TITLE), ("submission", WIDE), ("research", TITLE)])
def test_it_ends_behind_a_word(tmp_path: Path, form: str, title: str, marking: str) -> None:
    texts = [Item(f"i{n}", ItemKind.TEXT, text=f"{n}. The ledger goes on and on. " * 9) for n in range(25)]
    section = Section("s1", "Berths", (*texts, Item("q", ItemKind.QUOTE, excerpt="e1")))
    job = samples.job(
        tmp_path / "b.pdf", template=form, title=title.strip(), marking=marking, sections=(section,), judgements=(),
        final=False,
    )  # fmt: skip
    lines = heads(compile_pdf(job).file)
    assert lines
    for line in lines:
        said, ellipsis, _ = line.partition("DRAFT · ")[2].partition("…")
        assert ellipsis
        assert len(said) > 30
        assert title.startswith(said)
        assert title[len(said)] in " ,"


@pytest.mark.slow
@pytest.mark.parametrize("marking", ["VS – NUR FÜR DEN DIENSTGEBRAUCH", "ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ", "TLP:RED"])
def test_the_section_has_a_line_of_its_own_whatever_the_marking(tmp_path: Path, marking: str) -> None:
    texts = [Item(f"i{n}", ItemKind.TEXT, text=f"{n}. The ledger goes on and on. " * 9) for n in range(25)]
    sections = (Section("s1", "Berths, dues and all the rest of what the harbour asks of ships and men", tuple(texts)),)
    job = samples.job(
        tmp_path / "b.pdf", template="research", title=TITLE.strip(), marking=marking, sections=sections,
        judgements=(), final=False, language="ru",
    )  # fmt: skip
    document = pypdfium2.PdfDocument(compile_pdf(job).file)
    try:
        heads = [page.get_textpage().get_text_range().split(marking)[0] for page in document][1:3]
    finally:
        document.close()
    for said in heads:
        assert "1 Berths, dues" in said
        assert "……" not in said


def test_words_alone_are_cut() -> None:
    assert shortened("a ledger", 8) == "a ledger"
    assert shortened("a ledger, again", 11) == "a ledger…"
    assert shortened("M" * 20, 10) == "M" * 9 + "…"
