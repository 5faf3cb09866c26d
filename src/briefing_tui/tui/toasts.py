"""One notice at a time, over the last lines of the screen: Textual would stack them."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from rich.cells import cell_len
from textual import on
from textual.app import ScreenStackError
from textual.notifications import Notification

from .lines import harmless
from .turns import KeysInTurn
from .widgets.row_list import RowList

FOOTER, RULE = 1, 1
"""Lines below a notice, and of the rule over it."""


class OneToast(KeysInTurn):
    """An app that shows one notice at a time, which hides no row that a person is working on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._toast = ""

    def show_toast(self, text: str, error: bool, seconds: float) -> None:
        """Show a text or, where it is empty, nothing; see `notices.Show`.

        Textual's own way goes through the queue, so that two notices of one moment would both stay, and it leaves
        alone one whose widgets are still being made.
        """
        if not text and not self._toast:
            return
        self._toast = text
        self._notifications.clear()
        if text:
            shown = "\n".join(map(harmless, text.split("\n")))
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
            told = sum(max(1, -(-cell_len(part) // (self.size.width - 2))) for part in self._toast.split("\n"))
            above = isinstance(rows, RowList) and _ends(rows) > self.size.height - FOOTER - RULE - told
            self.screen.set_class(above, "-told-above")


def _ends(rows: RowList) -> int:
    """The line of the screen after the row at the cursor and what is opened below it."""
    opened = rows.virtual_size.height - len(rows.shown)
    return rows.region.y + rows.cursor - rows.scroll_offset.y + 1 + opened
