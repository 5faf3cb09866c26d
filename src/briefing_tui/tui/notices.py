"""Notices: what the app tells, one text at a time, and how long each stands. How it is shown: `toasts`."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ..workspace import Workspace

SHORT_NOTICE, LONG_NOTICE = 4.0, 15.0
"""Seconds that a notice stays: a result, an error."""
LONG_TEXT = 120
"""Characters of a text that takes as long to read as an error."""
FRESH = 1.0
"""Seconds in which a notice may have led to the screen that is shown now; an older one belongs to the one before."""

Show = Callable[[str, bool, float], object]
"""Shows a text, whether it is an error, for so many seconds; an empty text takes away what is shown."""


class Notices:
    """Tells what a key did, what went wrong, and what others changed.

    Args:
        show: shows it.
        clock: seconds.
    """

    def __init__(self, show: Show, clock: Callable[[], float] = monotonic) -> None:
        self._show_for = show
        self._clock = clock
        self.last = ""
        """What was told last."""
        self._told = -SHORT_NOTICE
        self._news, self._news_came = "", -SHORT_NOTICE

    def tell(
        self, text: str, *, error: bool = False, more: bool = False, news: bool = False, lasting: bool = False
    ) -> None:
        """Tell something in the place of what was told before.

        Args:
            text: what to tell.
            error: something went wrong.
            more: it goes below what is still fresh.
            news: somebody else changed something: no key of the person's takes that away before it can be read.
            lasting: it stays as long as an error does.
        """
        now = self._clock()
        kept = self._fresh_news(now)
        if news:
            self._news, self._news_came = f"{kept}\n{text}".strip(), now
        elif kept and kept not in text:
            text = f"{text}\n{kept}"
        if more and now - self._told < SHORT_NOTICE and text not in self.last:
            text = f"{self.last}\n{text}"
        self.last, self._told = text, now
        self._show(text, error=error, lasting=lasting)

    def quiet(self) -> None:
        """Take away what was told, but for fresh news."""
        self._told = -SHORT_NOTICE
        news = self._fresh_news(self._clock())
        if not news:
            self._show("")
        elif self.last != news:
            self.last = news
            self._show(news)

    def forget_news(self) -> None:
        """What others changed is of no interest any more."""
        self._news = ""

    def leave_screen(self) -> None:
        """Take away what was told on another screen."""
        if self._clock() - self._told > FRESH:
            self.quiet()

    def _fresh_news(self, now: float) -> str:
        return self._news if now - self._news_came < SHORT_NOTICE else ""

    def _show(self, text: str, *, error: bool = False, lasting: bool = False) -> None:
        long = error or lasting or len(text) > LONG_TEXT
        self._show_for(text, error, LONG_NOTICE if long else SHORT_NOTICE)


def log_file(workspace: Workspace) -> Path:
    """Where unexpected errors are written down."""
    return workspace.locations.state / "briefing.log"
