"""Text and enter in one burst, as macros and pasting without brackets send them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.steps import leave, library, saved

pytestmark = pytest.mark.e2e

BRIEF = "deconfliction"
REASON = "Two notes only, both our own; one named speaker"
OWN = "All of it, hjdq 12B, was written by hand"


def test_what_is_typed_with_enter_reaches_the_brief(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    library(terminal)
    terminal.press("B", "enter")
    terminal.wait("draft: What kept")
    terminal.press("2")
    terminal.wait("*1 ")
    terminal.type("je\r\r\r")
    terminal.wait_box("*1: reason for the confidence")
    terminal.type(f" {REASON}\r")
    saved(terminal, shipped, BRIEF, REASON)
    terminal.type(f"aj\r{OWN}\r")
    saved(terminal, shipped, BRIEF, OWN)
    terminal.wait("¶ All of it, hjdq")
    assert leave(terminal) == 0


def test_keys_reach_the_screens_that_the_keys_before_them_open(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    library(terminal)
    terminal.type("B\x1b[B\r")
    second = terminal.wait(lambda screen: "draft: " in screen)
    assert "draft: What kept" not in second
    terminal.type("Bg\r")
    terminal.wait("draft: What kept")
    terminal.type("\rsp")
    terminal.wait("Pinned e")
    terminal.type("qCD")
    terminal.wait("Draft: ")
    assert leave(terminal) == 0


def test_a_file_is_imported_in_one_burst_and_an_answer_opens_the_hit_that_was_searched_for(
    start: Start, shipped: Path
) -> None:
    terminal = start(shipped)
    library(terminal)
    terminal.type("SLatakia\r\r")
    terminal.wait("hit 1 of")
    terminal.wait("Latakia")  # the text is drawn after the line below it
    (shipped / "new.txt").write_text("A new report\n\nThe first sentence of it.\n", encoding="utf-8")
    terminal.type(f"I{shipped / 'new.txt'}\r")
    terminal.wait("1 imported")
    assert leave(terminal) == 0
