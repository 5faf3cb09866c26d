"""The answers of a question as rows."""

from __future__ import annotations

from briefing_tui.tui.lines import plain
from briefing_tui.tui.widgets.answers import Answers

LONG = Answers([("a", "short", "said " * 12), ("b", "a longer one", "said"), ("c", "no more")])


def test_what_is_said_stands_in_a_column_and_goes_on_below_its_answer() -> None:
    assert plain(LONG.line(0, 40)) == "short         said said said said said …"
    assert [plain(line).strip() for line in LONG.opened(0, 40)] == ["said said said said said", "said said"]
    assert plain(LONG.opened(0, 40)[0]).startswith(" " * 14)
    assert plain(LONG.line(1, 40)) == "a longer one  said"
    assert LONG.opened(1, 40) == []
    assert plain(LONG.line(2, 40)) == "no more"
    assert LONG.tallest(40) == 5
    assert LONG.tallest(200) == 3


def test_a_long_answer_leaves_room_for_a_fact() -> None:
    found = Answers([("a", "A title that goes on and on", "19 items"), ("b", "A title", "said " * 9)])
    assert plain(found.line(0, 30)) == "A title that goes o…  19 items"
    assert plain(found.line(1, 30)) == "A title   said said said said…"
    assert found.opened(0, 30) == []


def test_a_long_answer_widens_no_column_and_a_tick_says_that_it_holds() -> None:
    found = Answers([("a", "a long answer that is a whole sentence", "x"), ("b", "b", "y")], frozenset("b"))
    assert [plain(found.line(n, 60)) for n in (0, 1)] == ["[ ] a long answer that is a whole sentence  x", "[x] b  y"]
