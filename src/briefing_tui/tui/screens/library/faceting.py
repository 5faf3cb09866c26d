"""What the library does with facets: a pane in the place of the themes, in which values are chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from ....model import View
from ....settings import Where
from ...commands import bindings
from ...widgets.row_list import RowList
from .article_rows import ALL
from .facet_rows import YOURS, FacetRows
from .filling import Filling
from .shown import Shown


class FacetList(RowList):
    """The facets with their values."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FACETS, Where.LISTS, owner="screen")

    async def action_back(self) -> None:
        await self.run_action("screen.close")


class Faceting(Filling):
    """A screen with a list of articles that facets narrow."""

    @property
    def facets(self) -> FacetList:
        """The list of facets."""
        return self.query_one("#facets", FacetList)

    def take(self, shown: Shown) -> None:
        """Put on the screen what was worked out; what is chosen and how many articles each value has, too."""
        super().take(shown)
        if self.faceting and shown.counts is not None:
            new = not self._rows.counts
            self.facets.rows = replace(
                self._rows, counts=shown.counts, filters=self.narrowing.filters, themes=shown.tree
            )
            if new:
                self.facets.cursor = 1  # the first value

    @property
    def _rows(self) -> FacetRows:
        rows = self.facets.rows
        return rows if isinstance(rows, FacetRows) else FacetRows({})

    def action_facets(self) -> None:
        if not self.shown.total:
            self.briefing.notice("There are no articles that could be narrowed")
            return
        self.faceting = True
        self.refill()
        self.go_to_pane(self.facets)

    def action_close(self) -> None:
        self.leave_facets()

    def leave_facets(self) -> bool:
        """Take the facets away, and say whether they were in use."""
        if self.focused is not self.facets:
            return False
        self.faceting = False
        self.shown = replace(self.shown, counts=None)
        self.facets.rows = FacetRows({})
        self.go_to_pane(self.articles)
        return True

    @on(RowList.Opened, "#facets")
    def action_choose(self) -> None:
        condition = self._rows.condition(self.facets.key)
        row = self._rows.row(self.facets.key)
        if condition is not None:
            self._narrow(self.narrowing.toggled(condition))
        elif row is not None:
            self.facets.rows = replace(self._rows, whole=self._rows.whole ^ {row.facet})

    def action_clear(self) -> None:
        row = self._rows.row(self.facets.key)
        view = self.narrowing
        for facet in YOURS if row and row.facet in YOURS else ((row.facet,) if row else ()):
            view = view.without(facet)
        self._narrow(view)

    def action_clear_all(self) -> None:
        self._narrow(View(sort=self.narrowing.sort).settled())
        self.themes.go_to(ALL)

    def _narrow(self, view: View) -> None:
        """Mark what is chosen at once; the articles and the counts follow."""
        self.facets.rows = replace(self._rows, filters=view.filters)
        self.narrowing = view

    def filter_of(self, rows: RowList) -> str:
        """The letters that a list is filtered by."""
        return self._rows.words if rows is self.facets else rows.words

    def filter_changed(self, rows: RowList, words: str) -> None:
        """Filter the values, with their headings."""
        if rows is self.facets:
            self.facets.rows = replace(self._rows, words=words)
        else:
            rows.words = words
