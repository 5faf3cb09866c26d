"""Fields: what they ask of articles, what cannot be asked, and how they go with words and alternatives."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_tui.errors import QueryError
from briefing_tui.model import Rules, Sort, Theme
from briefing_tui.search import Alternative, Condition, Field, Query, parse_query, search
from briefing_tui.search.parsing import LONGEST
from tests.unit.search.library import THEMES, Library

TREE = (
    *THEMES,
    Theme("middle-east", "The Middle East", alt_label=("Levant",)),
    Theme("sanctions", "Sanctions", broader="trade", rules=Rules(any=("embargo",))),
)


def conditions(typed: str) -> tuple[Condition, ...]:
    (alternative,) = parse_query(typed, TREE).alternatives
    return alternative.conditions


@pytest.mark.parametrize(
    ("typed", "field", "values"),
    [
        ("outlet:times", Field.OUTLET, ("times",)),
        ('outlet:"The Times"', Field.OUTLET, ("The Times",)),
        ('OUTLET:"The  Ti"*', Field.OUTLET, ("The Ti*",)),
        ("outlet:al-mon*", Field.OUTLET, ("al-mon*",)),
        ("author:Ritter", Field.AUTHOR, ("Ritter",)),
        ("speaker:путин", Field.SPEAKER, ("путин",)),
        ("year:2016", Field.YEAR, ("2016",)),
        ("year:2016..2020", Field.YEAR, ("2016..2020",)),
        ("year:..2020", Field.YEAR, ("..2020",)),
        ("year:2016.. ", Field.YEAR, ("2016..",)),
        ("kind:op-ed", Field.KIND, ("op-ed",)),
        ("genre:study", Field.KIND, ("study",)),
        ("language:en", Field.LANGUAGE, ("en",)),
        ("text:Digest", Field.TEXT, ("digest",)),
        ("theme:iran", Field.THEME, ("iran",)),
        ("theme:Iran", Field.THEME, ("iran",)),
        ('theme:"the middle east"', Field.THEME, ("middle-east",)),
        ("theme:levant", Field.THEME, ("middle-east",)),
        ("outlet:times outlet:post", Field.OUTLET, ("times", "post")),
        ("year:2016 year:2018..2019", Field.YEAR, ("2016", "2018..2019")),
    ],
)
def test_a_field_is_a_condition(typed: str, field: Field, values: tuple[str, ...]) -> None:
    assert conditions(typed) == (Condition(field, values),)


def test_several_authors_must_all_be_there_and_what_is_left_out_stands_apart() -> None:
    assert conditions("author:a author:b") == (Condition(Field.AUTHOR, ("a",)), Condition(Field.AUTHOR, ("b",)))
    assert conditions("year:2016 -year:2017 NOT theme:iran") == (
        Condition(Field.YEAR, ("2016",)),
        Condition(Field.YEAR, ("2017",), negated=True),
        Condition(Field.THEME, ("iran",), negated=True),
    )


def test_a_field_belongs_to_its_alternative() -> None:
    one, other = parse_query("war outlet:times OR theme:iran -peace", TREE).alternatives
    assert (one.expression, one.conditions) == ('("war")', (Condition(Field.OUTLET, ("times",)),))
    assert (other.expression, other.unwanted) == ("", '"peace"')


def test_what_only_looks_like_a_field_is_looked_for() -> None:
    for typed in ("https://example.org", "16:30", "Putin: war", '"foo:bar"', "été:x"):
        assert parse_query(typed).conditions == ()


def test_a_title_is_words() -> None:
    query = parse_query('title:war title:"red line"* -title:peace')
    assert query.expression == '((title : "war" AND title : "red line" *) NOT (title : "peace"))'
    assert query.in_text == ()


@pytest.mark.parametrize(
    ("typed", "position", "words"),
    [
        ("war foo:bar", 4, "no field 'foo:'.*there are theme:"),
        ("outlt:times", 0, "did you mean outlet:"),
        ("war -Speeker:putin", 5, "did you mean speaker:"),
        ('foo:"bar', 0, "no field"),
        ("outlet: times", 7, "Nothing follows outlet:"),
        ('war outlet:"" x', 11, "Nothing follows outlet:"),
        ("title:", 6, "Nothing follows title:"),
        ("year:", 5, "Nothing follows year:"),
        ("year:..", 5, "no year"),
        ("year:16-20", 5, "no year"),
        ("year:20", 5, "for example year:2016"),
        ("war year:201..", 9, "no year"),
        ("year:2020..2016", 5, "year:2016..2020"),
        ("war text:short", 9, "text:full or text:digest"),
        ("theme:irna", 6, "did you mean theme:iran"),
        ('theme:"xxxxxxxx"', 6, "there are iran, trade, middle-east, sanctions"),
        ('outlet:"times', 7, "not closed"),
        ("-theme:iran", 0, "only something to leave out"),
        ("war OR -year:2016", 6, "only something to leave out"),
        ("war NOT", 4, "Nothing follows NOT"),
        ("war NOT OR peace", 4, "Nothing follows NOT"),
        ("NOT", 0, "no word"),
        ("AND AND", 0, "no word"),
        ("NOT OR AND", 4, "beside OR"),
        ("- -", 0, "no word"),
        ("war " * 5_001, LONGEST, "longer than 20,000"),
        ("theme:iran " * 101, 1_100, "more than 100 fields"),
    ],
)
def test_a_query_that_is_wrong_says_where(typed: str, position: int, words: str) -> None:
    with pytest.raises(QueryError, match=words) as refused:
        parse_query(typed, TREE)
    assert refused.value.position == position
    assert refused.value.hint


def test_where_there_are_no_themes_it_is_said_how_one_is_made() -> None:
    assert parse_query("theme:iran").conditions == parse_query("theme:iran", TREE).conditions
    with pytest.raises(QueryError, match="no themes yet") as refused:
        parse_query("war theme:iran", ())
    assert refused.value.position == 10
    assert "briefing theme add" in refused.value.hint


ARTICLES = {
    "times-16": ("Peace talks | 2016-05-01 | The Times | | news | en | V. Putin", "Nothing.\n\nTehran spoke of war."),
    "post-18": (
        "Élan | 2018 | Washington Post | | op-ed | fr-CH | Сергей Лавров",
        "## War\n\nThe war.\n\nTehran again.",
    ),
    "none": ("War |  | | trade | | |", "Peace and an embargo.\n\nSecond."),
    "times-20": ("Trade | 2020-12-31 | The Sunday Times | | news | en-GB |", "A tariff.\n\nPeace.\n\nAnother tariff."),
}


@pytest.fixture
def texts(library: Library) -> Library:
    library.themes = TREE
    for name, (head, text) in ARTICLES.items():
        library.write(f"{name}.md", text, head=head)
    library.scan()
    return library


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("theme:iran", [("post-18", 2), ("times-16", 2)]),
        ("theme:trade", [("times-20", 1), ("times-20", 3), ("none", 1)]),
        ("theme:sanctions", [("none", 1)]),
        ("theme:trade -theme:sanctions", [("times-20", 1), ("times-20", 3)]),
        ("outlet:times", [("times-20", 1), ("times-16", 1)]),
        ('outlet:"the times"', [("times-16", 1)]),
        ("outlet:wash*", [("post-18", 1)]),
        ("author:doe year:..2016", [("times-16", 1)]),
        ("year:2017..", [("times-20", 1), ("post-18", 1)]),
        ("year:2016..2018", [("post-18", 1), ("times-16", 1)]),
        ("year:undated", [("none", 1)]),
        ("year:Undated year:2018", [("post-18", 1), ("none", 1)]),
        ("-year:undated peace", [("times-20", 2), ("times-16", 0)]),
        ("year:2016 year:2020 peace", [("times-20", 2), ("times-16", 0)]),
        ("kind:op-ed", [("post-18", 1)]),
        ("language:en", [("times-20", 1), ("times-16", 1)]),
        ("language:fr war", [("post-18", 1), ("post-18", 1)]),
        ("speaker:лавров", [("post-18", 1)]),
        ("text:full tehran", [("post-18", 2), ("times-16", 2)]),
        ("text:digest tehran", []),
        ("outlet:nowhere", []),
        ("war theme:iran", [("post-18", 1), ("post-18", 1), ("times-16", 2)]),
        ("war -outlet:post", [("times-16", 2), ("none", 0)]),
        ("tariff OR theme:iran", [("times-20", 1), ("times-20", 3), ("post-18", 2), ("times-16", 2)]),
        ("war outlet:times OR embargo", [("times-16", 2), ("none", 1)]),
        ("theme:iran -again", [("times-16", 2)]),
        ("theme:iran title:peace", [("times-16", 2)]),
        ("title:elan", [("post-18", 0)]),
        ("title:war", [("none", 0)]),
        ("title:trade OR title:pea*", [("times-20", 0), ("times-16", 0)]),
        ("war -title:war", [("post-18", 1), ("post-18", 1), ("times-16", 2)]),
    ],
)
def test_fields_and_titles_find(texts: Library, query: str, hits: list[tuple[str, int]]) -> None:
    def found(**options: Any) -> list[tuple[str, int]]:
        return [(hit.article, 0 if hit.in_title else hit.paragraph) for hit in texts.find(query, **options).hits]

    assert found(newest=True) == hits
    assert sorted(found()) == sorted(hits)
    by_title = ["times-16", "times-20", "none", "post-18"]
    assert found(sort=Sort.TITLE) == sorted(hits, key=lambda hit: by_title.index(hit[0]))
    results = texts.find(query)
    assert (results.total, results.exact) == (len(hits), True)


def test_a_hit_in_the_title_alone_lands_at_the_beginning_and_says_so(texts: Library) -> None:
    (hit,) = texts.find("elan").hits
    assert (hit.in_title, hit.start, hit.end, hit.spans) == (True, 0, 0, ())
    assert (hit.snippet, [mark.slice(hit.snippet) for mark in hit.marks]) == ("Élan", ["Élan"])
    assert hit.matched == ("élan",)


def test_what_a_theme_found_is_marked_where_it_stands(texts: Library) -> None:
    hits = texts.find("theme:iran", newest=True).hits
    assert [[span.slice(ARTICLES[hit.article][1]) for span in hit.spans] for hit in hits] == [["Tehran"], ["Tehran"]]
    assert [hit.matched for hit in hits] == [("tehran",), ("tehran",)]
    assert [hit.block.slice(ARTICLES[hit.article][1]) for hit in hits] == ["Tehran again.", "Tehran spoke of war."]


def test_a_speaker_is_found_where_they_speak(texts: Library) -> None:
    text = "Nothing.\n\nTehran, he said.\n\nSo he said.\n\nTehran again."
    texts.write("said.md", text, head="Said | 2022 | | | | | Ida Berg @ 2 3")
    texts.scan()

    def found(query: str) -> list[int]:
        return [hit.paragraph for hit in texts.find(query, newest=True).hits]

    assert found("speaker:berg") == [2, 3]
    assert found("speaker:be*") == [2, 3]
    assert found("speaker:berg theme:iran") == [2], "those that are both"
    assert found("speaker:berg nothing") == [1], "the words, wherever they stand"
    assert found("-speaker:berg year:2022") == []


def test_without_anything_asked_the_first_paragraphs_come(texts: Library) -> None:
    found = search(texts.catalogue, Query((Alternative(()),)), limit=2).hits
    assert [(hit.article, hit.paragraph, hit.block.start) for hit in found] == [("times-20", 1, 0), ("post-18", 1, 8)]


def test_themes_set_by_hand_have_no_words(texts: Library) -> None:
    hit = next(hit for hit in texts.find("theme:trade").hits if hit.article == "none")
    assert hit.matched == ("embargo",)
    texts.write("hand.md", "First.\n\nSecond.", head="H | 2021 | | iran")
    texts.scan()
    hit = texts.find("theme:iran", newest=True).hits[0]
    assert (hit.article, hit.paragraph, hit.matched, hit.spans, hit.start) == ("hand", 1, (), (), 0)
