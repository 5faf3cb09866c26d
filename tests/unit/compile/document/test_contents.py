"""The list of contents: in a form that has a place for it, of what follows, where the brief is long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile.document.contents import LONG
from briefing_tui.compile.document.tree import Document, Listed
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.languages.wording import wording
from briefing_tui.compile.page.html import page, render
from briefing_tui.compile.page.link_words import link_words
from briefing_tui.compile.page.parts import parts
from briefing_tui.model import Item, ItemKind, Section
from tests.unit.compile import samples
from tests.unit.compile.test_build import built


def document(words: int = LONG, template: str = "research", language: str = "en-GB") -> Document:
    """A briefing with as many words in its first section."""
    sections = (
        Section("s1", "The <ledger>", (Item("i1", ItemKind.TEXT, text="word " * words),)),
        Section("s2", "What it shows", (Item("i2", ItemKind.QUOTE, excerpt="e1"),), level=2),
        Section("s3", "", (Item("i3", ItemKind.PARAPHRASE, excerpt="e2", text="More."),)),
    )
    return built(samples.job(Path("x.pdf"), template=template, sections=sections, language=language))


def test_a_long_paper_lists_what_follows() -> None:
    listed = document().contents
    assert listed[:2] == (Listed("The <ledger>", "s1", "1"), Listed("What it shows", "s2", "", 2))
    assert [line.place for line in listed[2:]] == ["part-statement", "part-sources", "part-annex"]
    assert listed[-2].title == "Sources"


@pytest.mark.parametrize(("words", "template"), [(100, "research"), (LONG, "memo"), (LONG, "bluf")])
def test_a_short_one_and_other_forms_do_not(words: int, template: str) -> None:
    made = document(words, template)
    assert not made.contents
    assert 'class="contents"' not in render(made, load_form(template), generator="x")


def test_each_line_leads_to_a_place_that_has_a_name_and_words() -> None:
    made = document()
    html, said = render(made, load_form("research"), generator="x"), link_words(made, wording("en-GB"))
    assert "1 The &lt;ledger&gt;</span></a></li>" in html
    for line in made.contents:
        assert html.count(f'<a href="#{line.place}">') == html.count(f' id="{line.place}"') == 1
        assert said[line.place] == line.title
    assert 'class="contents"' in page(made, css="", generator="x")


def test_its_lines_are_looked_for_on_the_pages() -> None:
    known = {part.key: part.text for part in parts(document())}
    assert (known["heading contents"], known["contents 2"]) == ("Contents", "What it shows")
    assert not any(key.startswith("contents") for key in (part.key for part in parts(replace(document(), contents=()))))


@pytest.mark.parametrize("language", ["de", "fr", "ru", "he", "ar"])
def test_it_has_a_heading_in_each_language(language: str) -> None:
    assert document(language=language).headings["contents"] not in {"", "Contents", "contents"}


def test_a_section_runs_in_the_margin_on_a_line_of_its_own() -> None:
    html = render(document(), load_form("research"), generator="x")
    assert 'data-running="&#10;1 The &lt;ledger&gt;"' in html
    assert html.count(" data-running=") == html.count("<h2")
