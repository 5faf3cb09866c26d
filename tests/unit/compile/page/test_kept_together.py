"""What is read in one go stays on one line, calls leave lines as high as they are, and figures stand under figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.document.numbering import judgement_number
from briefing_tui.compile.document.points import Point, Reference, Support
from briefing_tui.compile.document.tables import Table
from briefing_tui.compile.document.tree import Document, Passage
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.languages.wording import known_languages, wording
from briefing_tui.compile.page.back_matter import _with_locator, table
from briefing_tui.compile.page.html import render
from briefing_tui.model.template import Numbering
from tests.unit.compile.page.test_html import one, page, quote

CONTEXT = Text("in context", href="#annex-1")


def test_what_leads_to_the_annex_stays_with_its_dot_and_the_word_before() -> None:
    kept = 'A\u00a0·\u00a0<a class="place" href="#annex-1">in\u00a0context</a>'
    assert kept in page(one(replace(quote("Words."), context=CONTEXT)))
    assert kept in page(one(Passage("1.1", "i1", (Text("A"),), context=CONTEXT)))


def supported(count: int) -> str:
    references = tuple(Reference(str(n), item=f"i{n}") for n in range(1, count + 1))
    point = Point("1", "j1", (Text("Said."),), "", (), (Support("Rests on", references, ", "),))
    document: Document = replace(one(quote("Words.")), points=(point,), parts=("judgements", "sections"))
    return page(document)


def test_the_last_two_numbers_of_what_a_judgement_rests_on_stay_on_one_line() -> None:
    assert (
        '<a href="#i1">1</a>, <span class="unit"><a href="#i2">2</a>, <a href="#i3">3</a>.</span></span></p>'
        in supported(3)
    )
    assert '\u00a0<a href="#i1">1</a>.</span></p>' in supported(1)


@pytest.mark.parametrize("form", ["bluf", "memo", "submission", "research", "readout"])
def test_a_line_with_the_call_of_a_note_is_as_high_as_the_others(form: str) -> None:
    assert len(set(heights(form))) == 1


def heights(form: str) -> list[float]:
    """Of the lines of a paragraph with a note in the second."""
    from weasyprint import HTML

    call = quote("Words.").call
    said = (Text("So it was told. " * 8), call, Text("So it was told again. " * 12))
    html = render(one(Passage("1.1", "i1", said)), load_form(form), generator="x")
    found: list[float] = []

    def look(box: Any, *, inside: bool) -> None:
        element = getattr(box, "element", None)
        inside = inside or (element is not None and element.get("data-block") == "1.1")
        if type(box).__name__ == "LineBox" and inside:
            found.append(round(box.height, 2))
            return
        for child in getattr(box, "children", ()):
            look(child, inside=inside)

    made: Any = HTML(string=html).render()
    look(made.pages[0]._page_box, inside=False)
    assert len(found) > 2
    return found


@pytest.mark.parametrize(
    "source",
    [(Text("Ida Holm, "), Text("Quay", italic=True), Text(", 2024, ¶ 1")), (Text("Ida Holm, 2024, "), Text("¶ 1"))],
)
def test_the_locator_of_a_passage_in_the_annex_takes_a_word_along(source: tuple[Text, ...]) -> None:
    said = "".join(run.text for run in _with_locator(source))
    assert said.endswith("2024,\u00a0¶ 1")
    assert said.replace("\u00a0", " ") == "".join(run.text for run in source)


def test_units_of_counts_stand_below_units() -> None:
    html = table(Table(("Theme", "Gazette", "All"), (("Boats", 16, 16), ("Berths", 4, 4))), "coverage")
    assert html.count('<span class="figure" style="min-width: 2ch">') == 4


@pytest.mark.parametrize(
    ("language", "letters"), [("en", "AB"), ("de-AT", "AB"), ("ru", "АБ"), ("he", "אב"), ("ar", "أب"), ("tlh", "AB")]
)
def test_judgements_have_letters_of_the_language_where_paragraphs_have_numbers(language: str, letters: str) -> None:
    words = wording(language)
    assert "".join(judgement_number(n, Numbering.RUNNING, words) for n in (1, 2)) == letters
    assert judgement_number(2, Numbering.SECTIONS, words) == "2"


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_no_letter_marks_two_judgements(language: str) -> None:
    words = wording(language)
    marks = [judgement_number(n, Numbering.RUNNING, words) for n in range(1, 60)]
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_no_language_is_told_by_its_bare_code(language: str) -> None:
    words = wording(language)
    for code in "ja zh ko es it pt pl nl sv el cs hu ro uk tr fa".split():
        assert words.language(f"{code}-XX") not in (code, f"{code}-XX", words("other-language", code=code))
    assert words.language("tlh") == words("other-language", code="tlh") != "tlh"


def test_a_code_without_a_name_is_said_to_be_a_language() -> None:
    assert wording("en").language("TLH") == "language “tlh”"
    assert wording("ja").language("ja") == "Japanese"


def test_a_month_stays_with_its_year_under_a_quote() -> None:
    said = page(one(replace(quote("Words."), attribution=(Text("Quay", italic=True), Text(", June 2024, ¶ 1")))))
    assert '<span class="unit">June 2024</span>, ' in said


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (
            ", June 2024, ¶ 1",
            '<span class="unit"><span class="unit">June 2024</span>, <span class="unit">¶ 1</span></span>',
        ),
        (", 2024, ¶ 1", '<span class="unit">2024, <span class="unit">¶ 1</span></span>'),
    ],
)
def test_the_place_in_the_source_is_never_alone_on_the_last_line_under_a_quote(words: str, kept: str) -> None:
    said = page(one(replace(quote("Words."), attribution=(Text("Quay", italic=True), Text(words)))))
    assert f"{kept}</span></p>" in said
