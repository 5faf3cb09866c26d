"""What is done once keys have rested for a moment: a preview, a search, a place that is remembered."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

TYPING = 0.02
"""Seconds without a key before what is typed is looked for: the keys of a burst are one question."""


class Rest:
    """Calls something when it has not been put off for a while.

    Args:
        owner: the screen or widget whose timers are used.
        seconds: how long the keys must rest.
        do: what is called then.
    """

    def __init__(self, owner: MessagePump, seconds: float, do: Callable[[], object]) -> None:
        self._owner = owner
        self._seconds = seconds
        self._do = do
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Wait anew."""
        self.stop()
        self._timer = self._owner.set_timer(self._seconds, self._do)

    def stop(self) -> None:
        """Wait no longer."""
        if self._timer:
            self._timer.stop()
            self._timer = None
