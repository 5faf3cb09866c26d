"""No file of a person's gives way to a briefing."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from briefing_tui.compile import compile_form, compile_pdf, files_of
from briefing_tui.errors import InvalidError
from briefing_tui.workspace.briefing.destinations import (
    expanded,
    refuse_among_sources,
    refuse_draft_name,
    refuse_places,
)
from briefing_tui.workspace.places import Places
from tests.unit.compile import samples


@pytest.fixture
def places(tmp_path: Path) -> Places:
    for folder in ("corpus", "briefs", "out"):
        (tmp_path / folder).mkdir()
    return Places(tmp_path)


@pytest.mark.parametrize(
    ("form", "output", "written"),
    [
        ("html", "page", ["page"]),
        ("html", "report.2026-11", ["report.2026-11"]),
        ("md", "paper.md", ["paper.md", "paper.bib"]),
        ("pdf", "b.pdf", ["b.pdf"]),
    ],
)
def test_the_document_is_written_exactly_where_it_is_wanted(form: str, output: str, written: list[str]) -> None:
    assert [file.name for file in files_of(form, Path("x", output))] == written


@pytest.mark.parametrize(("form", "taken"), [("html", "page.html"), ("md", "page.md")])
def test_neighbours_of_the_name_stay(tmp_path: Path, form: str, taken: str) -> None:
    (tmp_path / taken).write_text("my own words")
    compile_form(samples.job(tmp_path / "page"), form)
    assert (tmp_path / taken).read_text() == "my own words"
    assert (tmp_path / "page").stat().st_size


@pytest.mark.parametrize(
    ("form", "output", "taken"),
    [
        ("md", "paper.md", "paper.bib"),
        ("md", "out/notes.md", "out/notes.md"),
        ("md", "out/notes.md", "out/notes.bib"),
        ("html", "page", "page"),
        ("json", "data.json", "data.json"),
        ("docx", "a.docx", "a.docx"),
        ("pdf", "a.pdf", "a.pdf"),
    ],
)
def test_what_a_person_wrote_is_never_replaced(places: Places, form: str, output: str, taken: str) -> None:
    (places.root / taken).write_text('{"generator": "mine"}\n<html>Briefing 1</html>')
    with pytest.raises(InvalidError, match="does not take its place") as caught:
        refuse_places(files_of(form, places.root / output), places, form)
    assert caught.value.where == str(places.root / taken)
    (places.root / taken).write_text("")
    refuse_places(files_of(form, places.root / output), places, form)


@pytest.mark.parametrize("form", ["html", "json"])
def test_a_file_of_ours_is_made_again(places: Places, form: str) -> None:
    file = places.root / f"page.{form}"
    compile_form(samples.job(file), form)
    refuse_places((file,), places, form)
    with pytest.raises(InvalidError):
        refuse_places((file,), places, "txt")


@pytest.mark.parametrize("form", ["docx", "md", "txt", "html", "json"])
def test_a_draft_of_ours_gives_way_and_one_that_a_person_changed_does_not(places: Places, form: str) -> None:
    files = compile_form(samples.job(places.out / f"b.draft.{form}", final=False), form).files
    refuse_places(files, places, form)
    if form in ("html", "json"):  # known by how they begin
        return
    for file in files:
        made = file.read_bytes()
        file.write_bytes(made.replace(b"harbour", b"harbor", 1) if form != "docx" else retitled(file))
        with pytest.raises(InvalidError, match="as it was made"):
            refuse_places(files, places, form)
        file.write_bytes(made)
    refuse_places(files, places, form)


def retitled(docx: Path) -> bytes:
    """A DOCX with other words."""
    out = BytesIO()
    with zipfile.ZipFile(docx) as archive, zipfile.ZipFile(out, "w") as made:
        for part in archive.infolist():
            made.writestr(part, archive.read(part).replace(b"harbour", b"harbor"))
    return out.getvalue()


@pytest.mark.parametrize("name", ["b.draft.md", "b.draft.bib"])
def test_a_file_of_somebody_else_in_the_output_folder_stays(places: Places, name: str) -> None:
    (places.out / name).write_text("my own words")
    with pytest.raises(InvalidError, match="does not take its place"):
        refuse_places(files_of("md", places.out / "b.draft.md"), places, "md")


def test_somebody_else_s_pdf_stays_and_a_draft_of_ours_does_not(places: Places) -> None:
    theirs, ours = places.root / "theirs.pdf", places.out / "b.draft.pdf"
    theirs.write_bytes(b"%PDF-1.7 of somebody else")
    with pytest.raises(InvalidError, match="does not take its place"):
        refuse_places((theirs,), places, "pdf")
    compile_pdf(samples.job(ours, final=False))
    refuse_places((ours,), places, "pdf")


def test_a_link_that_leads_nowhere_is_somebody_s(places: Places) -> None:
    (places.out / "b.pdf").symlink_to(places.root / "gone.pdf")
    with pytest.raises(InvalidError, match="leads nowhere"):
        refuse_places((places.out / "b.pdf",), places, "pdf")
    refuse_places((places.out / "b.pdf",), places, "pdf", free=True)


def test_a_link_out_of_the_output_folder_is_no_name_of_the_programs(places: Places) -> None:
    (places.root / "mine.txt").write_text("my own words")
    (places.out / "b.txt").symlink_to(places.root / "mine.txt")
    with pytest.raises(InvalidError):
        refuse_places((places.out / "b.txt",), places, "txt")


def test_a_text_and_its_sources_are_two_files(places: Places) -> None:
    with pytest.raises(InvalidError, match="one file"):
        refuse_places(files_of("md", places.root / "paper.bib"), places, "md")


@pytest.mark.parametrize("name", ["corpus/evil.md", "briefs/b.yaml", "briefing.yaml", "out/../corpus/.originals/x"])
def test_nothing_is_written_among_the_articles(places: Places, name: str) -> None:
    with pytest.raises(InvalidError, match="among the articles"):
        refuse_among_sources(places.root / name, places)


def test_the_home_folder_is_written_as_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert expanded(Path("~/a.ris")) == tmp_path / "a.ris"
    assert expanded(Path("~nobody-of-that-name/a.ris")) == Path("~nobody-of-that-name/a.ris")


@pytest.mark.parametrize("name", ["b.draft.md", "b.draft.txt", "B.Draft.docx"])
def test_a_final_one_is_never_called_like_a_draft(tmp_path: Path, name: str) -> None:
    """Else the next draft of the brief `b` would take the place of what a brief `b.draft` became."""
    with pytest.raises(InvalidError, match="called like a draft") as caught:
        refuse_draft_name(files_of("md", tmp_path / name))
    assert caught.value.where == str(tmp_path / name)


def test_other_names_of_final_ones_are_taken(tmp_path: Path) -> None:
    for name in ("b.md", "draft.md", "b.draft.rev2.md", "b.drafts.md"):
        refuse_draft_name(files_of("md", tmp_path / name))
