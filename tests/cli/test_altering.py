"""`brief alter`: each operation, once at a time, on words that stand in one place."""

from __future__ import annotations

import pytest

from .conftest import Run

NOTE = "note-deconfliction-line"
QUOTE = "A line of this kind manages risk; it does not settle a dispute."


@pytest.fixture
def alter(briefing: Run) -> Run:
    """Alters a quote of a new brief."""
    briefing("brief", "new", "desk", "--title", "T")
    briefing("pin", "desk", NOTE, "--quote", QUOTE)

    def run(*arguments: str, code: int = 0) -> object:
        return briefing("brief", "alter", "desk", "e1", *arguments, code=code)

    return run  # type: ignore[return-value]


def test_operations_are_printed_and_taken_back(alter: Run, briefing: Run) -> None:
    assert (
        "Left out “of this kind” in e1; `briefing brief undo desk` takes it back"
        in alter("--omit", "of  this kind").err
    )
    alter("--case")
    alter("--insert", "a hotline", "--after", "line")
    alter("--emphasise", "risk")
    made = alter("--sic", "manages", "--json").json
    assert [a["kind"] for a in made["excerpts"]["e1"]["alterations"]] == ["case", "insert", "omit", "sic", "emphasise"]
    shown = briefing("brief", "show", "desk").out
    assert "“[a] line [a hotline] […] manages [sic] risk; it does not settle a dispute.”" in shown
    assert "emphasis added: “risk”" in shown
    assert alter("--take-back", "3", "--json").json["excerpts"]["e1"]["exact"] == QUOTE
    assert "[…]" not in briefing("brief", "show", "desk").out
    assert "undone: take back in e1: leave out “of this kind”" in briefing("brief", "undo", "desk").err


def test_words_in_several_places_are_told_apart_by_their_number(briefing: Run) -> None:
    briefing("brief", "new", "desk", "--title", "T")
    briefing("pin", "desk", NOTE, "--paragraph", 1)
    error = briefing("brief", "alter", "desk", "e1", "--sic", "the", "--json", code=1).json["error"]
    assert error["kind"] == "ambiguous"
    assert "--nth 1 (" in error["message"]
    made = briefing("brief", "alter", "desk", "e1", "--sic", "the", "--nth", 2, "--json").json["excerpts"]["e1"]
    (done,) = made["alterations"]
    assert made["exact"][: done["start"]].split().count("the") == 1


def test_what_does_not_fit_is_told_and_changes_nothing(alter: Run, briefing: Run) -> None:
    assert "“never” does not stand in the quote" in alter("--omit", "never", code=1).err
    assert "stands at an end of the quote" in alter("--omit", "A line", code=2).err
    assert "say what to do, once" in alter(code=2).err
    assert "say what to do, once" in alter("--case", "--sic", "line", code=2).err
    assert "--after says where --insert stands" in alter("--case", "--after", "line", code=2).err
    assert "there is no alteration 1 of 'e1'" in alter("--take-back", "1", code=1).err
    assert "no excerpt 'e9'" in briefing("brief", "alter", "desk", "e9", "--case", code=1).err
    assert briefing("brief", "show", "desk", "--json").json["excerpts"]["e1"]["alterations"] == []


def test_leaving_out_a_negation_is_warned_of(alter: Run) -> None:
    assert "This leaves out a negation that reaches into these words (‘not’)" in alter("--omit", "not").err
