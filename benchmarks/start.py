"""From a key typed at t = 0 to its visible effect, in CPU seconds of the whole process, in a real terminal.

The peer is an app of one widget that shows a word when a key comes: what Textual itself costs. Keys are typed before
the program has started, so nothing of the start can be left out.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import make_workspace
from tests.e2e.terminal import Terminal, briefing

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7
PEER = """
from textual.app import App
from textual.widgets import Static

class Peer(App):
    def compose(self):
        yield Static("ready")
    def on_key(self, event):
        self.query_one(Static).update("effect")

Peer().run()
"""


def cpu_until(terminal: Terminal, effect: Callable[[str], bool]) -> float:
    """CPU seconds of the program from its start to the effect of the key `j`."""
    terminal.press("j")
    terminal.wait(effect)
    os.kill(terminal.pid, 9)
    _, _, usage = os.wait4(terminal.pid, 0)
    terminal.exit_code = -9
    terminal.close()
    return usage.ru_utime + usage.ru_stime


def second_row(screen: str) -> bool:
    """Whether the cursor of the list has left its first row."""
    lines = screen.splitlines()
    marked = [n for n, line in enumerate(lines) if line.startswith("▸")]
    return bool(marked) and marked[0] > 2


def ours(folder: Path, home: Path) -> float:
    """One start on a workspace whose catalogue is there already."""
    return cpu_until(briefing(folder, home), second_row)


def peer() -> float:
    """One start of the one-widget app."""
    arguments = [sys.executable, "-c", PEER]
    terminal = Terminal(arguments, {**os.environ, "TERM": "xterm-256color"}, ROOT)
    return cpu_until(terminal, lambda screen: "effect" in screen)


def main() -> None:
    """Measure all three in turns, so that what else the machine does falls on each alike."""
    with tempfile.TemporaryDirectory() as folder:
        many = make_workspace(Path(tempfile.gettempdir()) / "briefing-benchmark-10000", 10_000)
        few = Path(folder) / "few"
        few.mkdir()
        for part in ("corpus", "briefs"):
            (few / part).symlink_to(ROOT / part)
        home = Path(folder) / "home"
        env = {**os.environ, **{f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "state", "cache")}}
        for workspace in (few, many):
            subprocess.run([sys.executable, "-m", "briefing_tui", "-w", workspace, "index"], env=env, check=True)
        runs = [(peer(), ours(few, home), ours(many, home)) for _ in range(RUNS)]
    one_widget, shipped, large = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"one-widget app           {one_widget:.3f} s CPU")
    print(f"workspace that ships     {shipped:.3f} s CPU   {shipped / one_widget:.2f} of one widget (at most 2.5)")
    print(f"10,000 articles          {large:.3f} s CPU   {large / shipped:.2f} of the shipped one (at most 1.2)")


if __name__ == "__main__":
    main()
