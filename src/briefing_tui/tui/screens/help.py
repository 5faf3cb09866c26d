"""Help: every key that works where one was, as it is at this moment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Label

from ...settings import Command, Where
from ..commands import active
from ..lines import Line, Piece, fit, line
from ..widgets.row_list import Lines, RowList

NAMES = {
    Where.EVERYWHERE: "Everywhere",
    Where.LISTS: "In lists",
    Where.LIBRARY: "In the library",
    Where.READER: "While reading",
    Where.DRAFT: "In the draft",
    Where.CHECKLIST: "In the checklist",
    Where.BRIEFS: "Among the briefs",
}


class HelpScreen(ModalScreen[None]):
    """The commands that work on a screen, by place, each with the keys that reach it.

    Args:
        asked: the screen on which help was asked for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,h", "leave", "back")]

    def __init__(self, asked: Screen[None]) -> None:
        super().__init__()
        self._reached = reached(asked)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog help"):
            yield Label("Keys that work here", classes="question", markup=False)
            yield HelpList(Lines(list(rows(self._reached))))
            yield Label("j k move · / filter · esc back", classes="hint", markup=False)

    def on_row_list_filter_asked(self) -> None:
        from ..widgets.prompt import Prompt

        self.app.push_screen(Prompt("Keys whose help contains"), self._filter)

    def _filter(self, words: str | None) -> None:
        self.query_one(HelpList).words = words or ""

    def action_leave(self) -> None:
        self.dismiss(None)


class HelpList(RowList):
    """The rows of the help screen."""

    async def action_back(self) -> None:
        await self.run_action("screen.leave")


def reached(screen: Screen[None]) -> dict[Command, list[str]]:
    """The commands that work on a screen, with the keys that reach them there, in the order of their declaration."""
    from ..app import BriefingApp

    app = screen.app
    assert isinstance(app, BriefingApp)
    working = {found.command.id for found in active(screen)}
    places = dict.fromkeys(Where(found) for found in places_of(screen))
    winners = app.keymap.of(*places)
    keys: dict[Command, list[str]] = {}
    for key, command in winners.items():
        if command.id in working:
            keys.setdefault(command, []).append(key)
    return keys


def places_of(screen: Screen[None]) -> Iterable[str]:
    """The places whose commands meet on a screen, nearest to the cursor first."""
    ids = [binding.id or "" for _, binding, _, _ in screen.active_bindings.values()]
    found = {command_id.rpartition("/")[2].partition(".")[0] for command_id in ids if "/" in command_id}
    own = [where for where in Where if where not in {Where.EVERYWHERE, Where.LISTS}]
    return [where for where in (*own, Where.LISTS, Where.EVERYWHERE) if where in found]


def rows(commands: dict[Command, list[str]]) -> Iterable[tuple[str, Line]]:
    """A heading for each place, then its commands."""
    for where in dict.fromkeys(command.where for command in commands):
        yield where, line(Piece(NAMES[where], "strong"))
        for command, keys in commands.items():
            if command.where is where:
                yield command.id, line("  ", Piece(fit(" ".join(keys), 14), "accent"), " ", command.help)
