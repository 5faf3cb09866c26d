"""From a key typed at t = 0 to its visible effect, in CPU seconds of the whole process, in a real terminal.

The peer is an app of one widget that shows a word when a key comes: what Textual itself costs. Keys are typed before
the program has started, so nothing of the start can be left out. The memory is the most that the program had taken
once it had looked at all files and come to rest.
"""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path

from benchmarks.corpus import ready
from benchmarks.timing import cpu_of_program, resting, verdict
from tests.e2e.terminal import Terminal, briefing

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7
SIZES = (100, 10_000, 100_000)
PEER = """
from textual.app import App
from textual.widgets import Static

class Peer(App):
    keys = 0
    def compose(self):
        yield Static("ready")
    def on_key(self, event):
        self.keys += 1
        self.query_one(Static).update(f"effect {self.keys}")

Peer().run()
"""


def one_widget() -> Terminal:
    """The app of one widget."""
    return Terminal([sys.executable, "-c", PEER], {**os.environ, "TERM": "xterm-256color"}, ROOT)


def second_row(screen: str) -> bool:
    """Whether the cursor of the list has left its first row."""
    lines = screen.splitlines()
    marked = [n for n, line in enumerate(lines) if line.startswith("▸")]
    return bool(marked) and marked[0] > 2


def peer() -> float:
    """CPU milliseconds of one start of the one-widget app."""
    terminal = one_widget()
    terminal.press("j")
    terminal.wait("effect")
    used = cpu_of_program(terminal.pid)
    terminal.close()
    return used


def ours(folder: Path, home: Path) -> tuple[float, float]:
    """CPU milliseconds of one start until the key `j` had its effect, and MB at rest."""
    terminal = briefing(folder, home)
    terminal.press("j")
    terminal.wait(second_row)
    used = cpu_of_program(terminal.pid)
    resting(terminal.pid)
    status = Path(f"/proc/{terminal.pid}/status").read_text("ascii")
    most = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    terminal.close()
    return used, most / 1024


def main() -> None:
    """Measure all in turns, so that what else the machine does falls on each alike."""
    desks = [ready(size) for size in SIZES]
    peers, starts = [], []
    for _ in range(RUNS):
        peers.append(peer())
        starts.append([ours(*desk) for desk in desks])
    one = statistics.median(peers)
    times = [statistics.median(run[n][0] for run in starts) for n in range(len(SIZES))]
    sizes = [statistics.median(run[n][1] for run in starts) for n in range(len(SIZES))]
    print(f"one-widget app    {one:6.0f} ms CPU")
    names = ("100 articles", "10,000 articles", "100,000 articles")
    than = (one, times[0], times[0])
    for name, time, size, base, limit in zip(names, times, sizes, than, (2.5, 1.2, 1.3), strict=True):
        print(f"{name:16}  {time:6.0f} ms CPU, {size:3.0f} MB   × {time / base:.2f} {verdict(time / base, limit)}")
    print(f"100,000 articles  {sizes[2] - sizes[0]:.0f} MB more {verdict(sizes[2] - sizes[0], 150)}")


if __name__ == "__main__":
    main()
