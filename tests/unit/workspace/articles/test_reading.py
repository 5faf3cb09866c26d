"""What a person has read and marked: by several windows, on a disk that takes nothing, in a file that is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing_tui.errors import StorageError
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.articles.reading import ReadingState


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state/reading.json"


def test_it_is_there_the_next_time(file: Path) -> None:
    state = ReadingState(file)
    state.set_position("a", 40)
    state.set_marked("b", True)
    again = ReadingState(file)
    assert (again.position("a"), sorted(again.read), sorted(again.marked)) == (40, ["a"], ["b"])


def test_two_windows_lose_nothing_of_each_other(file: Path) -> None:
    one, other = ReadingState(file), ReadingState(file)
    one.set_marked("a", True)
    other.set_marked("b", True)
    one.set_position("c", 7)
    other.set_marked("b", False)
    other.last_brief = "desk"
    again = ReadingState(file)
    assert (sorted(again.marked), sorted(again.read)) == (["a"], ["c"])
    assert (again.position("c"), again.last_brief) == (7, "desk")


@pytest.mark.parametrize("content", ["{", "[]", json.dumps({"positions": [], "read": 3}), "\0"])
def test_a_file_that_is_none(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content)
    state = ReadingState(file)
    assert state.position("a") == 0
    state.set_marked("a", True)
    assert ReadingState(file).is_marked("a")


def test_what_cannot_be_understood_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"marked": {"a": true')
    ReadingState(file).set_marked("b", True)
    assert file.with_name("reading.damaged.json").read_text() == '{"marked": {"a": true'


def test_where_nothing_can_be_written_only_a_mark_says_so(file: Path) -> None:
    file.parent.write_text("in the way")
    state = ReadingState(file)
    state.set_position("a", 3)
    state.last_brief = "desk"
    with pytest.raises(StorageError, match="cannot be made"):
        state.set_marked("b", True)
    assert (state.position("a"), state.last_brief, state.is_marked("b")) == (3, "desk", True)
    file.parent.unlink()
    state.set_read("c", True)
    assert ReadingState(file).marked == {"b"}, "what could not be written comes with the next that can"


def test_a_brief_opens_though_the_last_one_cannot_be_remembered(shipped: Path, home: Path) -> None:
    workspace = Workspace.open(shipped, Locations(home / "config", home / "state", home / "cache"))
    workspace.reading._file.mkdir(parents=True, exist_ok=True)
    with workspace.briefs.open("deconfliction") as session:
        assert session.read_only == ""
    workspace.briefs.open_to_write("deconfliction").close()
