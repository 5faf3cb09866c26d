"""Filters and orders: values that say what they do."""

from __future__ import annotations

import pytest

from briefing_tui.model import Facet, Filter, Filters, Header, Sort
from briefing_tui.model.filters import Person, count, order, values


def header(article_id: str, **fields: object) -> Header:
    plain: dict[str, object] = dict.fromkeys(("title", "container_title", "issued", "genre", "language"), "")
    plain |= {"stand_in": fields.get("title") or "[untitled]", "authors": (), "text": "full", "words": 1}
    plain |= {"paragraphs": 1, "themes": ()}
    return Header(id=article_id, **plain | fields)  # type: ignore[arg-type]


ARTICLES = [
    header("a", title="Lines", issued="2019-11-20", container_title="JNS", authors=("Jane Doe",), themes=("iran",)),
    header("b", title="“Émigrés”", issued="2019", genre="op-ed", speakers=("X. Y.",), themes=("iran", "trade")),
    header("c", issued="2019-11", container_title="al-Monitor", text="digest"),
    header("d", title="lines again", container_title="JNS"),
]

PERSON = Person(frozenset("ab"), frozenset("c"), frozenset("a"), frozenset("ad"))


def left(*conditions: Filter, words: str = "") -> str:
    filters = Filters(words=words)
    for condition in conditions:
        filters &= condition
    return "".join(article.id for article in filters.apply(ARTICLES))


@pytest.mark.parametrize(
    ("facet", "value", "ids"),
    [
        (Facet.THEME, "iran", "ab"),
        (Facet.THEME, "ira", ""),
        (Facet.OUTLET, "jns", "ad"),
        (Facet.OUTLET, "", ""),
        (Facet.AUTHOR, "jane doe", "a"),
        (Facet.SPEAKER, "X. Y.", "b"),
        (Facet.YEAR, "2019", "abc"),
        (Facet.GENRE, "Op-Ed", "b"),
        (Facet.TEXT, "digest", "c"),
    ],
)
def test_one_condition(facet: Facet, value: str, ids: str) -> None:
    assert left(Filter(facet, value)) == ids


def test_facets_must_all_hold_and_the_values_of_one_are_alternatives() -> None:
    iran, jns = Filter(Facet.THEME, "iran"), Filter(Facet.OUTLET, "JNS")
    assert left() == "abcd"
    assert left(iran, jns) == "a"
    assert left(jns, Filter(Facet.OUTLET, "al-monitor")) == "acd"
    assert left(jns, Filter(Facet.THEME, "trade"), Filter(Facet.THEME, "iran")) == "a"
    assert left(iran, Filter(Facet.THEME, "trade")) == "ab"
    assert left(iran, words="émig") == "b"


@pytest.mark.parametrize(
    ("words", "ids"), [("lines", "ad"), ("LINES jns", "ad"), ("doe", "a"), ("2019-11", "ac"), ("untitled", "c")]
)
def test_letters_are_looked_for_in_what_the_list_shows(words: str, ids: str) -> None:
    assert left(words=words) == ids


def test_a_condition_counts_once_and_can_be_taken_back() -> None:
    iran, trade = Filter(Facet.THEME, "iran"), Filter(Facet.THEME, "trade")
    filters = Filters() & iran & trade & iran & Filter(Facet.YEAR, "2019")
    assert len(filters.conditions) == 3
    assert filters.chosen(Facet.THEME) == ("iran", "trade")
    assert filters.value(Facet.THEME) == ""
    assert filters.toggled(trade).value(Facet.THEME) == "iran"
    assert filters.toggled(trade).toggled(trade).chosen(Facet.THEME) == ("iran", "trade")
    assert filters.value(Facet.OUTLET) == ""
    assert filters.without(Facet.THEME) == Filters((Filter(Facet.YEAR, "2019"),))


def test_filters_say_what_they_let_through() -> None:
    filters = Filters((Filter(Facet.THEME, "iran"), Filter(Facet.YEAR, "2019")), "putin")
    assert filters.describe() == "iran · 2019 · “putin”"
    assert (
        filters.describe({"iran": "Iran and its allies", "2019": "no theme"}) == "Iran and its allies · 2019 · “putin”"
    )
    assert Filters().describe() == ""


@pytest.mark.parametrize(("sort", "ids"), [(Sort.DATE, "acbd"), (Sort.TITLE, "adbc"), (Sort.OUTLET, "cadb")])
def test_orders(sort: Sort, ids: str) -> None:
    assert "".join(article.id for article in order(reversed(ARTICLES), sort)) == ids
    assert sort.describe


def test_letters_are_looked_for_in_the_kind_that_a_row_shows() -> None:
    assert left(words="op-ed") == "b"
    assert left(words="digest") == "c"


def test_ties_go_by_id() -> None:
    same = [header(article_id, title="T", issued="2020") for article_id in "cab"]
    for sort in Sort:
        expected = "cab" if sort is Sort.RELEVANCE else "abc"  # what answers best comes as it is given
        assert "".join(article.id for article in order(same, sort)) == expected


def test_every_facet_has_values() -> None:
    for facet in Facet:
        assert isinstance(values(ARTICLES[2], facet), tuple)
    assert values(ARTICLES[3], Facet.YEAR) == ("undated",)


@pytest.mark.parametrize(
    ("facet", "value", "ids"),
    [
        (Facet.READING, "read", "ab"),
        (Facet.READING, "unread", "cd"),
        (Facet.MARK, "marked", "c"),
        (Facet.PINNED, "this brief", "a"),
        (Facet.PINNED, "any brief", "ad"),
        (Facet.PINNED, "no brief", "bc"),
        (Facet.YEAR, "2018..2019", "abc"),
        (Facet.YEAR, "2020..", ""),
        (Facet.YEAR, "..2019", "abc"),
    ],
)
def test_what_a_person_did_and_ranges_of_years(facet: Facet, value: str, ids: str) -> None:
    assert "".join(h.id for h in Filters((Filter(facet, value),)).apply(ARTICLES, PERSON)) == ids


def test_counts_follow_the_other_facets() -> None:
    filters = Filters((Filter(Facet.OUTLET, "JNS"), Filter(Facet.READING, "read")))
    assert count(ARTICLES, Facet.OUTLET, filters, PERSON) == {"JNS": 1}
    assert count(ARTICLES, Facet.READING, filters, PERSON) == {"read": 1, "unread": 1}
    assert count(ARTICLES, Facet.PINNED, filters, PERSON) == {"any brief": 1, "this brief": 1}


def test_a_publisher_stands_for_an_outlet_that_there_is_not() -> None:
    study = header("s", publisher="The Institute")
    assert list(values(study, Facet.OUTLET)) == ["The Institute"]
    assert list(values(header("t", publisher="The Institute", container_title="JNS"), Facet.OUTLET)) == ["JNS"]
