"""The pages of the PDF, as text: where each line stands on its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ....model import Brief
from ....settings import Where
from ....workspace.briefing.page_picture import page_picture
from ...commands import bindings
from ...flows import before_keys, flow
from ...lines import Line, Piece, harmless, line
from ...pictures import Bitmap, Picture, shows_pictures
from ...widgets.row_list import RowList
from ...widgets.rows import Lines
from .making import Making
from .page_lines import drawn, in_cells

POINTS = 1240
"""Points across a page that is shown as a picture: 150 to the inch."""


class PageList(RowList):
    """The lines of all pages; the commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PREVIEW, Where.LISTS, owner="screen")


class PreviewScreen(Making):
    """Shows the finished PDF page by page; where there is none of the brief as it is now, a draft is compiled.

    Args:
        made: the brief and the report of its PDF.
    """

    NAME = "Preview"

    def __init__(self, made: tuple[Brief, Any] | None = None) -> None:
        super().__init__()
        self._made = made
        self._pages: Sequence[Sequence[str]] = ()

    def body(self) -> ComposeResult:
        """Which page of which file, and its lines."""
        yield Label("", classes="said", markup=False)
        yield PageList()
        picture = Picture()
        picture.display = False
        yield picture
        yield from self.result()

    def on_mount(self) -> None:
        super().on_mount()
        self.load()

    @flow
    async def load(self) -> None:
        """Compile where that is needed, then show the pages."""
        brief = self.briefing.brief
        if self._made is None or self._made[0] != brief:
            try:
                await self.compiled(final=False)
            finally:
                if self._made is None and self.is_current:
                    self.leave()
            self.tell("")
        if self.pdf is not None:
            self._pages = self._made[1].texts if self._made else ()
            self.show_panes()

    def footer_words(self) -> Mapping[str, str]:
        """Nothing of pictures in a terminal that is not known to show them."""
        return super().footer_words() if shows_pictures() else {**super().footer_words(), "preview.picture": ""}

    def show_panes(self) -> None:
        """Fit the pages into the width that there is."""
        pages = self._pages
        if not pages or not self.is_attached:
            return
        width = max(20, self.app.size.width - 4)
        visual = self.briefing.workspace.settings.bidi == "visual"
        rows: list[tuple[str, Line]] = []
        for number, text in enumerate(pages, 1):
            rule = f"── page {number} of {len(pages)} ".ljust(width, "─")
            rows.append((f"{number} 0", line(Piece(rule, "dim"))))
            fitted = in_cells([harmless(said) for said in text], width)
            fitted = [drawn(part, width) for part in fitted] if visual else fitted
            rows += [(f"{number} {n}", line(part)) for n, part in enumerate(fitted, 1)]
        self.query_one(PageList).rows = Lines(rows)
        self._say()

    @on(RowList.Moved)
    def _say(self) -> None:
        if self.pdf is not None and self._pages:
            state = "Draft" if ".draft." in self.pdf.name else "Final"
            counted = f"{state} · page {self._page()} of {len(self._pages)}"
            where = (f"{counted} · {named}" for named in (self.pdf, self.pdf.name))
            room = self.app.size.width - 2
            self.query_one(".said", Label).update(next((said for said in where if cell_len(said) <= room), counted))

    def _page(self) -> int:
        """The page that the cursor is on."""
        return int(self.query_one(PageList).key.partition(" ")[0] or 1)

    @flow
    async def action_picture(self) -> None:
        """Show the page as a picture, or as text again."""
        picture, rows = self.query_one(Picture), self.query_one(PageList)
        if picture.display:
            picture.display, rows.styles.height = False, "1fr"
        elif not shows_pictures():
            outside = self.briefing.key_of("preview.view")
            self.briefing.notice(f"This terminal is not known to show pictures: {outside} opens the PDF outside")
        else:
            picture.display, rows.styles.height = True, 1
            await self._picture()

    async def _picture(self) -> None:
        if self.pdf is not None and self._pages:
            drawn = await before_keys(page_picture, self.pdf, self._page(), POINTS)
            self.query_one(Picture).put(Bitmap(*drawn))

    @flow
    async def _follow_picture(self) -> None:
        if self.query_one(Picture).display:
            await self._picture()

    def action_next_page(self) -> None:
        self._to(self._page() + 1)

    def action_previous_page(self) -> None:
        rows = self.query_one(PageList)
        self._to(self._page() - 1 if rows.key.endswith(" 0") else self._page())

    def _to(self, page: int) -> None:
        rows = self.query_one(PageList)
        if rows.go_to(f"{page} 0"):
            rows.scroll_to(y=rows.cursor, animate=False)
            self._follow_picture()
        else:
            self.briefing.notice("There is no page there")
