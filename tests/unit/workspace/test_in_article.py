"""Finding in the article that is read speaks the language of the search."""

from __future__ import annotations

import pytest

from briefing_tui.workspace.in_article import ASKS_OF_ARTICLES, find_in_article

TEXT = "The line is kept. It works in Syria and in Syrian towns: a deconfliction line. In Syria, said the Élysée."


def found(question: str, *, typed: bool = True) -> list[str]:
    return [span.slice(TEXT) for span in find_in_article(question, TEXT, typed=typed).hits]


@pytest.mark.parametrize(
    ("question", "hits"),
    [
        ('"in syria"', ["in Syria", "In Syria"]),
        ("line towns", ["line", "towns", "line"]),
        ("syr*", ["Syria", "Syrian", "Syria"]),
        ("towns OR elysee", ["towns", "Élysée"]),
        ("in syria", ["Syria", "Syria"]),
        ("theme:iran line -trade", ["line", "line"]),
        ("nowhere", []),
        ("theme:iran", []),
    ],
)
def test_what_is_typed_finds_what_the_search_marks(question: str, hits: list[str]) -> None:
    assert found(question) == found(question, typed=False) == hits


@pytest.mark.parametrize(
    ("question", "hits"),
    [
        ('"in syr', ["in Syria", "in Syrian", "In Syria"]),
        ("deconf", ["deconfliction"]),
        ("conflict", ["conflict"]),
        ("kept. It", ["kept", "It"]),
    ],
)
def test_what_is_not_whole_yet_is_found_while_it_is_typed(question: str, hits: list[str]) -> None:
    assert found(question) == hits


def test_that_several_words_are_looked_for_each_by_itself_is_known() -> None:
    for question, each in {"line towns": True, "line": False, '"line is"': False, "line OR towns": False}.items():
        assert find_in_article(question, TEXT, typed=True).each == each, question


def test_what_is_missing_or_asks_for_articles_is_told() -> None:
    asks = ASKS_OF_ARTICLES[0].upper() + ASKS_OF_ARTICLES[1:]
    for question, said in {
        "line": "",
        "line nowhere": "‘nowhere’ is not in this article",
        "line OR nowhere": "",
        "nowhere deconf": "‘nowhere’ is not in this article",
        "nowhere": "‘nowhere’ is not in this article",
        "line -trade": asks,
        "title:line": asks,
        "year:2019": asks,
    }.items():
        assert find_in_article(question, TEXT, typed=True).trouble(question) == said, question
