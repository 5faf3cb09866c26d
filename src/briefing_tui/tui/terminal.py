"""The terminal that the app runs in."""

from __future__ import annotations

from time import sleep

from textual.drivers.linux_driver import LinuxDriver

HANDOVER = 0.000_05
"""Seconds of rest in which the thread that writes to the terminal gets its turn."""


class PromptTerminal(LinuxDriver):
    """A terminal that shows what was drawn before the app goes on.

    Textual writes in a thread of its own. Without a rest that thread has to wait, for Python's lock, until all that a
    key brings about has been done: as long again as it takes to draw the screen.
    """

    def write(self, data: str) -> None:
        """Write, and have it written."""
        super().write(data)
        sleep(HANDOVER)
