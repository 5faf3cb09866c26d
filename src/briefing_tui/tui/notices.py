"""Notices: what the app tells, one at a time, over the last lines of the screen."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual import on
from textual.app import ScreenStackError
from textual.notifications import Notification
from textual.screen import Screen

from .lines import harmless
from .turns import KeysInTurn
from .widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from ..workspace import Workspace

SHORT_NOTICE, LONG_NOTICE = 4.0, 15.0
"""Seconds that a notice stays: a result, an error."""
LONG_TEXT = 120
"""Characters of a text that takes as long to read as an error."""
FOOTER, RULE = 1, 1
"""Lines below a notice, and of the rule over it."""
FRESH = 1.0
"""Seconds in which a notice may have led to the screen that is shown now; an older one belongs to the one before."""


class Notices(KeysInTurn):
    """An app that tells what a key did, what went wrong, and what others changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.last_notice = ""
        self._told = -SHORT_NOTICE
        self._news, self._news_came = "", -SHORT_NOTICE

    def notice(
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
        now = monotonic()
        kept = self._fresh_news(now)
        if news:
            self._news, self._news_came = f"{kept}\n{text}".strip(), now
        elif kept and kept not in text:
            text = f"{text}\n{kept}"
        if more and now - self._told < SHORT_NOTICE and text not in self.last_notice:
            text = f"{self.last_notice}\n{text}"
        self.last_notice, self._told = text, now
        self._show(text, error=error, lasting=lasting)

    def quiet(self) -> None:
        """Take away what was told, but for fresh news."""
        self._told = -SHORT_NOTICE
        news = self._fresh_news(monotonic())
        if not news:
            self._show("")
        elif self.last_notice != news:
            self.last_notice = news
            self._show(news)

    def forget_news(self) -> None:
        """What others changed is of no interest any more."""
        self._news = ""

    def _fresh_news(self, now: float) -> str:
        return self._news if now - self._news_came < SHORT_NOTICE else ""

    def _show(self, text: str, *, error: bool = False, lasting: bool = False) -> None:
        """Show a text or, where it is empty, nothing.

        Textual's own way goes through the queue, so that two notices of one moment would both stay, and it leaves
        alone one whose widgets are still being made.
        """
        self._notifications.clear()
        if text:
            shown = "\n".join(map(harmless, text.split("\n")))
            seconds = LONG_NOTICE if error or lasting or len(text) > LONG_TEXT else SHORT_NOTICE
            told = f"✗ {shown}" if error else shown
            self._notifications.add(
                Notification(told, severity="error" if error else "information", timeout=seconds, markup=False)
            )
        with suppress(ScreenStackError):
            _ = self.screen.query("ToastHolder").remove()
        self._refresh_notifications()
        self.call_later(self._uncover)

    @on(RowList.Moved)
    def _uncover(self) -> None:
        """Show what is told at the top where, at the bottom, it would hide the row that a person is working on."""
        with suppress(ScreenStackError):
            rows = self.screen.focused
            told = sum(max(1, -(-cell_len(part) // (self.size.width - 2))) for part in self.last_notice.split("\n"))
            above = isinstance(rows, RowList) and _ends(rows) > self.size.height - FOOTER - RULE - told
            self.screen.set_class(above, "-told-above")

    def screen_changed(self, _: Screen[Any]) -> None:
        """Take away what was told on another screen."""
        if monotonic() - self._told > FRESH:
            self.quiet()


def _ends(rows: RowList) -> int:
    """The line of the screen after the row at the cursor and what is opened below it."""
    opened = rows.virtual_size.height - len(rows.shown)
    return rows.region.y + rows.cursor - rows.scroll_offset.y + 1 + opened


def log_file(workspace: Workspace) -> Path:
    """Where unexpected errors are written down."""
    return workspace.locations.state / "briefing.log"
