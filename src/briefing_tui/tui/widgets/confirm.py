"""A question that is answered with yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from .asking import Asking


class Confirm(Asking[bool]):
    """Asks before something that cannot be undone.

    Args:
        question: what is asked.
        yes: what `y` does, in a word or two.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "say(True)", "yes"),
        Binding("n,escape,q", "say(False)", "no"),
    ]

    def __init__(self, question: str, yes: str = "yes") -> None:
        super().__init__()
        self._question = question
        self._yes = yes

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, classes="question", markup=False)
            yield Label(f"y {self._yes} · n no", classes="hint", markup=False)

    def action_say(self, answer: bool) -> None:
        self.answer(answer)
