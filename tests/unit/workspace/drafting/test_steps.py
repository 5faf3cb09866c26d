"""What is being typed, in its place: the brief as it would be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.model import Brief, Item, ItemKind, Judgement, Section
from briefing_tui.workspace.drafting import entries, steps
from briefing_tui.workspace.drafting.steps import typed_in

BRIEF = Brief(
    "b",
    title="Old",
    judgements=(Judgement("j1", "It is likely."),),
    sections=(Section("s1", "First", (Item("i1", ItemKind.TEXT, text="Words."),)),),
)


def test_each_place_takes_what_is_typed() -> None:
    assert typed_in(BRIEF, "brief.title", "New").title == "New"
    assert typed_in(BRIEF, "brief.background", "Long").fields == {"background": "Long"}
    assert typed_in(BRIEF, "i1.text", "Other").item("i1") == Item("i1", ItemKind.TEXT, text="Other")
    assert typed_in(BRIEF, "bottom-line.text", "So").bottom_line == "So"
    assert [item.text for _, item in typed_in(BRIEF, "new.text", "More").items()] == ["Words.", "More"]
    assert [j.text for j in typed_in(BRIEF, "new.judgement", "Rather not.").judgements][-1] == "Rather not."
    assert [s.title for s in typed_in(BRIEF, "new.section", "Next").sections] == ["First", "Next"]


def test_what_is_left_of_one_entry_is_told_once() -> None:
    places = ["new.judgement", "new.likelihood", "new.confidence", "new.reason", "j1.text", "j1.likelihood"]
    assert entries.unfinished_places(BRIEF, places) == "unfinished text: a new judgement, *1"
    assert len({entries.unfinished(BRIEF, place) for place in places}) == 2


def test_what_belongs_nowhere_changes_nothing() -> None:
    for place in ("i9.text", "article:12.note", "x"):
        assert typed_in(BRIEF, place, "text") == BRIEF


@pytest.mark.parametrize(
    ("typed", "language", "kept"),
    [
        ("because two sources disagree", "en", "two sources disagree"),
        ("Because two sources disagree", "en-GB", "Because two sources disagree"),
        ("becauselike", "en", "becauselike"),
        ("  parce que deux sources ", "fr", "deux sources"),
        ("because of it", "de", "because of it"),
    ],
)
def test_what_is_printed_before_a_reason_is_not_doubled(typed: str, language: str, kept: str) -> None:
    made = steps.judged(replace(Brief("b"), language=language), "It holds.", because=typed)
    assert made.brief.judgements[0].confidence.because == kept
