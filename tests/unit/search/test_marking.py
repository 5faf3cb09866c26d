"""Marking: as SQLite marks the same text, in linear time, and given up when asked."""

from __future__ import annotations

import gc
import re
import signal
import sqlite3
import time
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.errors import CancelledError, QueryError
from briefing_tui.search import marking, parse_query
from briefing_tui.search.folding import CLOSE, OPEN, UNSEEN, added, fold, indexable
from briefing_tui.search.schema import TOKENIZER
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


def mark(query: str, text: str) -> list[marking.Place]:
    return marking.Marker(text).places(parse_query(query).in_text)


def by_sqlite(query: str, text: str) -> list[tuple[int, int]]:
    """What SQLite marks in a folded text, as places in the text that was folded."""
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(f"CREATE VIRTUAL TABLE passages USING fts5(text, title, tokenize='{TOKENIZER}')")
        index.execute("INSERT INTO passages VALUES (?, '')", (text,))
        sql = f"SELECT highlight(passages, 0, '{OPEN}', '{CLOSE}') FROM passages WHERE passages MATCH ?"  # noqa: S608
        expression = " OR ".join(term.expression for term in parse_query(query).in_text)
        row = index.execute(sql, (expression,)).fetchone()
    found = []
    before, *pieces = row[0].split(OPEN) if row else [""]
    for piece in pieces:
        words, rest = piece.split(CLOSE)
        end = before + words.rstrip(UNSEEN)
        found.append((len(before) - added(before), len(end) - added(end)))
        before += words + rest
    return found


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=80), st.sampled_from(["", " ", " ", ".", "  \n"]), QUERIES)
def test_words_are_marked_as_the_index_marks_them(words: list[str], between: str, query: str) -> None:
    text = fold(indexable(between.join(words)))
    assert [place[:2] for place in mark(query, text)] == by_sqlite(query, text)


AWKWARD = st.text(
    st.characters(codec="utf-8", max_codepoint=0x2FFFF)
    | st.sampled_from("\u0300\u0301\u0302\u05b8\u064b\u0640\u200d\u200f\u00ad\u3099\ufe0f _'-\x1f\ufdd2ßﬁİ")
    | st.characters(min_codepoint=0x0590, max_codepoint=0x06FF)
    | st.characters(min_codepoint=0x0900, max_codepoint=0x109F)
    | st.characters(min_codepoint=0x3040, max_codepoint=0x30FF),
    max_size=40,
)


@settings(max_examples=400, deadline=None)
@given(AWKWARD, st.data())
def test_any_piece_of_any_text_is_marked_as_the_index_marks_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    wanted = text[start : data.draw(st.integers(start, len(text)))].replace("*", " ")
    wanted = re.sub('["“”„]', " ", wanted)
    try:
        parse_query(f'"{wanted}"')
    except QueryError:
        return
    folded = fold(indexable(text))
    query = f'"{wanted}"{data.draw(st.sampled_from(["", "*"]))}'
    assert [place[:2] for place in mark(query, folded)] == by_sqlite(query, folded)


def test_a_paragraph_of_megabytes_takes_moments(library: Library) -> None:
    library.write("long.md", "word. " * 350_000)
    library.scan()
    begun = time.monotonic()
    (hit,) = library.find("word").hits
    assert time.monotonic() - begun < 15  # at once it takes a minute
    assert len(hit.spans) == marking.MOST
    assert hit.snippet.startswith("word. word.")


def test_words_without_end_are_marked_too() -> None:
    assert mark("a*", "a" * 10_000) == [(0, 10_000, "a" * 10_000)]
    assert mark("a", "-" * 50_000 + "a") == [(50_000, 50_001, "a")]
    assert mark("a", "") == []


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
    gc.disable()  # Hypothesis listens to the collector, and an interrupt in its listener would be lost
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.03)
        with pytest.raises((CancelledError, KeyboardInterrupt)):
            library.find("word OR wor*")
    finally:
        gc.enable()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert library.catalogue.messages == []
