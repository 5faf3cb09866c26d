"""The articles that answer a query, for lists of articles."""

from __future__ import annotations

import pytest

from briefing_tui.errors import CancelledError
from briefing_tui.search import answering, parse_query
from tests.unit.search.library import Library


@pytest.fixture
def texts(library: Library) -> Library:
    library.write("once.md", "Peace, said the envoy, and then he spoke of other things.", head="T | 2001")
    library.write("often.md", "Peace and peace and peace.", head="T | 2002")
    library.write("never.md", "Tehran spoke of war.", head="T | 2003")
    library.scan()
    return library


@pytest.mark.parametrize(
    ("query", "ids"),
    [("peace", "often once"), ("peace -envoy", "often"), ("nowhere", ""), ("theme:iran", "never")],
)
def test_the_best_come_first(texts: Library, query: str, ids: str) -> None:
    asked = parse_query(query, texts.themes)
    assert answering(texts.catalogue, asked, limit=9) == ids.split()
    assert answering(texts.catalogue, asked, limit=1) == ids.split()[:1]


def test_it_can_be_stopped(texts: Library) -> None:
    for n in range(300):
        texts.write(f"more-{n}.md", "peace " * 50)
    texts.scan()
    with pytest.raises(CancelledError):
        answering(texts.catalogue, parse_query("peac*"), limit=900, interrupt=lambda: True)
