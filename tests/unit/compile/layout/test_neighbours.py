"""Words beside each other: which stand back behind the others, which run together, and which are divided."""

from __future__ import annotations

import pytest

from briefing_tui.compile.layout.neighbours import Piece, is_worded_so, read

PLAIN = (12.0, 16.0)


def piece(text: str, left: float = 0.0, *, look: tuple[float, float] = PLAIN, top: float = 0.0, page: int = 1) -> Piece:
    return Piece(text, look, page, left, top, left + 6.0 * len(text), top + 14.0)


@pytest.mark.parametrize("look", [(8.9, 16.0), (12.0, 2.9), (5.0, 1.3)])
def test_a_word_that_is_far_smaller_or_paler_than_its_neighbours_is_not_read(look: tuple[float, float]) -> None:
    assert "not" not in read([piece("It does "), piece("not", 48, look=look), piece(" end.", 66)])


@pytest.mark.parametrize("look", [(9.0, 16.0), (12.0, 3.1), (30.0, 21.0), (10.0, 5.0)])
def test_a_word_that_looks_a_little_otherwise_is_read(look: tuple[float, float]) -> None:
    assert "".join(read([piece("It does "), piece("not", 48, look=look), piece(" end.", 66)])) == "It does not end."


def test_words_that_are_all_pale_are_read() -> None:
    assert read([piece("It does ", look=(12.0, 2.0)), piece("not", 48, look=(12.0, 1.5))]) == ["It does ", "not"]


def test_larger_words_let_the_others_stand_back_where_they_are_a_good_part() -> None:
    large = piece("Aloud", look=(24.0, 16.0))
    assert read([large, piece("in calm", 30)]) == ["Aloud"]
    assert read([large, piece("in a calm", 30)])[-1] == "in a calm"


@pytest.mark.parametrize(
    ("after", "parted"),
    [
        (piece("here", 18), False),
        (piece("here", 19), False),
        (piece("here", 20), True),
        (piece("here", 0, top=14), True),
        (piece("here", 18, top=4), False),
        (piece("here", 18, page=2), True),
        (piece("here", -24), False),
        (piece("here", -30), True),
    ],
)
def test_words_are_parted_by_room_and_by_the_end_of_a_line(after: Piece, parted: bool) -> None:
    """In a line that runs from right to left the next words stand on the left."""
    assert read([piece("now"), after]) == ["now", *["\n"] * parted, "here"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("now here", "now here"),
        ("now here", " now\nhere "),
        ("now\n\nhere", "now here"),
        ("well-known", "well-\nknown"),
        ("un\u00adlikely so", "unlikely so"),
        ("and/or", "and/\nor"),
        ("漢字の文", "漢字\nの文"),
        ("ไทยแลนด์", "ไทย\nแลนด์"),
        ("a" * 40, "a" * 20 + "\n" + "a" * 20),
        ("שלום2026", "שלום\n2026"),
        ("", ""),
    ],
)
def test_the_ends_of_lines_divide_no_word(text: str, printed: str) -> None:
    assert is_worded_so(text, printed)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("now here", "nowhere"),
        ("now\n\nhere", "nowhere"),
        ("an unlikely end", "an un\nlikely end"),
        ("he is not able", "he is notable"),
        ("in 1985", "in 19\n85"),
        ("μη δυνατός", "μη δυ\nνατός"),
        ("עכשיו כאן", "עכשיוכאן"),
        ("un\u00adlikely so", "unlikelyso"),
    ],
)
def test_words_that_run_together_or_are_divided_are_other_words(text: str, printed: str) -> None:
    assert not is_worded_so(text, printed)
