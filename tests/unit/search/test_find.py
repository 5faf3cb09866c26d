from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Span
from briefing_tui.search import find_in_text, parse_query


def found(query: str, text: str) -> list[str]:
    return [span.slice(text) for span in find_in_text(parse_query(query), text)]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("iran", "Iran, IRAN and Iranians", ["Iran", "IRAN"]),
        ("iran*", "Iran, IRAN and Iranians", ["Iran", "IRAN", "Iranians"]),
        ("elysee", "L’Élysée et l’ELYSÉE", ["Élysée", "ELYSÉE"]),
        ("Élysée", "the Elysee", ["Elysee"]),
        ("kopenick", "Köpenick", ["Köpenick"]),
        ("москва", "МОСКВА и Москва", ["МОСКВА", "Москва"]),
        ("ΑΘΗΝΑ", "αθηνα", ["αθηνα"]),
        ("ירושלים", "בירושלים ירושלים", ["ירושלים"]),
        ("القدس", "في القدس", ["القدس"]),
        ('"red line"', "A red line. Red\nline; red-line, red thin line", ["red line", "Red\nline", "red-line"]),
        ("Al-Monitor", "al Monitor and Al-Monitor", ["al Monitor", "Al-Monitor"]),
        ("it's", "It’s his", ["It’s"]),
        ("a -b", "a b", ["a"]),
        ("d b OR c", "c d", ["c", "d"]),
        ("needle", "hay", []),
        ("x", "", []),
    ],
)
def test_words_are_found_with_case_and_accents_folded(query: str, text: str, words: list[str]) -> None:
    assert found(query, text) == words


def test_a_letter_in_one_code_point_and_in_two_is_the_same() -> None:
    for query in ("май", unicodedata.normalize("NFD", "май")):
        for text in ("в май", unicodedata.normalize("NFD", "в май")):
            assert [unicodedata.normalize("NFC", word) for word in found(query, text)] == ["май"]


ACCENTED = {"e": "eéèêëẽếE", "a": "aáàâäåA", "o": "oóôöõO", "u": "uúùûüU", "c": "cçčC", "n": "nñńN"}
FILLER = st.text(st.characters(codec="utf-8"), max_size=30).map(lambda text: f" {text} ")


@given(st.text("eaoucn", min_size=3, max_size=8), st.lists(FILLER, min_size=1, max_size=5), st.data())
def test_planted_words_are_found_at_their_exact_places(word: str, fillers: list[str], data: st.DataObject) -> None:
    text = ""
    planted = []
    for filler in fillers:
        text += filler
        spelled = "".join(data.draw(st.sampled_from(ACCENTED[letter])) for letter in word)
        if data.draw(st.booleans()):
            spelled = unicodedata.normalize("NFD", spelled)
        planted.append(Span(len(text), len(text) + len(spelled)))
        text += f"{spelled} "
    places = find_in_text(parse_query(word), text)
    assert [place for place in places if place in planted] == planted


@given(st.text(max_size=200), st.text(min_size=1, max_size=5))
def test_marks_and_odd_characters_of_a_text_do_not_shift_the_places(before: str, odd: str) -> None:
    text = f"{before}\ufdd0\ufdd1\0\ud800{odd} needle {odd}"
    assert Span(text.rindex("needle"), text.rindex("needle") + 6) in find_in_text(parse_query("needle"), text)
