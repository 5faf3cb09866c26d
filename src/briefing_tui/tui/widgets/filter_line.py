"""The line in which a filter is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from .line_input import LineInput
from .row_list import RowList


class FilterLine(LineInput):
    """Where a filter is typed; it is seen only while it is used."""

    HINTS = (("enter", "keep"), ("esc", "show all"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", "clear"),
        Binding("down", "leave", "rows", show=False),
    ]
    list: RowList | None = None

    def start(self, rows: RowList, words: str) -> None:
        """Begin to filter a list."""
        self.list = rows
        self.value = words
        self.display = True
        self.focus()

    def action_leave(self) -> None:
        self.display = False
        if self.list:
            self.list.focus()

    def action_drop(self) -> None:
        self.value = ""
        self.action_leave()
