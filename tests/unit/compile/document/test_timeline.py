"""The sources in time: dates as exact as they are, and a picture in which nothing lies over anything else."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing_tui.compile.document.timeline import LONGEST, NO_TIMELINE, Timeline, days, timeline
from briefing_tui.compile.languages.shortening import shortened
from briefing_tui.compile.languages.wording import wording
from briefing_tui.compile.page.picture import MOST, WIDTH, Placed, draw, measured, place
from briefing_tui.model import Article, Metadata, Name, PartialDate, State

WORDS = wording("en")


def source(number: int, issued: PartialDate | None, outlet: str = "Gazette", **metadata: object) -> Article:
    return Article(f"a{number}", Metadata(issued=issued, container_title=outlet, **metadata), "x")  # type: ignore[arg-type]


def dated(*texts: str) -> Timeline:
    return timeline([source(n, PartialDate.parse(text)) for n, text in enumerate(texts)], WORDS)


@pytest.mark.parametrize(
    ("text", "length"),
    [("2024", 366), ("2023", 365), ("2024-02", 29), ("2024-12", 31), ("2024-02-29", 1), ("9999", 365), ("0001", 365)],
)
def test_a_date_lasts_as_long_as_it_is_stated(text: str, length: int) -> None:
    start, end = days(PartialDate.parse(text))
    assert end - start == length


def test_the_earliest_comes_first_and_undated_ones_are_named_apart() -> None:
    given_ = timeline(
        [
            source(1, PartialDate(2026, 3, 4), "Late"),
            source(2, None, "Never", author=(Name(family="Larsen"),)),
            source(3, PartialDate(2025), "Early", states={"issued": State.INFERRED}),
        ],
        WORDS,
    )
    assert [(m.label, m.date, m.inferred) for m in given_.moments] == [
        ("Early", "[2025?]", True),
        ("Late", "4 March 2026", False),
    ]
    assert given_.undated == ("Larsen, Never",)
    assert given_.said == ("The sources by date: [2025?], Early; 4 March 2026, Late. Without a date: Larsen, Never.")


def test_titles_tell_sources_of_one_name_apart() -> None:
    one, other = source(1, PartialDate(2024), title="Boats"), source(2, PartialDate(2025), title="Berths")
    third = source(3, PartialDate(2026), "Herald", title="Quays")
    assert [m.label for m in timeline([one, other, third], WORDS).moments] == [
        "Boats, Gazette",
        "Berths, Gazette",
        "Herald",
    ]


def test_a_long_label_is_whole_where_there_is_room_beside_its_mark() -> None:
    outlet = "The Institute for the Study of Harbours, Berths and All that Moors at Them"
    sources = [source(1, PartialDate(2020, 1, 2), outlet), source(2, PartialDate(2025, 1, 2), "x" * 200)]
    long, longer = (placed.text for placed in place(timeline(sources, WORDS)))
    assert (long, len(longer)) == (outlet, LONGEST)
    assert len(outlet) > LONGEST


def test_one_date_makes_no_timeline() -> None:
    assert dated("2024") == NO_TIMELINE
    assert draw(NO_TIMELINE) == ""


DATES = st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else 0),
    st.integers(1990, 2030),
    st.integers(0, 12),
    st.integers(0, 28),
)
OUTLETS = st.sampled_from(["JNS", "Quay Gazette", "ידיעות אחרונות", "الأهرام", "Коммерсантъ", "M" * 80, "日本経済新聞"])


@settings(max_examples=60)
@given(st.lists(st.tuples(DATES, OUTLETS), min_size=2, max_size=60))
def test_nothing_lies_over_anything_else(sources: list[tuple[PartialDate, str]]) -> None:
    given_ = timeline([source(n, issued, outlet) for n, (issued, outlet) in enumerate(sources)], WORDS)
    placed = place(given_)
    assert len(placed) == len(sources)
    for one, other in combinations([box for p in placed for box in boxes(p)], 2):
        assert one[0] != other[0] or one[2] <= other[1] or other[2] <= one[1]
    assert all(left > -0.01 and right < WIDTH + 0.01 for p in placed for _, left, right in boxes(p))


def boxes(placed: Placed) -> list[tuple[int, float, float]]:
    """The mark and the label, each with its row."""
    label = (placed.row - placed.above, placed.at, placed.at + placed.width)
    return [(placed.row, placed.left, placed.right), label]


@given(st.lists(DATES, min_size=2, max_size=12))
def test_the_axis_holds_every_source(dates: list[PartialDate]) -> None:
    ticks = timeline([source(n, issued) for n, issued in enumerate(dates)], WORDS).ticks
    assert len(ticks) in range(2, 20)
    first, last = ticks[0][0], ticks[-1][0]
    assert all(first <= start and end <= last for start, end in map(days, dates))
    assert [day for day, _ in ticks] == sorted({day for day, _ in ticks})


def test_the_picture_is_well_formed_and_says_in_words_what_it_shows() -> None:
    hostile = '<script>alert(1)</script>"]]>\x07'
    given_ = timeline([source(1, PartialDate(2024, 5), hostile), source(2, PartialDate(2025))], WORDS)
    root = etree.fromstring(f"<div>{draw(given_)}</div>")
    names = {etree.QName(element).localname for element in root.iter()}
    assert names <= {"div", "svg", "title", "path", "circle", "rect", "span", "bdi"}
    assert root.findtext("{*}svg/{*}title") == given_.said.replace("\x07", "␇")
    assert not any(re.match(r"on|.*href", name) for element in root.iter() for name in element.attrib)


def test_time_runs_as_the_document_does() -> None:
    given_ = timeline([source(1, PartialDate(2024, 5)), source(2, PartialDate(2025))], WORDS)
    one, other = draw(given_), draw(given_, rtl=True)
    assert ('<g transform="matrix(-1' in one, '<g transform="matrix(-1' in other) == (False, True)
    places = re.findall(r'style="(left|right): ([0-9.%]+)', one)
    turned = [({"left": "right", "right": "left"}[side], share) for side, share in places]
    assert re.findall(r'style="(left|right): ([0-9.%]+)', other) == turned


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quay Gazette", "Quay Gazette"),
        ("The ledger of the port and what it says of its own berths, a chronicle", "says of its own…"),
        ("M" * 80, "M" * 57 + "…"),
    ],
)
def test_a_label_is_cut_between_words(text: str, shown: str) -> None:
    assert shortened(text, LONGEST).endswith(shown)


def test_more_than_a_page_holds_is_no_picture() -> None:
    assert draw(dated(*["2024-05-05"] * MOST))
    assert draw(dated(*["2024-05-05"] * (MOST + 1))) == ""


@pytest.mark.parametrize("language", ["en", "fr", "de", "ru", "he", "ar"])
def test_the_axis_speaks_the_language(language: str) -> None:
    words = wording(language)
    ticks = timeline([source(1, PartialDate(2024, 1, 2)), source(2, PartialDate(2024, 3, 9))], words).ticks
    assert ticks[0][1] == words.date(PartialDate(2024, 1))


@pytest.mark.parametrize("language", ["en", "fr", "de", "ru", "he", "ar"])
@pytest.mark.parametrize("last", [PartialDate(2025, 3), PartialDate(2025, 6), PartialDate(2025, 11), PartialDate(2032)])
def test_dates_under_the_axis_are_left_out_evenly(language: str, last: PartialDate) -> None:
    shown = timeline([source(1, PartialDate(2025, 1, 2)), source(2, last)], wording(language))
    dates = [name for _, name in shown.ticks]
    under = re.findall(r"<span class=\"label\"[^>]*>(.*?)</span>", draw(shown))
    printed = [name for name in (re.sub(r"<[^>]*>", "", one) for one in under) if name in dates]
    assert printed in [dates[::step] for step in range(1, len(dates) + 1)]


@pytest.mark.parametrize(
    ("outlet", "author", "label"),
    [
        ("Gazette", (Name(family="O'Neill"),), "\u2066O'Neill\u2069, \u2066Gazette\u2069"),
        ("Gazette", (Name(family="כהן"), Name(family="O'Neill")), "כהן ו־\u2066O'Neill\u2069, \u2066Gazette\u2069"),
        ("הארץ", (Name(literal="Gazette Desk"),), "\u2066Gazette Desk\u2069, הארץ"),
        ("Gazette", (), "\u2066Gazette\u2069"),
    ],
)
def test_from_the_right_each_name_of_a_label_keeps_its_direction_to_itself(
    outlet: str, author: tuple[Name, ...], label: str
) -> None:
    sources = [source(1, PartialDate(2024), outlet, author=author), source(2, PartialDate(2025), "ידיעות")]
    assert [moment.label for moment in timeline(sources, wording("he")).moments] == [label, "ידיעות"]


def test_signs_that_turn_a_name_take_no_room_in_the_picture() -> None:
    assert measured("\u2066Gazette\u2069") == measured("Gazette")
