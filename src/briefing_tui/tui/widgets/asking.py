"""Questions: a screen on top of another that gives an answer and goes."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

from ..turns import CURRENT

_Answer = TypeVar("_Answer")


class Asking(ModalScreen[_Answer]):
    """A question; keys that a flow makes wait go on when it is there, and wait again for what follows the answer."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = CURRENT.get()

    def on_mount(self) -> None:
        if self._turn:
            self._turn.leave()

    def answer(self, answer: _Answer) -> None:
        """Give the answer and go."""
        if self._turn:
            self._turn.take()
        _ = self.dismiss(answer)  # awaiting it from here would wait for oneself
