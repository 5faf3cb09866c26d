"""Passages: the paragraphs on a theme or on what the library shows, across articles."""

from __future__ import annotations

from textual.widgets import Label

from ....model import Sort, Trail
from ...flows import before_keys, flow
from ...lines import harmless
from .passage_list import PassageScreen
from .passage_rows import PassageRows


class PassagesScreen(PassageScreen):
    """The paragraphs of the articles that are shown: on their themes, answering their question, else the first ones."""

    NAME = "Passages"

    def on_mount(self) -> None:
        self.look_up()

    def look_up(self) -> None:
        """Find the passages, and list them."""
        self._list()

    @flow
    async def _list(self) -> None:
        trail, rows = await before_keys(self._find)
        self.show_rows(trail, rows)
        asked = f"texts with ‘{self.view.query}’" if self.view.query else ""
        order = "newest first" if self.newest or not self.view.query else "best first"
        facts = [self.amount(trail), self.view.filters.describe(self.labels), asked, order]
        nothing = ["No paragraph yet" if self.making else "No paragraph of the articles that are shown is on this"]
        said = " · ".join(filter(None, [*(facts if trail else nothing), self.making]))
        self.query_one(".said", Label).update(harmless(said))

    def _find(self) -> tuple[Trail, PassageRows]:
        """The passages with their rows. Runs in a thread."""
        ranked = self.view.query and not self.newest
        trail = self.passages(self.view.query, Sort.RELEVANCE if ranked else Sort.DATE)
        return trail, self.rows_of(trail)
