"""A list that draws only what is seen: flat in size, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from ...settings import Where
from ..commands import bindings
from ..lines import ROLES, Line
from ..strips import KeptLines
from ..turns import Commanded
from .rows import Filtered, Lines, Rows, index_of

GUTTER = 2
"""Cells at the left for the cursor's sign."""


class RowList(Commanded, KeptLines, can_focus=True):
    """A list over a row provider, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.LISTS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row--{role}" for role in ROLES} | {"row--cursor"}
    DEFAULT_CSS = """
    RowList { overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    rows: reactive[Rows] = reactive[Rows](Lines(), always_update=True)
    cursor: reactive[int] = reactive(0, repaint=False)
    words: reactive[str] = reactive("")
    """Only rows with these letters are shown."""

    @dataclass
    class Moved(Message):
        """The cursor came to another row; `key` is empty where there are none."""

        list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list."""
            return self.list

    @dataclass
    class Opened(Message):
        """A person asked to open a row."""

        list: RowList
        key: str

        @property
        def control(self) -> RowList:
            """The list."""
            return self.list

    @dataclass
    class FilterAsked(Message):
        """A person asked to filter the rows."""

        list: RowList

        @property
        def control(self) -> RowList:
            """The list."""
            return self.list

    def __init__(
        self,
        rows: Rows | None = None,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._shown: Rows = rows or Lines()
        self._below: Sequence[Line] = ()
        self._styles: dict[str, Style] = {}
        self._strips: dict[tuple[int, int], Strip] = {}
        """Rows as they were drawn, by number and width: scrolling draws the same ones again and again."""
        self.set_reactive(RowList.rows, self._shown)

    @property
    def shown(self) -> Rows:
        """The rows that the filter lets through."""
        return self._shown

    @property
    def key(self) -> str:
        """What the cursor is on; empty where there are no rows."""
        return self._shown.key(self.cursor) if 0 <= self.cursor < len(self._shown) else ""

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row with that key, and say whether there is one."""
        index = index_of(self._shown, key)
        if index is None:
            return False
        self.cursor = index
        return True

    def watch_rows(self) -> None:
        self._refill()

    def watch_words(self) -> None:
        self._refill()

    def _refill(self) -> None:
        """Take new rows; the cursor stays on what it was on, else where it was."""
        before = self.key
        self._shown = Filtered.of(self.rows, self.words) if self.words else self.rows
        at = self.cursor
        if before and not (at < len(self._shown) and self._shown.key(at) == before):
            found = index_of(self._shown, before)
            at = at if found is None else found
        at = max(0, min(at, len(self._shown) - 1))
        if at == self.cursor:
            self._lay_out()
            if self.key != before:
                self.post_message(self.Moved(self, self.key))
        self.cursor = at

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self._shown) - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        alone = not self._below
        self._place_cursor()
        if alone and not self._below:  # the other rows stay as they are
            self.refresh_line(before)
            self.refresh_line(cursor)
        else:
            self.refresh()
        self.post_message(self.Moved(self, self.key))

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        if not regions:
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _lay_out(self) -> None:
        self._place_cursor()
        self.refresh()

    def _place_cursor(self) -> None:
        """Make room for what is below the row at the cursor, and bring both into view."""
        width, height = self.scrollable_content_region.size
        if width <= 0:
            return
        self._below = self._opened(width)
        if len(self._shown) + len(self._below) > height and not self.show_vertical_scrollbar:
            self._below = self._opened(width - self.styles.scrollbar_size_vertical)  # it is about to come
        self.virtual_size = Size(width, len(self._shown) + len(self._below))
        self.scroll_to_region(
            Region(0, self.cursor, 1, min(1 + len(self._below), max(1, self.size.height))), animate=False, force=True
        )

    def _opened(self, width: int) -> Sequence[Line]:
        """What is below the row at the cursor."""
        return self._shown.opened(self.cursor, width - GUTTER) if len(self._shown) else ()

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self._lay_out()

    def on_mount(self) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        self._styles = {}
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        row, below = self._place(number)
        base = self._base()
        if row >= len(self._shown):
            return Strip.blank(width, base)
        if row == self.cursor:
            return self._draw(row, below, width)
        strip = self._strips.get((row, width))
        if strip is None:
            strip = self._strips[row, width] = self._draw(row, 0, width)
        return strip

    def _draw(self, row: int, below: int, width: int) -> Strip:
        base = self._base()
        at_cursor = row == self.cursor
        lit = at_cursor and self.has_focus
        if below:
            pieces = self._below[below - 1]
            sign = "  "
        else:
            pieces = self._shown.line(row, width - GUTTER)
            sign = ("▸ " if self.has_focus else "▹ ") if at_cursor else "  "
        cursor = self._style("cursor") if lit and not below else Style.null()
        segments = [Segment(sign, base + self._style("accent") + cursor)]
        segments += [Segment(piece.text, base + self._style(piece.role) + cursor) for piece in pieces]
        return Strip(segments).adjust_cell_length(width, base + cursor)

    def _place(self, number: int) -> tuple[int, int]:
        """The row that a line belongs to, and which of its lines it is."""
        if number <= self.cursor:
            return number, 0
        if number <= self.cursor + len(self._below):
            return self.cursor, number - self.cursor
        return number - len(self._below), 0

    def _base(self) -> Style:
        """The style of the list itself, which takes long to find out."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        return style

    def _style(self, role: str) -> Style:
        style = self._styles.get(role)
        if style is None:
            style = self._styles[role] = self.get_component_rich_style(f"row--{role}", partial=True)
        return style

    def on_click(self, event: events.Click) -> None:
        row, _ = self._place(event.y + self.scroll_offset.y)
        if row < len(self._shown):
            again = row == self.cursor and event.chain > 1
            self.cursor = row
            if again:
                self.action_open()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_down(self) -> None:
        self.cursor += 1

    def action_up(self) -> None:
        self.cursor -= 1

    def action_page_down(self) -> None:
        self.cursor += max(1, self.size.height // 2)

    def action_page_up(self) -> None:
        self.cursor -= max(1, self.size.height // 2)

    def action_top(self) -> None:
        self.cursor = 0

    def action_bottom(self) -> None:
        self.cursor = len(self._shown) - 1

    def action_open(self) -> None:
        if self.key:
            self.post_message(self.Opened(self, self.key))

    async def action_back(self) -> None:
        await self.run_action("screen.outward")

    def action_filter(self) -> None:
        self.post_message(self.FilterAsked(self))
