"""Viewer and printer: found, missing, refusing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing_tui.errors import ToolError
from briefing_tui.workspace.briefing import outlets


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for; there is a desktop."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr("sys.platform", "linux")
    return folder


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_without_a_desktop_the_path_is_told(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(ToolError, match="no desktop") as error:
        outlets.show(tmp_path / "x.pdf")
    assert error.value.where == str(tmp_path / "x.pdf")


def test_without_a_program_that_opens_it(programs: Path, tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="xdg-open"):
        outlets.show(tmp_path / "x.pdf")


def test_the_viewer_is_given_the_file(programs: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "told"
    os.mkfifo(pipe)
    program(programs, "xdg-open", f'echo "$1" >{pipe}')
    outlets.show(tmp_path / "-x.pdf")
    assert pipe.read_text().strip() == str(tmp_path / "-x.pdf")


def test_printing(programs: Path, tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="no lp"):
        outlets.print_out(tmp_path / "x.pdf")
    program(programs, "lp", 'echo "request id is office-12 (1 file(s)): $1"')
    assert outlets.print_out(tmp_path / "x.pdf").endswith(f"office-12 (1 file(s)): {tmp_path / 'x.pdf'}")
    program(programs, "lp", "echo 'no default destination available.' >&2; exit 1")
    with pytest.raises(ToolError, match="no default destination") as error:
        outlets.print_out(tmp_path / "x.pdf")
    assert "lpstat" in error.value.hint
