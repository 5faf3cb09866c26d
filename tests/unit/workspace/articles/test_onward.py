"""From an article on into the next of those that the library shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.model import Filter, Filters
from briefing_tui.model.filters import Facet
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace, make
from briefing_tui.workspace.articles.onward import next_hit, next_on_theme

TEXTS = {
    "a": "Nothing.\n\nA port.\n\nAnother port, with a crane.",
    "b": "Nothing at all.",
    "c": "A crane.\n\nA port and a crane.",
}
THEMES = "format: 1\nthemes:\n- {id: ports, prefLabel: Ports, rules: {any: [port]}}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    places = make(tmp_path / "desk")
    places.themes.write_text(THEMES, "utf-8")
    for year, (name, text) in enumerate(TEXTS.items(), 2001):
        header = f"---\nformat: 1\ntype: article\ntitle: {name}\nissued: {year}-01-01\n---\n"
        (places.corpus / f"{name}.md").write_text(f"{header}{text}\n", "utf-8")
    opened = Workspace.open(places.root, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    opened.articles.scan()
    yield opened
    opened.close()


def test_a_theme_and_a_question_lead_on_in_the_order_of_the_list(workspace: Workspace) -> None:
    articles = workspace.articles
    among = articles.headers()
    assert [header.id for header in among] == ["c", "b", "a"]
    first, last = (
        next_on_theme(articles, among, "c", 1, "ports"),
        next_on_theme(articles, list(among), "a", -1, "ports"),
    )
    assert first is not None
    assert last is not None
    assert (first.article, first.paragraph, last.article, last.paragraph) == ("a", 2, "c", 2)
    hit, back = next_hit(articles, among, "c", 1, "crane"), next_hit(articles, among, "a", -1, "crane")
    assert hit is not None
    assert back is not None
    assert (hit.article, hit.paragraph, back.article, back.paragraph) == ("a", 3, "c", 2)
    assert TEXTS["c"][back.at :] == "crane."


def test_it_ends_with_the_list_and_passes_over_what_went_away(workspace: Workspace) -> None:
    articles = workspace.articles
    among = articles.headers(Filters() & Filter(Facet.THEME, "ports"))
    assert next_on_theme(articles, among, "a", 1, "ports") is None
    assert next_on_theme(articles, among, "b", 1, "ports") is None, "it is not in the list"
    articles.path("a").unlink()
    assert next_hit(articles, among, "c", 1, "port") is None
