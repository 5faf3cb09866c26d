"""The pieces of own text: each with its exact place, none lost, none read twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.own_text import Piece, cited, paragraphs, pieces

MARKUP = st.lists(st.sampled_from(["*", "**", "***", "a", "é", " ", "\n", "\\", "[", "]", "[@e1]", "[@e22]"])).map(
    "".join
)


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
        if piece.cite:
            assert source.strip() == f"[@{piece.cite}]"
            assert not piece.text
        elif piece.text:
            assert source in (piece.text, "\\" + piece.text)
        else:
            assert source in ("*", "**")


@given(MARKUP)
def test_every_emphasis_that_begins_ends(text: str) -> None:
    signs = [len(p.span) for p in pieces(text) if not p.text and not p.cite]
    assert signs.count(1) % 2 == 0
    assert signs.count(2) % 2 == 0


@given(MARKUP)
def test_cites_are_the_same_however_they_are_asked_for(text: str) -> None:
    assert cited(text) == [p.cite for p in pieces(text) if p.cite]


@given(st.text(st.characters(exclude_characters="*\\[")))
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
