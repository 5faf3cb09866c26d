"""Which themes hold: ticked in a list, where one can be added or renamed too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from ...widgets.choice import Several
from .themes import Option

ADD, RENAME, CORRECT = "+", "=", "~"
"""The first of the answers where a theme is to be added, or the one whose id follows is to be renamed or corrected."""


class ThemeChoice(Several):
    """Asks on which themes an article is; the answer is their ids, behind a sign where a theme itself is to change.

    Args:
        options: the themes.
        chosen: the ids of those that hold now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "new theme"),
        Binding("r", "rename", "another name"),
        Binding("e", "correct", "correct"),
    ]
    HINT = "space ticks · a new · r rename · e correct · enter done · esc cancel"

    def __init__(self, options: Sequence[Option], chosen: Collection[str]) -> None:
        super().__init__("On which themes is this article?", options, chosen=chosen)

    def action_add(self) -> None:
        self.answer((ADD, *self.taken("")))

    def action_rename(self) -> None:
        if self._list.key:
            self.answer((RENAME + self._list.key, *self.taken("")))

    def action_correct(self) -> None:
        if self._list.key:
            self.answer((CORRECT + self._list.key, *self.taken("")))
