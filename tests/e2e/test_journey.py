"""The main job from end to end, by keys alone, in a real terminal: read, pin, arrange, judge, compile."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.steps import (
    answer,
    choose,
    draft,
    go_to,
    library,
    open_article,
    pages,
    row,
    saved,
    sentence,
    squeezed,
    text_of,
    yaml_of,
)
from tests.e2e.terminal import Terminal, environment

pytestmark = pytest.mark.e2e

BRIEF = "what-held-the-line"
BOTTOM_LINE = "The line held because both sides had something to lose. It says nothing about friendship."
LINE, IL20, BRIDGE = "note-deconfliction-line", "note-il20-2018", "note-washington-bridge"


def go_to_paragraph(terminal: Terminal, number: int) -> None:
    """Jump to a paragraph by its number."""
    terminal.press("#")
    terminal.wait("go to ¶")
    terminal.type(str(number))
    terminal.wait(f"go to ¶ {number}")
    terminal.press("enter")
    terminal.wait(lambda screen: "go to ¶" not in screen and f"¶ {number} of" in screen)


def pinned(terminal: Terminal, excerpt: str, paragraph: int) -> None:
    """See that a pin is told, marked in the margin and counted."""
    terminal.wait(f"Pinned {excerpt} · ¶{paragraph} · verified")
    marked = terminal.wait(lambda screen: re.search(rf"^▌.*\b{excerpt}\b", screen, re.M))
    items = int(excerpt[1:])
    assert f"{items} item{'s' * (items > 1)}" in marked


def read_and_pin(terminal: Terminal) -> None:
    """Pin four sentences from three articles on a theme."""
    terminal.press("tab")
    terminal.wait("▸ All articles")
    go_to(terminal, "Syria and deconf")
    terminal.press("enter")
    terminal.wait("Syria and deconfliction · newest first")
    open_article(terminal, "The deconfliction line: what it was")
    go_to_paragraph(terminal, 5)
    sentence(terminal, "On our reading")
    sentence(terminal, "sturdier") if False else None
    terminal.press("j", "j")


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
def test_from_a_theme_to_the_final_pdf(start: Start, shipped: Path, size: tuple[int, int]) -> None:
    terminal = start(shipped, columns=size[0], rows=size[1])
    library(terminal)
    read_and_pin(terminal)
    print(terminal.text)
