"""The draft beside what is being read: its entries and how their passages stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label

from ...model import Brief
from ..flows import beside, flow
from ..lines import harmless
from .row_list import RowList
from .rows import Lines

if TYPE_CHECKING:
    from ..app import BriefingApp


class DraftPanel(Vertical):
    """The open brief as a list; opening an entry goes to it in the draft."""

    DEFAULT_CSS = """
    DraftPanel { width: 36%; min-width: 44; max-width: 80; }
    DraftPanel Label { height: 1; padding: 0 1; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def compose(self) -> ComposeResult:
        yield Label("", markup=False)
        yield RowList(name="draft")

    def on_mount(self) -> None:
        self.watch(self.app, "brief", self._follow)

    def _follow(self, brief: Brief | None) -> None:
        self.fill(brief)

    @flow
    async def fill(self, brief: Brief | None) -> None:
        """Show a brief, at first without and then with the state of its passages."""
        from ..screens.drafting.draft_rows import DraftRows

        app = cast("BriefingApp", self.app)
        label, rows = self.query_one(Label), self.query_one(RowList)
        if brief is None:
            label.update("No brief is open")
            rows.rows = Lines()
            return
        label.update(harmless(brief.title or brief.id))
        headers = {h.id: h for h in app.workspace.articles.headers()}
        rows.rows = DraftRows(brief, app.verified.known(brief), headers, compact=True)
        if not app.verified.complete(brief):
            found = await beside(app.verified.compare, brief)
            if brief is app.brief:
                rows.rows = DraftRows(brief, found, headers, compact=True)
