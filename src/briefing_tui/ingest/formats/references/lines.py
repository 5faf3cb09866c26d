"""Line numbers of positions in a text."""

from __future__ import annotations

from bisect import bisect_left


class LineNumbers:
    """Tells the 1-based line of a position."""

    def __init__(self, text: str) -> None:
        self._ends = [at for at, character in enumerate(text) if character == "\n"]

    def of(self, position: int) -> int:
        """The line that a position stands on."""
        return bisect_left(self._ends, position) + 1
