"""The saved views: take one up, keep what is shown as one, take one away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from ..errors import BriefingError
from ..model.display import one_line
from ..model.view import View
from ..settings import Where
from .listing import Listing, Row, lists

if TYPE_CHECKING:
    from .desk import Desk


class ViewsPlace(Listing):
    """All saved views.

    Args:
        desk: what all places share.
        view: what is shown now, and may be kept.
    """

    PLACES = lists(Where.VIEWS)
    NAME: ClassVar[str] = "Views"
    ROWS: ClassVar[tuple[str, str]] = ("view", "views")

    def __init__(self, desk: Desk, view: View) -> None:
        super().__init__(desk)
        self._view = view
        self._labels = desk.home_place.labels

    def make_rows(self) -> Sequence[Row]:
        """Each with what it shows, or why it cannot be used."""
        views = self.desk.workspace.views
        rows = []
        for name in views.names:
            try:
                said = views.get(name).describe(self._labels)
            except BriefingError as error:
                said = f"cannot be used: {error}"
            rows.append(Row(name, one_line(f"{name}: {said}")))
        return rows

    def opened(self, row: Row) -> None:
        """Show the articles so."""
        view = self.desk.workspace.views.get(row.key)
        self.desk.home().show(view)

    def do_new(self, words: str = "") -> None:
        """Keep what is shown now under a name."""
        now = self._view.describe(self._labels)
        name = " ".join((words or self.desk.talk.ask(f"Keep what is shown now ({now}) as") or "").split())
        views = self.desk.workspace.views
        if not name:
            return
        if name in views.names and not self.sure(f"There is a view '{name}': keep what is shown now in its place?"):
            return
        views.save(name, self._view)
        self.changed()
        self.go_to(name)
        self.desk.talk.say(f"Kept as '{name}'")

    def do_delete(self) -> None:
        """Take the view away."""
        name = self.here().key
        if self.sure(f"Take the view '{name}' away?"):
            self.desk.workspace.views.delete(name)
            self.changed()
            self.desk.talk.say(f"The view '{name}' is gone")
