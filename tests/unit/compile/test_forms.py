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

from briefing_tui.compile import FORMS, compile_form
from briefing_tui.compile.forms import word
from briefing_tui.compile.forms.page import STYLE
from briefing_tui.errors import RefusedError
from briefing_tui.model import Item, ItemKind, normalise
from briefing_tui.support import pandoc, processes
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

HEBREW = "היומן מונה כל מקום עגינה בנמל."
STARS = "1. *Not* a list_item [@e1] <b>of</b> `code` #7 “and” a\\b."


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every form of a briefing with quotes that are hard on each of them."""
    folder = tmp_path_factory.mktemp("forms")
    articles = [samples.article(), samples.article("he", HEBREW, language="he"), samples.article("stars", STARS)]
    words = (samples.QUOTES[0], HEBREW, STARS)
    excerpts = [samples.excerpt(a, w, f"e{n}") for n, (a, w) in enumerate(zip(articles, words, strict=True), 1)]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}", note="A *note*.") for n in (1, 2, 3)]
    items.append(Item("i4", ItemKind.TEXT, text="Once *more* [@e1], and again [@e3]."))
    made = {}
    for form in FORMS:
        job = samples.job(folder / f"b.{form}", articles=articles, excerpts=excerpts, items=items, judgements=())
        made[form] = compile_form(job, form).file
    return made


def read_html(files: dict[str, Path]) -> tuple[str, int]:
    tree = html.document_fromstring(files["html"].read_text())
    for comment in tree.xpath("//style"):
        comment.drop_tree()
    return tree.text_content(), len(tree.xpath("//*[contains(@class, 'note')][@id]"))


def read_json(files: dict[str, Path]) -> tuple[str, int]:
    plain = json.loads(files["json"].read_text())
    return " ".join(_strings(plain)), len(plain["notes"])


def _strings(value: Any) -> Any:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield value


def read_text(files: dict[str, Path]) -> tuple[str, int]:
    text = files["txt"].read_text()
    return text, len(re.findall(r"^\[\d+\] ", text, re.MULTILINE))


def read_markdown(files: dict[str, Path]) -> tuple[str, int]:
    said = processes.run(
        [pandoc.binary(), "-f", "markdown", "-s", "-t", "plain", "--wrap=none", files["md"]], timeout=60
    ).decode()
    return said, len(set(re.findall(r"\[@(\w+), \{?(para\. \d+)", files["md"].read_text())))


def read_docx(files: dict[str, Path]) -> tuple[str, int]:
    said = processes.run([pandoc.binary(), files["docx"], "-s", "-t", "plain", "--wrap=none"], timeout=60).decode()
    with zipfile.ZipFile(files["docx"]) as archive:
        notes = archive.read("word/footnotes.xml").decode()
    return said, len(re.findall(r"<w:footnote (?![^>]*w:type)", notes))


@pytest.mark.parametrize("read", [read_docx, read_html, read_json, read_text, read_markdown])
def test_each_form_says_the_same(files: dict[str, Path], read: Callable[[dict[str, Path]], tuple[str, int]]) -> None:
    text, notes = read(files)
    said = normalise(text)
    for words in (samples.QUOTES[0], HEBREW, STARS, "What the harbour ledger tells us", "Let the south quay for less."):
        assert normalise(words) in said
    for number in ("1.1", "1.2", "1.3", "1.4"):
        assert number in said
    assert notes == 3


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
