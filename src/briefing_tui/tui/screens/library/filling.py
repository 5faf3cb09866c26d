"""What the library does to show a view: the work in a thread, the answer on the screen, keys that wait for it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from textual.reactive import reactive
from textual.widgets import Label

from ....model import Brief, Facet, View
from ...flows import before_keys, beside, flow
from ...lines import cut, harmless
from ...widgets.row_list import RowList
from ..place import PlaceScreen
from .article_rows import ArticleRows, ThemeRows, pins_of
from .shown import Shown, look

FIRST_LINE = "enter reads; there s selects, p pins · ? help"
MAKING = "the index is being made anew"
"""Said as long as not every article is in it."""


class Filling(PlaceScreen):
    """A screen with the themes and the articles of a view."""

    narrowing: reactive[View] = reactive(View(), init=False)
    """What of all articles is shown, and in which order."""

    faceting: reactive[bool] = reactive(False, init=False)
    """Whether the facets are there, in the place of the themes."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown(View(), ArticleRows(()), ThemeRows((), 0, 0))
        self._outdated = False
        self._filled = asyncio.Event()
        self._filled.set()

    @property
    def articles(self) -> RowList:
        """The list of articles."""
        return self.query_one("#articles", RowList)

    @property
    def themes(self) -> RowList:
        """The list of themes."""
        return self.query_one("#themes", RowList)

    def watch_narrowing(self) -> None:
        self.refill()

    def brief_changed(self, brief: Brief | None) -> None:
        """Show what is pinned now."""
        self.redraw(Facet.PINNED, pins=pins_of(brief))

    def articles_changed(self) -> None:
        """Show what there is now."""
        self.refill()

    def look_outside(self) -> None:
        """Show what there is now, where a scan has found that it is no longer what is shown."""
        if self.shown.version != self.briefing.workspace.articles.version:
            self.refill()

    def refill(self) -> None:
        """Work out what the view shows now; a view that comes meanwhile is the next."""
        self._outdated = True
        if self._filled.is_set():
            self._filled.clear()
            self._fill()

    def fill_at_once(self) -> None:
        """Show the view before anything else is done: for the first paint."""
        shown = self._look()
        if shown is not None:
            self.take(shown)

    @flow
    async def _fill(self) -> None:
        """Work in a thread; keys wait where they are for the articles."""
        try:
            while self._outdated:
                self._outdated = False
                shown = await (before_keys if self.focused is self.articles else beside)(self._look)
                if shown is not None and not self._outdated and self.is_attached:
                    self.take(shown)
        finally:
            self._filled.set()

    @flow
    async def settle(self) -> None:
        """Let keys wait until the list is that of the view: they are for its articles."""
        await self._filled.wait()

    def on_descendant_focus(self) -> None:
        if self.focused is self.articles and not self._filled.is_set():
            self.settle()

    def _look(self) -> Shown | None:
        workspace, brief = self.briefing.workspace, self.briefing.brief
        return look(workspace, self.narrowing, brief, facets=self.faceting, outdated=lambda: self._outdated)

    def take(self, shown: Shown) -> None:
        """Put on the screen what was worked out."""
        self.shown = shown
        self.themes.rows = replace(shown.themes, hint=self._theme_hint())
        self.articles.rows = shown.articles
        self.query_one("#shown", Label).update(self._sentence(shown))
        self._say_problems(shown.trouble)

    def _sentence(self, shown: Shown) -> str:
        making = self.briefing.workspace.articles.incomplete
        if shown.total or making:
            said = harmless(f"{shown.sentence} · {MAKING}" if making else shown.sentence)
            room = self.size.width - 2
            return f"{said}   {FIRST_LINE}" if len(said) + len(FIRST_LINE) + 3 < room else cut(said, max(8, room))
        return f"Nothing here yet: {self.briefing.key_of('everywhere.import')} imports articles from files"

    def _theme_hint(self) -> str:
        """Said in the place of themes where there is none."""
        return f"No theme yet: {self.briefing.key_of('library.correct_theme')} makes one; so does `briefing theme add`"

    def _say_problems(self, trouble: str) -> None:
        label = self.query_one("#problems", Label)
        label.display = bool(trouble)
        label.update(f"{trouble}: {self.briefing.key_of('library.problems')} shows what to do")

    def redraw(self, facet: Facet, **changed: Any) -> None:
        """Show the same articles with other signs; where they are filtered or counted by these, look at all again."""
        if self.faceting or self.narrowing.filters.chosen(facet) or not self._filled.is_set():
            self.refill()
        else:
            self.shown = replace(self.shown, articles=replace(self.shown.articles, **changed))
            self.articles.rows = self.shown.articles
