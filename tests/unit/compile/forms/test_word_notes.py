"""In a DOCX the number of a note that is named again follows its note, wherever others are put before it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.compile import Job, compile_form
from briefing_tui.model import Confidence, Item, ItemKind, Judgement
from tests.unit.compile import samples

_FIELD = re.compile(
    r'<w:fldChar w:fldCharType="begin"/></w:r><w:r>(?P<look>.*?)<w:instrText[^>]*>(?P<said> [^<]*)</w:instrText>'
    r'.*?fldCharType="separate"/></w:r><w:r>.*?<w:t>(?P<shown>\d+)</w:t></w:r><w:r>.*?fldCharType="end"/></w:r>',
    re.DOTALL,
)
_NOTE = re.compile(
    r'<w:bookmarkStart w:id="(\d+)" w:name="_RefNote(\d+)" ?/>'
    r'(?:(?!<w:bookmarkEnd).)*<w:footnoteReference (?:(?!<w:bookmarkEnd).)*<w:bookmarkEnd w:id="\1" ?/>',
    re.DOTALL,
)
WORDS = ("The harbour office", "Nobody counted", "The new ledger", "Berths on the north quay")


def briefing(output: Path, **fields: Any) -> Job:
    source = samples.article()
    passages = [samples.excerpt(source, words, f"e{n}") for n, words in enumerate(WORDS, 1)]
    items = [
        Item("i1", ItemKind.TEXT, text="One [@e1][@e2]."),
        Item("i2", ItemKind.QUOTE, excerpt="e3", note="See what else is said [@e1]."),
        Item("i3", ItemKind.TEXT, text="So it is [@e3][@e1], *again* [@e2]."),
    ]
    point = Judgement("j1", "It holds.", "likely", Confidence("low", "so"), for_=("e1", "e4"))
    return samples.job(output, articles=[source], excerpts=passages, items=items, judgements=(point,), **fields)


def parts(docx: Path) -> tuple[str, str]:
    with zipfile.ZipFile(docx) as archive:
        document, notes = (archive.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
    return document, notes


def fields(xml: str) -> list[tuple[str, str, bool]]:
    """What each asks for, what it shows, and whether it is raised like the number of a footnote."""
    return [(f["said"].strip(), f["shown"], "FootnoteReference" in f["look"]) for f in _FIELD.finditer(xml)]


def test_a_note_called_again_is_a_field_that_follows_it(tmp_path: Path) -> None:
    document, _ = parts(compile_form(briefing(tmp_path / "b.docx"), "docx").file)
    calls = [(said, shown) for said, shown, raised in fields(document) if raised]
    assert calls == [(rf"NOTEREF _RefNote{n} \f \h", n) for n in ("4", "2", "3")]
    assert not re.search(r'<w:vertAlign w:val="superscript" ?/></w:rPr><w:t[^>]*>\d', document)


def test_every_field_names_a_place_that_is_there_once_and_holds_one_footnote(tmp_path: Path) -> None:
    document, notes = parts(compile_form(briefing(tmp_path / "b.docx", template="research"), "docx").file)
    there = [number for _, number in _NOTE.findall(document)]
    assert there == ["1", "2", "3", "4"]
    assert len(re.findall("<w:footnoteReference ", document)) == 4
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', document)
    assert len(ids) == len(set(ids))
    for said, shown, _ in (*fields(document), *fields(notes)):
        assert re.fullmatch(rf"NOTEREF _RefNote{shown} (?:\\f )?\\h", said)
        assert shown in there


def test_the_words_that_name_a_note_hold_its_number_as_a_field(tmp_path: Path) -> None:
    document, notes = parts(compile_form(briefing(tmp_path / "b.docx", annex="yes"), "docx").file)
    named = [(said, shown) for said, shown, raised in fields(document) if not raised]
    assert (r"NOTEREF _RefNote1 \h", "1") in named, "what a judgement rests on"
    assert [shown for _, shown in named][-4:] == ["1", "2", "3", "4"], "the entries of the annex"
    assert [shown for _, shown, _ in fields(notes)] == ["2"], "a note names another one"


@pytest.mark.parametrize("style", ["briefing-endnote", "briefing-author-date"])
def test_without_footnotes_there_are_no_such_fields(tmp_path: Path, style: str) -> None:
    document, _ = parts(compile_form(briefing(tmp_path / "b.docx", style=style), "docx").file)
    assert fields(document) == []


def test_what_one_place_cites_twice_it_calls_once(tmp_path: Path) -> None:
    items = [Item("i1", ItemKind.TEXT, text="So [@e1][@e1], so [@e1] [@e2; @e1], and *so*[@e2] [@e2].")]
    source = samples.article()
    passages = [samples.excerpt(source, words, f"e{n}") for n, words in enumerate(WORDS[:2], 1)]
    for style, said in (("briefing-note", "So[1], so[1][2], and so[2]."), ("briefing-author-date", "So (Larsen 2025,")):
        job = samples.job(
            tmp_path / f"{style}.txt", articles=[source], excerpts=passages, items=items, judgements=(), style=style
        )
        text = " ".join(compile_form(job, "txt").file.read_text().split())
        assert said in text
        assert text.count("Larsen 2025, ¶ 1") == (2 if style == "briefing-author-date" else 0)


def test_the_properties_tell_the_title_the_author_and_the_program(tmp_path: Path) -> None:
    file = compile_form(briefing(tmp_path / "b.docx", title="Boats & <berths>"), "docx").file
    with zipfile.ZipFile(file) as archive:
        core, app = (archive.read(f"docProps/{name}.xml").decode() for name in ("core", "app"))
    assert "<dc:title>Boats &amp; &lt;berths&gt;</dc:title><dc:creator>Harbour desk</dc:creator>" in core
    assert "<Application>Briefing " in app
