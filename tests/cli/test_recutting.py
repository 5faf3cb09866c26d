"""`widen`: a pinned passage gets other words of its article, or a clear no."""

from __future__ import annotations

import pytest

from .conftest import Run

NOTE = "note-deconfliction-line"


@pytest.fixture
def desk(briefing: Run) -> Run:
    """A brief with one quote, of which a word is emphasised."""
    briefing("brief", "new", "desk", "--title", "T")
    briefing("pin", "desk", NOTE, "--quote", "it does not settle a dispute")
    briefing("brief", "alter", "desk", "e1", "--emphasise", "dispute")
    return briefing


def test_a_passage_is_widened_and_stays_the_same_excerpt(desk: Run) -> None:
    before = desk("pin", "desk", NOTE, "--quote", "it does not settle a dispute", "--json").json
    made = desk("widen", "desk", "e1", "--paragraph", before["paragraph"], "--json").json
    assert (made["excerpt"], made["verified"], made["given-up"]) == ("e1", True, [])
    assert made["start"] < before["start"] < before["end"] < made["end"]
    said = desk("widen", "desk", "e1", "--quote", "it does not settle a dispute")
    assert said.out == f"Narrowed e1 · ¶ {before['paragraph']} · verified\n"
    assert "i1, i2 rest on it" in said.err
    desk("brief", "undo", "desk")
    desk("brief", "undo", "desk")
    assert "these are its words already" in desk("widen", "desk", "e1", "--quote", before["exact"], code=2).err


def test_alterations_are_given_up_only_where_that_is_said(desk: Run) -> None:
    narrower = ("widen", "desk", "e1", "--quote", "it does not settle")
    refused = desk(*narrower, "--json", code=3).json["error"]
    assert "emphasise “dispute”" in refused["message"]
    assert "--give-up" in refused["hint"]
    done = desk(*narrower, "--give-up")
    assert "given up: emphasise “dispute”" in done.err


def test_one_way_to_say_which_words_and_only_words_that_are_there(desk: Run) -> None:
    assert "say which words, once" in desk("widen", "desk", "e1", code=2).err
    assert "say which words, once" in desk("widen", "desk", "e1", "--paragraph", 1, "--quote", "a", code=2).err
    assert desk("widen", "desk", "e1", "--quote", "it settles", "--json", code=1).json["error"]["kind"] == "not-found"
    assert desk("widen", "desk", "e9", "--paragraph", 1, "--json", code=1).json["error"]["kind"] == "not-found"


def test_a_cut_that_leaves_something_out_says_how_it_is_widened(desk: Run) -> None:
    said = desk("pin", "desk", NOTE, "--quote", "settle a dispute").err
    command = next(line for line in said.splitlines() if "briefing widen" in line).partition("briefing ")[2]
    desk(*command.split())
    shown = desk("brief", "show", "desk", "--json").json
    assert "not" in shown["excerpts"]["e2"]["exact"]
