"""CPU time of a key in the library's list of 100,000 articles: the median and the 95th of 100.

A key held down comes 30 times a second, and the preview waits for the cursor to rest; pressed one by one, each key also
pays for the preview of its article, which is read, matched and drawn after the list. All threads count: the first
keys of a session share the time with the thread that looks for changed files, and are shown without a verdict.
"""

from __future__ import annotations

import asyncio
import os
from time import process_time
from typing import Any

from textual import events
from textual.pilot import Pilot

from benchmarks.corpus import ready
from benchmarks.timing import spread, verdict
from briefing_tui.tui import BriefingApp
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.e2e.terminal import environment

ARTICLES = 100_000
SIZE = (120, 40)
RUNS = {"down": "down", "up": "up", "half a page down": "pagedown", "to the end and back": "end home"}
KEYS = 100
REPEAT = 1 / 30
"""Seconds between two keys of a keyboard that repeats."""
MEDIAN, MOST = 16, 30
"""Milliseconds that a key may take, and 95 of 100 may."""


async def held_down(app: BriefingApp, keys: list[str]) -> list[float]:
    """Milliseconds of CPU of each key that comes before the one before it has rested."""
    figures = []
    for n in range(KEYS):
        before = process_time()
        app.post_message(events.Key(keys[n % len(keys)], None))
        await asyncio.sleep(REPEAT)
        figures.append((process_time() - before) * 1000)
    return figures


async def one_by_one(pilot: Pilot[Any], keys: list[str]) -> list[float]:
    """Milliseconds of CPU of each key, until the screen has been drawn."""
    figures = []
    for n in range(KEYS):
        before = process_time()
        await pilot.press(keys[n % len(keys)])
        figures.append((process_time() - before) * 1000)
    return figures


async def measure(app: BriefingApp) -> None:
    """Press keys and print what they cost."""
    async with app.run_test(size=SIZE) as pilot:
        while not (app.screen.query("#articles") and len(app.screen.query_one("#articles", RowList).shown) == ARTICLES):
            await pilot.pause(0.05)
        median, most = spread(await held_down(app, ["down"]))
        print(f"{'as files are looked at':22} {median:5.1f} ms, p95 {most:5.1f} ms")
        while app.workspace.articles.scanning:
            await pilot.pause(0.05)
        for name, keys in RUNS.items():
            median, most = spread(await held_down(app, keys.split()))
            print(f"{name:22} {median:5.1f} ms {verdict(median, MEDIAN)}, p95 {most:5.1f} ms {verdict(most, MOST)}")
            await pilot.pause(0.5)
            median, most = spread(await one_by_one(pilot, keys.split()))
            print(f"{'  and its preview':22} {median:5.1f} ms, p95 {most:5.1f} ms")


def main() -> None:
    """Open the app on 100,000 articles."""
    folder, home = ready(ARTICLES)
    os.environ.update({name: value for name, value in environment(home).items() if name.startswith("XDG_")})
    workspace = Workspace.open(folder)
    app = BriefingApp(workspace)
    asyncio.run(measure(app))
    app.desk.close()
    workspace.close()


if __name__ == "__main__":
    main()
