"""A question with some answers to pick from; typing filters them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from ..lines import Line, Piece, line
from .row_list import Lines, RowList

Option = tuple[str, str] | tuple[str, str, str]
"""An answer: its key, what is shown, and what is said about it."""


def _row(option: Option, ticked: Collection[str] | None) -> Line:
    sign = "" if ticked is None else ("[x] " if option[0] in ticked else "[ ] ")
    return line(f"{sign}{option[1]}", Piece(f"  {option[2]}" if len(option) > 2 else "", "dim"))


class _Asking(ModalScreen["tuple[str, ...] | None"]):
    """The common part: a field that filters and a list that the arrows move in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel"),
        Binding("down,ctrl+n", "move('down')", "down", show=False, priority=True),
        Binding("up", "move('up')", "up", show=False, priority=True),
        Binding("pagedown", "move('page_down')", "page down", show=False, priority=True),
        Binding("pageup", "move('page_up')", "page up", show=False, priority=True),
    ]
    HINT = "letters filter · ↓ ↑ move · enter takes · esc cancel"

    def __init__(self, title: str, options: Sequence[Option], *, chosen: Collection[str] = (), hint: str = "") -> None:
        super().__init__()
        self._question = title
        self._options = options
        self._chosen = set(chosen)
        self._ticks = False
        self._hint = hint or self.HINT

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, classes="question", markup=False)
            yield Input(placeholder="filter", compact=True)
            rows = RowList(self._rows(), classes="options")
            rows.can_focus = False
            rows.styles.height = min(len(self._options), 14) or 1
            yield rows
            yield Label(self._hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        if self._chosen:
            self._list.go_to(next((o[0] for o in self._options if o[0] in self._chosen), ""))

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def _rows(self) -> Lines:
        return Lines([(o[0], _row(o, self._chosen if self._ticks else None)) for o in self._options])

    @on(Input.Changed)
    def filter_options(self, event: Input.Changed) -> None:
        """Show what contains the letters."""
        self._list.words = event.value

    def action_move(self, how: str) -> None:
        getattr(self._list, f"action_{how}")()

    def action_cancel(self) -> None:
        self.dismiss(None)


class Choice(_Asking):
    """Asks for one of several answers; the answer is a tuple of its key, or `None` where the person went away."""

    @on(Input.Submitted)
    def take(self) -> None:
        """Answer with the row that the cursor is on."""
        if self._list.key:
            self.dismiss((self._list.key,))

    @on(RowList.Opened)
    def take_clicked(self, event: RowList.Opened) -> None:
        """Answer with the row that was clicked."""
        self.dismiss((event.key,))


class Several(_Asking):
    """Asks which of several hold; the answer is their keys in order, or `None` where the person went away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", "tick", priority=True)]
    HINT = "space ticks · letters filter · enter done · esc cancel"

    def __init__(self, title: str, options: Sequence[Option], *, chosen: Collection[str] = (), hint: str = "") -> None:
        super().__init__(title, options, chosen=chosen, hint=hint)
        self._ticks = True

    def action_tick(self) -> None:
        self._chosen ^= {self._list.key}
        self._list.rows = self._rows()

    @on(Input.Submitted)
    def take(self) -> None:
        """Answer with what is ticked."""
        self.dismiss(tuple(o[0] for o in self._options if o[0] in self._chosen))
