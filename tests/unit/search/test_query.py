from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.errors import QueryError
from briefing_tui.search import find_in_text, parse_query


def expression(text: str) -> str:
    return parse_query(text).expression


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("iran", '("iran")'),
        ("iran syria", '("iran" AND "syria")'),
        ("iran AND syria", '("iran" AND "syria")'),
        ('"red line" syria', '("red line" AND "syria")'),
        ("“red line”", '("red line")'),
        ("„red line“", '("red line")'),
        ("missil*", '("missil" *)'),
        ('"air def"*', '("air def" *)'),
        ("iran -syria", '(("iran") NOT ("syria"))'),
        ("iran NOT syria", '(("iran") NOT ("syria"))'),
        ('iran -"red line" -syr*', '(("iran") NOT ("red line" OR "syr" *))'),
        ("a b OR c", '("a" AND "b") OR ("c")'),
        ("a OR b OR c -d", '("a") OR ("b") OR (("c") NOT ("d"))'),
        ("iran iran", '("iran")'),
        ("Al-Monitor", '("Al-Monitor")'),
        ("iran - syria", '("iran" AND "syria")'),
        ("iran ... !", '("iran")'),
        ("NEAR(a b)", '("NEAR(a" AND "b)")'),
        ("10:iran ^x {y}", '("10:iran" AND "^x" AND "{y}")'),
        ("or not and near", '("or" AND "not" AND "and" AND "near")'),
        ("iran\0syria", '("iran syria")'),
    ],
)
def test_what_is_typed_becomes_an_expression_of_quoted_terms(typed: str, meant: str) -> None:
    assert expression(typed) == meant


@pytest.mark.parametrize(
    ("typed", "position", "words"),
    [
        ("", 0, "no word"),
        ("   ", 0, "no word"),
        ("...", 0, "no word"),
        ("*", 0, "no word"),
        ("AND", 0, "no word"),
        ("OR", 0, "beside OR"),
        ("iran OR", 7, "beside OR"),
        ("OR iran", 0, "beside OR"),
        ("iran OR OR syria", 8, "beside OR"),
        ("AND OR NOT", 4, "beside OR"),
        ("iran NOT NOT syria", 9, "twice"),
        ("-iran", 0, "leave out"),
        ("iran OR -syria", 7, "leave out"),
        ('iran "red line', 5, "not closed"),
        ('"', 0, "not closed"),
        ('""', 0, "no word"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(typed: str, position: int, words: str) -> None:
    with pytest.raises(QueryError, match=words) as refused:
        parse_query(typed)
    assert refused.value.position == position
    assert refused.value.hint


@pytest.mark.parametrize("typed", ["x:", "http:", "a1:", "ë:", "outlets and http:", "OR:"])
def test_a_colon_at_the_end_is_part_of_a_word(typed: str) -> None:
    assert [term.words for one in parse_query(typed).alternatives for term in one.terms] == typed.split()


@given(st.text(st.characters() | st.sampled_from("\"*-()^:{}+ '\0ORAND"), max_size=40))
def test_nothing_that_is_typed_breaks_the_index(typed: str) -> None:
    try:
        query = parse_query(typed)
    except QueryError:
        return
    with sqlite3.connect(":memory:") as index:
        index.execute("CREATE VIRTUAL TABLE t USING fts5(text, title)")
        if query.expression:
            index.execute("SELECT * FROM t WHERE t MATCH ?", (query.expression,)).fetchall()
    index.close()
    find_in_text(query, "Some words to look through.")


@pytest.mark.parametrize("piece", ["a{} ", "b{} OR ", "-c{} ", '"d{}" ', "e{}* OR "])
def test_a_query_of_ten_thousand_characters_is_answered(piece: str) -> None:
    typed = "needle " + "".join(piece.format(n) for n in range(10_000))[:10_000].rpartition(" ")[0] + " OR needle"
    typed = typed.replace("OR OR", "OR")
    assert [span.start for span in find_in_text(parse_query(typed), "A needle in hay")] == [2]
