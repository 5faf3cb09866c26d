"""Workspaces for the tests of the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.workspace import Workspace, make
from tests.tui.articles import DIGEST, FULL, THEMES


@pytest.fixture
def workspace(scanned: Path) -> Iterator[Workspace]:
    """A copy of the workspace that ships, its catalogue up to date."""
    found = Workspace.open(scanned)
    yield found
    found.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace without an article or a brief."""
    found = Workspace.open(make(tmp_path / "empty").root)
    yield found
    found.close()


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    """Two articles, one brief; pins are not asked about: their sentences refer to each other."""
    places = make(tmp_path / "small")
    places.settings.write_text("guard: no\n")
    (places.corpus / "line.md").write_text(FULL)
    (places.corpus / "quiet.md").write_text(DIGEST)
    places.themes.write_text(THEMES)
    workspace = Workspace.open(places.root)
    workspace.articles.scan()
    workspace.briefs.new("note", "A note")
    return workspace
