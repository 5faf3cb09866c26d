"""What the tests of the app share: an app on a workspace, and waiting for what keys bring about."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any, TypeVar, cast

from textual import events
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from briefing_tui.tui import BriefingApp
from briefing_tui.tui.commands import textual_key
from briefing_tui.tui.lines import plain
from briefing_tui.tui.screens.place import PlaceScreen
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace

SMALL, LARGE = (80, 24), (160, 48)
PATIENCE = 10.0
"""Seconds after which a wait has failed."""

_Widget = TypeVar("_Widget", bound=Widget)


class Shell:
    """The app as a person at the keyboard has it."""

    def __init__(self, app: BriefingApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Screen[Any]:
        """What is on top."""
        return self.app.screen

    def one(self, kind: type[_Widget], selector: str = "") -> _Widget:
        """The widget of a kind on the screen on top."""
        return self.screen.query_one(selector, kind) if selector else self.screen.query_one(kind)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until each has taken effect."""
        await self.pilot.press(*keys)
        await self.until(lambda: self.app._in_turn is None, f"no end of {keys}")

    async def tap(self, *keys: str) -> None:
        """The same without the pauses of the pilot: the app itself says when each has taken effect."""
        for key in keys:
            (binding,) = Binding.make_bindings([(textual_key(key), "")])
            self.app.post_message(events.Key(binding.key, {"space": " "}.get(key, key if len(key) == 1 else None)))
        looked = asyncio.Event()
        self.app.call_later(looked.set)  # comes after the keys
        await looked.wait()
        await self.until(lambda: self.app._in_turn is None, f"no end of {keys}")

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.tap(*("space" if c == " " else c for c in text))
        await self.pilot.pause()

    async def until(self, condition: Callable[[], Any], why: str = "") -> None:
        """Wait for a condition."""
        end = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < end, (
                f"{why or 'it did not come about'}; last told: {self.app.notices.last!r}; on the screen:\n{self.seen()}"
            )
            await self.pilot.pause(0.01)

    async def on(self, name: str) -> None:
        """Wait until a screen of that class is on top and settled."""
        await self.until(lambda: type(self.screen).__name__ == name, f"no {name} but {self.screen}")
        await self.pilot.pause()

    async def go(self, *keys: str, to: str) -> None:
        """Press keys and wait for a screen."""
        await self.press(*keys)
        await self.on(to)

    def rows(self, selector: str = "RowList") -> list[str]:
        """The rows of a list, as plain text."""
        shown = self.one(RowList, selector).shown
        return [plain(shown.line(n, 200)) for n in range(len(shown))]

    def seen(self) -> str:
        """The characters on the screen."""
        width, height = self.app.size
        lines = self.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text[:width].rstrip() for strip in lines[:height])

    @property
    def place(self) -> PlaceScreen:
        """The screen on top, where it is one of the app's places."""
        return cast("PlaceScreen", self.screen)


@asynccontextmanager
async def opened(
    workspace: Workspace, size: tuple[int, int] = SMALL, brief: str = "", *, notices: bool = False, begun: bool = True
) -> AsyncIterator[Shell]:
    """The app on a workspace; with `brief`, that one is open; with `notices`, what is told is on the screen too.

    It has looked for the brief that it begins with, and told what is wrong with settings, unless `begun` is no.
    """
    if brief:
        workspace.last_brief = brief
    app = BriefingApp(workspace)
    async with app.run_test(size=size, notifications=notices) as pilot:
        shell = Shell(app, pilot)
        await shell.until(lambda: app._early is None, "the first paint")
        await shell.until(lambda: len(workspace.articles.headers()) == 0 or len(shell.one(RowList, "#articles").shown))
        if brief:
            await shell.until(lambda: app.desk.session is not None, "the brief of last time")
        if begun:
            await shell.until(lambda: not app.flows, "what the app begins with")
        yield shell
    app.desk.close()
