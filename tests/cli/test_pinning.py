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


def test_a_passage_that_overlaps_another_says_so(desk: Run) -> None:
    assert desk("pin", "desk", NOTE, "--quote", "it does not settle a dispute", "--json").json["overlaps"] == []
    said = desk("pin", "desk", NOTE, "--quote", "does not settle a dispute").err
    assert "overlaps e1 · briefing unpin desk e2 takes it back" in said
    desk("unpin", "desk", "e1")
    assert desk("pin", "desk", NOTE, "--paragraph", 1, "--json").json["overlaps"] == []


def test_the_same_passage_twice_is_one_excerpt(desk: Run) -> None:
    first = desk("pin", "desk", NOTE, "--paragraph", 1, "--json").json
    second = desk("pin", "desk", NOTE, "--paragraph", 1, "--kind", "paraphrase", "--text", "Own words.", "--json").json
    assert (first["excerpt"], second["excerpt"]) == ("e1", "e1")
    assert first["item"] != second["item"]


def test_the_same_passage_with_another_speaker_is_another_excerpt_and_says_so(desk: Run) -> None:
    pinned = ("pin", "desk", NOTE, "--paragraph", 1)
    nobody = desk(*pinned, "--speaker", "").err
    assert "credited to" not in nobody
    assert "e1 is now credited to Jane Doe; it was nobody" in desk(*pinned, "--speaker", "Jane Doe").err
    other = desk(*pinned, "--speaker", "John Roe", "--json").json
    assert other["excerpt"] == "e2"
    assert "the same words are e1, credited to Jane Doe" in other["warnings"]
    again = desk(*pinned, "--json").json
    assert (again["excerpt"], again["speaker"]["name"]) == ("e1", "Jane Doe")


def test_a_speaker_whom_the_source_does_not_name_is_in_doubt_at_once(desk: Run) -> None:
    doubt = "Henry Kissinger is credited, and the source does not name them near the words"
    own = "nobody is quoted here: these are the source’s own words, credited to Henry Kissinger"
    done = desk("pin", "desk", NOTE, "--paragraph", 1, "--speaker", "Henry Kissinger", "--json").json
    assert {doubt, own} & set(done["warnings"])
    named = desk("speaker", "desk", "e1", "--name", "Henry Kissinger", "--json").json
    assert {doubt, own} & set(named["warnings"])
    assert "credited" in desk("speaker", "desk", "e1", "--name", "Henry Kissinger").err
    assert desk("speaker", "desk", "e1", "--name", "", "--json").json["warnings"] == []


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
    whole = desk("pin", "desk", NOTE, "--quote", "does not settle a dispute", "--json").json
    assert whole["warnings"] == []
    cut = desk("pin", "desk", NOTE, "--span", whole["start"], whole["end"] - 2, "--json").json
    assert cut["warnings"] == ["This cut leaves out the rest of a word: after ‘te’."]


def test_a_cut_that_leaves_out_a_negation_says_so_and_is_pinned(desk: Run) -> None:
    done = desk("pin", "desk", NOTE, "--quote", "settle a dispute", "--json").json
    assert done["warnings"] == ["This cut leaves out a negation that reaches into these words: before ‘not’."]
    [warning] = done["context"]["warnings"]
    assert done["context"]["checked"] is True
    assert (warning["kind"], warning["side"], warning["words"]) == ("negation", "before", "not")
    assert warning["widen"][0] < warning["start"] < done["start"]
    kept = desk("brief", "show", "desk", "--json").json["excerpts"]["e1"]
    assert kept["context"] == {"dismissed": ["negation"]}
    wide = desk("pin", "desk", NOTE, "--span", *warning["widen"], "--json").json
    assert "negation" not in [each["kind"] for each in wide["context"]["warnings"]]
    assert "leaves out a negation" in desk("pin", "desk", NOTE, "--quote", "a dispute").err
    found = desk("check", "desk", "--json", code=None).json["findings"]
    assert next(f["place"] for f in found if f["rule"] == "context.cut") == "e1"


