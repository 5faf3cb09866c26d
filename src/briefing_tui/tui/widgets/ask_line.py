"""A question in the line above the footer: what to find, which paragraph to go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from .line_input import LineInput


class _Field(LineInput):
    HINTS = (("enter", "go there"), ("esc", "cancel"))


class AskLine(Horizontal):
    """A line that is seen only while it is used, so that the text stays in view.

    Args:
        question: what is asked for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "cancel")]
    DEFAULT_CSS = """
    AskLine {
        dock: bottom; height: 1; margin-bottom: 1; padding: 0 1; display: none;
        & > Static { width: auto; margin-right: 1; }
        & > Input { width: 1fr; border: none; padding: 0; height: 1; }
    }
    AskLine.-asking { display: block; }
    """

    @dataclass
    class Typed(Message):
        """The answer so far."""

        line: AskLine
        text: str

        @property
        def control(self) -> AskLine:
            """The line."""
            return self.line

    @dataclass
    class Answered(Message):
        """The answer; `None` where the person went away."""

        line: AskLine
        text: str | None

        @property
        def control(self) -> AskLine:
            """The line."""
            return self.line

    def __init__(self, question: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._question = question

    def compose(self) -> ComposeResult:
        yield Static(self._question, markup=False)
        yield _Field(compact=True, select_on_focus=False)

    def ask(self, value: str = "", placeholder: str = "") -> None:
        """Show the line and take what is typed."""
        field = self.query_one(Input)
        field.placeholder = placeholder
        with field.prevent(Input.Changed):
            field.value = value
        field.action_select_all()
        self.add_class("-asking")
        field.focus()

    @on(Input.Changed)
    def tell_typed(self, event: Input.Changed) -> None:
        """Pass on what is typed, letter by letter."""
        event.stop()
        self.post_message(self.Typed(self, event.value))

    @on(Input.Submitted)
    def tell_answer(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self._leave(event.value.strip())

    def action_leave(self) -> None:
        self._leave(None)

    def _leave(self, answer: str | None) -> None:
        self.remove_class("-asking")
        self.post_message(self.Answered(self, answer))
