"""Choosing words of a text: one, from one on, and trimmed as in the reader."""

from __future__ import annotations

from briefing_tui.model import Span
from briefing_tui.reading import Chosen, Words

TEXT = "It rings, twice. Nobody answers it.\n\nWhy?"


def said(of: Words, chosen: Chosen) -> str:
    return chosen.span.slice(of.text)


def test_from_word_to_word_and_no_further_than_the_ends() -> None:
    of = Words(TEXT)
    chosen = Chosen.first(of)
    assert said(of, chosen) == "It"
    assert said(of, chosen.by_word(of, -1)) == "It"
    assert said(of, chosen.by_word(of, 1).by_word(of, 1)) == "twice"
    assert said(of, chosen.to(of, 99)) == "Why"


def test_a_word_is_held_while_others_are_gone_to() -> None:
    of = Words(TEXT)
    held = Chosen.first(of).to(of, 3).holding(of)
    assert said(of, held.by_word(of, 1)) == "Nobody answers"
    assert said(of, held.by_word(of, 1).by_word(of, -1)) == "Nobody"
    assert said(of, held.by_word(of, -1)) == "twice. Nobody"
    assert said(of, held.to(of, 0)) == "It rings, twice. Nobody"
    assert said(of, held.to(of, 0).to(of, 99)) == "Nobody answers it.\n\nWhy"
    assert said(of, held.by_word(of, 1).holding(of).by_word(of, 1)) == "it"


def test_it_is_trimmed_as_a_selection_of_the_reader() -> None:
    of = Words(TEXT)
    word = Chosen.first(of).to(of, 2)
    sign = word.trimmed(word.selection.by_character(of.passages, 1))
    assert said(of, sign) == "twice."
    assert said(of, sign.trimmed(sign.selection.extended(of.passages))) == "twice. Nobody answers it."


def test_a_text_without_words_is_one() -> None:
    of = Words("…!")
    assert Chosen.first(of).span == Span(0, 2)
