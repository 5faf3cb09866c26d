"""Clauses: parts of a sentence between its commas, dashes and brackets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Span
from briefing_tui.reading import clauses


def parts(text: str) -> list[str]:
    return [clause.slice(text) for clause in clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "So far, it lost 1,000 men; the ally (a neighbour) holds — for now.",
            ["So far", "it lost 1,000 men", "the ally", "(a neighbour)", "holds", "for now."],
        ),
        ("“It works,” he said: “We meet at 10:30.”", ["“It works,”", "he said", "“We meet at 10:30.”"]),
        (
            "Between 5–6 of the well-known men - all old - met.",
            ["Between 5–6 of the well-known men", "all old", "met."],
        ),
        ("He (they say), went", ["He", "(they say)", "went"]),
        ("The function(s) of https://example.org/a,b stay", ["The function(s) of https://example.org/a,b stay"]),
        (
            "In 1914, 1915 and 1916 it rained, and then no more.",
            ["In 1914, 1915 and 1916 it rained", "and then no more."],
        ),
        ("He—who knows—said 1914—1918.", ["He", "who knows", "said 1914—1918."]),
        ("(1) First, do it.", ["(1) First", "do it."]),
        ("Le mot ; l’autre mot : fin.", ["Le mot", "l’autre mot", "fin."]),
        ("部长来了，他说：「走了」。", ["部长来了", "他说", "「走了」。"]),
        ("二〇一九年（昨天）他走了。", ["二〇一九年", "（昨天）", "他走了。"]),
        ("قال الوزير، ثم ذهب؛ انتهى.", ["قال الوزير", "ثم ذهب", "انتهى."]),
        ("one word", ["one word"]),
        (", , a, ,b", [", , a", "b"]),
        ("a ) b, c", ["a ) b", "c"]),
    ],
)
def test_where_a_sentence_is_cut(sentence: str, expected: list[str]) -> None:
    assert parts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A swing that could hurt and that would last.", ["A swing", "that could hurt", "and that would last."]),
        ("They agree only as long as it pays.", ["They agree", "only as long as it pays."]),
        (
            "It ran because it can, even though the WHO saw that man.",
            ["It ran", "because it can", "even though the WHO saw that man."],
        ),
        (
            "The way in which it fell, if any, is because of rain.",
            ["The way", "in which it fell", "if any", "is because of rain."],
        ),
        (
            "He asks which side they took for a while on that Monday.",
            ["He asks which side they took for a while on that Monday."],
        ),
    ],
)
def test_words_that_begin_a_clause_in_english(sentence: str, expected: list[str]) -> None:
    found = clauses(sentence, Span(0, len(sentence)), "en-GB")
    assert [clause.slice(sentence) for clause in found] == expected
    assert len(clauses("Das ist so, dass that it is", Span(0, 27), "de")) == 2


@given(st.text(alphabet="ab1 ,;:—-–()[]“”'.，「」、\u0301\n👩\u200d", min_size=1, max_size=40))
def test_clauses_are_in_order_and_keep_both_ends(text: str) -> None:
    found = clauses(text, Span(0, len(text)))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(len(clause) for clause in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
