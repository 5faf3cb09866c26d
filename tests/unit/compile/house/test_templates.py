"""Forms of document: those that ship are whole in every language, and a house's own is read with care."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.citations import Citations
from briefing_tui.compile import compile_pdf
from briefing_tui.compile.build import build
from briefing_tui.compile.document.runs import Gap
from briefing_tui.compile.document.tree import Document, Passage
from briefing_tui.compile.house.folders import FOLDER, known_templates, template_files
from briefing_tui.compile.house.template import Form, load_form, load_template, words_of
from briefing_tui.compile.languages.wording import known_languages
from briefing_tui.compile.page.html import render
from briefing_tui.compile.page.parts import parts
from briefing_tui.errors import FormatError, RefusedError
from briefing_tui.model import Item, ItemKind, Section
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

MM = 96 / 25.4
"""CSS pixels."""
SHIPPED = ("bluf", "memo", "readout", "research", "submission")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "000000050001a5f645400000000049454e44ae426082"
)


def house(folder: Path, base: str = "memo", **files: str) -> Path:
    """A form of the house: a copy of one that ships, with some files of its own."""
    own = folder / "own"
    own.mkdir(parents=True)
    for name, source in template_files(base).items():
        (own / name).write_bytes(source.read_bytes())
    for name, text in files.items():
        (own / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return own


def test_five_forms_ship() -> None:
    assert known_templates() == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("language", sorted(known_languages()))
def test_no_form_lacks_a_word_in_any_language(name: str, language: str) -> None:
    template = load_template(name)
    words = words_of(template, language)
    assert not [key for key in (*template.headed(), *template.sections) if not words.get(key, "").strip()]
    own = template.words.get(language, {})
    assert set(own) == set(template.words.get("en", {})), "the languages have different words"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_form_prints_what_the_brief_says(name: str, tmp_path: Path) -> None:
    template = load_template(name)
    fields = dict.fromkeys(template.own_fields(), "A text of its own [@e1].")
    job = samples.job(tmp_path / "x.pdf", template=name, fields=fields, final=False)
    document = built(job)
    html = render(document, load_form(name), generator="Briefing")
    assert html.count("A text of its own") == len(fields)
    assert "{{" not in html
    for block in document.blocks():
        key = block.key if isinstance(block, Passage) else block.number
        assert f'data-block="{key}"' in html
    numbers = [call.number for call in document.calls() if call.note]
    assert numbers == sorted(numbers), "notes are numbered in the order in which they are printed"


def test_what_the_form_requires_and_the_brief_lacks_is_a_marked_gap(tmp_path: Path) -> None:
    document = built(samples.job(tmp_path / "x.pdf", template="submission", final=False))
    for name in ("issue", "recommendation", "timing"):
        assert isinstance(document.paragraphs(name)[0][0], Gap)
    titles = {chapter.title: chapter for chapter in document.chapters}
    assert [*titles][:3] == ["Background", "Argument", "Presentation"]
    gap = titles["Background"].blocks[0]
    assert isinstance(gap, Passage)
    assert isinstance(gap.inlines[0], Gap)


def test_a_required_section_stands_behind_those_that_are_there(tmp_path: Path) -> None:
    text = Item("i1", ItemKind.TEXT, text="Something.")
    sections = (Section("s1", "background ", (text,)), Section("s2", "More on it", level=2), Section("s3", "Other"))
    document = built(samples.job(tmp_path / "x.pdf", template="submission", sections=sections, final=False))
    assert [c.title for c in document.chapters] == ["background ", "More on it", "Argument", "Presentation", "Other"]


def test_a_required_section_with_nothing_in_it_is_a_marked_gap(tmp_path: Path) -> None:
    text = Item("i1", ItemKind.TEXT, text="Something.")
    sections = (Section("s1", "Background"), Section("s2", "Argument"), Section("s3", "Detail", (text,), level=2))
    document = built(samples.job(tmp_path / "x.pdf", template="submission", sections=sections, final=False))
    gaps = [
        c.title
        for c in document.chapters
        if any(isinstance(b, Passage) and isinstance(b.inlines[0], Gap) for b in c.blocks if not b.number)
    ]
    assert gaps == ["Background", "Presentation"]
    assert [block.number for block in document.blocks()] == ["", "1", ""], "a mark takes no paragraph's number"
    keys = [part.key for part in parts(document) if part.key.startswith("gap ")]
    html = render(document, load_form("submission"), generator="Briefing")
    assert len(set(keys)) == 2
    assert all(f'data-block="{key}"' in html for key in keys)


def test_a_core_statement_opens_its_paragraph_where_the_form_prints_it(tmp_path: Path) -> None:
    items = [Item("i1", ItemKind.PARAPHRASE, excerpt="e2", text="The north quay is let.", core="North first")]
    texts = {}
    for name in ("readout", "bluf"):
        block = next(built(samples.job(tmp_path / "x.pdf", template=name, items=items, final=False)).blocks())
        assert isinstance(block, Passage)
        texts[name] = "".join(getattr(part, "text", "") for part in block.inlines)
    assert texts == {"readout": "North first. The north quay is let.", "bluf": "The north quay is let."}


def test_paragraphs_are_numbered_through_where_the_form_says_so(tmp_path: Path) -> None:
    items = [Item(f"i{n}", ItemKind.TEXT, text="One.\n\nTwo.") for n in (1, 2)]
    sections = (Section("s1", "A", (items[0],)), Section("s2", "B", (items[1],)))

    def numbers(name: str) -> list[str]:
        document = built(samples.job(tmp_path / "x.pdf", template=name, sections=sections, final=False))
        return [block.number for block in document.blocks()]

    assert numbers("readout") == ["1", "2", "3", "4"]
    assert numbers("bluf") == ["1.1", "1.2", "2.1", "2.2"]


def test_a_house_goes_before_what_ships(tmp_path: Path) -> None:
    own = house(tmp_path)
    own.rename(tmp_path / "memo")
    (tmp_path / "memo" / "style.css").write_text('@import "base.css";\n.mine {}', encoding="utf-8")
    assert known_templates(tmp_path) == SHIPPED
    assert ".mine" in load_form("memo", tmp_path).css
    assert ".mine" not in load_form("memo").css


def test_a_folder_of_fonts_is_no_form(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "a.woff2").write_bytes(b"")
    (tmp_path / "memo").mkdir()
    assert known_templates(tmp_path) == SHIPPED
    assert load_form("memo", tmp_path) == load_form("memo")


@pytest.mark.parametrize("name", ["own", "memo"])
def test_a_folder_without_its_first_file_is_told_and_none_takes_its_place(tmp_path: Path, name: str) -> None:
    house(tmp_path).rename(tmp_path / name)
    (tmp_path / name / "template.yaml").unlink()
    assert name in known_templates(tmp_path)
    for load in (load_template, load_form):
        with pytest.raises(FormatError, match="no such file") as told:
            load(name, tmp_path)
        assert told.value.file == f"{name}/template.yaml"
        assert told.value.hint


def test_what_ships_has_no_address_and_no_script() -> None:
    for path in FOLDER.rglob("*.*"):
        if path.suffix in {".css", ".html"}:
            text = path.read_text(encoding="utf-8")
            assert "<script" not in text
            assert "http" not in text


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_measure_stays_on_letter(tmp_path: Path, direction: str) -> None:
    own = house(tmp_path)
    sheet = own / "template.yaml"
    a4 = page_box(load_form("own", tmp_path), direction)
    sheet.write_text(sheet.read_text(encoding="utf-8") + "paper: Letter\n", encoding="utf-8")
    letter = page_box(load_form("own", tmp_path), direction)
    assert (a4.margin_width(), letter.margin_width()) == pytest.approx((210 * MM, 215.9 * MM))
    assert letter.width == pytest.approx(a4.width, abs=0.1)
    assert letter.margin_left - a4.margin_left == pytest.approx(2.95 * MM, abs=0.2), "each side takes its half"


def page_box(form: Form, direction: str) -> Any:
    """A page as WeasyPrint lays it out."""
    from weasyprint import CSS, HTML

    sheet = CSS(string=form.css + form.mirrored * (direction == "rtl"))
    (laid,) = HTML(string=f'<html dir="{direction}"><p>So.').render(stylesheets=[sheet]).pages
    return laid._page_box


def test_a_document_from_right_to_left_is_mirrored(tmp_path: Path) -> None:
    job = samples.job(tmp_path / "x.pdf", language="he", final=False)
    document: Document = build(job, Citations({"e1": (), "e2": ()}, (), "", ""))
    html = render(document, load_form("bluf"), generator="Briefing")
    assert "right: -14mm" in html
    assert '<p dir="ltr">' in html, "a quotation that runs the other way than the page says so"


def test_the_faces_are_those_that_its_style_says_last(tmp_path: Path) -> None:
    house(tmp_path, style_css='@import "base.css";\n:root { --serif: "Harbour Text", serif }')
    assert load_form("bluf").faces == ("Noto Sans", "Noto Serif")
    assert load_form("own", tmp_path).faces == ("Noto Sans", "Harbour Text")


def test_a_face_of_the_house_that_is_not_installed_is_named(tmp_path: Path) -> None:
    house(tmp_path, "bluf", style_css='@import "base.css";\n:root { --serif: "Harbour Text", serif }')
    job = samples.job(tmp_path / "x.pdf", template="own", final=False)
    made = compile_pdf(replace(job, templates=tmp_path))
    assert [face for face, _ in made.layout.missing_faces] == ["Harbour Text"], "a draft is made all the same"
    with pytest.raises(RefusedError, match="Harbour Text"):
        compile_pdf(replace(job, templates=tmp_path, final=True, output=tmp_path / "y.pdf"))
    assert not (tmp_path / "y.pdf").exists()


def test_a_face_that_is_installed_and_not_used_is_no_trouble(tmp_path: Path) -> None:
    house(tmp_path, "bluf", style_css='@import "base.css";\n* { font-family: "Noto Sans" !important }')
    job = samples.job(tmp_path / "x.pdf", template="own", final=False)
    assert compile_pdf(replace(job, templates=tmp_path)).pages == 1
