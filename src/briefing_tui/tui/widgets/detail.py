"""A few facts about one thing, on top of the screen that it is on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label

from ..lines import harmless
from .asking import Asking


class Detail(Asking[None]):
    """Shows facts until a person has read them.

    Args:
        title: what they are about.
        facts: what each is called, and what it says; one without a text is left out.
        more: what can be done about it, said below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "close", "back")]

    def __init__(self, title: str, facts: Sequence[tuple[str, str]], *, more: str = "") -> None:
        super().__init__()
        self._about = title
        self._more = more
        self._facts = [(name, text) for name, text in facts if text]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(harmless(self._about), classes="question", markup=False)
            with VerticalScroll(can_focus=True, classes="facts"):
                for name, text in self._facts:
                    yield Label(name, classes="fact", markup=False)
                    yield Label(harmless(text), classes="said-of-it", markup=False)
            yield Label(" · ".join(filter(None, ("esc back", self._more))), classes="hint", markup=False)

    def action_close(self) -> None:
        self.answer(None)
