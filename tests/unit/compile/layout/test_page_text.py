"""The pages as text: every quote as it was set, columns apart, a page that is read from the right mirrored."""

from __future__ import annotations

import pytest

from briefing_tui.compile import Compiled, Job
from briefing_tui.compile.layout.page_text import Piece, Stack, lines
from briefing_tui.model import normalise


def piece(start: float, top: float, text: str, *, height: float = 10.0, width: float = 0.0) -> Piece:
    return Piece(start, start + (width or 5.0 * len(text)), top, top + height, text)


def test_every_quote_is_found_in_the_pages_as_it_was_printed(made: tuple[Job, Compiled]) -> None:
    job, compiled = made
    said = normalise(" ".join(line for page in compiled.texts for line in page))
    stretches = [stretch.text for excerpt in job.brief.excerpts.values() for stretch in excerpt.printed()]
    assert len(stretches) >= len(job.brief.excerpts) == 3
    for words in (*stretches, job.brief.title, "Larsen, Quay Gazette, 4 March 2025, ¶ 2", "Page 1 of 1"):
        assert normalise(words) in said
    assert "”¹" in said, "the call of a note is no figure of the text"
    assert all(line == line.rstrip() for page in compiled.texts for line in page)


def test_what_stands_at_one_height_is_a_line() -> None:
    words, figure, below = piece(50, 100, "said"), piece(70, 98, "1", height=7), piece(50, 110, "next")
    assert [*lines([below, figure, words], 500, 100)] == ["          said1", "          next"]


def test_room_between_lines_is_an_empty_one() -> None:
    assert [*lines([piece(0, 0, "a"), piece(0, 14, "b"), piece(0, 24, "c")], 500, 100)] == ["a", "", "b", "c"]


def test_columns_stand_apart_and_words_together() -> None:
    row = [piece(0, 0, "left"), piece(24, 0, "word"), piece(250, 0, "right")]
    assert [*lines(row, 500, 100)] == ["left word" + " " * 41 + "right"]
    long = [piece(0, 0, "a long text in a narrow column", width=90), piece(101, 0, "b")]
    assert [*lines(long, 500, 40)] == ["a long text in a narrow column  b"]


def test_dots_lead_as_far_as_the_line_goes() -> None:
    row = [piece(0, 0, "1 The ledger \0 7", width=150), piece(0, 20, f"{'word ' * 12}\0 12", width=150)]
    assert [*lines(row, 500, 100)] == ["1 The ledger " + "." * 15 + " 7", "", f"{'word ' * 12}... 12"]


def test_columns_whose_lines_are_not_at_one_height_are_not_mixed() -> None:
    left, right = (
        [piece(0, n * 10, f"l{n}", width=90) for n in range(3)],
        [piece(100, 5 + n * 10, f"r{n}") for n in (0, 1)],
    )
    assert [line.split() for line in lines([*left, *right], 200, 40)] == [["l0", "r0"], ["l1", "r1"], ["l2"]]


def test_columns_are_read_one_after_the_other() -> None:
    columns = Stack(((0, 95, 20, 40), (105, 200, 20, 40)))
    page = [
        piece(0, 0, "Sources"),
        *(piece(at, 20 + 10 * n, f"{name}{n}") for at, name in ((0, "l"), (105, "r")) for n in (0, 1)),
        piece(0, 45, "page 1"),
    ]
    assert [*lines(map(columns.moved, page), 200, 40)] == ["Sources", "", "l0", "l1", "r0", "r1", "", "page 1"]


@pytest.mark.parametrize(("first", "second"), [("• ", "berths"), ("•", " berths")])
def test_a_space_at_the_edge_of_words_is_kept(first: str, second: str) -> None:
    assert [*lines([piece(0, 0, first), piece(5.0 * len(first), 0, second)], 500, 100)] == ["• berths"]
