"""Text and enter in one burst, as macros and pasting without brackets send them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.steps import choose, leave, library, saved

pytestmark = pytest.mark.e2e

BRIEF = "deconfliction"
REASON = "Two notes only, both our own; one named speaker"
OWN = "All of it, hjdq 12B, was written by hand"


def test_what_is_typed_with_enter_reaches_the_brief(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    library(terminal)
    terminal.press("B")
    terminal.wait(lambda screen: "▸   What kept" in screen)
    terminal.press("enter")
    terminal.wait("draft: What kept")
    terminal.press("2")
    terminal.wait("*1 ")
    terminal.type("je")
    choose(terminal, "Edit *1", "reason for the confidence")
    terminal.wait_box("Reason for the confidence")
    terminal.type(f" {REASON}\r")
    saved(terminal, shipped, BRIEF, REASON)
    terminal.type(f"aj\r{OWN}\r")
    saved(terminal, shipped, BRIEF, OWN)
    terminal.wait("¶ All of it, hjdq")
    assert leave(terminal) == 0
