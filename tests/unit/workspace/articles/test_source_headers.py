"""Headers of articles that the index has lost."""

from __future__ import annotations

from pathlib import Path

from briefing_tui.workspace import Workspace
from briefing_tui.workspace.articles.source_headers import read_headers


def test_the_files_tell_what_the_index_does_not(shipped: Path) -> None:
    articles = Workspace.open(shipped).articles
    found = read_headers(articles, ["note-il20-2018", "gone"])
    assert list(found) == ["note-il20-2018"]
    assert found["note-il20-2018"].title == articles.article("note-il20-2018").metadata.title != ""
