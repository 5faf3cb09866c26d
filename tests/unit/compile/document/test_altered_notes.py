"""What a note says of an altered quote, in every style and language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.citations import Citations, Placement, Text
from briefing_tui.compile import Job
from briefing_tui.compile.build import build
from briefing_tui.compile.document.quoted import remark
from briefing_tui.compile.document.runs import texts
from briefing_tui.compile.document.tree import Passage, Quote
from briefing_tui.compile.forms import Made
from briefing_tui.compile.forms import markdown as markdown_form
from briefing_tui.compile.languages.wording import known_languages, wording
from briefing_tui.model import Excerpt, Item, ItemKind
from tests.unit.compile.altered import ALTERED, EN, MASTER, built, citations, job, passage, quote


@pytest.mark.parametrize("placement", Placement)
def test_the_note_says_it_before_what_the_author_adds(tmp_path: Path, placement: Placement) -> None:
    document = built(ALTERED, tmp_path, placement)
    block = quote(document)
    said = "".join(t.text for t in (block.attribution if placement is Placement.INLINE else block.call.note))
    stop = "" if placement is Placement.INLINE else "."
    assert f"Quotation: emphasis added; brackets in the original: [in a letter]. See there{stop}" in said
    assert not said.endswith("there.")


def used_four_times(tmp_path: Path, placement: Placement, source: str = "Larsen 2025.") -> tuple[Job, Citations]:
    """Own words, two quotes and a paraphrase with the same excerpt."""
    given = job(passage("The board said no.", emphasise="no"), tmp_path)
    own = Item("i0", ItemKind.TEXT, text="It stays open [@e1].")
    (first,) = given.brief.sections[0].items
    items = (
        own,
        first,
        replace(first, id="i2"),
        Item("i3", ItemKind.PARAPHRASE, excerpt="e1", text="It is so.", note="And so."),
    )
    given = replace(given, brief=replace(given.brief, sections=(replace(given.brief.sections[0], items=items),)))
    return given, replace(citations(given, placement), notes={"e1": (Text(source),)})


def test_in_the_text_each_quote_tells_what_is_altered_in_it_and_own_words_do_not(tmp_path: Path) -> None:
    own, *quotes, paraphrase = build(*used_four_times(tmp_path, Placement.INLINE)).blocks()
    said = "Quotation: emphasis added."
    for block in (own, paraphrase):
        assert isinstance(block, Passage)
        assert said not in "".join(t.text for t in texts(block.inlines))
    for block in quotes:
        assert isinstance(block, Quote)
        whole = "".join(t.text for t in (*block.call.words, *block.attribution))
        assert whole.count(said) == 1
        assert ".." not in whole


def test_a_citation_that_ends_with_what_the_author_adds_has_one_full_stop(tmp_path: Path) -> None:
    given, made = used_four_times(tmp_path, Placement.INLINE, "[1]")
    made = replace(made, around=("", "", ""), names=False)
    document = build(given, made)
    own, *_, paraphrase = document.blocks()
    assert isinstance(own, Passage)
    assert isinstance(paraphrase, Passage)
    assert "".join(t.text for t in texts(own.inlines)) == "It stays open [1]."
    assert "".join(t.text for t in texts(paraphrase.inlines)) == "It is so [1]. And so."
    assert "And so]." in markdown_form.make(Made(given, document, made, "B"))["md"].decode()


def test_what_the_author_adds_stands_at_its_item_and_goes_on_with_the_citation(tmp_path: Path) -> None:
    given, made = used_four_times(tmp_path, Placement.INLINE, "Larsen 2025")
    (section,) = given.brief.sections
    items = (*section.items[:-1], replace(section.items[-1], note="translated by us."))
    given = replace(given, brief=replace(given.brief, sections=(replace(section, items=items),)))
    document = build(given, made)
    own, quoted, _, paraphrase = document.blocks()
    assert isinstance(own, Passage)
    assert isinstance(quoted, Quote)
    assert isinstance(paraphrase, Passage)
    assert "".join(t.text for t in texts(own.inlines)) == "It stays open (Larsen 2025)."
    assert "".join(t.text for t in quoted.attribution) == "Larsen 2025. Quotation: emphasis added. See there"
    assert "".join(t.text for t in texts(paraphrase.inlines)) == "It is so (Larsen 2025, translated by us)."
    marked = markdown_form.make(Made(given, document, made, "B"))["md"].decode()
    assert ", {para. 1}, translated by us]" in marked


def citing_lines(given: Job, made: Citations) -> list[str]:
    text = markdown_form.make(Made(given, build(given, made), made, "B"))["md"].decode()
    return [line for line in text.splitlines() if "[@" in line]


def test_markdown_in_the_text_tells_it_at_each_quote(tmp_path: Path) -> None:
    lines = citing_lines(*used_four_times(tmp_path, Placement.INLINE))
    assert ["Quotation: emphasis added" in line for line in lines] == [False, True, True, False]
    assert ["See there" in line for line in lines] == [False, True, True, False]


@pytest.mark.parametrize("placement", [Placement.FOOTNOTE, Placement.ENDNOTE])
def test_markdown_with_notes_tells_it_in_the_note(tmp_path: Path, placement: Placement) -> None:
    (line,) = citing_lines(*used_four_times(tmp_path, placement))
    assert line.startswith("[^1]: []{#n1}[@harbour, para. 1]. Quotation: emphasis added. See *there*. And so. \\[")


def test_a_paraphrase_says_nothing_of_it(tmp_path: Path) -> None:
    given = job(ALTERED, tmp_path)
    items = (Item("i1", ItemKind.PARAPHRASE, excerpt="e1", text="It stays open."),)
    brief = replace(given.brief, sections=(replace(given.brief.sections[0], items=items),))
    document = build(replace(given, brief=brief), citations(given))
    (call,) = document.calls()
    assert "Quotation" not in "".join(text.text for text in call.note)


@pytest.mark.parametrize(
    ("excerpt", "said"),
    [
        (passage("The board said no."), ""),
        (passage("The board said no.", omit="board"), ""),
        (passage("The board said no.", emphasise="no"), "Quotation: emphasis added."),
        (passage("The board said [no]."), "Quotation: brackets in the original."),
        (passage("The [ board said no."), "Quotation: brackets in the original."),
        (passage("The board [said [b] no].", emphasise="no"), "Quotation: emphasis added; brackets in the original."),
        (passage("The [board] of it.", sic="of"), "Quotation: brackets in the original: [board]."),
        (passage("[The] [old] board of it.", sic="of"), "Quotation: brackets in the original: [The], [old]."),
        (passage("The [‘new’ “old”] board of it.", sic="of"), "Quotation: brackets in the original: [new old]."),
        (
            passage("The board [which had met in the spring of the year] of it.", sic="of it"),
            "Quotation: brackets in the original: [which had met in the spring o…].",
        ),
        (
            passage(
                "The quay [the harbour master of the northern port] and so.", insert=("so", f"{MASTER} northern quay")
            ),
            f"Quotation: brackets in the original: [{MASTER} northern p…].",
        ),
        (
            passage(f"The [{MASTER}] and so.", insert=("so", f"{MASTER}s")),
            f"Quotation: brackets in the original: [{MASTER}].",
        ),
        (
            passage("A at the old port [sic], B at the old port now.", sic="B at the old port"),
            "Quotation: brackets in the original: A at the old port [sic].",
        ),
        (
            passage("[sic] The port and the board said so.", sic="board"),
            "Quotation: brackets in the original: [sic] The port and.",
        ),
        (
            passage("The ［old］ 【new】 ⁅port⁆ of it.", sic="it"),
            "Quotation: brackets in the original: ［old］, 【new】, ⁅port⁆.",
        ),
        (passage("The 【new port."), "Quotation: brackets in the original."),
        (
            passage("The port [sic] and the board said so.", sic="board"),
            "Quotation: brackets in the original: The port [sic].",
        ),
        (
            passage("The [old board [b] of it.", sic="it"),
            "Quotation: brackets in the original: [b]; a single bracket in the original.",
        ),
        (passage("A board [the old one] of it.", omit="[the old"), "Quotation: a single bracket in the original."),
        (passage("A board [the old one] of it.", omit="[the old one]"), ""),
        (
            passage("A [board [b] of it] and so on.", omit="[b]"),
            "Quotation: brackets in the original: [board […] of it].",
        ),
    ],
)
def test_what_the_note_says(excerpt: Excerpt, said: str) -> None:
    assert remark(excerpt, EN) == said


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_each_language_says_it_without_quotation_marks(language: str) -> None:
    said = remark(passage("The “[new] quay [ is” open.", sic="open", emphasise="quay"), wording(language))
    assert "[new]" in said
    assert said.endswith(".")
    assert not set("“”‘’«»„\"'") & set(said)


def test_what_the_author_adds_is_no_bracket_of_the_source() -> None:
    assert remark(passage("The board said no.", insert=("board", "of the port")), EN) == ""
