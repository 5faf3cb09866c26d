"""`open`: from the code of a note to its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.model.codes import code

from .conftest import Run

NOTE = "note-deconfliction-line"
QUOTE = "it does not settle a dispute"
CODE = code(NOTE, QUOTE)


@pytest.fixture
def desk(briefing: Run) -> Run:
    briefing("brief", "new", "desk", "--title", "The line")
    briefing("brief", "new", "other", "--title", "Another")
    for brief in ("desk", "other"):
        briefing("pin", brief, NOTE, "--quote", QUOTE, "--section", "A")
    return briefing


def test_it_shows_the_words_where_they_stand_and_who_uses_them(desk: Run) -> None:
    found = desk("open", CODE.lower().replace("-", ""), "--json").json
    assert (found["code"], found["article"], found["exact"], found["state"]) == (CODE, NOTE, QUOTE, "identical")
    context = found["context"]
    start, end = (place - context["start"] for place in found["span"])
    assert context["text"][start:end] == QUOTE
    uses = [(u["brief"], u["title"], u["excerpt"], u["items"]) for u in found["uses"]]
    assert [use for use in uses if use[0] in ("desk", "other")] == [
        ("desk", "The line", "e1", ["i1"]),
        ("other", "Another", "e1", ["i1"]),
    ]
    said = desk("open", CODE).out
    assert f"⟦{QUOTE}⟧" in said
    assert "desk · The line · pinned as e1, used in i1" in said


def test_it_names_own_text_that_cites_them(desk: Run) -> None:
    desk("brief", "set", "desk", "bottom-line=It ends so [@e1].")
    desk("brief", "text", "desk", "We think so too [@e1].")
    (use,) = (use for use in desk("open", CODE, "--json").json["uses"] if use["brief"] == "desk")
    assert use["items"] == ["i1", "bottom-line", "i2"]


def test_it_finds_words_that_moved_and_says_when_they_are_gone(desk: Run, shipped: Path) -> None:
    file = shipped / f"corpus/{NOTE}.md"
    whole = file.read_text()
    file.write_text(whole.replace("\n---\n", "\n---\nA paragraph before all others.\n\n", 1))
    assert desk("open", CODE, "--json").json["state"] == "moved"
    file.write_text(whole.replace(QUOTE, "it ends a quarrel"))
    assert desk("open", CODE, "--json").json["state"] != "identical"
    assert f"pinned: ⟦{QUOTE}⟧" in desk("open", CODE).out
    file.unlink()
    assert desk("open", CODE, "--json").json["context"] is None
    assert "its source is not in the workspace" in desk("open", CODE).out


def test_a_slip_is_named_with_its_place_and_an_unknown_code_is_unknown(desk: Run) -> None:
    wrong = ("Z" if CODE[0] != "Z" else "Y") + CODE[1:]
    error = desk("open", wrong, "--json", code=2).json["error"]
    assert "typing error" in error["message"]
    assert error["hint"] == f"is it {CODE} (symbol 1)?"
    assert desk("open", code("nowhere", "x"), "--json", code=1).json["error"]["kind"] == "not-found"
    assert "a code has 9 letters and digits" in desk("open", "K7Q2", "--json", code=2).json["error"]["message"]
