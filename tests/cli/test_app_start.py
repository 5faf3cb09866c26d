"""Opening the app from a shell: what is said before there is a screen."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from briefing_tui.__main__ import open_app
from briefing_tui.workspace import make, recent


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """What goes to the terminal from now on; the person at it only ever answers `q`."""
    told = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal("q\n"))
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(sys, "stderr", told)
    return told


def test_controls_in_the_path_of_a_workspace_do_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = terminal(monkeypatch)
    assert open_app(tmp_path / "nope\x1b[31m") == 1
    assert "nope" in said.getvalue()
    assert "\x1b" not in said.getvalue()


def test_controls_in_the_paths_to_choose_from_do_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recent.remember(make(tmp_path / "desk\x1b[31m").root)
    here = tmp_path / "here\x1b[32m"
    here.mkdir()
    monkeypatch.chdir(here)
    said = terminal(monkeypatch)
    assert open_app(None) == 1
    assert "1  open" in said.getvalue()
    assert "\x1b" not in said.getvalue()
