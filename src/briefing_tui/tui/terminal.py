"""The terminal that the app runs in."""

from __future__ import annotations

from time import sleep

from textual.drivers import linux_driver

from .pasting import WholePastes

linux_driver.XTermParser = WholePastes  # type: ignore[attr-defined] # the driver has no other door for its reader
HANDOVER = 0.000_05
"""Seconds of rest in which the thread that writes to the terminal gets its turn."""


class PromptTerminal(linux_driver.LinuxDriver):
    """A terminal that shows what was drawn before the app goes on, and takes what is pasted as a whole.

    Textual writes in a thread of its own. Without a rest that thread has to wait, for Python's lock, until all that a
    key brings about has been done: as long again as it takes to draw the screen.
    """

    def write(self, data: str) -> None:
        """Write, and have it written."""
        super().write(data)
        sleep(HANDOVER)

    def let_go(self) -> None:
        """Read no more keys: Python waits for the thread that does, and Textual stops that only in good order."""
        self.exit_event.set()
