"""Themes suggested by the words that an article has in common with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Theme
from briefing_tui.model.suggestions import suggest

THEMES = (
    Theme("sea", "Ferries and harbours", ("quays",), "Boats between the islands; the weather is not in it."),
    Theme("town", "Town councils", (), "What is decided in the town hall, and about the islands."),
    Theme("far", "Spaceflight"),
    Theme("hebrew", "ים ונמלים"),
)


def ids(text: str) -> list[str]:
    return [one.theme for one in suggest(text, THEMES)]


def test_what_has_more_and_rarer_words_in_common_comes_first() -> None:
    assert ids("The boat left the quay for the islands.") == ["sea", "town"]
    assert ids("The town council met; the islands were silent.") == ["town", "sea"]


def test_a_suggestion_names_its_words_as_the_theme_has_them() -> None:
    best = suggest("A quay, a ferry and a BOAT.", THEMES)[0]
    assert best.words == ("quays", "boats"), "‘ferries’ has another ending"
    assert 0 < best.score <= 1


def test_a_label_counts_more_than_a_note() -> None:
    one, other = Theme("label", "Weather"), Theme("note", "Clouds", (), "Weather")
    assert [s.theme for s in suggest("weather", (other, one))] == ["label", "note"]


def test_words_that_stand_anywhere_suggest_nothing() -> None:
    assert ids("What is not in it is about the others, and between these.") == []
    assert ids("") == []
    assert suggest("The quay", ()) == ()


def test_other_scripts_count_too() -> None:
    assert ids("הים סוער, ונמלים סגורים") == ["hebrew"]


@given(st.text())
def test_any_text_gives_scores_in_order(text: str) -> None:
    found = suggest(text, THEMES)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 < one.score <= 1.000001 and one.words for one in found)
