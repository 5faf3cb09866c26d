"""`brief …`: made, edited entry by entry, copied, deleted, undone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run


@pytest.fixture
def brief(briefing: Run) -> Run:
    briefing("brief", "new", "desk", "--title", "What holds?", "--addressee", "The Director", "--marking", "TLP:GREEN")
    return briefing


def sections(shown: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(s["title"], [i["id"] for i in s["items"]]) for s in shown["sections"]]


def test_new_and_list(brief: Run) -> None:
    listed = {b["id"]: b for b in brief("brief", "list", "--json").json}
    assert set(listed) == {"deconfliction", "washington-channel", "desk"}
    assert listed["desk"]["items"] == 0
    assert all({"id", "title", "items", "modified"} <= set(b) for b in listed.values())
    shown = brief("brief", "show", "desk", "--json").json
    assert shown["format"] == 1
    assert (shown["addressee"], shown["marking"]) == ("The Director", "TLP:GREEN")
    assert len(shown["date"]) == 10


@pytest.mark.parametrize("brief_id", ["desk", "Desk", "../desk", "", "a.conflict", "a.draft", "a.rev2", "a b"])
def test_an_id_that_cannot_be(brief: Run, brief_id: str) -> None:
    assert brief("brief", "new", brief_id, "--title", "T", "--json", code=2).json["error"]["hint"]


def test_setting_what_is_there_already_is_no_step(brief: Run, shipped: Path) -> None:
    file = shipped / "briefs" / "desk.yaml"
    file.write_text(file.read_text().replace("template: bluf", "template: memo"))
    before = file.read_bytes()
    for same in ("template=memo", "recommendation=", "style="):
        assert "nothing changed" in brief("brief", "set", "desk", same).err
    assert file.read_bytes() == before


def test_entries(brief: Run) -> None:
    brief("pin", "desk", "note-deconfliction-line", "--paragraph", "3", "--section", "First")
    brief("brief", "section", "desk", "Second")
    brief("brief", "text", "desk", "Own words, as shown [@e1].", "--section", "Second")
    shown = brief("brief", "text", "desk", "More.", "--section", "First", "--json").json
    assert sections(shown) == [("First", ["i1", "i3"]), ("Second", ["i2"])]
    assert sections(brief("brief", "move", "desk", "i3", "--to", "1", "--json").json)[0] == ("First", ["i3", "i1"])
    moved = brief("brief", "move", "desk", "i1", "--section", "Second", "--to", "1", "--json").json
    assert sections(moved) == [("First", ["i3"]), ("Second", ["i1", "i2"])]
    judged = brief(
        "brief", "judge", "desk", "It is likely to hold.", "--for", "e1", "--likelihood", "likely",
        "--confidence", "low", "--because", "One source.", "--json",
    ).json["judgements"]  # fmt: skip
    assert judged[0]["for"] == ["e1"]
    assert judged[0]["confidence"] == {"level": "low", "because": "One source."}
    dropped = brief("brief", "drop", "desk", "i2", "--json").json
    assert sections(dropped) == [("First", ["i3"]), ("Second", ["i1"])]
    again = brief("brief", "text", "desk", "Again.", "--json").json
    assert again["sections"][1]["items"][-1]["id"] == "i4", "an id is never used again"


def test_wrong_entries(brief: Run) -> None:
    assert brief("brief", "judge", "desk", "T.", "--for", "e9", "--json", code=1).json["error"]["kind"] == "not-found"
    wrong = brief("brief", "judge", "desk", "T.", "--likelihood", "quite likely", "--json", code=2).json["error"]
    assert "likely" in wrong["hint"]
    for command in (["move", "desk", "i9"], ["drop", "desk", "i9"], ["show", "nothing"], ["undo", "nothing"]):
        assert brief("brief", *command, "--json", code=1).json["error"]["kind"] == "not-found"
    assert brief("brief", "set", "desk", "colour=red", "--json", code=2).json["error"]["hint"]


@pytest.mark.parametrize(
    "wrong",
    ["date=foo", "date=2026-11", "date=2026-02-30", "cut-off=foo", "language=klingon", "scale=mine", "marking=TLP:BLUE",
     "marking=tlp amber", "template=nothing", "style=nothing", "colour=red", "date"],
)  # fmt: skip
def test_a_field_says_which_values_it_takes(brief: Run, wrong: str) -> None:
    before = brief("brief", "show", "desk", "--json").json
    error = brief("brief", "set", "desk", "title=Other", wrong, "--json", code=2).json["error"]
    assert error["kind"] == "usage"
    assert error["where"] == wrong.partition("=")[0]
    assert error["hint"]
    assert brief("brief", "show", "desk", "--json").json == before, "of several fields none is set"


def test_an_empty_value_is_that_of_a_new_brief(brief: Run) -> None:
    brief("brief", "set", "desk", "language=de-AT", "cut-off=2026-11-20", "marking=OFFICIAL")
    shown = brief("brief", "set", "desk", "language=", "cut-off=", "marking= ", "--json").json
    assert (shown["language"], shown["cut-off"], shown["marking"]) == ("en-GB", "", "")


def test_a_new_brief_takes_no_wrong_value_either(brief: Run, shipped: Path) -> None:
    error = brief("brief", "new", "table", "--title", "T", "--date", "foo", "--json", code=2).json["error"]
    assert error["where"] == "date"
    assert not (shipped / "briefs/table.yaml").exists()


def test_a_section_has_a_title(brief: Run) -> None:
    error = brief("brief", "section", "desk", "  ", "--json", code=2).json["error"]
    assert (error["where"], bool(error["hint"])) == ("TITLE", True)
    brief("brief", "section", "desk", " One ")
    shown = brief("brief", "text", "desk", "Words.", "--section", " ", "--json").json
    assert sections(shown) == [("One", ["i1"])], "no name is the last section"


def test_undo_and_redo_live_through_restarts(brief: Run) -> None:
    for title in ("One", "Two", "Three"):
        brief("brief", "section", "desk", title)
    assert len(brief("brief", "undo", "desk", "--json").json["sections"]) == 2
    assert len(brief("brief", "undo", "desk", "--json").json["sections"]) == 1
    assert [s["title"] for s in brief("brief", "redo", "desk", "--json").json["sections"]] == ["One", "Two"]
    brief("brief", "section", "desk", "Other")
    assert "nothing" in brief("brief", "redo", "desk").err
    assert [s["id"] for s in brief("brief", "show", "desk", "--json").json["sections"]] == ["s1", "s2", "s4"]


def test_copy_and_delete(brief: Run, shipped: Path) -> None:
    copied = brief("brief", "copy", "deconfliction", "second", "--json").json
    assert copied["id"] == "second"
    assert len(copied["excerpts"]) >= 14
    trash = Path(brief("brief", "delete", "second", "--json").json["trash"])
    assert trash.is_file()
    assert "second" not in {b["id"] for b in brief("brief", "list", "--json").json}


def test_a_broken_brief_hides_no_other(brief: Run, shipped: Path) -> None:
    (shipped / "briefs/broken.yaml").write_text("format: 1\nid: broken\nsections: {a: b}\n")
    listed = {b["id"]: b for b in brief("brief", "list", "--json").json}
    assert "sections" in listed["broken"]["problem"]
    error = brief("brief", "show", "broken", "--json", code=1).json["error"]
    assert error["kind"] == "format"
    assert "line 3" in error["where"]


def test_unknown_fields_and_order_are_kept(brief: Run, shipped: Path) -> None:
    file = shipped / "briefs/desk.yaml"
    file.write_text(file.read_text() + "house-number: 'NO'\n")
    brief("brief", "set", "desk", "title=Another")
    assert "house-number: 'NO'" in file.read_text()
    keys = [line.partition(":")[0] for line in file.read_text().splitlines() if line and line[0].isalpha()]
    assert keys[:4] == ["format", "id", "title", "date"]


def test_a_newer_format_is_read_only(brief: Run, shipped: Path) -> None:
    file = shipped / "briefs/desk.yaml"
    file.write_text(file.read_text().replace("format: 1", "format: 2"))
    error = brief("brief", "set", "desk", "title=X", "--json", code=1).json["error"]
    assert "newer" in error["message"]
    assert "format: 2" in file.read_text()


def test_who_holds_a_brief_is_named(brief: Run, shipped: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from briefing_tui.workspace import Workspace\n"
        "w = Workspace.open(Path(sys.argv[1])); s = w.briefs.open('desk'); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(shipped)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        error = brief("brief", "set", "desk", "title=X", "--json", code=1).json["error"]
        assert error["kind"] == "held"
        assert str(holder.pid) in error["message"]
        brief("brief", "show", "desk")
    finally:
        holder.communicate()
    brief("brief", "set", "desk", "title=X")
