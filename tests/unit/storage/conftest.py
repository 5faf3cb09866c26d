"""A brief in a folder of its own, and open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.storage import BriefSession, render_brief
from tests.unit.storage.drafts import brief


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A brief with three quotes."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    path = folder / "b.yaml"
    path.write_text(render_brief(brief()), encoding="utf-8")
    return path


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def session(file: Path, state: Path) -> Iterator[BriefSession]:
    with BriefSession.open(file, state) as opened:
        yield opened