def test_without_the_guard_nothing_is_said_of_the_cut(desk: Run, shipped: Path) -> None:
    (shipped / "briefing.yaml").write_text("guard: no\n")
    done = desk("pin", "desk", NOTE, "--quote", "settle a disp", "--json").json
    assert (done["warnings"], done["context"]) == (["the passage ends inside a word"], None)
    assert "context" not in desk("brief", "show", "desk", "--json").json["excerpts"]["e1"]


def test_a_passage_does_not_run_over_a_heading(desk: Run, shipped: Path) -> None:
    text = text_of(shipped)
    heading = text.index("## ", 10)
    error = desk("pin", "desk", NOTE, "--span", heading - 20, heading + 40, "--json", code=2).json["error"]
    assert "heading" in error["message"]
    words = text.index("\n", heading)
    assert desk("pin", "desk", NOTE, "--span", heading + 3, words, "--json").json["verified"] is True


def spoken_in(shipped: Path) -> str:
    words = "“The line is open,” General Anna Petrova told Reuters."
    article = shipped / f"corpus/{NOTE}.md"
    article.write_text(f"{article.read_text().rstrip()}\n\n{words}\n")
    return words


def test_who_may_have_said_it_is_listed_where_nobody_is_named(desk: Run, shipped: Path) -> None:
    spoken_in(shipped)
    pinned = desk("pin", "desk", NOTE, "--quote", "The line is open", "--speaker", "", "--json").json
    assert (pinned["speaker"], pinned["speakers"]) == (None, [])
    (first, *_) = desk("speaker", "desk", "e1", "--json").json["speakers"]
    assert (first["name"], first["role"], first["via"]) == ("Anna Petrova", "General", ["Reuters"])
    assert first["certainty"] == "certain"
    assert first["evidence"][0]["exact"] == "General Anna Petrova told"
    assert "Anna Petrova, General · ¶" in desk("speaker", "desk", "e1").out


def test_whom_the_sentence_certainly_names_is_credited_unasked(desk: Run, shipped: Path) -> None:
    spoken_in(shipped)
    pinned = desk("pin", "desk", NOTE, "--quote", "The line is open", "--json").json
    assert pinned["speaker"] == {k: v for k, v in pinned["speakers"][0].items() if k not in {"said", "certainty"}}
    assert pinned["speaker"]["name"] == "Anna Petrova"
    assert pinned["warnings"] == []
    assert desk("brief", "show", "desk", "--json").json["excerpts"]["e1"]["speaker"]["name"] == "Anna Petrova"
    said = desk("pin", "desk", NOTE, "--quote", "The line is").err
    assert "speaker: Anna Petrova, General (through Reuters) · briefing speaker desk e2 --name NAME changes it" in said


def test_who_may_have_said_it_is_told_where_it_is_not_certain(desk: Run, shipped: Path) -> None:
    article = shipped / f"corpus/{NOTE}.md"
    article.write_text(f"{article.read_text().rstrip()}\n\nKan and Levi said that “the line is open.”\n")
    assert "speaker? It may be" in desk("pin", "desk", NOTE, "--quote", "the line is open").err


def test_a_speaker_with_role_and_those_between(desk: Run, shipped: Path) -> None:
    spoken_in(shipped)
    options = ("--speaker", "Ed Pruitt", "--role", "senator", "--via", "an aide", "--via", "Kan")
    pinned = desk("pin", "desk", NOTE, "--quote", "The line is open", *options, "--json").json
    assert pinned["speakers"] == []
    speaker = desk("brief", "show", "desk", "--json").json["excerpts"]["e1"]["speaker"]
    assert (speaker["name"], speaker["role"], speaker["via"]) == ("Ed Pruitt", "senator", ["an aide", "Kan"])
    given = desk("speaker", "desk", "e1", "--name", "anna petrova", "--json").json["speaker"]
    assert (given["name"], given["role"]) == ("Anna Petrova", "General")
    assert desk("speaker", "desk", "e1", "--name", "", "--json").json["speaker"] is None
    assert desk("pin", "desk", NOTE, "--paragraph", 1, "--role", "senator", "--json", code=2).json["error"]
