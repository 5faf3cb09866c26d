"""What all tests share: a home of their own, and copies of the workspace that ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Configuration, state and cache of the person running the tests are neither read nor written."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("config", "state", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(folder / name))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the workspace that ships."""
    folder = tmp_path / "work space"
    for part in ("corpus", "briefs"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".*", "*.lock"))
    return folder


@pytest.fixture(scope="session")
def originals() -> list[Path]:
    """The original articles, where they are at hand; they are not part of the project."""
    found = sorted((SHARED / "seeds").glob("*.txt"))
    if not found:
        pytest.skip("the original articles are not here (../shared/seeds)")
    return found
