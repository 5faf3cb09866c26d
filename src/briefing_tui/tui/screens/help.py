"""Help: every key that works where one was, as it is at this moment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Label

from ...settings import Where
from ..commands import Active, active
from ..lines import Line, Piece, fit, line
from ..widgets.asking import Asking
from ..widgets.prompt import Prompt
from ..widgets.row_list import Lines, RowList

if TYPE_CHECKING:
    from ..app import BriefingApp

NAMES = {
    Where.EVERYWHERE: "Everywhere",
    Where.LISTS: "In lists",
    Where.LIBRARY: "In the library",
    Where.READER: "While reading",
    Where.DRAFT: "In the draft",
    Where.CHECKLIST: "In the checklist",
    Where.BRIEFS: "Among the briefs",
}


class HelpScreen(Asking[None]):
    """The commands that work on a screen, by place, each with the keys that reach it.

    Args:
        asked: the screen on which help was asked for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,h", "back", "back")]

    def __init__(self, asked: Screen[None]) -> None:
        super().__init__()
        self._commands = active(asked, cast("BriefingApp", asked.app).keymap)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog help"):
            yield Label("Keys that work here", classes="question", markup=False)
            yield RowList(Lines(list(rows(self._commands))))
            yield Label("j k move · / filter · esc back", classes="hint", markup=False)

    def on_row_list_filter_asked(self) -> None:
        _ = self.app.push_screen(Prompt("Keys whose help contains"), self._filter)

    def _filter(self, words: str | None) -> None:
        self.query_one(RowList).words = words or ""

    def action_back(self) -> None:
        self.answer(None)

    action_outward = action_back


def rows(commands: Iterable[Active]) -> Iterable[tuple[str, Line]]:
    """A heading for each place, then its commands."""
    heading = None
    for found in commands:
        where = found.command.where
        if where is not heading:
            heading = where
            yield where, line(Piece(NAMES[where], "strong"))
        yield found.command.id, line("  ", Piece(fit(" ".join(found.keys), 14), "accent"), " ", found.command.help)
