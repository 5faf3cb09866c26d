"""A workspace of one's own: made by a command, filled by a command, read and compiled by keys."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.steps import answer, leave, library, pages, squeezed, text_of, yaml_of
from tests.e2e.terminal import Terminal, environment

pytestmark = pytest.mark.e2e

BRIEF = "first-brief"
HARBOUR = """The harbour that nobody dredged

By Ada Example
3 May 2024

The harbour of Port Example silted up in a single winter. Ships of more than four metres turned away. \
The council had been warned twice.

A dredger was ordered in March. It came in June, and the season was over.
"""
RAILWAY = """A railway waits for its bridge

By Ben Example
7 May 2024

The line to Port Example ends at a river. Passengers walk the last mile, as they did a century ago.

An engineer called the bridge a promise with foundations. Nobody has paid for the rest.
"""


def command(home: Path, *arguments: str, cwd: Path) -> None:
    """Run a command of the program in a folder."""
    subprocess.run(
        [sys.executable, "-m", "briefing_tui", *arguments], cwd=cwd, env=environment(home), check=True, timeout=120,
        capture_output=True,
    )  # fmt: skip


def pin_a_sentence(terminal: Terminal, excerpt: int) -> None:
    """Pin the second sentence of the article at the cursor's first paragraph."""
    terminal.press("enter")
    terminal.wait(lambda screen: "s select" in screen and "›" in screen)
    terminal.press("j", "p")
    terminal.wait(f"Pinned e{excerpt} · ¶")
    assert "· verified" in terminal.text
    terminal.press("1")
    library(terminal)


def pin_from_two_and_compile(terminal: Terminal, workspace: Path) -> None:
    """Pin from the first and the second article, give a bottom line, compile, and look at what came out."""
    library(terminal)
    terminal.wait(BRIEF)  # the only one there is, is open
    pin_a_sentence(terminal, 1)
    before = terminal.text
    terminal.press("j")
    terminal.wait(lambda screen: screen != before)
    pin_a_sentence(terminal, 2)
    terminal.press("2")
    terminal.wait("▸ Bottom line")
    terminal.press("e")
    answer(terminal, "Bottom line", "Neither will be ready this year.")
    terminal.press("C")
    terminal.wait("D compile a draft")
    terminal.press("D")
    terminal.wait("Draft: 2 pages · 2 of 2 quotes verified")
    assert leave(terminal) == 0
    excerpts = list(yaml_of(workspace, BRIEF)["excerpts"].values())
    assert len({excerpt["article"] for excerpt in excerpts}) == 2
    printed = squeezed(" ".join(pages(workspace / "out" / f"{BRIEF}.draft.pdf")))
    for excerpt in excerpts:
        span = slice(int(excerpt["start"]), int(excerpt["end"]))
        assert text_of(workspace, excerpt["article"])[span] == excerpt["exact"]
        assert squeezed(excerpt["exact"]).strip("“”‘’\"'.") in printed


@pytest.mark.usefixtures("cold")
def test_init_import_pin_compile(start: Start, home: Path, tmp_path: Path) -> None:
    incoming, workspace = tmp_path / "in coming", tmp_path / "desk"
    incoming.mkdir()
    (incoming / "harbour's end.txt").write_text(HARBOUR, encoding="utf-8")
    (incoming / "railway.txt").write_text(RAILWAY, encoding="utf-8")
    command(home, "init", str(workspace), cwd=tmp_path)
    command(home, "import", "--yes", str(incoming), cwd=workspace)
    pin_from_two_and_compile(start(workspace), workspace)


def test_originals_go_all_the_way(start: Start, home: Path, tmp_path: Path, originals: list[Path]) -> None:
    workspace = tmp_path / "desk"
    command(home, "init", str(workspace), cwd=tmp_path)
    command(home, "import", "--yes", *map(str, originals), cwd=workspace)
    assert len(list((workspace / "corpus").glob("*.md"))) == len(originals)
    pin_from_two_and_compile(start(workspace, columns=160, rows=48), workspace)
