"""Paths as people type and paste them, and the programs that give the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.tui.clipboard import read_clipboard
from briefing_tui.tui.paths import complete, paths_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ab one.txt", "ab two.md", "abc.exe", ".a.txt", "a\x1b[31m.txt", "a\u202eb.txt"):
        (tmp_path / name).touch()
    (tmp_path / "ab folder").mkdir()
    return tmp_path


def test_completion_goes_as_far_as_names_agree(folder: Path) -> None:
    found = complete(f"{folder}/a")
    assert found.text == f"{folder}/ab "
    assert found.names == ("ab folder/", "ab one.txt", "ab two.md")
    assert found.others == 1
    assert complete(f"{folder}/ab f").text == f"{folder}/ab folder/"
    assert complete(f"{folder}/.").names == (".a.txt",)
    assert complete(f"{folder}/x").text == f"{folder}/x"
    assert complete(f"{folder}/nowhere/x").names == ()


def test_paths_are_taken_as_shells_and_file_managers_write_them(folder: Path) -> None:
    path = folder / "ab one.txt"
    for written in (str(path), f"'{path}'", path.as_uri(), str(path).replace(" ", "\\ "), f'  "{path}"  '):
        assert paths_of(written) == (path,), written
    assert paths_of(f"'{path}' {folder}/abc.exe") == (path, folder / "abc.exe")


@pytest.mark.parametrize("text", ["", "no such file", "it's", "~nobody-of-that-name/x", "a\x00b", "x" * 5000])
def test_what_names_no_file_is_none(text: str) -> None:
    assert paths_of(text) == ()


def test_one_line_that_is_no_file_makes_all_a_text(folder: Path) -> None:
    assert paths_of(f"{folder}/ab one.txt\nA sentence.") == ()


def test_the_clipboard_is_asked_of_the_programs_that_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME", "TMUX"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert read_clipboard() == ""
    for name, script in (("wl-paste", "exit 1"), ("xclip", "printf 'öl\\n'")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    assert read_clipboard() == "", "there is no display to ask"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DISPLAY", ":0")
    assert read_clipboard() == "öl\n", "the one that fails is passed over"
