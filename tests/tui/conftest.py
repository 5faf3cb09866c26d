"""Workspaces for the tests of the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.workspace import Workspace, make


@pytest.fixture
def workspace(shipped: Path) -> Iterator[Workspace]:
    """A copy of the workspace that ships, its catalogue up to date."""
    found = Workspace.open(shipped)
    found.scan()
    yield found
    found.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace without an article or a brief."""
    found = Workspace.open(make(tmp_path / "empty").root)
    yield found
    found.close()
