"""Signs that another one stands for on the pages are told, where they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject
from briefing_tui.compile.languages.scripts import printable
from briefing_tui.model import Article, Brief, Item, ItemKind, Metadata, Name, Section, Span, Speaker, take

PLAIN = "The line manages risk."


def found(rule: str, brief: Brief, words: str = PLAIN, **named: object) -> list[tuple[str, str]]:
    article = Article("a", Metadata(**{"title": "A note", **named}), words)  # type: ignore[arg-type] # fields by name
    excerpt = replace(take(article, Span(0, len(words))), id="e1")
    subject = Subject(replace(brief, excerpts={"e1": excerpt}), {"a": article}, {})
    return [(hit.place, hit.message) for hit in RULES[rule].find(subject)]


@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\x07", "\x7f", "\x9b", "\ufff9"])
def test_what_is_printed_as_another_sign_is_told(sign: str) -> None:
    told = f"U+{ord(sign):04X}, printed as {printable(sign)}"
    ((place, said),) = found("own-words.stand-in", Brief("b", bottom_line=f"It {sign}holds."))
    assert place == "bottom-line"
    assert told in said
    for named in (
        {"words": f"The {sign}line."},
        {"title": f"A {sign}note"},
        {"author": (Name(literal=f"Ida{sign}"),)},
        {"container_title": f"The{sign} Quay"},
    ):
        ((place, said),) = found("quotation.stand-in", Brief("b"), **named)
        assert place == "e1"
        assert told in said


@pytest.mark.parametrize("sign", ["\u2060", "\u2063", "\u180e", "\ufe05", "\U000e0041", "\U000e0120"])
def test_what_is_not_seen_is_told_by_its_number(sign: str) -> None:
    told = f"what is not seen and could hide words: U+{ord(sign):04X}"
    for brief, where in (
        (Brief("b", title=f"The{sign} line"), "title"),
        (Brief("b", bottom_line=f"It {sign}holds."), "bottom-line"),
        (
            Brief("b", sections=(Section("s1", "The line", (Item("i1", ItemKind.TEXT, text=f"It {sign}holds."),)),)),
            "i1",
        ),
    ):
        assert found("own-words.stand-in", brief) == [(where, f"this text has {told}")]
        assert found("quotation.stand-in", brief) == []
    words = f"The {sign}line manages risk."
    assert found("quotation.stand-in", Brief("b"), words=words) == [("e1", f"the passage has {told}")]
    assert found("own-words.stand-in", Brief("b"), words=words) == []
    for named, field in (
        ({"title": f"A {sign}note"}, "title"),
        ({"author": (Name(literal=f"Ida{sign}"),)}, "author"),
        ({"container_title": f"The{sign} Quay"}, "container-title"),
    ):
        assert found("quotation.stand-in", Brief("b"), **named) == [("e1", f"a: '{field}' has {told}")]


def test_a_passage_keeps_what_is_not_seen_in_its_source() -> None:
    words = "The \U000e0041\u2060line manages risk."
    assert printable(words) == words
    assert take(Article("a", Metadata(), words), Span(0, len(words))).exact == words


def test_of_many_hidden_signs_some_are_named() -> None:
    hidden = "".join(map(chr, range(0xE0041, 0xE0049)))
    ((_, said),) = found("own-words.stand-in", Brief("b", bottom_line=f"It holds{hidden}{hidden[0]}."))
    assert said.endswith(": U+E0041 (2 times), U+E0042, U+E0043, U+E0044, U+E0045 and 3 more")


def test_both_kinds_are_told() -> None:
    both = found("own-words.stand-in", Brief("b", bottom_line="It \u202e\u2060holds."))
    assert [place for place, _ in both] == ["bottom-line", "bottom-line"]


def test_what_is_not_seen_in_the_name_of_a_speaker_is_told() -> None:
    article = Article("a", Metadata(title="A note"), PLAIN)
    for speaker in (Speaker("Kan\u2063"), Speaker("Kan", role="a \U000e0041clerk")):
        excerpt = replace(take(article, Span(0, len(PLAIN)), excerpt_id="e1"), speaker=speaker)
        subject = Subject(Brief("b", excerpts={"e1": excerpt}), {"a": article}, {})
        (hit,) = RULES["quotation.stand-in"].find(subject)
        assert "who speaks in e1 has what is not seen" in hit.message


@pytest.mark.parametrize("text", ["می\u200cخواهم", "⛵\ufe0f", "👩\u200d🚀", "Schiff\xadfahrt", "\u200fשלום"])
def test_what_scripts_and_emoji_need_is_not_told(text: str) -> None:
    assert found("own-words.stand-in", Brief("b", title=text, bottom_line=text)) == []
    assert found("quotation.stand-in", Brief("b"), words=text, title=text) == []


@pytest.mark.parametrize("sign", ["\n", "\t", "\u200f", "\u00ad", "\u2067", "\u2028"])
def test_white_space_and_signs_that_are_set_are_not(sign: str) -> None:
    assert found("own-words.stand-in", Brief("b", bottom_line=f"It {sign}holds.")) == []
    assert found("quotation.stand-in", Brief("b"), words=f"The {sign}line.", title=f"A {sign}note") == []


def test_what_turns_a_name_is_told() -> None:
    ((place, said),) = found("quotation.stand-in", Brief("b"), author=(Name(literal="Larsen \u20672 - 1 (b)\u2069"),))
    assert place == "e1"
    assert "'author' has U+2067, which turns what is beside it" in said
    assert found("quotation.stand-in", Brief("b"), title="A \u2067note\u2069") == []


def test_what_turns_the_name_of_a_speaker_is_told() -> None:
    article = Article("a", Metadata(title="A note"), PLAIN)
    for speaker, places in ((Speaker("Kan \u20672 (b)\u2069"), ["e1"]), (Speaker("כהן"), [])):
        excerpt = replace(take(article, Span(0, len(PLAIN)), excerpt_id="e1"), speaker=speaker)
        subject = Subject(Brief("b", excerpts={"e1": excerpt}), {"a": article}, {})
        assert [hit.place for hit in RULES["quotation.stand-in"].find(subject)] == places


@pytest.mark.parametrize("sign", ["\n", "\r", "\u2028"])
def test_a_line_break_in_a_name_is_told(sign: str) -> None:
    ((_, said),) = found("quotation.stand-in", Brief("b"), author=(Name(literal=f"Ida Larsen{sign}Jon Dahl"),))
    assert "'author' has a line break" in said
    assert found("quotation.stand-in", Brief("b"), title=f"A{sign}note") == []


@pytest.mark.parametrize("name", ["Ida Larsen\n\n3. Barack Obama", "Ida Larsen; 3 Barack Obama"])
def test_a_name_that_goes_on_like_a_note_is_told(name: str) -> None:
    ((place, said),) = found("own-words.further-note", Brief("b"), author=(Name(literal=name),))
    assert place == "e1"
    assert "'author' has ‘3" in said


@pytest.mark.parametrize("name", ["24 Heures", "RTVE / 24 Horas", "20 Minutes", "St. 4 pupils"])
def test_an_outlet_with_a_number_is_no_note(name: str) -> None:
    assert found("own-words.further-note", Brief("b"), container_title=name) == []
