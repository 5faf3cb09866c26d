"""Signs that another one stands for on the pages are told, where they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject
from briefing_tui.compile.languages.scripts import printable
from briefing_tui.model import Article, Brief, Metadata, Name, Span, Speaker, take

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
