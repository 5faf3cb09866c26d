"""Other forms of one briefing, side by side: the same quotes, notes, numbers and sources."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefing_tui.citations import plain
from briefing_tui.compile import FORMS, Job, compile_form
from briefing_tui.compile.build import build
from briefing_tui.compile.document.tree import Quote
from briefing_tui.compile.forms import word
from briefing_tui.compile.forms.page import STYLE
from briefing_tui.compile.prepared import cited
from briefing_tui.errors import RefusedError
from briefing_tui.model import Item, ItemKind, Speaker, normalise
from briefing_tui.model.codes import code_of
from briefing_tui.support import pandoc, processes
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

HEBREW = "היומן מונה כל מקום עגינה בנמל."
DAHL = Speaker("Jon Dahl", "harbour master", via=("Quay Radio",))
BODY = "Institute of Quays and Boats"
STARS = "1. *Not* a list_item [@e1] <b>of</b> `code` #7 “and” a\\b."


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every form of a briefing with quotes that are hard on each of them."""
    folder = tmp_path_factory.mktemp("forms")
    return {form: compile_form(briefing(folder / f"b.{form}"), form).file for form in FORMS}


def briefing(output: Path) -> Job:
    """Three quotes, one by a speaker and one of a source without a title, and a text that cites two of them again."""
    untitled = samples.article("stars", STARS, title="", author=(), container_title="", publisher=BODY, type="report")
    articles = [samples.article(), samples.article("he", HEBREW, language="he"), untitled]
    words = (samples.QUOTES[0], HEBREW, STARS)
    excerpts = [
        samples.excerpt(source, said, f"e{n}", DAHL if n == 1 else None)
        for n, (source, said) in enumerate(zip(articles, words, strict=True), 1)
    ]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}", note="A *note*.") for n in (1, 2, 3)]
    items.append(Item("i4", ItemKind.TEXT, text="Once *more* [@e1], and again [@e3][@e2]."))
    return samples.job(output, articles=articles, excerpts=excerpts, items=items, judgements=())


Read = tuple[str, list[str]]
"""All words of a form, and its notes in the order of their numbers, as the form itself gives them."""


def read_html(files: dict[str, Path]) -> Read:
    tree = html.document_fromstring(files["html"].read_text())
    for comment in tree.xpath("//style"):
        comment.drop_tree()
    notes = {note.get("id"): note.text_content() for note in tree.xpath("//*[contains(@class, 'note')][@id]")}
    return tree.text_content(), [notes[f"n{n}"] for n in range(1, len(notes) + 1)]


def read_json(files: dict[str, Path]) -> Read:
    plain = json.loads(files["json"].read_text())
    assert [note["number"] for note in plain["notes"]] == list(range(1, len(plain["notes"]) + 1))
    return " ".join(_strings(plain)), [note["text"] for note in plain["notes"]]


def _strings(value: Any) -> Any:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield value


def read_text(files: dict[str, Path]) -> Read:
    text = files["txt"].read_text()
    return text, numbered(text)


def read_markdown(files: dict[str, Path]) -> Read:
    """As pandoc makes it, which numbers the notes itself and writes their citations."""
    said = set_by_pandoc(files["md"], "--citeproc", f"--resource-path={files['md'].parent}")
    return said, numbered(said)


def read_docx(files: dict[str, Path]) -> Read:
    said = set_by_pandoc(files["docx"])
    with zipfile.ZipFile(files["docx"]) as archive:
        notes = archive.read("word/footnotes.xml").decode()
    assert len(re.findall(r"<w:footnote (?![^>]*w:type)", notes)) == len(numbered(said))
    return said, numbered(said)


def set_by_pandoc(file: Path, *options: str) -> str:
    command: list[str | Path] = [pandoc.binary(), file, *options, "-s", "-t", "plain", "--wrap=none"]
    return processes.run(command, timeout=60).decode()


def numbered(text: str) -> list[str]:
    """The notes at the end of a text, whose numbers are 1, 2, 3."""
    found = re.findall(r"^\[(\d+)\] (.*(?:\n {4}.*)*)", text, re.MULTILINE)
    assert [number for number, _ in found] == [str(n) for n in range(1, len(found) + 1)]
    return [note for _, note in found]


READERS = [read_docx, read_html, read_json, read_text, read_markdown]
Reader = Callable[[dict[str, Path]], Read]


def folded(text: str) -> str:
    """In one line, with a number that calls a note in brackets, whichever way a form raises it."""
    text = text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    return normalise(text.replace("\u2011", "-").replace("\u2060", "").replace("\u00a0", " "))


@pytest.mark.parametrize("read", READERS)
def test_each_form_has_the_same_notes(files: dict[str, Path], read: Reader) -> None:
    job = briefing(Path("x"))
    notes = [folded(note) for note in read(files)[1]]
    assert len(notes) == 3
    for note, excerpt in zip(notes, job.brief.excerpts.values(), strict=True):
        assert note.endswith(f"A note. [{code_of(excerpt)}]")
    who, _, unnamed = notes
    assert "Jon Dahl, harbour master, through Quay Radio, quoted in " in who
    assert "[untitled: “1. *Not* a list_item" in unnamed.replace("‘", "“")


