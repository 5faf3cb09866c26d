"""Which themes hold: ticked in a list, where one can be added or renamed too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from ...widgets.choice import Several
from .themes import Option

ADD, RENAME, CORRECT = "+", "=", "~"
"""The first of the answers where a theme is to be added, or the one whose id follows is to be renamed or corrected."""
MADE = "is made, and ticked for this article: space takes it off"


class ThemeChoice(Several):
    """Asks on which themes an article is; the answer is their ids, behind a sign where a theme itself is to change.

    Args:
        options: the themes.
        chosen: the ids of those that hold now.
        made: the id of one that was made just now, and is ticked for that; the cursor begins there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "new theme"),
        Binding("r", "rename", "another name"),
        Binding("e", "correct", "correct"),
    ]
    HINT = "space ticks · a new · r rename · e correct · enter done · esc cancel"

    def __init__(self, options: Sequence[Option], chosen: Collection[str], made: str = "") -> None:
        said = f"‘{next((label for name, label, _ in options if name == made), made)}’ {MADE}" if made else ""
        super().__init__("On which themes is this article?", options, chosen=chosen, context=said)
        self._new = made

    def on_mount(self) -> None:
        if self._new:
            self._list.go_to(self._new)

    def action_add(self) -> None:
        self.answer((ADD, *self.taken("")))

    def action_rename(self) -> None:
        if self._list.key:
            self.answer((RENAME + self._list.key, *self.taken("")))

    def action_correct(self) -> None:
        if self._list.key:
            self.answer((CORRECT + self._list.key, *self.taken("")))
