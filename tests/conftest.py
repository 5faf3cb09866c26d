"""What all tests share: a home of their own, and copies of the workspace that ships."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from briefing_tui.support.locations import Locations, workspace_key
from briefing_tui.workspace import Workspace
from tests.warm import Engine

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

HOMES = count()
ENGINE = pytest.StashKey[Engine]()

settings.register_profile("whatever the machine is doing", deadline=None)
settings.load_profile("whatever the machine is doing")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """One engine serves all processes that run tests."""
    stash = node.config.stash
    if ENGINE not in stash:
        stash[ENGINE] = Engine()
        stash[ENGINE].start()
    node.workerinput["engine"] = str(stash[ENGINE].place)


def pytest_unconfigure(config: pytest.Config) -> None:
    """End it."""
    if ENGINE in config.stash:
        config.stash[ENGINE].close()


def pytest_collection(session: pytest.Session) -> None:
    """What is collected stays to the end: to look for garbage in it is work for nothing."""
    gc.disable()
    begin_elsewhere(session.config)


def begin_elsewhere(config: pytest.Config) -> None:
    """Each process reads other tests first: what is not compiled yet is compiled by one of them, not by each."""
    known = getattr(config, "workerinput", None)
    if known is None:
        return
    files = sorted(file for part in config.args for file in (config.invocation_params.dir / part).rglob("test_*.py"))
    number, of = int(known["workerid"].removeprefix("gw")), known["workercount"]
    for file in files[len(files) * number // of : len(files) * (number + 1) // of]:
        with suppress(Exception, pytest.skip.Exception):  # collecting it tells
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))


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
def warm_engine(pytestconfig: pytest.Config) -> Iterator[Engine]:
    """What makes PDFs, and the app, loaded once for all processes that run tests."""
    given = getattr(pytestconfig, "workerinput", {}).get("engine")
    engine = Engine(Path(given) if given else None)
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
