"""CPU time of a key in the reader: 60 kB beside 1 MB, and beside an app of one widget, all through Textual's pilot.

The peer is a `Static` whose text changes at each key: what the framework itself costs. The widget is measured alone and
as the app has it, in the reader's screen with header, status line and the draft.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from benchmarks.timing import spread, verdict
from briefing_tui.model import Article, Metadata
from briefing_tui.model.display import display_text
from briefing_tui.reading import Passages
from briefing_tui.tui import BriefingApp
from briefing_tui.tui.reader import Layout, ReaderView
from briefing_tui.workspace import Workspace, make

KEYS = 48
ROUNDS = 5
SIZE = (120, 40)
PARAGRAPH = (
    "The line is staffed at both ends by officers who speak the other side’s language. It has rung twice a week since "
    "Oct. 7, by one account; by another, far less often. Nobody in the U.S. or elsewhere was told what was said on it, "
    "and the two armies, which had no wish to meet by accident, kept it that way. “It works,” said one of them."
)


def article(size: int) -> Article:
    """An article of about `size` characters."""
    count = size // (len(PARAGRAPH) + 2)
    return Article("measured", Metadata(title="Measured", language="en"), "\n\n".join([PARAGRAPH] * count))


class Peer(App[None]):
    """One widget that shows how many keys came."""

    count = 0

    def compose(self) -> ComposeResult:
        """The widget."""
        yield Static("0")

    def on_key(self) -> None:
        """Show it."""
        self.count += 1
        self.query_one(Static).update(str(self.count))


class Alone(App[None]):
    """The reader and nothing else."""

    def __init__(self, shown: Article) -> None:
        super().__init__()
        self.shown = shown

    def compose(self) -> ComposeResult:
        """The reader."""
        yield ReaderView()

    def on_mount(self) -> None:
        """Show the article."""
        view = self.query_one(ReaderView)
        view.show(self.shown)
        view.focus()


async def costs(pilot: Pilot[Any], keys: Sequence[str]) -> list[float]:
    """Milliseconds of CPU of each key, until the screen has been drawn."""
    figures = []
    for key in keys:
        before = process_time()
        await pilot.press(key)
        figures.append((process_time() - before) * 1000)
    return figures


async def rounds(app: App[Any], prepare: Callable[[Pilot[Any]], Awaitable[None]], keys: str) -> list[float]:
    """The cost of each of a run of keys, several times, each from the beginning of the article."""
    sequence = keys.split() * (KEYS // len(keys.split()))
    figures: list[list[float]] = []
    async with app.run_test(size=SIZE) as pilot:
        await prepare(pilot)
        for _ in range(1 + ROUNDS):
            await pilot.press("g")
            figures.append(await costs(pilot, sequence))
    return [figure for run in figures[1:] for figure in run]


async def nothing(pilot: Pilot[Any]) -> None:
    """Begin at once."""
    await pilot.pause()


def workspace_of(size: int) -> Path:
    """A workspace with one article of about `size` characters."""
    places = make(Path(tempfile.mkdtemp()) / "measured")
    header = "---\nformat: 1\ntype: article-newspaper\ntitle: Measured\nlanguage: en\n---\n"
    (places.corpus / "measured.md").write_text(header + article(size).text + "\n", encoding="utf-8")
    return places.root


def in_the_app(size: int) -> tuple[BriefingApp, Callable[[Pilot[Any]], Awaitable[None]]]:
    """The app on a workspace with one article, and how it is opened."""
    workspace = Workspace.open(workspace_of(size))
    workspace.articles.scan()
    workspace.briefs.new("note", "A note")
    workspace.last_brief = "note"
    app = BriefingApp(workspace)

    async def prepare(pilot: Pilot[Any]) -> None:
        while app.desk.session is None:
            await pilot.pause(0.01)
        await pilot.press("enter")
        while not (app.screen.query(ReaderView) and app.screen.query_one(ReaderView).sentence):
            await pilot.pause(0.01)

    return app, prepare


def layout_cost(shown: Article) -> float:
    """Milliseconds of CPU to wrap an article."""
    text, blocks = display_text(shown.text), [b.span for b in Passages(shown).blocks]
    before = process_time()
    Layout(text, blocks, 76)
    return (process_time() - before) * 1000


async def measure() -> None:
    """Measure and print."""
    folder = tempfile.mkdtemp()
    os.environ.update(dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), folder))
    small, large = article(60_000), article(1_000_000)
    print(f"wrap 1 MB to 76 cells: {statistics.median(layout_cost(large) for _ in range(7)):.1f} ms")
    peer = statistics.median(await rounds(Peer(), nothing, "j"))
    print(f"{'one widget':34} {peer:6.2f} ms a key")
    for keys, name in (("j", "by sentence"), ("space", "by half a page"), ("s + + < - escape j", "select and trim")):
        say(f"alone, {name}", [await rounds(Alone(shown), nothing, keys) for shown in (small, large)], peer)
    figures = []
    for size in (60_000, 1_000_000):
        app, prepare = in_the_app(size)
        figures.append(await rounds(app, prepare, "j"))
        app.desk.close()
    say("in the app, by sentence", figures, peer)


def say(name: str, figures: Sequence[Sequence[float]], peer: float) -> None:
    """One line: the medians of 60 kB and 1 MB, their ratio, the ratio to the peer, and what few keys of 1 MB exceed."""
    (small, _), (large, most) = map(spread, figures)
    ratios = f"× {large / small:.2f} {verdict(large / small, 1.2)}, {large / peer:.2f} x one widget"
    print(f"{name:30} {small:5.1f} ms at 60 kB, {large:5.1f} at 1 MB {verdict(large, 16)}, {ratios}")
    print(f"{'':30} p95 {most:5.1f} at 1 MB {verdict(most, 30)}")


def main() -> None:
    """Measure."""
    asyncio.run(measure())


if __name__ == "__main__":
    main()
