"""Verifying says on which pages tags were changed that are neither notes nor quotes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, String

from briefing_tui.compile import check_itself, compile_pdf, receipt_of
from briefing_tui.compile.file.tagged import tags_by_page
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples
from tests.unit.compile.file.test_attacks import sealed
from tests.unit.compile.file.test_self_check import changed, pieces

TOLD = "its tags were changed, as what is a heading or in which language it is"
NOT_COMPARED = "the tags that say what is a quote and what is a note were changed, so no quote was compared"


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft of several pages, with a passage in another language and an annex."""
    hebrew = samples.article("he", "היומן מונה כל מקום עגינה בנמל.", language="he")
    articles = [samples.article(), hebrew]
    excerpts = [samples.excerpt(articles[0], samples.QUOTES[0], "e1"), samples.excerpt(hebrew, hebrew.text, "e2")]
    words = "The harbour counts its boats again. " * 12
    items = [Item(f"i{n}", ItemKind.TEXT, text=words) for n in range(1, 15)]
    items += [Item(f"q{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in (1, 2)]
    file = tmp_path_factory.mktemp("tags") / "long.pdf"
    job = samples.job(file, articles=articles, excerpts=excerpts, items=items, judgements=(), annex=True, final=False)
    compile_pdf(job)
    return file


def on(document: Pdf, page: int, kind: str) -> Iterator[Any]:
    """The tags of a kind that are on a page."""
    place = document.pages[page - 1].obj.objgen
    for tag in pieces(document.Root.StructTreeRoot.K):
        if "/S" in tag and str(tag.S) == kind and "/Pg" in tag and tag.Pg.objgen == place:
            yield tag


CHANGES: dict[str, Callable[[Any], None]] = {
    "another kind": lambda tag: setattr(tag, "S", Name.H6),
    "another language": lambda tag: setattr(tag, "Lang", String("fr")),
    "words in the place of a picture": lambda tag: setattr(tag, "Alt", String("A picture.")),
    "an attribute": lambda tag: setattr(tag, "A", Dictionary(O=Name.Layout, Placement=Name.Block)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("page", [1, 2])
def test_a_changed_tag_is_told_with_its_page(
    long: Path, tmp_path: Path, page: int, change: Callable[[Any], None]
) -> None:
    found = changed(long, tmp_path, lambda document: change(next(on(document, page, "/P"))))
    assert found == [("structure", NOT_COMPARED), (f"page {page}", TOLD)]


def test_so_is_one_whose_language_was_taken_out(long: Path, tmp_path: Path) -> None:
    places: list[str] = []

    def silence(document: Pdf) -> None:
        tag = next(tag for tag in pieces(document.Root.StructTreeRoot.K) if str(tag.get("/Lang", "")) == "he")
        places.append(next(f"page {n}" for n, page in enumerate(document.pages, 1) if page.obj.objgen == tag.Pg.objgen))
        del tag.Lang

    assert changed(long, tmp_path, silence)[1:] == [(places[0], TOLD)]


def test_it_is_where_the_file_was_written_anew_with_other_numbers(long: Path, tmp_path: Path) -> None:
    plain, file = tmp_path / "plain.pdf", tmp_path / "again.pdf"
    with pikepdf.open(long) as document:
        kept = tags_by_page(document)
        next(on(document, 2, "/P")).S = Name.H6
        document.save(plain, fix_metadata_version=False, qdf=True)
    with pikepdf.open(plain) as document:
        document.save(file, fix_metadata_version=False, linearize=True)
    with pikepdf.open(file) as document:
        assert [n for n, (a, b) in enumerate(zip(tags_by_page(document), kept, strict=True), 1) if a != b] == [2]
    assert [problem.place for problem in check_itself(file).problems] == ["structure", "page 2"]


def test_a_page_is_told_once(long: Path, tmp_path: Path) -> None:
    def both(document: Pdf) -> None:
        next(on(document, 2, "/P")).S = Name.H6
        document.pages[1].MediaBox = pikepdf.Array([0, 0, 100, 100])

    assert [place for place, _ in changed(long, tmp_path, both)] == ["page 2", "structure"]


def test_what_is_above_all_pages_has_none(long: Path, tmp_path: Path) -> None:
    found = changed(long, tmp_path, lambda document: setattr(document.Root.StructTreeRoot.K[0], "S", Name.Art))
    assert found == [("structure", NOT_COMPARED)]


def test_a_receipt_without_hashes_of_pages_tags_still_verifies_and_names_no_page(long: Path, tmp_path: Path) -> None:
    def earlier(document: Pdf) -> None:
        sealed(document, lambda receipt: receipt["pdf"].pop("structures"))

    def and_changed(document: Pdf) -> None:
        earlier(document)
        next(on(document, 2, "/P")).S = Name.H6

    assert changed(long, tmp_path, earlier) == []
    assert changed(long, tmp_path, and_changed) == [("structure", NOT_COMPARED)]


@pytest.mark.parametrize("odd", [None, 3, {"1": "x"}, "x"])
def test_hashes_in_another_form_are_not_understood(long: Path, tmp_path: Path, odd: object) -> None:
    found = changed(long, tmp_path, lambda d: sealed(d, lambda receipt: receipt["pdf"].update(structures=odd)))
    assert found == [("file", "its receipt cannot be understood")]


def test_the_receipt_has_one_hash_for_each_page(long: Path) -> None:
    known = json.loads(receipt_of(long))["pdf"]
    assert len(set(known["structures"])) == len(known["pages"]) > 1


def test_it_is_known_of_a_file_whether_it_is_a_draft(long: Path, finished: Path, tmp_path: Path) -> None:
    assert check_itself(long).draft is True
    assert check_itself(finished).draft is False
    bare = tmp_path / "bare.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(bare)
    assert check_itself(bare).draft is None
