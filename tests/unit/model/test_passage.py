"""Walking from passage to passage across articles."""

from __future__ import annotations

import pytest

from briefing_tui.model import Passage, Span, Trail

A1 = Passage("a", 2, Span(10, 30), ("missiles",), at=15)
A2 = Passage("a", 4, Span(50, 80), ("missile",))
B1 = Passage("b", 1, Span(0, 0))
C1 = Passage("c", 1, Span(0, 20), ("missiles",), at=7)
TRAIL = Trail((A1, A2, B1, C1), "“missile*”")


def test_a_passage_lands_at_its_words_or_at_its_beginning() -> None:
    assert (A1.at, A2.at) == (15, 50)


@pytest.mark.parametrize(
    ("article", "offset", "following"),
    [
        ("a", 0, A1), ("a", 10, A2), ("a", 29, A2), ("a", 40, A2), ("a", 50, B1), ("a", 999, B1),
        ("b", 0, C1), ("b", 5, C1), ("c", 7, None), ("elsewhere", 0, None),
    ],
)  # fmt: skip
def test_after(article: str, offset: int, following: Passage | None) -> None:
    assert TRAIL.after(article, offset) is following


@pytest.mark.parametrize(
    ("article", "offset", "previous"),
    [
        ("a", 0, None), ("a", 10, None), ("a", 29, None), ("a", 30, A1), ("a", 50, A1), ("a", 79, A1), ("a", 80, A2),
        ("b", 0, A2), ("b", 5, B1), ("c", 0, B1), ("c", 19, B1), ("c", 20, C1), ("elsewhere", 9, None),
    ],
)  # fmt: skip
def test_before(article: str, offset: int, previous: Passage | None) -> None:
    assert TRAIL.before(article, offset) is previous


@pytest.mark.parametrize(
    ("article", "offset", "number"),
    [("a", 0, 0), ("a", 10, 1), ("a", 45, 1), ("a", 50, 2), ("b", 0, 3), ("c", 0, 4), ("elsewhere", 0, 0)],
)
def test_position(article: str, offset: int, number: int) -> None:
    assert TRAIL.position(article, offset) == number


def test_the_whole_walk_there_and_back() -> None:
    walked = [A1]
    while following := TRAIL.after(walked[-1].article, walked[-1].at):
        walked.append(following)
    assert tuple(walked) == TRAIL.passages
    back = [C1]
    while previous := TRAIL.before(back[-1].article, back[-1].at):
        back.append(previous)
    assert tuple(reversed(back)) == TRAIL.passages


RANKED = Trail((A2, A1, C1), "the best first")


def test_where_the_order_is_not_that_of_the_text_a_passage_leads_to_the_next_in_order() -> None:
    assert [RANKED.after("a", offset) for offset in (55, 15)] == [A1, C1]
    assert [RANKED.before("a", offset) for offset in (55, 15)] == [None, A2]
    assert [RANKED.position("a", offset) for offset in (55, 15)] == [1, 2]


def test_from_beside_all_of_them_the_text_decides() -> None:
    assert [RANKED.after("a", offset) for offset in (0, 40, 90)] == [A1, A2, C1]
    assert [RANKED.before("a", offset) for offset in (0, 40, 90)] == [None, A1, A2]
    assert [RANKED.position("a", offset) for offset in (0, 40, 90)] == [0, 2, 1]
    assert [RANKED.position("c", offset) for offset in (0, 30)] == [3, 3]


def test_a_place_beside_all_passages_has_no_number() -> None:
    assert [TRAIL.number("a", offset) for offset in (9, 10, 40, 50, 80)] == [0, 1, 0, 2, 0]
    assert TRAIL.number("b", 0) == 3


def test_an_empty_trail_leads_nowhere() -> None:
    empty = Trail((), "nothing")
    assert empty.after("a", 0) is None
    assert empty.before("a", 0) is None
    assert (len(empty), empty.position("a", 0)) == (0, 0)
