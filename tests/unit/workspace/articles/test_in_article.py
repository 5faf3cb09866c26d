"""Finding in the article that is read speaks the language of the search."""

from __future__ import annotations

import pytest

from briefing_tui.errors import CancelledError
from briefing_tui.workspace.articles.in_article import ASKS_OF_ARTICLES, InArticle, find_in_article

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


LONG = "\n\n".join(f"Paragraph {n} says that the ｆleet of Pıraeus lay in the harbour." for n in range(40))


@pytest.mark.parametrize(
    "question", ["fleet", '"harbour paragraph"', "harbour fle", '"paragraph 3', "ays th", "har* -trade", "nowhere"]
)
def test_a_text_is_looked_through_in_parts_as_if_it_were_one(question: str) -> None:
    for part in (1, 90, 700):
        assert InArticle(LONG, part=part).find(question, typed=True) == find_in_article(question, LONG, typed=True)


def test_the_nearest_hits_are_known_before_all_are() -> None:
    article = InArticle(LONG, part=100)
    assert article.is_long
    at = LONG.index("Paragraph 20")
    nearest = article.first("lay", at)
    assert 1 <= len(nearest) < 5
    assert nearest[0].start == LONG.index("lay", at)
    assert article.first("20", LONG.index("Paragraph 21"))[0].slice(LONG) == "20", "round to the beginning"
    assert article.first("nowhere", at) == ()


def test_what_is_not_wanted_any_more_ends_at_the_next_part() -> None:
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 2

    with pytest.raises(CancelledError):
        InArticle(LONG, part=100).find("lay", typed=True, interrupt=stop)
    assert len(asked) == 3


def test_a_text_is_made_ready_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def fold(text: str) -> str:
        folded.append(text)
        return text

    article = InArticle("The line is kept.")
    monkeypatch.setattr("briefing_tui.search.find.fold", fold)
    for question in ("li", "lin", "line", "line k"):
        assert article.find(question, typed=True).hits
    assert folded == ["The line is kept."]
