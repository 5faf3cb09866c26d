"""Keys in turn: each takes effect before the next is looked at, so that a burst goes where a slow typist's keys would.

Textual looks for the commands of a key only once the key has come up from the widget with the focus to the app, and
for some of them before; keys that follow at once would overtake it, or reach a screen that is about to be covered.

A key has taken effect when every widget that it could reach has looked at it, the screen on top has its widgets and
its focus, and no flow that it began is still to ask something or to fill that screen. None of these is a matter of
time: each comes about, or goes away with its widget, however busy the machine is.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextvars import ContextVar
from math import inf
from typing import Any

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.widget import Widget

LOOK = 0.005
"""Seconds between two looks whether keys can go on."""
HOP = 0.1
"""Seconds between two looks whether a widget that has something to look at is still there."""

_Typed = events.Key | events.Paste


class Turn:
    """A flow that may be about to ask something or to fill a screen; keys wait for it.

    Args:
        node: the widget, screen or app that it belongs to; a flow of one that goes away is not waited for.
        waited_for: the flows that keys wait for.
    """

    def __init__(self, node: DOMNode, waited_for: set[Turn]) -> None:
        self.node = node
        self._waited_for = waited_for

    def take(self) -> None:
        """Let keys wait."""
        self._waited_for.add(self)

    def leave(self) -> None:
        """Let keys go on."""
        self._waited_for.discard(self)


class Commanded:
    """A widget whose keys are commands: they are looked for at once, and not when a key has come up from it to the app.

    The way up takes as long as a change of the screen itself.
    """

    @property
    def takes_keys(self) -> bool:
        """Whether, just now, keys are something else."""
        return False


class Unforeseen:
    """A screen that comes only at times: keys that were pressed before it could be seen were not meant for it."""

    seen_at = inf
    """Since when it is there to be seen, as messages have their time; set once it has its words."""


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
        elif self._in_turn is None and not self._is_ready():
            self._waiting.append(event)
            self._settle_for(event)
        elif self._is_early(event):
            self._settle_for(event)
        else:
            self._in_turn = event
            if not await self._command(event):
                await super().on_event(event)
            self._settle_for(event)

    def key_comes(self) -> None:
        """Called before a key has its effect, unless it is text."""

    async def _command(self, event: _Typed) -> bool:
        """Run the command of a key where it can be nothing else; whether there was one."""
        at: object = self.focused
        if not isinstance(event, events.Key) or not isinstance(at, Commanded) or at.takes_keys:
            return False
        self.key_comes()
        return await self._check_bindings(event.key, priority=True) or await self._check_bindings(event.key)

    def _is_early(self, event: _Typed) -> bool:
        """Whether an event comes from before anybody could see what it would answer, or when the app has been left."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return screen is None or (isinstance(screen, Unforeseen) and event.time < screen.seen_at)

    def _next(self) -> _Typed | None:
        """The first that waits; with a letter for a field come those that follow it, as one key that is drawn once."""
        first = self._waiting.popleft() if self._waiting else None
        if isinstance(first, events.Key) and (letters := self._letters(first)):
            while self._waiting and (more := self._letters(self._waiting[0])):
                letters += more
                self._waiting.popleft()
            first.character = letters
        return first

    def _letters(self, event: _Typed) -> str:
        """What a key adds to the field that has the focus; empty for a command, and for what is pasted."""
        field = self.focused
        if not isinstance(event, events.Key) or not event.is_printable or field is None:
            return ""
        return (event.character or "") if field.check_consume_key(event.key, event.character) else ""

    def _settle_for(self, event: _Typed) -> None:
        self._in_turn = event
        self._settling = asyncio.create_task(self._settle())

    async def _settle(self) -> None:
        """Wait until an event has taken effect, then look at the next."""
        try:
            await _drain(self._reached)  # the key itself
            settled = None
            while settled is not self._reached:
                settled = self._reached
                await _drain(settled)  # what it made widgets tell each other
                while not self._is_ready():  # noqa: ASYNC110 - screens and flows come from many places
                    await asyncio.sleep(LOOK)
        except ScreenStackError:
            pass  # the app is left: there is nothing that a key could reach
        finally:
            self._in_turn = self._next() if self.screen_stack else None
            if self._in_turn is not None:
                self.post_message(self._in_turn)

    @property
    def _reached(self) -> Widget:
        """What a key reaches first."""
        return self.focused or self.screen

    def _is_ready(self) -> bool:
        """Whether the screen on top has its widgets, and so the focus, and no flow is about to cover or fill it."""
        self.flows.difference_update([turn for turn in self.flows if not turn.node.is_running])
        return not self.flows and self.screen.is_mounted


async def _drain(first: Widget) -> None:
    """Wait until all from a widget up to the app have looked at what they were sent; but not for one that goes."""
    for node in first.ancestors_with_self:
        passed = _Passed()
        if node.post_message(events.Callback(passed.note)):
            while not passed.at.done() and node.is_running:
                await asyncio.wait((passed.at,), timeout=HOP)


class _Passed:
    """A moment that comes when a widget has looked at all that it was sent before."""

    def __init__(self) -> None:
        self.at: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def note(self) -> None:
        """Say that it has come."""
        self.at.set_result(None)
