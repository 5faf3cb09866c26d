"""The search index deleted, damaged or locked while a workspace is used: nothing is missing for longer than a scan."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace, make

ARTICLE = "---\nformat: 1\ntype: article-newspaper\ntitle: {}\ncontainer-title: Outlet\n---\nA pipeline.\n\nA port.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    places = make(tmp_path / "desk")
    for name in ("a", "b", "c"):
        (places.corpus / f"{name}.md").write_text(ARTICLE.format(name), encoding="utf-8")
    workspace = Workspace.open(places.root, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    workspace.articles.scan()
    return workspace


def delete(index: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        index.with_name(index.name + suffix).unlink(missing_ok=True)


def overwrite(index: Path) -> None:
    delete(index)
    index.write_bytes(b"not a database" * 1000)


def empty(index: Path) -> None:
    with sqlite3.connect(index) as other:
        for table in ("articles", "texts", "files", "memo"):
            other.execute(f"DROP TABLE {table}")
    other.close()


@pytest.mark.parametrize("harm", [delete, overwrite, empty])
@pytest.mark.parametrize("used", ["lists", "search", "facets", "edit"])
def test_it_is_made_anew_while_it_is_used(workspace: Workspace, harm: Callable[[Path], None], used: str) -> None:
    articles = workspace.articles
    shown = articles.headers()
    (index,) = workspace.locations.cache.glob("*.sqlite")
    harm(index)
    if used == "lists":
        assert [shown[0].id] in ([""], ["a"]), "what is held or a stand-in, and no failure"
        articles.totals()
    elif used == "search":
        articles.search("pipeline")
    elif used == "facets":
        articles.theme_counts()
    else:
        workspace.corrections.set_fields("a", {"title": "Another"})
    assert articles.incomplete or used == "edit"
    articles.scan()
    assert not articles.incomplete
    assert sorted(header.id for header in articles.headers()) == ["a", "b", "c"]
    assert len(articles.search("pipeline").hits) == 3
    assert "anew" in workspace.news_of_the_index()[0]
    assert not workspace.news_of_the_index()
    workspace.close()


def test_locked_by_another_it_does_without(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.search.database.WAITING_SECONDS", 0.01)
    monkeypatch.setattr("briefing_tui.search.database.OPENING_SECONDS", 0.01)
    (index,) = workspace.locations.cache.glob("*.sqlite")
    workspace.close()
    workspace = Workspace.open(workspace.path, workspace.locations)
    workspace.articles.totals()
    workspace._catalogue.database.read(lambda connection: connection.execute("PRAGMA busy_timeout = 10"))
    other = sqlite3.connect(index, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    workspace.corrections.set_fields("a", {"title": "Another"})
    assert "Another" in [header.title for header in workspace.articles.headers()]
    assert len(workspace.articles.search("pipeline").hits) == 3
    assert "memory" in workspace.news_of_the_index()[0]
    other.close()
    workspace.close()


def test_who_shows_something_is_told_by_the_version_that_it_may_be_otherwise(workspace: Workspace) -> None:
    articles = workspace.articles
    seen = articles.version
    articles.scan()
    assert articles.version == seen, "nothing changed"
    (index,) = workspace.locations.cache.glob("*.sqlite")
    delete(index)
    assert not articles.search("pipeline").hits
    assert articles.incomplete
    articles.scan()
    seen, before = articles.version, seen
    assert seen > before, "what was lost is there again"
    workspace.places.themes.write_text("format: 1\nthemes:\n- {id: a, broader: b}\n- {id: b, broader: a}\n", "utf-8")
    articles.scan()
    assert articles.version > seen, "the themes have a problem"
    assert workspace.problems()
    workspace.close()


def test_what_another_process_or_a_scan_that_failed_found_is_shown(workspace: Workspace) -> None:
    articles, corpus = workspace.articles, workspace.places.corpus
    other = Workspace.open(workspace.path, workspace.locations)
    seen = articles.version
    assert len(articles.headers()) == 3
    (corpus / "d.md").write_text(ARTICLE.format("d"), encoding="utf-8")
    assert other.articles.scan().added == ("d",)
    other.close()
    assert articles.version > seen
    assert len(articles.headers()) == 4
    seen = articles.version
    assert not articles.scan().anything
    assert articles.version == seen

    def fail(done: int, of: int) -> None:
        raise InterruptedError(done, of)

    (corpus / "e.md").write_text(ARTICLE.format("e"), encoding="utf-8")
    with pytest.raises(InterruptedError):
        articles.scan(fail)
    assert articles.version > seen
    assert len(articles.headers()) == 5
    assert not articles.scanning
    workspace.close()


def test_files_are_looked_at_until_the_last_of_several_scans_ends(workspace: Workspace) -> None:
    articles, seen = workspace.articles, list[bool]()

    def within(_done: int, _of: int) -> None:
        articles.scan(only=["a.md"])
        seen.append(articles.scanning)

    (workspace.places.corpus / "d.md").write_text(ARTICLE.format("d"), encoding="utf-8")
    articles.scan(within)
    assert seen
    assert all(seen)
    assert not articles.scanning
    workspace.close()
