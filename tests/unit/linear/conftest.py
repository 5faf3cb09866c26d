"""A workspace of two articles and one brief, and a person who writes lines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing_tui.linear.desk import Desk
from briefing_tui.linear.place import Leave
from briefing_tui.linear.talk import Talk
from briefing_tui.workspace import Workspace, make
from tests.tui.articles import DIGEST, FULL, THEMES


@dataclass
class Person:
    """Someone who writes lines; `prompt` is there where they sit at a terminal."""

    workspace: Workspace
    prompt: str = ""

    def __post_init__(self) -> None:
        self._lines: list[str] = []
        self._out = io.StringIO()
        self.desk = Desk(
            self.workspace, Talk(lambda: self._lines.pop(0) if self._lines else "", self._out, self.prompt)
        )
        self.desk.begin()
        self.left = False

    def write(self, *lines: str) -> str:
        """Write lines, and hear what is said to them."""
        self._lines += [f"{line}\n" for line in lines]
        self._out.seek(0)
        self._out.truncate()
        self.desk.talk.ended = False
        try:
            while self._lines and (line := self.desk.talk.line()) is not None:
                self.desk.obey(line)
        except Leave:
            self.left = True
        return self._out.getvalue()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    places = make(tmp_path / "small")
    (places.corpus / "line.md").write_text(FULL, encoding="utf-8")
    (places.corpus / "quiet.md").write_text(DIGEST, encoding="utf-8")
    places.themes.write_text(THEMES, encoding="utf-8")
    found = Workspace.open(places.root)
    found.articles.scan()
    found.briefs.new("note", "A note")
    yield found
    found.close()


@pytest.fixture
def person(workspace: Workspace) -> Iterator[Person]:
    someone = Person(workspace)
    yield someone
    someone.desk.end()
