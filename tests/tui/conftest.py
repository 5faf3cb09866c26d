"""Workspaces for the tests of the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from briefing_tui.workspace import Workspace, make
from tests.tui.articles import DIGEST, FULL, THEMES


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """The same style sheet in the same colours is parsed once; each app would parse all of them at its start, twice."""
    known: dict[object, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def remembered(self: Stylesheet, css: str, **origin: Any) -> list[RuleSet]:
        key = css, tuple(origin.items()), tuple(self._variables.items())
        if key not in known:
            known[key] = parse(self, css, **origin)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remembered)
        yield


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
