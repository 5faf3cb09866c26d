"""What terminals do to a program: sizes, colours, early keys, hostile text, files that are no articles."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from briefing_tui.workspace import make
from tests.e2e.conftest import Start
from tests.e2e.steps import leave, library, lit, open_article
from tests.e2e.terminal import LOOK, PATIENCE, Terminal, environment

pytestmark = pytest.mark.e2e

COLOUR = re.compile(rb"\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m")
"""A sequence that sets a colour, whatever else it sets."""


def test_resizing_keeps_the_place(start: Start, shipped: Path) -> None:
    terminal = start(shipped, columns=160, rows=48)
    library(terminal)
    open_article(terminal, "The deconfliction line")
    terminal.press("}", "}", "j")
    terminal.wait("¶ 3 of 7")
    place = lit(terminal.text).split()[:3]
    for columns, rows in ((80, 24), (20, 6), (80, 24), (160, 48)):
        terminal.resize(columns, rows)
        terminal.wait(lambda screen, rows=rows: "¶ 3 of 7" in screen and (rows < 24 or "?" in screen.split("\n")[-1]))  # type: ignore[misc]
        terminal.press("j", "k")
    terminal.wait(lambda screen: lit(screen).split()[:3] == place)
    assert leave(terminal) == 0


def test_no_color_means_no_colour(start: Start, shipped: Path) -> None:
    terminal = start(shipped, NO_COLOR="1")
    library(terminal)
    open_article(terminal, "The deconfliction line")
    terminal.press("j", "s", "?")
    terminal.wait("Keys that work here")
    terminal.press("escape")
    terminal.wait_gone("Keys that work here")
    assert leave(terminal) == 0
    assert COLOUR.search(terminal.raw) is None


@pytest.mark.parametrize(("theme", "looks"), [("light", "light"), ("dark", "dark"), ("ansi", "default")])
def test_theme_of_the_settings(start: Start, shipped: Path, theme: str, looks: str) -> None:
    (shipped / "briefing.yaml").write_text(f"format: 1\ntheme: {theme}\n", encoding="utf-8")
    terminal = start(shipped)
    library(terminal)
    terminal.wait("16 of 16")
    backgrounds = {terminal.cell(column, row).bg for column in range(80) for row in range(24)}
    assert {brightness(colour) for colour in backgrounds} == {looks}


def brightness(colour: str) -> str:
    """Whether a background is light, dark or the terminal's own."""
    if not re.fullmatch("[0-9a-f]{6}", colour):
        return colour
    return "light" if sum(bytes.fromhex(colour)) > 3 * 128 else "dark"


@pytest.mark.usefixtures("cold")
def test_keys_typed_before_the_first_paint_take_effect(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    terminal.press("j", "j", "enter")
    terminal.wait("October 2023: two readings")
    terminal.wait("s select")
    assert leave(terminal) == 0


def test_control_and_bidi_characters_never_reach_the_terminal(start: Start, tmp_path: Path) -> None:
    root = make(tmp_path / "hostile").root
    marks = "\u202e\u2066\u2069\u200f\u061c"
    bad = f"\x1b]0;owned\x07 \x1b[31mred \x9b5m {marks} \x1bPq\x1b\\ \x08\x0e end"
    quoted = bad.encode("unicode_escape").decode()
    (root / "corpus" / "hostile.md").write_text(
        f'---\nformat: 1\ntype: article\ntitle: "Title {quoted}"\n---\n## Head {bad}\n\nA body {bad}. More.\n', "utf-8"
    )
    terminal = start(root)
    library(terminal)
    terminal.wait("Title")
    terminal.press("enter")
    terminal.wait("›")
    terminal.press("j", "s")
    terminal.wait(lambda screen: re.search(r"\d words?:", screen))
    raw = terminal.raw.decode("utf-8", errors="replace")
    assert "\x1b[31mred" not in raw
    assert "\x1b]0;owned" not in raw
    assert "\x1bPq" not in raw
    assert not set(marks) & set(raw)
    assert "\x9b" not in raw
    assert "\x0e" not in raw
    assert leave(terminal) == 0


def test_empty_workspace_says_how_to_import(start: Start, tmp_path: Path) -> None:
    terminal = start(make(tmp_path / "empty").root)
    library(terminal)
    terminal.wait("Nothing here yet: I imports articles from files")
    assert leave(terminal) == 0


def test_malformed_files_are_listed_and_the_others_load(start: Start, shipped: Path) -> None:
    (shipped / "corpus" / "broken.md").write_text("---\nformat: 1\ntitle: [open\n---\ntext\n", "utf-8")
    (shipped / "corpus" / "binary.md").write_bytes(b"\x00\x01\xff\xfe" * 50)
    terminal = start(shipped)
    library(terminal)
    terminal.wait("16 of 16")
    terminal.wait("2 files with problems: ! shows what to do")
    terminal.press("!")
    terminal.wait(lambda screen: re.search(r"✗ corpus/binary\.md .*zero bytes", screen))
    assert re.search(r"✗ corpus/broken\.md  line 4  this is not YAML", terminal.text)
    assert leave(terminal) == 0


@pytest.mark.usefixtures("cold")
def test_leaving_gives_the_terminal_back(start: Start, shipped: Path) -> None:
    terminal = start(shipped)
    library(terminal)
    assert not terminal.echoes()
    assert leave(terminal) == 0
    assert terminal.echoes()
    for mode in (b"1049", b"25"):
        assert b"\x1b[?" + mode in terminal.raw
    assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
    assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")


@pytest.mark.usefixtures("cold")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_kill_gives_the_terminal_back(start: Start, shipped: Path, number: signal.Signals) -> None:
    terminal = start(shipped)
    library(terminal)
    os.kill(terminal.pid, number)
    assert terminal.wait_exit() == 128 + number
    assert terminal.echoes()
    assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
    assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")
    assert not list(shipped.rglob("*.holder"))


@pytest.mark.usefixtures("cold")
@pytest.mark.parametrize("kind", ["dumb", ""])
def test_terminal_that_cannot_draw_is_told_so(start: Start, shipped: Path, kind: str) -> None:
    terminal = start(shipped, TERM=kind)
    assert terminal.wait_exit() == 1
    assert "the app needs a terminal that it can draw in" in " ".join(terminal.text.split())
    assert "briefing --help" in " ".join(terminal.text.split())
    assert b"\x1b" not in terminal.raw


OUTER = """
import pathlib, signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
pathlib.Path(sys.argv[1]).write_text(str(subprocess.run(sys.argv[2:]).returncode))
"""
"""A program that is the first in its terminal, as make is, and outlives it until the one that it runs has ended."""


def test_the_app_ends_with_its_terminal_though_another_program_was_told(shipped: Path, home: Path) -> None:
    ended = home / "ended"
    ours = [sys.executable, "-m", "briefing_tui", "-w", str(shipped)]
    terminal = Terminal([sys.executable, "-c", OUTER, str(ended), *ours], environment(home), shipped)
    try:
        library(terminal)
        terminal.hang_up()
        end = monotonic() + PATIENCE
        while not ended.exists() and monotonic() < end:
            sleep(LOOK)
        assert ended.exists(), "the app goes on without a terminal"
    finally:
        terminal.close()
