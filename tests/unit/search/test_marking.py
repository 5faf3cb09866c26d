"""Long texts: marked in pieces as SQLite would mark them at once, in bounded time, and given up when asked."""

from __future__ import annotations

import signal
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.errors import CancelledError
from briefing_tui.model import Span
from briefing_tui.search import find_in_text, marking, parse_query
from briefing_tui.search.rows import indexable
from tests.unit.search.library import Library

WORDS = st.sampled_from(
    [
        *("peace", "Péace", "pe\u0301ace", "WAR", "war.", "war,war", "«war»", "‘peace’", "—", "…", "talk\n\n", "\n##"),
        *("x-y", "Ξένος", "мир", "МИР", "й", "и\u0306", "שָׁלוֹם", "和平", "\ufdd0"),
    ]
)
QUERIES = st.sampled_from(
    [
        "peace",
        "war",
        "pea*",
        '"war war"',
        '"peace war"',
        '"war war war"',
        'peace OR "talk x y"',
        "й",
        "שָׁלוֹם",
        '"x y"',
        "和*",
    ]
)


def at_once(query: str, text: str) -> list[marking.Place]:
    """What SQLite marks in the whole text."""
    sql = f"SELECT {marking.MARKED} FROM passages WHERE passages MATCH ?"  # noqa: S608 - all ours
    row = marking.index((text,)).execute(sql, (parse_query(query).any_term,)).fetchone()
    return marking.places(row[0]) if row else []


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=80), st.sampled_from([" ", " ", ".", "  \n"]), QUERIES, st.integers(40, 90))
def test_pieces_are_marked_as_the_whole(words: list[str], between: str, query: str, piece: int) -> None:
    text = indexable(between.join(words))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(marking, "PIECE", piece)
        patched.setattr(marking, "BATCH", 3)
        assert marking.mark_long(parse_query(query), text) == at_once(query, text)


@pytest.mark.parametrize("query", ["peace", '"war and peace"', "treaty OR war -envoy", "peace -envoy OR war treaty"])
def test_a_long_article_is_searched_as_short_ones_are(
    library: Library, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(f"## Part {n}\n\nWar and peace, {n} times.\n\nA treaty\nof trade." for n in range(400))
    library.write("long.md", text)
    library.scan()
    assert len(text) > marking.WHOLE
    found = library.find(query, limit=2_000)
    monkeypatch.setattr("briefing_tui.search.index._MARKED", marking.MARKED)
    marked_in_row = f"SELECT {marking.MARKED} FROM passages WHERE passages MATCH ? AND rowid = ?"  # noqa: S608 - all ours
    monkeypatch.setattr("briefing_tui.search.index._MARKED_IN_ROW", marked_in_row)
    assert found == library.find(query, limit=2_000)
    assert found.total >= 400
    places = at_once(query.partition(" -")[0], text)
    assert find_in_text(parse_query(query.partition(" -")[0]), text) == [Span(start, end) for start, end, _ in places]


def test_a_paragraph_of_megabytes_takes_moments(library: Library) -> None:
    library.write("long.md", "word. " * 350_000)
    library.scan()
    begun = time.monotonic()
    (hit,) = library.find("word").hits
    assert time.monotonic() - begun < 15  # at once it takes a minute
    assert len(hit.spans) == marking.MOST
    assert hit.snippet.startswith("word. word.")


def test_what_has_no_place_to_cut_is_marked_too() -> None:
    assert marking.mark_long(parse_query("a*"), "a" * 10_000)[0][0] == 0
    assert marking.mark_long(parse_query("a"), "-" * 50_000 + "a") == [(50_000, 50_001, "a")]
    assert marking.mark_long(parse_query("a"), "") == []


def test_a_long_text_is_given_up_when_asked(library: Library) -> None:
    library.write("long.md", "word. " * 100_000)
    library.scan()
    asked = iter(range(1_000_000))
    with pytest.raises(CancelledError):
        library.find("word", interrupt=lambda: next(asked) > 3)
    assert library.find("word").total == 1


def test_a_signal_ends_a_search(library: Library) -> None:
    library.write("long.md", "word. " * 200_000)
    library.scan()
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.03)
        with pytest.raises((CancelledError, KeyboardInterrupt)):
            library.find("word OR wor*")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert library.catalogue.messages == []
