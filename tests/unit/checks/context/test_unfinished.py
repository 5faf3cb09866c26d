"""Cuts through a phrase: how far the phrase goes, whatever signs and letters stand in it."""

from __future__ import annotations

import unicodedata

import pytest

from briefing_tui.checks.context import ContextKind, context_warnings

from .labelled import case


def widened(marked: str, language: str = "en") -> list[str]:
    each = case(marked, language=language)
    found = context_warnings(each.article, each.span).warnings
    return [w.widen.slice(each.article.text) for w in found if w.kind is ContextKind.PHRASE]


@pytest.mark.parametrize(
    ("marked", "language", "whole"),
    [
        ("⟦Clerks counted more than⟧ 3,000 boats, all told.", "en", "Clerks counted more than 3,000 boats"),
        ("⟦The quay was built in⟧ 1990–1995, in haste.", "en", "The quay was built in 1990–1995"),
        ("⟦The quay closed at⟧ 10:30, in haste.", "en", "The quay closed at 10:30"),
        ("⟦Boats were seen by⟧ Mr. Amari of the port. Then.", "en", "Boats were seen by Mr. Amari of the port."),
        ("⟦A pact with the⟧ U.S. creates a stir. Then.", "en", "A pact with the U.S. creates a stir."),
        ("⟦Die Fähre fuhr am⟧ 3. Mai nach Hafen. Dann.", "de", "Die Fähre fuhr am 3. Mai nach Hafen."),
        ("⟦Der Zoll stieg von⟧ 3,5 Prozent auf vier. Dann.", "de", "Der Zoll stieg von 3,5 Prozent auf vier."),
        ("⟦A basis for talks or⟧ at least for peace. Then.", "en", "A basis for talks or at least for peace."),
        ("⟦Es ist gut, dass⟧ in Hafen Boote liegen.", "de", "Es ist gut, dass in Hafen Boote liegen."),
        ("⟦הנמל נמצא עַל⟧ הגדה. אחר כך.", "he", "הנמל נמצא עַל הגדה."),
    ],
)
def test_it_is_widened_to_the_end_of_its_clause_and_never_into_a_figure(marked: str, language: str, whole: str) -> None:
    assert widened(marked, language) == [whole]


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("⟦The talks went on⟧ for hours.", "en"),
        ("⟦The letter was sent in⟧ under another name.", "en"),
        ("⟦Ein Lotse griff ein⟧ in den Streit.", "de"),
        ("⟦Der Hafen kann offen sein⟧ bis Mai.", "de"),
        ("⟦Депутаты голосовали против⟧ вчера.", "ru"),
        ("⟦C'est un beau modèle⟧ de navire.", "fr"),
    ],
)
def test_a_word_that_ends_something_here_is_let_pass(marked: str, language: str) -> None:
    assert widened(marked, language) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_of_their_letters_in_either_form(form: str) -> None:
    composed = ("⟦C'est un beau modèle⟧ de navire.", "⟦Le port doit beaucoup à⟧ la pêche.")
    assert [len(widened(unicodedata.normalize(form, marked), "fr")) for marked in composed] == [0, 1]  # type: ignore[arg-type]
