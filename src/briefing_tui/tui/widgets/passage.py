"""A pane that shows ready lines from the top and cuts what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from ..lines import ROLES, Line

Maker = Callable[[int], Iterable[Line]]
"""Makes the lines for a width in cells; no more of them are taken than there is room for."""


class Passage(Widget, can_focus=False):
    """Lines that are made for the width at hand."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row--{role}" for role in ROLES}
    maker: reactive[Maker | None] = reactive[Maker | None](None, always_update=True)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._styles: dict[str, Style] = {}

    def watch_maker(self) -> None:
        self._make()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self._make()

    def _make(self) -> None:
        width, height = self.size
        self._lines = tuple(islice(self.maker(width), height)) if self.maker and width > 0 else ()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self._style("")
        if y >= len(self._lines):
            return Strip.blank(width, base)
        segments = [Segment(piece.text, base + self._style(piece.role)) for piece in self._lines[y]]
        return Strip(segments).adjust_cell_length(width, base)

    def notify_style_update(self) -> None:
        self._styles = {}
        super().notify_style_update()

    def _style(self, role: str) -> Style:
        """The style of a role, without one that of the pane itself; both take long to find out."""
        style = self._styles.get(role)
        if style is None:
            style = self.get_component_rich_style(f"row--{role}", partial=True) if role else self.rich_style
            self._styles[role] = style
        return style
