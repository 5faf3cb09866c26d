"""Questions: a screen on top of another that gives an answer and goes."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

_Answer = TypeVar("_Answer")


class Asking(ModalScreen[_Answer]):
    """A question."""

    def answer(self, answer: _Answer) -> None:
        """Give the answer and go."""
        _ = self.dismiss(answer)  # awaiting it from here would wait for oneself
