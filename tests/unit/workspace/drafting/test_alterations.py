"""Alterations of a quote as steps: how they are named, and which words are meant."""

from __future__ import annotations

import pytest

from briefing_tui.errors import AmbiguousError, InvalidError, NotFoundError
from briefing_tui.model import Alteration, AlterationKind, Brief, Excerpt, Item, ItemKind, Section, Span
from briefing_tui.workspace.drafting import alterations, entries
from briefing_tui.workspace.drafting.steps import typed_in

EXACT = "It can do what it cannot say: it can."
BRIEF = Brief(
    "b",
    excerpts={i: Excerpt(i, "a", "0", 1, Span(0, len(EXACT)), EXACT) for i in ("e1", "e2")},
    sections=(
        Section("s1", "S", (Item("i1", ItemKind.QUOTE, "e1"), Item("i2", ItemKind.PARAPHRASE, "e2", text="So"))),
    ),
)
KINDS = AlterationKind


def test_each_step_has_a_name_for_undo_and_one_for_the_notice() -> None:
    made = [
        alterations.applied(BRIEF, "e1", KINDS.OMIT, Span(3, 6)),
        alterations.applied(BRIEF, "e1", KINDS.INSERT, Span(0, 2), "the  bank"),
        alterations.applied(BRIEF, "e1", KINDS.INSERT, None, "then"),
        alterations.applied(BRIEF, "e1", KINDS.SIC, Span(7, 9)),
        alterations.applied(BRIEF, "e1", KINDS.EMPHASISE, Span(7, 9)),
        alterations.applied(BRIEF, "e1", KINDS.CASE),
    ]
    assert [m.label for m in made] == [
        "leave out “can” in e1",
        "insert [the bank] after “It” in e1",
        "insert [then] before the first word in e1",
        "mark “do” [sic] in e1",
        "emphasise “do” in e1",
        "print [i] for “I” in e1",
    ]
    assert {m.to for m in made} == {"i1"}
    said = [alterations.done(m.label).partition(" ")[0] for m in made]
    assert said == ["Left", "Inserted", "Inserted", "Marked", "Emphasised", "Printed"]
    back = alterations.taken_back(made[4].brief, "e1", 1)
    assert back.brief == BRIEF
    assert alterations.done(back.label) == "Took back in e1: emphasise “do”"
    assert alterations.remarks(made[4].brief.excerpts["e1"]) == "emphasis added: “do”"
    gone = Alteration(AlterationKind.EMPHASISE, Span(0, 3), "xxx")
    assert alterations.remarks(Excerpt("e2", "a", "", 1, Span(0, 5), "It is", alterations=(gone,))) == (
        "1 of its 1 alterations not applied"
    )


def test_words_are_found_as_whole_words_and_told_apart_by_their_number() -> None:
    excerpt = BRIEF.excerpts["e1"]
    assert alterations.places_of(EXACT, "can") == (Span(3, 6), Span(33, 36))
    assert alterations.place_of(excerpt, "cannot  say") == Span(18, 28)
    assert alterations.place_of(excerpt, "can", 2) == Span(33, 36)
    with pytest.raises(AmbiguousError, match=r"--nth 2 \(…do what it cannot say: it ▸can◂\.\)"):
        alterations.place_of(excerpt, "can")
    for words, nth in (("Can", 0), ("can", 3)):
        with pytest.raises(NotFoundError):
            alterations.place_of(excerpt, words, nth)


def test_only_quotes_are_altered() -> None:
    assert alterations.quote_at(BRIEF, "i1").id == "e1"
    for entry in ("i2", "s1", entries.BOTTOM_LINE):
        with pytest.raises(InvalidError, match="only a quote"):
            alterations.quote_at(BRIEF, entry)
    with pytest.raises(InvalidError, match="only a quote"):
        alterations.applied(BRIEF, "e2", KINDS.CASE)
    with pytest.raises(NotFoundError):
        alterations.taken_back(BRIEF, "e9", 1)
    with pytest.raises(InvalidError, match="names no words"):
        alterations.applied(BRIEF, "e1", KINDS.SIC)


def test_what_an_omission_takes_away_is_said_where_it_is_known() -> None:
    excerpt = BRIEF.excerpts["e1"]
    assert "a negation" in alterations.omission_said(excerpt, Span(18, 24), "en")
    assert not alterations.omission_said(excerpt, Span(18, 24), "xx")
    assert not alterations.omission_said(excerpt, Span(10, 14), "en")


def test_words_that_were_being_typed_to_be_inserted_are_offered_again() -> None:
    place = f"e1.{entries.INSERTION}"
    assert entries.unfinished_places(BRIEF, [place]) == "unfinished text: words to insert in e1"
    assert typed_in(BRIEF, place, "half a wo") == BRIEF
