"""Keys in turn: each takes effect before the next is looked at, so that a burst goes where a slow typist's keys would.

Textual looks for the commands of a key only once the key has come up from the widget with the focus to the app, and
for some of them before; keys that follow at once would overtake it, or reach a screen that is about to be covered.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextvars import ContextVar
from typing import Any

from textual import events
from textual.app import App, ScreenStackError
from textual.screen import Screen

LOOK, LOOKS = 0.005, 100
"""Seconds between two looks whether a question is there, and how many; after that keys go on, whatever happens."""
HOP = 0.1
"""Seconds that a widget is given to look at what it was sent; one that goes away never does."""


_Typed = events.Key | events.Paste


class Turn:
    """A flow that may be about to ask something; keys wait for its question.

    Args:
        waited_for: the flows that keys wait for.
    """

    def __init__(self, waited_for: set[Turn]) -> None:
        self._waited_for = waited_for

    def take(self) -> None:
        """Let keys wait."""
        self._waited_for.add(self)

    def leave(self) -> None:
        """Let keys go on."""
        self._waited_for.discard(self)


CURRENT: ContextVar[Turn | None] = ContextVar("turn", default=None)
"""The turn of the flow that runs."""


class KeysInTurn(App[int]):
    """An app that looks at a key when the one before has taken effect."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.flows: set[Turn] = set()
        self._waiting: deque[_Typed] = deque()
        self._in_turn: _Typed | None = None
        self._settling: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._in_turn not in {None, event}:
            self._waiting.append(event)
        elif self._in_turn is None and self._is_text(event):
            await super().on_event(event)  # the field's own queue keeps the order
        else:
            self._in_turn = event
            await super().on_event(event)
            self._settling = asyncio.create_task(self._settle())

    def _is_text(self, event: _Typed) -> bool:
        """Whether an event is text for the field that has the focus."""
        if isinstance(event, events.Paste):
            return True
        field = self.focused
        return field is not None and event.is_printable and field.check_consume_key(event.key, event.character)

    async def _settle(self) -> None:
        """Wait until an event has taken effect, then look at the next."""
        try:
            await self._drain()  # the key itself
            await self._drain()  # what it made widgets tell each other
            for _ in range(LOOKS):
                if self._is_ready():
                    break
                await asyncio.sleep(LOOK)
            self.flows.clear()
        except ScreenStackError:
            self._waiting.clear()  # the app is left: there is nothing that a key could reach
        finally:
            self._in_turn = self._waiting.popleft() if self._waiting else None
            if self._in_turn is not None:
                self.post_message(self._in_turn)

    async def _drain(self) -> None:
        """Wait until all from the focused widget up to the app have looked at what they were sent."""
        for node in (self.focused or self.screen).ancestors_with_self:
            done = asyncio.Event()
            if node.call_later(done.set):
                try:
                    await asyncio.wait_for(done.wait(), HOP)
                except TimeoutError:
                    return

    def _is_ready(self) -> bool:
        """Whether the screen on top takes keys and no flow is about to cover it."""
        return not self.flows and takes_keys(self.screen)


def takes_keys(screen: Screen[Any]) -> bool:
    """Whether a screen has its widgets, and the focus where there is anything to take it."""
    return screen.focused is not None or (screen.is_mounted and not screen.focus_chain)
