"""`pin` and `unpin`: exactly what stands in the source, or a clear no."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

NOTE = "note-deconfliction-line"


@pytest.fixture
def desk(briefing: Run) -> Run:
    briefing("brief", "new", "desk", "--title", "T")
    return briefing


def text_of(shipped: Path, article: str = NOTE) -> str:
    return (shipped / f"corpus/{article}.md").read_text().split("\n---\n", 1)[1].strip("\n")


def test_by_quote_span_and_paragraph(desk: Run, shipped: Path) -> None:
    quote = "it does not settle a dispute"
    pinned = desk("pin", "desk", NOTE, "--quote", quote, "--section", "A", "--json").json
    text = text_of(shipped)
    assert text[pinned["start"] : pinned["end"]] == pinned["exact"] == quote
    assert pinned["verified"] is True
    assert pinned["state"] == "identical"
    span = desk("pin", "desk", NOTE, "--span", pinned["start"], pinned["end"] + 1, "--json").json
    assert span["exact"] == text[pinned["start"] : pinned["end"] + 1]
    whole = desk("pin", "desk", NOTE, "--paragraph", 1, "--json").json
    assert whole["exact"] == text[whole["start"] : whole["end"]]
    assert whole["paragraph"] == 1
    assert [p["excerpt"] for p in (pinned, span, whole)] == ["e1", "e2", "e3"]


def test_the_same_passage_twice_is_one_excerpt(desk: Run) -> None:
    first = desk("pin", "desk", NOTE, "--paragraph", 1, "--json").json
    second = desk("pin", "desk", NOTE, "--paragraph", 1, "--kind", "paraphrase", "--text", "Own words.", "--json").json
    assert (first["excerpt"], second["excerpt"]) == ("e1", "e1")
    assert first["item"] != second["item"]


def test_only_white_space_may_differ(desk: Run) -> None:
    desk("pin", "desk", NOTE, "--quote", "it does\u00a0not \n settle a dispute")
    for wrong in ("It does not settle a dispute", "it does not settle a dispute,", "it doesn't settle a dispute"):
        assert desk("pin", "desk", NOTE, "--quote", wrong, "--json", code=1).json["error"]["kind"] == "not-found"


def test_a_quote_in_several_places_lists_them(desk: Run) -> None:
    error = desk("pin", "desk", NOTE, "--quote", "Israel", "--json", code=1).json["error"]
    assert error["kind"] == "ambiguous"
    assert error["message"].count("--span") >= 2


def test_a_digest_is_never_quoted(desk: Run) -> None:
    error = desk("pin", "desk", "jns-2019-missile", "--paragraph", 1, "--json", code=3).json["error"]
    assert error["kind"] == "refused"
    pinned = desk(
        "pin", "desk", "jns-2019-missile", "--paragraph", 1, "--kind", "paraphrase", "--text", "They met.", "--json"
    ).json
    assert pinned["verified"] is True


def test_speaker_note_and_section(desk: Run) -> None:
    desk(
        "pin", "desk", "jns-2019-missile", "--paragraph", 4, "--kind", "paraphrase", "--text", "She praised it.",
        "--speaker", "Micky Aharonson", "--note", "translated", "--section", "People",
    )  # fmt: skip
    shown = desk("brief", "show", "desk", "--json").json
    assert shown["excerpts"]["e1"]["speaker"]["name"] == "Micky Aharonson"
    assert shown["excerpts"]["e1"]["speaker"]["role"]
    assert shown["excerpts"]["e1"]["state"] == "identical"
    assert shown["sections"][0]["items"][0]["note"] == "translated"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--paragraph", "99"], 1),
        (["--span", "5", "5"], 2),
        (["--span", "0", "999999"], 2),
        (["--quote", "   "], 1),
        (["--paragraph", "1", "--quote", "x"], 2),
        (["--paragraph", "1", "--kind", "paraphrase"], 2),
        ([], 2),
    ],
)
def test_wrong_passages(desk: Run, arguments: list[str], code: int) -> None:
    assert desk("pin", "desk", NOTE, *arguments, "--json", code=code).json["error"]["message"]
    assert desk("brief", "show", "desk", "--json").json["excerpts"] == {}


def test_unpin_takes_everything_with_it_and_undo_brings_it_back(desk: Run) -> None:
    desk("pin", "desk", NOTE, "--paragraph", 1)
    desk("brief", "judge", "desk", "T.", "--for", "e1")
    assert desk("unpin", "desk", "e1", "--json").json["excerpt"] == "e1"
    shown = desk("brief", "show", "desk", "--json").json
    assert shown["excerpts"] == {}
    assert shown["judgements"][0]["for"] == []
    assert list(desk("brief", "undo", "desk", "--json").json["excerpts"]) == ["e1"]
    assert desk("unpin", "desk", "e7", "--json", code=1).json["error"]["kind"] == "not-found"


def test_a_cut_inside_a_word_is_pinned_with_a_warning(desk: Run) -> None:
    whole = desk("pin", "desk", NOTE, "--quote", "it does not settle a dispute", "--json").json
    assert whole["warnings"] == []
    cut = desk("pin", "desk", NOTE, "--span", whole["start"], whole["end"] - 2, "--json").json
    assert cut["warnings"] == ["the passage ends inside a word"]


def test_a_passage_does_not_run_over_a_heading(desk: Run, shipped: Path) -> None:
    text = text_of(shipped)
    heading = text.index("## ", 10)
    error = desk("pin", "desk", NOTE, "--span", heading - 20, heading + 40, "--json", code=2).json["error"]
    assert "heading" in error["message"]
    words = text.index("\n", heading)
    assert desk("pin", "desk", NOTE, "--span", heading + 3, words, "--json").json["verified"] is True
