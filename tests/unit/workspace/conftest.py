"""A workspace of its own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace, make

TEXT = "The quay of Selva, part {0}\n\nOn day {0} the harbour master told the council that {1} ferries are late.\n"
WORDS = ("seven", "eleven", "ninety", "forty", "thirteen", "twenty")


@pytest.fixture
def workspace(tmp_path: Path, home: Path) -> Workspace:
    """A new workspace without articles."""
    make(tmp_path / "desk")
    return Workspace.open(tmp_path / "desk", Locations(home / "config", home / "state", home / "cache"))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder of texts that have little in common."""
    folder = tmp_path / "files"
    folder.mkdir()
    for n, word in enumerate(WORDS):
        (folder / f"{n}.txt").write_text(TEXT.format(n, word * (n + 1)))
    return folder
