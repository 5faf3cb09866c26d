"""What a person's editor may leave: taken over whole, or refused with what it wrote kept."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefing_tui.errors import ToolError
from briefing_tui.tui.outside import edit_outside

APP: Any = SimpleNamespace(suspend=nullcontext)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Path], Any]], Path]:
    """An editor that does something to its file; gives the folder in which that lies."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sh")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def use(does: Callable[[Path], Any]) -> Path:
        def run(command: list[str], *, check: bool) -> SimpleNamespace:
            return SimpleNamespace(returncode=does(Path(command[-1])) or 0)

        monkeypatch.setattr(subprocess, "run", run)
        return tmp_path

    return use


def writing(data: bytes, code: int = 0) -> Callable[[Path], int]:
    def write(file: Path) -> int:
        file.write_bytes(data)
        return code

    return write


def test_what_is_saved_is_taken_over_and_nothing_left_behind(editor: Any) -> None:
    folder = editor(writing("\ufeffÄ plan\r\nof two lines\n\n".encode()))
    assert edit_outside(APP, "A plan") == "Ä plan\nof two lines"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Ein Entwurf für übermorgen".encode("latin-1"), "this is not UTF-8"),
        (b"A plan\0B", "zero bytes"),
        (b"x" * 20 * 2**20, "larger than 1 MiB"),
        ("A plan".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_and_kept(editor: Any, data: bytes, said: str) -> None:
    folder = editor(writing(data))
    with pytest.raises(ToolError, match=said) as refused:
        edit_outside(APP, "A plan")
    (kept,) = folder.glob("*/text.md")
    assert kept.read_bytes() == data
    assert f"the text is as it was; what the editor wrote is kept: {kept}" in refused.value.hint


def test_an_editor_that_fails_after_it_saved_loses_nothing(editor: Any) -> None:
    folder = editor(writing(b"A plan, half done", code=1))
    with pytest.raises(ToolError, match="ended with 1") as refused:
        edit_outside(APP, "A plan")
    assert str(next(folder.glob("*/text.md"))) in refused.value.hint


def into_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(("does", "kept"), [(Path.unlink, 0), (into_a_folder, 1), (lambda _: 1, 0)])
def test_an_editor_that_leaves_no_file_changes_nothing(editor: Any, does: Callable[[Path], Any], kept: int) -> None:
    folder = editor(does)
    with pytest.raises(ToolError, match="the editor") as refused:
        edit_outside(APP, "A plan")
    assert "the text is as it was" in refused.value.hint
    assert len(list(folder.iterdir())) == kept


@pytest.mark.parametrize("command", ["'unb", "", "no-such-editor-anywhere"])
def test_a_command_that_is_none_is_told(editor: Any, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    folder = editor(writing(b"B"))
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(ToolError) as refused:
        edit_outside(APP, "A plan")
    assert (refused.value.where, list(folder.iterdir())) == ("EDITOR", [])


def test_an_editor_that_cannot_be_started_is_told(editor: Any) -> None:
    def fail(_: Path) -> None:
        raise OSError(8, "Exec format error")

    editor(fail)
    with pytest.raises(ToolError, match="cannot be started: Exec format error"):
        edit_outside(APP, "A plan")
