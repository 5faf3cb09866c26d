"""From a key to the screen, measured from outside through a terminal: wall-clock milliseconds.

The clock stops when the program begins to write after a key: the new screen comes in one piece. The peer is an app of
one widget; `less` is there for orientation.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpus import ready
from benchmarks.reader import workspace_of
from benchmarks.start import ROOT, one_widget, second_row
from benchmarks.timing import verdict
from tests.e2e.terminal import Terminal, briefing

ROUNDS, KEYS = 4, 12
LIMIT = 2.0
ARTICLES, CHARACTERS = 100_000, 1_000_000


def pager(folder: Path) -> Terminal | None:
    """`less` on many lines, where it is installed."""
    less = shutil.which("less")
    file = folder / "lines.txt"
    file.write_text("".join(f"line {n}\n" for n in range(10_000)), "utf-8")
    return Terminal([less, str(file)], {**os.environ, "TERM": "xterm-256color"}, ROOT) if less else None


@contextmanager
def programs(folder: Path) -> Iterator[dict[str, Terminal]]:
    """All that is measured, each where its keys have an effect."""
    desk, home = ready(ARTICLES)
    library, reader, peer, less = (
        briefing(desk, home),
        briefing(workspace_of(CHARACTERS), home),
        one_widget(),
        pager(folder),
    )
    running = {"one widget": peer, "library, 100,000 rows": library, "reader, 1 MB": reader}
    if less:
        running["less"] = less
    library.press("j")
    library.wait(second_row)
    reader.wait("Measured")
    reader.press("enter")
    reader.wait("Reader")
    peer.wait("ready")
    try:
        yield running
    finally:
        for terminal in running.values():
            terminal.close()


def main() -> None:
    """Press keys in turns, so that what else the machine does falls on each alike."""
    with tempfile.TemporaryDirectory() as folder, programs(Path(folder)) as running:
        figures: dict[str, list[float]] = {name: [] for name in running}
        for _ in range(ROUNDS):
            for name, terminal in running.items():
                figures[name] += [terminal.answer("j") * 1000 for _ in range(KEYS)]
    floor = statistics.median(figures["one widget"])
    for name, times in figures.items():
        median = statistics.median(times)
        ours = name not in {"one widget", "less"}
        print(
            f"{name:24} {median:6.1f} ms"
            + (f"   × {median / floor:.2f} {verdict(median / floor, LIMIT)}" if ours else "")
        )


if __name__ == "__main__":
    main()
