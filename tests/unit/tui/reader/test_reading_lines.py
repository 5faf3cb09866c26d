"""What is said around an article, and what is found in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.model import Article, Metadata, Name, PartialDate, Span, State, TextKind
from briefing_tui.reading import Place, citation, edges, find_words
from briefing_tui.tui.reader.provenance import how_we_know, source
from briefing_tui.tui.reader.span_set import SpanSet
from briefing_tui.tui.widgets.reader_lines import ReaderHeader, both_ends

KNOWN = Metadata(
    title="A line between two armies",
    author=(Name("Levi", "Dana"),),
    container_title="The Daily Paper",
    issued=PartialDate(2019, 11, 20),
    genre="op-ed",
    states={"author": State.STATED, "issued": State.INFERRED},
    evidence={"author": "line 7: By Dana Levi"},
)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("The Line and the line.", "line", ["Line", "line"]),
        ("Élan, e\u0301lan, elan", "ELAN", ["Élan", "e\u0301lan", "elan"]),
        ("two\u00a0words, two  words\nand two-words", "two words", ["two\u00a0words", "two  words"]),
        ("It’s “so-called”", "it's \"so-called\"", ["It’s “so-called”"]),
        ("well‑known", "well-known", ["well‑known"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("Договор и договоры", "договор", ["Договор", "договор"]),
        ("anything", "  ", []),
        ("İstanbul", "istanbul", ["İstanbul"]),
    ],
)  # fmt: skip
def test_find_words(text: str, wanted: str, found: list[str]) -> None:
    assert [s.slice(text) for s in find_words(text, wanted)] == found


def test_what_is_known() -> None:
    assert source(KNOWN) == "The Daily Paper · op-ed · Dana Levi · [2019-11-20?]"
    assert how_we_know(KNOWN) == (
        "stated title, author (l.7), outlet · inferred date · full text",
        "stated title, author, outlet · inferred date · full text",
        "inferred date · rest stated · full text",
        "inferred date · rest stated",
    )


@pytest.mark.parametrize(
    ("width", "low", "lines"),
    [
        (158, True, [f"{source(KNOWN)}{' ' * 45}{how_we_know(KNOWN)[0]}"]),
        (84, True, [f"{source(KNOWN)}      {how_we_know(KNOWN)[3]}"]),
        (84, False, [source(KNOWN), how_we_know(KNOWN)[0]]),
        (78, True, [source(KNOWN), how_we_know(KNOWN)[0]]),
        (58, True, [source(KNOWN), how_we_know(KNOWN)[1]]),
        (28, False, [source(KNOWN), how_we_know(KNOWN)[3]]),
    ],
)
def test_how_we_know_takes_fewer_words_where_there_is_little_room(width: int, low: bool, lines: list[str]) -> None:
    assert ReaderHeader()._below(Article("a", KNOWN, ""), width, low=low) == lines


def test_what_is_missing_is_said_to_be() -> None:
    assert source(Metadata()) == ""
    nothing = how_we_know(Metadata(text=TextKind.DIGEST))
    assert nothing[0] == "missing title, author, outlet, date · digest: paraphrase only"
    assert nothing[-1] == "missing title, author, outlet, date · digest"


def test_a_citation_for_pasting() -> None:
    article = Article("a", KNOWN, "One.\n\nTwo.")
    assert citation(article, 2, 2) == "Dana Levi, A line between two armies, The Daily Paper, [2019-11-20?], ¶ 2"
    digest = article.with_metadata(text=TextKind.DIGEST, author=(), url="https://example.org/1")
    assert "[no author stated]" in citation(digest, 1, 2)
    assert citation(digest, 1, 2).endswith("in our digest, ¶¶ 1–2, https://example.org/1")


def test_controls_in_metadata_do_nothing() -> None:
    assert "\x1b" not in source(Metadata(genre="\x1b[31mred", container_title="a\u202eb"))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(), ("no text", "", "")),
        (Place(first=3, last=3, of=9), ("¶ 3 of 9", "", "")),
        (Place(first=3, last=5, of=9, hits=2), ("¶¶ 3–5 of 9", "", "2 hits")),
        (Place(first=3, last=3, of=9, heading=True, hit=1, hits=2), ("heading before ¶ 3 of 9", "", "hit 1 of 2")),
        (Place(first=1, last=1, of=1, selecting=True, words=1, opening="So"), ("¶ 1 of 1", "1 word: So", "")),
        (
            Place(first=1, last=1, of=1, selecting=True, words=9, opening="So far", closing="the end."),
            ("¶ 1 of 1", "9 words: So far … the end.", ""),
        ),
    ],
)
def test_a_place_in_words(place: Place, said: tuple[str, str, str]) -> None:
    assert (place.paragraph, place.selected, place.found) == said


def test_the_edges_of_a_selection() -> None:
    article = Article("a", Metadata(), "“One two three, four\nfive six seven.”")
    assert edges(article, Span(0, len(article.text))) == (7, "“One two three", "five six seven.”")
    assert edges(article, Span(1, 8)) == (2, "One two", "")


def test_where_there_is_no_paragraph_and_while_hits_are_looked_for() -> None:
    assert (Place().paragraph, Place(heading=True).paragraph) == ("no text", "no paragraph")
    assert (Place(hit=1, hits=3, more=True).found, Place(hits=1, more=True).found) == ("hit 1 of 3…", "1 hit…")


def test_spans_on_a_line() -> None:
    spans = SpanSet([("long", Span(0, 50)), ("short", Span(10, 12)), ("late", Span(60, 61)), ("empty", Span(5, 5))])
    assert [m.label for m in spans] == ["long", "short", "late"]
    assert [m.label for m in spans.overlapping(11, 20)] == ["long", "short"]
    assert [m.label for m in spans.overlapping(50, 60)] == []
    assert [m.label for m in spans.starting(10, 60)] == ["short"]
    assert not SpanSet().overlapping(0, 9)
    assert (spans[1].span, spans[1].label, len(spans)) == (Span(10, 12), "short", 3)


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (60, "38 words: In JNS in … from Moscow’s strategic"),
        (37, "38 words: In JNS … Moscow’s strategic"),
        (30, "38 words: In JNS … strategic"),
        (4, "38 words: In … strategic"),
    ],
)
def test_of_a_selection_both_ends_are_said_where_there_is_little_room(room: int, said: str) -> None:
    place = Place(1, 1, 7, selecting=True, words=38, opening="In JNS in", closing="from Moscow’s strategic")
    assert both_ends(place, room) == said


def test_all_is_stated_only_where_nothing_is_inferred() -> None:
    assert how_we_know(replace(KNOWN, states={}))[-1] == "all stated"
    assert how_we_know(replace(KNOWN, states={"genre": State.INFERRED}))[-1] == "stated title, author, outlet, date"
