"""A title in a note: as it stands in the source, and told apart from what is around it."""

from __future__ import annotations

import pytest

from briefing_tui.citations import Cite, cite, plain
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import State
from tests.unit.citations.test_cite import article, note


@pytest.mark.parametrize(
    "title",
    ["<script>alert(1)</script>", "<i>so</i> & “so”", "*stars* and `code` $x$", "100 % of [@doe] {now}", "a\\b_c^d~e"],
)
def test_markup_in_metadata_stays_what_it_is(title: str) -> None:
    opening, closing = "‘’" if "“" in title else "“”"
    assert f"{opening}{title}{closing}" in note(article(title=title)).replace("\u200a", "")


@pytest.mark.parametrize(
    ("language", "title", "printed"),
    [
        ("en", "“Nobody counted”", "‘\u200a“Nobody counted”\u200a’"),
        ("en", '"Nobody" counted', '‘\u200a"Nobody" counted’'),
        ("en", "Who ‘counted’", "“Who ‘counted’\u200a”"),
        ("en", "Kto «liczył»", "“Kto «liczył»\u200a”"),
        ("de", "„Niemand“ zählte", "‚\u200a„Niemand“ zählte‘"),
        ("fr", "« Personne »", "“\u200a« Personne »\u200a”"),
        ("ru", "«Никто» не считал", "„\u200a«Никто» не считал“"),
        ("ar", "«لا أحد» عد", "”\u200a«لا أحد» عد“"),
        ("he", 'דו"ח המבקר', '”דו"ח המבקר”'),
    ],
)
def test_around_a_title_stand_other_marks_than_its_own_and_apart_from_them(
    language: str, title: str, printed: str
) -> None:
    sources = {"harbour": article(title=title)}
    cited = cite([Cite("e1", "harbour", "¶ 4")], sources, terms=wording(language).terms, language=language)
    assert f", {printed}, " in plain(cited.notes["e1"]).replace("،", ",")


def test_a_separator_that_nobody_sees_in_a_title_takes_no_letter_with_it() -> None:
    assert ", ‘The “quiet” port’, " in note(article(title="The\u2063 “quiet”\u2063 port"))
    assert ", “The quiet port”, " in note(article(title="The\u2063 quiet port"))


def test_a_book_whose_title_has_marks_stands_in_italics_and_in_no_others() -> None:
    assert ", Who “counted”, " in note(article(title="Who “counted”", type="book"))


def test_around_an_inferred_title_stand_other_marks_than_its_own() -> None:
    inferred = article(title="“Nobody” counted", states={"title": State.INFERRED})
    assert ", [‘\u200a“Nobody” counted’?], " in note(inferred)


@pytest.mark.parametrize("language", ["ru", "he", "fr", "ja", "en-US", "de", "x-unknown", ""])
def test_titles_keep_their_case_and_locators_their_words(language: str) -> None:
    words = note(article(title="the case of the LEDGER and others", language=language), locator="¶ 4")
    assert "“the case of the LEDGER and others”" in words
    assert words.endswith(", ¶ 4")
