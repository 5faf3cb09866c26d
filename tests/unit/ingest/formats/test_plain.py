"""Plain text: what is a paragraph, what keeps its lines, what is a heading."""

from __future__ import annotations

import pytest

from tests.unit.ingest.samples import BUDGET, COUNCIL, FERRY, headings, imported, paragraphs, read

WRAPPED = """\
The harbour council of Port Selva met for nine hours on the future of the
grain terminal, and it parted without a decision that anyone could carry
home. Nobody was surprised.

Officials complained that the fleet and the railway had both asked for
more time, and that the budget would not bear both wishes in one year."""


def test_wrapped_lines_are_joined_by_one_space() -> None:
    document = read("a.txt", WRAPPED.encode())
    assert paragraphs(document) == [" ".join(block.split("\n")) for block in WRAPPED.split("\n\n")]


def test_indented_first_lines_part_paragraphs() -> None:
    text = "   " + WRAPPED.replace("\n\n", "\n   ")
    assert paragraphs(read("a.txt", text.encode())) == [" ".join(b.split("\n")) for b in WRAPPED.split("\n\n")]


def test_long_lines_without_blank_ones_are_paragraphs() -> None:
    document = imported(COUNCIL, "Who pays for it", BUDGET, FERRY, gap="\n")
    assert paragraphs(document) == [COUNCIL, BUDGET, FERRY]
    assert headings(document) == ["Who pays for it"]


@pytest.mark.parametrize(
    "block",
    [
        "- grain\n- guns\n- a ferry",
        "1. grain\n2. guns",
        "The tide came in,\nthe tide went out,\nand nobody was there to shout.",
        "Port     Ships\nSelva    12\nHarran   4",
        "  * one\n    of them\n  * another",
    ],
)
def test_lists_verse_and_tables_keep_their_lines(block: str) -> None:
    document = imported(COUNCIL, block, BUDGET)
    kept = paragraphs(document)[1].split("\n")
    assert [line.strip() for line in kept] == [line.strip() for line in block.split("\n")]


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "港口委员会今天开会讨论粮食码头的未来但是没有作出任何决定大家都回家了"
    document = read("a.txt", f"{line}{line}\n{line}{line}\n{line}。".encode())
    assert document.text == line * 5 + "。"


@pytest.mark.parametrize(
    "heading",
    [
        "Who pays for it",
        "Why does the council wait?",
        "‘Selva is the fleet’s last door to the sea’",
        "U.S. grain and the Oct. 7 talks",
    ],
)
def test_headings(heading: str) -> None:
    document = imported(COUNCIL, heading, BUDGET)
    assert headings(document) == [heading]
    assert f"\n\n## {heading}\n\n" in document.text


@pytest.mark.parametrize(
    "line",
    [
        "So, is the terminal a gift or a burden?",
        "Nobody knows.",
        "“I hope so.”",
        "Then they left, and",
        "the rest is silence",
        "Prices rose on Tuesday. (Selva Wire)",
        "Levi answered:",
    ],
)
def test_short_paragraphs_are_no_headings(line: str) -> None:
    document = imported(COUNCIL, line, BUDGET)
    assert not headings(document)
    assert line in document.text


def test_a_question_under_a_heading_is_text() -> None:
    document = imported(COUNCIL, "‘The last door to the sea’", "What would happen then?", BUDGET)
    assert headings(document) == ["‘The last door to the sea’"]
    assert paragraphs(document)[1] == "What would happen then?"


def test_many_short_lines_are_no_headings() -> None:
    assert not headings(imported(COUNCIL, "Grain", "Guns", "Ferries", BUDGET))


def test_a_last_line_is_no_heading() -> None:
    assert not headings(imported(COUNCIL, BUDGET, "Who pays for it"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The line is meant to serve both of the countries'", "interests on the quay. It has done so."),
        ("The line is meant to serve the interests of", "both countries on the quay."),
        ("The line, which was laid in the spring,", "serves both countries on the quay."),
        ("The council has now decided that the terminal", "will be closed before the summer."),
    ],
)
def test_a_broken_sentence_is_joined_and_said(first: str, second: str) -> None:
    document = imported(COUNCIL, first, second, BUDGET)
    assert paragraphs(document) == [COUNCIL, f"{first} {second}", BUDGET]
    assert document.warnings == ("lines 3 and 5 joined: one sentence, broken in two",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The line has been in use for several years, on several levels, as all of them know", "This line is new."),
        ("The line has been in use for several years, on several levels, as all of them know", "al-Haddad denied it."),
        ("The line has come to its end.", "iron rusts."),
        ("Grain, guns and", "ferries."),
    ],
)
def test_a_paragraph_that_lacks_its_full_stop_stays_alone(first: str, second: str) -> None:
    assert len(paragraphs(imported(COUNCIL, first, second, BUDGET))) == 4


def test_what_looks_like_our_heading_is_escaped() -> None:
    document = imported(COUNCIL, "## 12 is a number, they said.", BUDGET)
    assert "\n\n\\## 12 is" in document.text
    assert paragraphs(document)[1] == "## 12 is a number, they said."
