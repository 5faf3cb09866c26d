"""Settings with mistakes: each is told by name and line, and everything else in the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.workspace import Workspace
from briefing_tui.workspace.settings import settings_problems

MISTAKEN = """format: 1
theme: nosuch
measure: wide
title: T
colours:
  pin: underlne
  hit: red
  cursor: blue
margin: {pin: "**", other: "+"}
mesure: 60
keymap:
  reader.pin: f9
  reader.copy: {a: b}
rules: {source.stale: [off], form.addressee: note}
sign: x {file}
views:
  Unread: {reading: unread}
"""
WRONG = [
    (2, "theme"), (3, "measure"), (6, "colours.pin"), (8, "colours.cursor"), (9, "margin.pin"), (10, "mesure"),
    (13, "keymap.reader.copy"), (14, "rules.source.stale"), (15, "sign"),
]  # fmt: skip


@pytest.fixture
def mistaken(scanned: Path) -> Workspace:
    (scanned / "briefing.yaml").write_text(MISTAKEN, encoding="utf-8")
    return Workspace.open(scanned)


def test_each_mistake_is_told_by_line_and_name(mistaken: Workspace) -> None:
    assert [(p.line, p.field) for p in mistaken.settings_problems] == WRONG
    assert {p.file for p in mistaken.settings_problems} == {"briefing.yaml"}
    assert all(p.hint for p in mistaken.settings_problems)
    assert [p.field for p in settings_problems(mistaken.places.settings, shared=True)] == [name for _, name in WRONG]
    mistaken.close()


def test_everything_else_in_the_file_holds(mistaken: Workspace) -> None:
    settings = mistaken.settings
    assert (settings.theme, settings.measure, settings.title, settings.sign) == ("dark", 76, "T", "")
    assert (settings.colours, settings.margin) == ({"hit": "red"}, {"other": "+"})
    assert (settings.keymap, settings.rules) == ({"reader.pin": ("f9",)}, {"form.addressee": "note"})
    assert mistaken.views.names == ("Unread",)
    mistaken.close()


def test_mistakes_are_told_each_time_though_the_file_is_remembered(mistaken: Workspace) -> None:
    mistaken.close()
    again = Workspace.open(mistaken.path, mistaken.locations)
    assert [(p.line, p.field) for p in again.settings_problems] == WRONG
    again.close()


@pytest.mark.parametrize("text", ["title: [", "title: T\nformat: 2\n", "title: T\nformat: ²\n"])
def test_a_file_of_which_nothing_holds_says_so(scanned: Path, text: str) -> None:
    (scanned / "briefing.yaml").write_text(text, encoding="utf-8")
    workspace = Workspace.open(scanned)
    (problem,) = workspace.settings_problems
    assert "no setting of this file holds" in problem.hint
    assert problem.line == 2
    assert workspace.settings.title == ""
    workspace.close()
