"""Questions with answers to pick from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from ...settings import Where
from ..commands import bindings
from ..lines import harmless
from .answers import Answers, Option
from .asking import Asking
from .line_input import LineInput
from .row_list import RowList
from .rows import Tall

TALLEST = 14
"""Rows that are seen at once."""
INSIDE = 68
"""Cells of a row, where the screen is wide enough."""


class Choice(Asking["tuple[str, ...] | None"]):
    """Asks for one of several answers; the answer is a tuple of its key, or `None` where the person went away.

    Args:
        title: the question.
        options: the answers.
        chosen: the key that holds now; the cursor begins there.
        context: what it is about, above the answers.
        hint: a line below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "cancel")]
    HINT = "enter takes · / filter · esc cancel"
    TICKS = False

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        chosen: Collection[str] = (),
        context: str = "",
        hint: str = "",
    ) -> None:
        super().__init__()
        self._question = title
        self._about = context
        self._options = options
        self._chosen = set(chosen)
        self._hint = hint or self.HINT

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, classes="question", markup=False)
            if self._about:
                yield Label(harmless(self._about), classes="context", markup=False)
            rows = ChoiceList(self._rows())
            rows.styles.height = max(1, min(self._rows().tallest(INSIDE), TALLEST))
            yield rows
            words = LineInput(placeholder="letters that must be there", compact=True)
            words.display = False
            yield words
            yield Label(self._hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        if not self.TICKS:
            self._list.go_to(next((o[0] for o in self._options if o[0] in self._chosen), ""))

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def _rows(self) -> Tall:
        return Answers(self._options, frozenset(self._chosen) if self.TICKS else None)

    @on(RowList.FilterAsked)
    def start_filter(self) -> None:
        """Let a person type letters."""
        words = self.query_one(Input)
        words.display = True
        self.set_focus(words)

    @on(Input.Changed)
    def follow_filter(self, event: Input.Changed) -> None:
        """Show what contains the letters."""
        self._list.words = event.value

    @on(Input.Submitted)
    def keep_filter(self) -> None:
        """Go on with the answers that are left."""
        self.set_focus(self._list)

    @on(RowList.Opened)
    def take(self, event: RowList.Opened) -> None:
        """Answer when enter is pressed."""
        self.answer(self.taken(event.key))

    def taken(self, key: str) -> tuple[str, ...]:
        """The answer: what the cursor is on."""
        return (key,)

    def action_back(self) -> None:
        self.answer(None)


class Several(Choice):
    """Asks which of several hold; the answer is their keys in order, or `None` where the person went away."""

    HINT = "space ticks · enter done · / filter · esc cancel"
    TICKS = True

    def action_tick(self) -> None:
        self._chosen ^= {self._list.key}
        self._list.rows = self._rows()

    def taken(self, key: str) -> tuple[str, ...]:  # noqa: ARG002 - what is ticked counts
        """The answer: what is ticked."""
        return tuple(o[0] for o in self._options if o[0] in self._chosen)


class ChoiceList(RowList, inherit_bindings=False):
    """The answers; space ticks where several can hold. No letter takes one or goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "take"),
        Binding("space", "tick", "tick", show=False),
        *(b for b in bindings(Where.LISTS) if isinstance(b, Binding) and b.action not in {"open", "back"}),
    ]

    async def action_tick(self) -> None:
        if isinstance(self.screen, Several):
            self.screen.action_tick()
        else:
            self.action_page_down()

    def action_open(self) -> None:
        if self.key or len(self.shown):
            self.post_message(self.Opened(self, self.key))
