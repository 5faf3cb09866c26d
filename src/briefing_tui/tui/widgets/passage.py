"""A pane that shows ready lines from the top and cuts what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from ..lines import ROLES, Line

Maker = Callable[[int], Sequence[Line]]
"""Makes the lines for a width in cells."""


class Passage(Widget, can_focus=False):
    """Lines that are made for the width at hand."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row--{role}" for role in ROLES}
    maker: reactive[Maker | None] = reactive[Maker | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()

    def watch_maker(self) -> None:
        self._make()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self._make()

    def _make(self) -> None:
        width = self.size.width
        self._lines = self.maker(width) if self.maker and width > 0 else ()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        if y >= len(self._lines):
            return Strip.blank(width, base)
        segments = [
            Segment(piece.text, base + self.get_component_rich_style(f"row--{piece.role}", partial=True))
            for piece in self._lines[y]
        ]
        return Strip(segments).adjust_cell_length(width, base)
