"""The page gauge: what it costs the app's own process, by key and by layout, and how long the figure takes.

Keys are typed into a text of a brief, each after the gauge has come to rest, so that a layout follows every one: the
worst case. What the app does without the gauge is measured in the same run and taken off, for a key until all of it is
done and for the figure from its coming on, both of the thread that obeys keys; of the whole process what it does with
nothing to do is taken off as well. Wall-clock milliseconds from the key to the figure. The seconds between a key and
the figure of a long brief are in neither: over so many, what an app with nothing to do takes varies by more than a
key.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.long_briefs import ROOT, shipped, with_items
from benchmarks.timing import verdict
from briefing_tui.model import Brief
from briefing_tui.storage import render_brief
from briefing_tui.support.locations import Locations
from briefing_tui.tui import BriefingApp
from briefing_tui.workspace import Workspace

LIMIT, WAIT = 16.0, 1000.0
"""Milliseconds: of a key more with the gauge than without, and to the figure of two pages."""
REST = 1.0
"""Seconds that each key is given at least."""


class Clock:
    """CPU milliseconds of this thread and of the process, less what an app uses that has nothing to do."""

    def __init__(self, idle: tuple[float, float] = (0.0, 0.0)) -> None:
        self._idle = idle
        self._began = time.thread_time(), time.process_time(), time.monotonic()

    def read(self) -> tuple[float, float, float]:
        """Of the thread and of the process; then the milliseconds that have passed."""
        thread, process, began = self._began
        passed = time.monotonic() - began
        own, whole = (time.thread_time() - thread, time.process_time() - process)
        return (own - self._idle[0] * passed) * 1000, (whole - self._idle[1] * passed) * 1000, passed * 1000


async def typed(workspace: Workspace, brief: Brief, keys: str, *, gauge: bool) -> list[float]:
    """Medians: CPU of the thread for a key and once the figure is there, of the process for both, and the wait."""
    app = BriefingApp(workspace)
    app.pages.lays_out = gauge
    laid = asyncio.Event()
    figures = []
    async with app.run_test(size=(120, 40)) as pilot:
        app.watch(app, "laid", laid.set, init=False)
        app.desk.open(brief.id)
        await pilot.press("2")
        await pilot.press("e")
        if gauge:
            await laid.wait()
        await asyncio.sleep(2 * REST)
        clock = Clock()
        await asyncio.sleep(2 * REST)
        own, whole, passed = clock.read()
        for key in keys:
            laid.clear()
            clock = Clock((own / passed, whole / passed))
            at_once = time.thread_time()
            await pilot.press(key)
            at_once = (time.thread_time() - at_once) * 1000
            if gauge:
                await laid.wait()
            wait, later = clock.read()[2], time.thread_time()
            await asyncio.sleep(REST)
            figures.append((at_once, (time.thread_time() - later) * 1000, clock.read()[1], wait))
        await pilot.press("escape", "escape")
        app.desk.close()
    return [statistics.median(column) for column in zip(*figures, strict=True)]


def main() -> None:
    """A brief of two pages, and one of 1,000 excerpts."""
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name, "desk")
        shutil.copytree(ROOT / "corpus", desk / "corpus")
        (desk / "briefs").mkdir()
        briefs = {"two pages": shipped(), "1,000 excerpts": with_items(1000)}
        for brief in briefs.values():
            (desk / "briefs" / f"{brief.id}.yaml").write_text(render_brief(brief), encoding="utf-8")
        workspace = Workspace.open(desk, Locations(*(Path(name, part) for part in ("config", "state", "cache"))))
        workspace.articles.scan()
        try:
            for what, brief in briefs.items():
                keys = "abcdef"
                without = asyncio.run(typed(workspace, brief, keys, gauge=False))
                with_it = asyncio.run(typed(workspace, brief, keys, gauge=True))
                key, coming, all_of_it, _ = (one - other for one, other in zip(with_it, without, strict=True))
                limit = verdict(with_it[3], WAIT) if what == "two pages" else "(an estimate stands there at once)"
                print(f"{what:16} a key more by {key:6.1f} ms CPU {verdict(key, LIMIT)}")
                print(f"{'':16} the figure, once it comes, {coming:4.1f} ms CPU {verdict(coming, LIMIT)}")
                print(f"{'':16} the app's process for a layout {all_of_it:6.1f} ms CPU, off the keys")
                print(f"{'':16} from the key to the figure {with_it[3]:8.0f} ms {limit}")
        finally:
            workspace.briefing.close()


if __name__ == "__main__":
    main()
