"""How many there are of what a search breaks off, and that what makes it quick does not change what it finds."""

from __future__ import annotations

import sqlite3

import pytest

from briefing_tui.model import Sort
from briefing_tui.search import selection
from tests.unit.search.library import Library


@pytest.fixture(scope="module")
def centuries(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """An article a year, every second of two paragraphs, every tenth in another outlet."""
    library = Library(tmp_path_factory.mktemp("centuries"))
    for number in range(300):
        outlet = "Post" if number % 10 == 0 else "Times"
        text = "Peace.\n\nTehran and peace." if number % 2 else "Peace."
        library.write(f"{number:03}.md", text, head=f"T | {1700 + number} | {outlet}")
    library.scan()
    return library


@pytest.mark.parametrize(
    ("query", "sort", "least", "most"),
    [
        ("peace", Sort.DATE, 360, 540),
        ("peace year:1800..1899", Sort.DATE, 120, 180),
        ("peace -year:1900..1999", Sort.DATE, 240, 360),
        ("peace outlet:times", Sort.DATE, 330, 500),
        ("year:1800..1899", Sort.DATE, 90, 110),
        ("theme:iran", Sort.DATE, 120, 180),
        ("peace", Sort.TITLE, 360, 540),
        ("peace year:1800..1899", Sort.TITLE, 120, 180),
    ],
)
def test_the_total_follows_from_the_articles_in_the_same_time(
    centuries: Library, query: str, sort: Sort, least: int, most: int
) -> None:
    results = centuries.find(query, limit=10, sort=sort)
    assert (len(results.hits), results.exact) == (10, False)
    assert least <= results.total <= most


def test_few_articles_are_all_counted(centuries: Library) -> None:
    results = centuries.find("peace outlet:post", limit=10, newest=True)
    assert (len(results.hits), results.total, results.exact) == (10, 30, True)


@pytest.mark.parametrize(
    "query", ["peace outlet:times", "outlet:post", "theme:iran OR outlet:post", "peace -theme:iran"]
)
def test_conditions_hold_whether_articles_are_listed_or_looked_up(
    centuries: Library, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    found = []
    for listed in (0, 10**9):
        monkeypatch.setattr(selection, "LISTED", listed)
        found.append(centuries.find(query, newest=True, limit=50).hits)
    assert found[0] == found[1]
    assert len(found[0]) >= 30


def test_an_article_that_is_in_the_index_alone_has_the_index_made_anew(library: Library) -> None:
    library.write("a.md", "Peace in Tehran.", head="T | 2001 | Post")
    library.scan()
    path = library.catalogue.database.path
    for table, query in {"labels": "peace outlet:post OR war", "articles": "peace"}.items():
        with sqlite3.connect(path) as connection:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - named here
        connection.close()
        assert library.find(query).hits == ()
        assert "being made anew" in library.catalogue.messages[-1]
        library.scan()
        assert library.found(query) == [("a", 1)]
