"""What all tests share: a home of their own, and copies of the workspace that ships."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from briefing_tui.support.locations import Locations, workspace_key
from briefing_tui.workspace import Workspace
from tests.warm import Engine

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

HOMES = count()

settings.register_profile("whatever the machine is doing", deadline=None)
settings.load_profile("whatever the machine is doing")


def pytest_collection() -> None:
    """What is collected stays to the end: to look for garbage in it is work for nothing."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Spare the collector of garbage thousands of tests that stay to the end: a quarter of the work of an app."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Configuration, state and cache of the person running the tests are neither read nor written."""
    folder = tmp_path_factory.mktemp(f"home{next(HOMES)}", numbered=False)  # to number it takes a look at all others
    monkeypatch.setenv("HOME", str(folder))
    for name in ("config", "state", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(folder / name))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture(scope="session")
def warm_engine() -> Iterator[Engine]:
    """What makes PDFs, loaded once."""
    engine = Engine()
    yield engine
    engine.close()


@pytest.fixture(autouse=True)
def warm(warm_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFs are made by workers that need not load their engine; a test that wants a real start has a `cold` one."""
    monkeypatch.setattr("briefing_tui.compile.process.command", warm_engine.command)


@pytest.fixture
def cold(warm: None, warm_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are started as users have them started."""
    monkeypatch.setattr("briefing_tui.compile.process.command", warm_engine.cold)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the workspace that ships."""
    folder = tmp_path / "work space"
    for part in ("corpus", "briefs"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".*", "*.lock"))
    return folder


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue of the workspace that ships, made once: its files keep their times when they are copied."""
    folder = tmp_path_factory.mktemp("known")
    here = Locations(folder / "config", folder / "state", folder / "cache")
    workspace = Workspace.open(ROOT, here)
    workspace.articles.scan()
    workspace.close()
    return next(here.cache.glob("*.sqlite"))


@pytest.fixture
def scanned(shipped: Path, known: Path) -> Path:
    """A copy of the workspace that ships, its catalogue up to date."""
    cache = Locations.default().cache
    cache.mkdir(parents=True)
    shutil.copy(known, cache / f"{workspace_key(shipped)}.sqlite")
    return shipped


@pytest.fixture(scope="session")
def originals() -> list[Path]:
    """The original articles, where they are at hand; they are not part of the project."""
    found = sorted((SHARED / "seeds").glob("*.txt"))
    if not found:
        pytest.skip("the original articles are not here (../shared/seeds)")
    return found
