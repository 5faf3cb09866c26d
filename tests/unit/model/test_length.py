"""How many words must go so that a brief keeps to its pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.model import LayoutFacts
from briefing_tui.model.length import lines_on_last_page, words_over


def laid(*fills: float) -> LayoutFacts:
    return LayoutFacts(len(fills), fills[-1], notes_called=0, notes_placed=0, fills=fills)


@pytest.mark.parametrize(
    ("fills", "words"),
    [
        ((0.97, 0.99), 0),
        ((0.97, 0.82, 0.191), 15),
        ((0.97, 0.82, 0.1), 15),
        ((0.97, 1.0, 0.5), 390),
        ((0.97, 1.0, 1.0, 0.5), 1170),
    ],
)
def test_what_moved_over_whole_counts_as_far_as_it_had_no_room(fills: tuple[float, ...], words: int) -> None:
    assert words_over(laid(*fills), 2) == words


@pytest.mark.parametrize(("a_line", "words"), [(11.0, 330), (6.5, 195), (0.0, 390), (1.0, 390)])
def test_lines_hold_as_many_words_as_those_of_the_brief_do(a_line: float, words: int) -> None:
    """Of a script without spaces nobody can say how many that are."""
    assert words_over(replace(laid(0.97, 1.0, 0.5), words_a_line=a_line), 2) == words


def test_without_a_limit_nothing_must_go() -> None:
    assert words_over(laid(1.0, 1.0, 1.0), 0) == 0


@pytest.mark.parametrize(("fills", "lines"), [((0.97, 0.2), 12), ((0.97, 0.001), 1), ((), 0)])
def test_the_lines_of_a_last_page_are_told_from_how_far_it_is_filled(fills: tuple[float, ...], lines: int) -> None:
    assert lines_on_last_page(LayoutFacts(1, 0.5, notes_called=0, notes_placed=0, fills=fills)) == lines
