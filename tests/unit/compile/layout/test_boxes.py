"""What the box tree says: made-up boxes, as the layout engine gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest

from briefing_tui.compile.layout.boxes import inspect


@dataclass
class Box:
    """As much of a box as is looked at."""

    element_tag: str
    element: Mapping[str, str] | None = None
    children: Sequence[Box] = ()
    text: str | None = None
    height: float = 100.0
    position_y: float = 0.0
    baseline: float = 10.0
    extent: float = 0.0
    position_x: float = 0.0
    width: float = 0.0

    def content_box_x(self) -> float:
        return self.position_x

    def content_box_y(self) -> float:
        return 0.0

    def margin_height(self) -> float:
        return self.extent

    def margin_width(self) -> float:
        return 800.0


class LineBox(Box):
    """A line of text."""


class FootnoteAreaBox(Box):
    """Where the notes of a page are."""


NOTE = {"data-note": "e1"}
WORDS = {"data-block": "1.1"}


class MarginBox(Box):
    """One in the margin of a page."""


def call(number: str) -> Box:
    return Box("p", {}, [Box("a", {"class": "call", "data-call": "e1"}, [Box("sup", {}, text=number)])])


def marker(number: str) -> Box:
    return Box("span::footnote-marker", NOTE, [Box("span::footnote-marker", NOTE, text=number)])


def words(*texts: str) -> Box:
    return Box("p", WORDS, [Box("p", WORDS, text=text) for text in texts])


def page(*children: Box) -> Box:
    return Box("@page", None, children, extent=1000.0)


def test_calls_and_notes_are_found_with_their_pages() -> None:
    facts = inspect([page(call("1")), page(FootnoteAreaBox("area", None, [marker("1 ")]))])
    assert (facts.called, facts.noted, facts.pages) == ({"e1": 1}, {"e1": 2}, 2)


@pytest.mark.parametrize(("called", "noted"), [("", "1"), ("1", ""), ("1", "2"), ("12", "1")])
def test_a_note_without_a_number_or_with_another_is_none(called: str, noted: str) -> None:
    facts = inspect([page(call(called), call(called), FootnoteAreaBox("area", None, [marker(noted)]))])
    assert "e1" not in facts.called or "e1" not in facts.noted


def test_a_note_at_the_end_has_its_number() -> None:
    number = Box("a", {"class": "n"}, [LineBox("a", {"class": "n"}, [Box("a", {"class": "n"}, text="3")])])
    end = Box("p", {"class": "endnote", **NOTE}, [number, Box("p", NOTE, text="Ida.")])
    facts = inspect([page(call("3"), call("3")), page(end)])
    assert (facts.called, facts.noted) == ({"e1": 1}, {"e1": 2})
    assert facts.lost({"note e1": "Ida."}) == ()


def test_a_number_or_a_comma_that_is_not_seen_is_told() -> None:
    away = Box("span", {"class": "comma"}, [Box("span", {"class": "comma"}, text=",", position_x=900.0)])
    shown = Box("span", {"class": "n"}, [Box("span", {"class": "n"}, text="1.1")])
    assert inspect([page(shown), page(Box("p", WORDS, [away]))]).unseen == {",": 2}


def test_a_running_line_among_the_text_is_told() -> None:
    far = Box("@top-left", None, text="not", position_x=200.0)
    facts = inspect([page(MarginBox("@top-left", None, [far, Box("@top-left", None, text="never")]))])
    assert facts.outside == {"never": 1}


@pytest.mark.parametrize(("wide", "told"), [(100.0, {"Office": 1}), (20.0, {})])
def test_a_line_beside_what_hangs_beside_the_text_is_none_among_it(wide: float, told: Mapping[str, int]) -> None:
    html = Box("html", None, [Box("body", {}, width=wide)])
    line = Box("@right-middle", None, text="Office", position_x=120.0, width=30.0)
    assert inspect([page(html, MarginBox("@right-middle", None, [line]))]).outside == told


def test_the_margins_of_each_page_are_told() -> None:
    corner = MarginBox("@top-left", None, [Box("@top-left", None, text="SECRET"), Box("@top-left", None, text=" 1")])
    assert inspect([page(corner, words("x")), page(words("y"))]).margins == [["SECRET 1"], []]


def test_a_lost_note_is_not_found() -> None:
    assert inspect([page(Box("a", {"class": "call", "data-call": "e1"}))]).noted == {}


def test_the_text_of_a_note_is_found_apart_from_its_number() -> None:
    marker = Box("span::footnote-marker", NOTE, [Box("span::footnote-marker", NOTE, text="7 ")])
    note = Box("span", NOTE, [marker, Box("span", NOTE, text="A "), Box("em", {}, [Box("em", {}, text="book")])])
    facts = inspect([page(FootnoteAreaBox("area", None, [note]))])
    assert facts.lost({"note e1": "A book"}) == ()
    assert facts.lost({"note e1": "A big book"}) == ("note e1",)


def test_commas_between_calls_are_no_part_of_the_text() -> None:
    comma = Box("sup", {"class": "comma"}, [Box("sup", {"class": "comma"}, text="\u2060,")])
    block = Box("p", WORDS, [Box("p", WORDS, text="one"), comma, Box("p", WORDS, text="two")])
    assert inspect([page(block)]).lost({"1.1": "one two"}) == ()


def test_text_is_put_together_over_lines_and_pages() -> None:
    facts = inspect([page(words("one ", "two")), page(words("three"))])
    assert facts.lost({"1.1": "one two three"}) == ()
    assert facts.lost({"1.1": "one two four"}) == ("1.1",)
    assert facts.lost({"1.2": "x"}) == ("1.2",)


def test_notes_and_their_numbers_are_no_part_of_the_text() -> None:
    number = Box("span::footnote-call", NOTE, [Box("span::footnote-call", NOTE, text="7")])
    again = Box("a", {"class": "call"}, [Box("sup", {}, text="8")])
    block = Box("p", WORDS, [Box("p", WORDS, text="one"), number, again, Box("p", WORDS, text="two")])
    assert inspect([page(block)]).lost({"1.1": "one two"}) == ()


def test_the_last_page_is_as_full_as_its_lines_and_notes() -> None:
    line = LineBox("p", {}, position_y=30.0, extent=10.0)
    body = Box("html", {}, [Box("body", {}, [line])])
    assert inspect([page(body, FootnoteAreaBox("area", None, extent=20.0))]).fill == 0.6
    assert inspect([page()]).fill == 0.0


def test_text_beyond_the_edge_of_its_page_is_found_but_for_running_lines() -> None:
    wide = Box("td", {"data-block": "coverage"}, text="Far", position_x=790.0, width=40.0)
    low = Box("p", {}, text="Nobody’s words", position_y=990.0)
    running = MarginBox("@top-left", None, [Box("@top-left", None, text="A title", width=2000.0)])
    inside = Box("p", {}, text="Here", position_x=700.0, width=100.0)
    assert inspect([page(inside), page(wide, low, running)]).outside == {"coverage": 2, "Nobody’s words": 2}


def test_pages_before_the_annex_end_where_its_page_breaks_or_begins() -> None:
    annex = {"class": "annex"}
    full = Box("html", None, [LineBox("p", None, extent=40.0)])
    assert inspect([page(full), page(Box("section", annex))]).body == 0.4
    assert inspect([page(full), page(Box("section", annex, position_y=25.0))]).body == 1.25


def test_of_a_table_that_is_too_wide_its_first_words_are_told() -> None:
    cells = [Box("td", None, text=text, position_x=x) for text, x in (("Berth", 20.0), ("Ship", 900.0), ("Tug", 990.0))]
    table = type("TableBox", (Box,), {})("table", None, cells)
    assert inspect([page(table)]).outside == {"Berth Ship Tug": 1}


def test_how_far_the_pages_before_an_annex_are_filled() -> None:
    full = Box("html", None, [LineBox("p", None, extent=40.0)])
    annex = Box("html", None, [Box("section", {"class": "annex"})])
    assert inspect([page(full), page(full)]).fills == [0.4, 0.4]
    assert inspect([page(full), page(annex), page(full)]).fills == [0.4]