@pytest.mark.parametrize("read", READERS)
def test_under_each_quote_every_form_has_the_same_line(files: dict[str, Path], read: Reader) -> None:
    job = briefing(Path("x"))
    said = folded(read(files)[0])
    quotes = [block for block in build(job, cited(job)[1]).blocks() if isinstance(block, Quote)]
    assert len(quotes) == 3
    for quote in quotes:
        assert folded(plain(quote.attribution)) in said


@pytest.mark.parametrize("read", READERS)
def test_a_note_called_again_keeps_its_number_in_every_form(files: dict[str, Path], read: Reader) -> None:
    said = re.sub(r"[\[\]()^]", "", folded(read(files)[0]))
    assert re.search(r"Once more ?1, and again ?3,?2\.", said)


def test_pandoc_lists_the_sources_of_the_markdown_by_their_names(files: dict[str, Path]) -> None:
    said = read_markdown(files)[0]
    assert BODY in said
    assert "[untitled: “1. *Not* a list_item" in said.partition("Sources\n")[2].partition("[1] ")[0]


@pytest.mark.parametrize("read", READERS)
def test_each_form_says_the_same(files: dict[str, Path], read: Reader) -> None:
    text, notes = read(files)
    said = normalise(text)
    for words in (samples.QUOTES[0], HEBREW, STARS, "What the harbour ledger tells us", "Let the south quay for less."):
        assert normalise(words) in said
    for number in ("1.1", "1.2", "1.3", "1.4"):
        assert number in said
    assert len(notes) == 3


def test_the_page_is_one_file_without_script_or_anything_from_outside(files: dict[str, Path]) -> None:
    page = files["html"].read_text()
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#|https://quay\.example)", page)
    assert "url(" not in page
    tree = html.document_fromstring(page)
    anchors = {element.get("id") for element in tree.xpath("//*[@id]")}
    assert {a.get("href")[1:] for a in tree.xpath("//a[starts-with(@href, '#')]")} <= anchors


def test_on_paper_the_marking_is_on_every_page_and_numbers_are_within_it() -> None:
    """What browsers make of it was looked at; here is what they must be asked for."""
    said = STYLE.read_text()
    paper = said[said.index("@media print") :]
    for place, group, edge in (("head", "header", "top"), ("foot", "footer", "bottom")):
        assert f".{place}-marking {{ display: table-{group}-group }}" in paper, "keeps room for it on every page"
        assert f".{place}-marking > span {{ {edge}: 0 }}" in paper
    assert ".foot-marking > span { position: fixed;" in paper
    assert "margin-inline: var(--before) var(--beside)" in paper
    assert re.search(r"\.quote > \.n \{ position: absolute; inset-inline-start: calc\(-1 \* var\(--before\)\)", paper)
    assert "color-scheme: light;" in paper


def test_the_sources_stand_beside_the_markdown(files: dict[str, Path]) -> None:
    keys = re.findall(r"^@\w+\{(\w+),", files["md"].with_suffix(".bib").read_text(), re.MULTILINE)
    assert sorted(keys) == ["harbour", "he", "stars"]
    cited = processes.run(
        [pandoc.binary(), "--citeproc", f"--resource-path={files['md'].parent}", files["md"], "-t", "plain"], timeout=60
    )
    assert b"???" not in cited


@pytest.mark.parametrize("form", FORMS)
def test_no_final_form_of_what_is_not_verified(tmp_path: Path, form: str) -> None:
    job = samples.job(tmp_path / f"b.{form}", final=True)
    job.verifications.clear()  # type: ignore[attr-defined] # a dict
    with pytest.raises(RefusedError):
        compile_form(job, form)
    assert not list(tmp_path.iterdir())


def test_every_page_of_a_docx_is_marked_and_it_is_the_same_again(files: dict[str, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(files["docx"]) as archive:
        for part in ("word/header1.xml", "word/footer1.xml"):
            assert b"TLP:GREEN" in archive.read(part)
        assert b"<w:footnotePr>" in archive.read("word/document.xml")
    made = [compile_form(samples.job(tmp_path / f"{n}.docx"), "docx").sha256 for n in (1, 2)]
    assert made[0] == made[1]


def test_a_docx_says_what_the_grades_mean_before_the_sources() -> None:
    document = replace(built(samples.job(Path("x.pdf"))), sources_key="Grades: A, B.")
    styles = [dict(node["c"][0][2]).get("custom-style") for node in word.tree(document)["blocks"] if node["t"] == "Div"]
    assert "Source" not in styles[: styles.index("Sources Key")]
    assert "Source" in styles


def test_lines_of_a_mail_are_short(files: dict[str, Path]) -> None:
    assert max(len(line) for line in files["txt"].read_text().splitlines() if "://" not in line) <= 72
