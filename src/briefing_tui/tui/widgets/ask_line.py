"""A question in the line above the footer: what to find, which paragraph to go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class AskLine(Input):
    """A line that is seen only while it is used, so that the text stays in view."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "cancel")]
    DEFAULT_CSS = """
    AskLine { dock: bottom; height: 1; margin-bottom: 1; border: none; padding: 0 1; display: none; }
    AskLine.-asking { display: block; }
    """

    @dataclass
    class Typed(Message):
        """The answer so far."""

        line: AskLine
        text: str

    @dataclass
    class Answered(Message):
        """The answer; `None` where the person went away."""

        line: AskLine
        text: str | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, compact=True, select_on_focus=False)

    def ask(self, question: str, value: str = "") -> None:
        """Show the line with what is asked for as long as nothing is typed."""
        self.placeholder = question
        with self.prevent(Input.Changed):
            self.value = value
        self.action_select_all()
        self.add_class("-asking")
        self.focus()

    @on(Input.Changed)
    def tell_typed(self, event: Input.Changed) -> None:
        """Pass on what is typed, letter by letter."""
        event.stop()
        if self.has_class("-asking"):
            self.post_message(self.Typed(self, self.value))

    @on(Input.Submitted)
    def tell_answer(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self._close(self.value.strip())

    def action_leave(self) -> None:
        self._close(None)

    def on_blur(self) -> None:
        self.remove_class("-asking")

    def _close(self, answer: str | None) -> None:
        self.remove_class("-asking")
        self.post_message(self.Answered(self, answer))
