"""Words by which a passage is somebody's, in languages other than English, and what only looks like them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest

from briefing_tui.checks.phrasing.phrases import Phrases
from briefing_tui.checks.phrasing.reports import Report, report_of, tells_who
from briefing_tui.model import Span
from tests.unit.checks.context.labelled import CASES, case

PLAIN = tomllib.loads((CASES / "reported.toml").read_text(encoding="utf-8"))


def told() -> Iterator[tuple[str, str, str]]:
    for part in PLAIN["told"]:
        for line in part["who"]:
            marked, _, who = line.rpartition("=")
            yield part["language"], marked, "" if who == "nobody" else who


def report(language: str, marked: str) -> Report | None:
    each = case(marked, language=language)
    return report_of(each.article, each.span)


@pytest.mark.parametrize(("language", "marked", "who"), list(told()))
def test_what_somebody_is_reported_to_say_is_known_with_who_says_it(language: str, marked: str, who: str) -> None:
    found = report(language, marked)
    assert found
    assert who in found.who if who else not found.who


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        ("de", "⟦Die Fähre brauche einen Motor⟧, so Hafenmeister von Lund.", True),
        ("de", "Nach Angaben der zuständigen Behörde ⟦fehlen sieben Lotsen⟧.", False),
        ("ru", "Как сообщил Лунд, ⟦платить никто не хочет⟧.", True),
        ("ru", "По данным ведомства, ⟦не хватает семи лоцманов⟧.", False),
        ("he", "על פי לונד, ⟦המנוע הישן לא יחזיק מעמד⟧.", False),
        ("de", "Lund wurde deutlich. ⟦Die Lage sei ernst.⟧", False),
    ],
)
def test_words_are_a_name_where_each_begins_with_a_capital_or_is_a_particle(
    language: str, marked: str, name: bool
) -> None:
    found = report(language, marked)
    assert found
    assert found.is_name is name


@pytest.mark.parametrize(
    ("language", "marked"), [(part["language"], text) for part in PLAIN["own"] for text in part["texts"]]
)
def test_what_nobody_is_reported_to_say_is_the_source_s_own(language: str, marked: str) -> None:
    assert report(language, marked) is None


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("de", "Nach Ansicht der Reederei fehlt ein Motor.", True),
        ("de", "Die Lage sei ernst.", True),
        ("de", "Es fehlt ein Motor.", False),
        ("fr", "La mairie estime que le bac est perdu.", True),
        ("fr", "Le bac est perdu.", False),
        ("ru", "По словам мэра, паром стоит.", True),
        ("ru", "Паром стоит.", False),
        ("he", "לדברי ראש העיר הרציף סגור.", True),
        ("he", "ראש העיר טוען שהרציף סגור.", True),
        ("he", "הרציף סגור.", False),
        ("ar", "يرى رئيس البلدية أن الرصيف مغلق.", True),
        ("ar", "الرصيف مغلق.", False),
        ("fi", "Laituri on suljettu.", None),
    ],
)
def test_own_text_in_each_language_says_who_says_so_or_not(language: str, text: str, says: bool | None) -> None:
    assert tells_who(text, language) is says


def test_english_is_left_to_the_search_for_speakers() -> None:
    each = case("The mayor said that ⟦the quay is shut⟧.")
    assert report_of(each.article, Span(each.span.start, each.span.end)) is None


@pytest.mark.parametrize("sign", ["7", " ", "(", "sagte ", "قال "])
@pytest.mark.parametrize("language", ["de", "he", "ar"])
def test_a_long_paragraph_is_read_in_time_that_its_window_allows(language: str, sign: str) -> None:
    text = "Die Lage " + sign * (100_000 // len(sign)) + " sagte er, dass es so sei."
    each = case(f"⟦{text}⟧", language=language)
    report_of(each.article, each.span)
    tells_who(text, language)


def test_a_phrase_may_have_particles_and_vowel_signs_that_are_written_with_it_and_no_other_letters() -> None:
    said = Phrases(["+אמר", "+أكد"], {})
    assert said.first("הדובר שאמר")
    assert said.first("ואָמַר")
    assert said.first("وأكّد")
    assert said.first("اكد")
    assert not said.first("האמרה")
    assert not said.first("تأكد")
    assert not said.first("אמרּו")
