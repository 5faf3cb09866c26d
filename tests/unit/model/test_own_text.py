"""The pieces of own text: each with its exact place, none lost, none read twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.own_text import Piece, cited, paragraphs, pieces

MARKUP = st.lists(
    st.sampled_from(
        ["*", "**", "***", "_", "__", "___", "a", "é", " ", "\n", "\\", "[", "]", "[@e1]", "[@e22]", "[@e1; @e7]"]
    )
).map("".join)


@given(MARKUP | st.text())
def test_pieces_follow_each_other_without_a_gap(text: str) -> None:
    position = 0
    for piece in pieces(text):
        assert piece.span.start == position < piece.span.end
        position = piece.span.end
    assert position == len(text)


@given(MARKUP | st.text())
def test_every_piece_is_what_stands_in_its_place(text: str) -> None:
    for piece in pieces(text):
        source = piece.span.slice(text)
        if piece.marker:
            assert source.strip() == piece.marker
        elif piece.cite:
            assert source.strip(" [;,\n]") == f"@{piece.cite}"
            assert not piece.text
        elif piece.text:
            assert source in (piece.text, "\\" + piece.text)
        else:
            assert source in ("*", "**", "_", "__")


@given(MARKUP)
def test_every_emphasis_that_begins_ends(text: str) -> None:
    signs = [p.span.slice(text) for p in pieces(text) if not p.text and not p.cite]
    assert [signs.count(sign) % 2 for sign in ("*", "**", "_", "__")] == [0, 0, 0, 0]


@given(MARKUP)
def test_cites_are_the_same_however_they_are_asked_for(text: str) -> None:
    assert cited(text) == [p.cite for p in pieces(text) if p.cite]


@given(st.text(st.characters(exclude_characters="*_\\[-.")))
def test_text_without_markup_is_one_piece(text: str) -> None:
    assert [p.text for p in pieces(text)] == ([text] if text else [])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (r"\*a\*", "*a*"),
        (r"a\b", r"a\b"),
        (r"\\[@e1]", "\\"),
        (r"\[@e1]", "[@e1]"),
        ("2*3*4", "2*3*4"),
        ("2**3**4", "2**3**4"),
        ("ה**גוררות** הן", "הגוררות הן"),
        ("the**tugs**matter", "thetugsmatter"),
        ("un*like*ly", "unlikely"),
        ("a** b** c", "a** b** c"),
        ("_a_ and (_b_), __c__", "a and (b), c"),
        ("a _b *c* d_ e", "a b c d e"),
        (
            "snake_case_name, _open, https://quay.example/_a_/b_c_",
            "snake_case_name, _open, https://quay.example/_a_/b_c_",
        ),
        ("Name: ____, ___ and _ _", "Name: ____, ___ and _ _"),
        (r"\_a_", "_a_"),
        ("so [@e1; @e7], and [@e1, @e4].", "so, and."),
        ("so [@e1 and @e7]", "so [@e1 and @e7]"),
        ("*a [@e1] b*", "a b"),
    ],
)
def test_what_is_printed(text: str, printed: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == printed


def test_a_sign_keeps_the_look_around_it() -> None:
    assert Piece(pieces(r"*a\*b*")[2].span, "*", italic=True) == pieces(r"*a\*b*")[2]


def test_many_asterisks_are_read_in_no_time() -> None:
    assert len(pieces("*a " * 20_000)) == 40_000


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs(" one\nline\n \n\ntwo \n") == ["one\nline", "two"]
    assert paragraphs(" \n ") == []


def test_an_escaped_cite_is_none() -> None:
    assert cited(r"so [@e1] and \[@e2] and \\[@e3]") == ["e1", "e3"]


def test_several_cites_may_share_their_brackets() -> None:
    assert cited("a [@e1; @e7] b [@e1,@e4; @e22]") == ["e1", "e7", "e1", "e4", "e22"]
    found = pieces("a [@e1; @e7].")
    assert [(p.text, p.cite, p.span.slice("a [@e1; @e7].")) for p in found] == [
        ("a", "", "a"), ("", "e1", " [@e1; "), ("", "e7", "@e7]"), (".", "", "."),
    ]  # fmt: skip


LINES = st.sampled_from(["- ", "1. ", "2. ", "7. ", "\\", "a", "*", "[@e1]", "\n", "\n\n", " ", "text"])
LISTS = st.lists(LINES).map("".join)


def markers(text: str) -> list[str]:
    return [piece.marker for piece in pieces(text) if piece.marker]


@given(LISTS | st.text())
def test_a_text_without_such_lines_reads_as_before(text: str) -> None:
    if not re.search(r"(?m)^\s{0,3}(?:-|\d+\.)\s", text):
        assert markers(text) == []
        assert paragraphs(text) == [p for p in re.split(r"\n[^\S\n]*\n\s*", text.strip()) if p.strip()]


@given(LISTS)
def test_lists_lose_nothing_and_read_no_cite_twice(text: str) -> None:
    assert "".join(p.span.slice(text) for p in pieces(text)) == text
    assert cited(text) == [p.cite for p in pieces(text) if p.cite]
    assert "".join("".join(p.split()) for p in paragraphs(text)) == "".join(text.split())


@given(LISTS)
def test_a_list_is_read_the_same_in_its_paragraph(text: str) -> None:
    assert [m for p in paragraphs(text) for m in markers(p)] == markers(text.strip())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two:\n- a\n- b", ["-", "-"]),
        ("Two:\n\n1. a\n\n2. b", ["1.", "2."]),
        ("1. a\nand on\n2. b", ["1.", "2."]),
        ("In\n1990. Then", []),
        ("In\n2. Then", []),
        ("1. a\n\nBetween\n\n2. b", ["1."]),
        ("1. a\n1. b\n2. c", ["1.", "1.", "2."]),
        ("- a\n1. b\n- c", ["-", "1.", "-"]),
        ("a - b\n-c\n-\n- ", []),
        (r"\- a", []),
        ("\\1. a", []),
    ],
)
def test_which_lines_begin_an_item(text: str, found: list[str]) -> None:
    assert markers(text) == found


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("- a\n  - b\n- c", [0, 1, 0]),
        ("- a\n - b\n - c", [0, 0, 0]),
        ("- a\n    - b\n  - c\n        - d\n- e", [0, 1, 1, 2, 0]),
        ("1. a\n   - b\n   - c\n2. d\n\t1. e\n\t2. f", [0, 1, 1, 0, 1, 1]),
        ("So:\n\n- a\n\n  - b\n\nThen\n  - c", [0, 1, 0]),
        ("   - a\n   - b\n      - c", [0, 0, 1]),
        ("1. a\n   2. b\n   3. c", [0, 0, 0]),
        ("So:\n    - a", []),
        ("1. a\n   - b\n     2. c", [0, 1]),
        ("- a\n  - b\n    - c\n      - d\n        - e\n          - f", [0, 1, 2, 3, 3, 3]),
    ],
)
def test_an_item_is_in_the_one_behind_whose_sign_it_stands(text: str, levels: list[int]) -> None:
    assert [piece.level for piece in pieces(text) if piece.marker] == levels
    told = [piece.level for paragraph in paragraphs(text) for piece in pieces(paragraph) if piece.marker]
    assert told == levels


def test_a_backslash_before_a_marker_is_not_printed() -> None:
    assert "".join(p.text for p in pieces("a\n\\- b\n\\1. c")) == "a\n- b\n1. c"


def test_a_list_belongs_to_the_paragraph_before_it() -> None:
    assert paragraphs("One:\n\n- a\n- b\n\nTwo.\n\n1. c\n\n2. d") == ["One:\n\n- a\n- b", "Two.\n\n1. c\n\n2. d"]
    assert paragraphs("- a\n\n- b") == ["- a\n\n- b"]


def test_many_lines_are_read_in_no_time() -> None:
    assert len(markers("- a\n" * 5_000)) == 5_000
