"""The saved views: take one up, keep what is shown as one, take one away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ....errors import BriefingError
from ....model import View
from ....settings import Where
from ...commands import bindings
from ...flows import before_keys, flow
from ...lines import Line, Piece, cut, fit, harmless, line, wrap
from ...widgets.confirm import Confirm
from ...widgets.prompt import Prompt
from ...widgets.row_list import RowList
from ..place import PlaceScreen

if TYPE_CHECKING:
    from .library import LibraryScreen

NAME_CELLS = 28
HINT = "enter keeps it · esc cancel"


@dataclass(frozen=True, slots=True)
class ViewRows:
    """One row a view: its name and what it shows, or why it cannot be used."""

    views: Sequence[tuple[str, View | BriefingError]]
    labels: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.views)

    def key(self, index: int) -> str:
        """The view's name."""
        return self.views[index][0]

    def line(self, index: int, width: int) -> Line:
        """Its name, then what it shows in words."""
        name, view = self.views[index]
        left = fit(name, min(NAME_CELLS, width))
        room = max(0, width - len(left) - 2)
        if isinstance(view, View):
            return line(left, Piece(f"  {cut(view.describe(self.labels), room)}", "dim"))
        return line(Piece(left, "bad"), Piece(f"  {cut(view.message, room)}", "bad"))

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """All of it, where the row has no room for it."""
        view = self.views[index][1]
        said = view.describe(self.labels) if isinstance(view, View) else str(view)
        role = "dim" if isinstance(view, View) else "bad"
        if width > NAME_CELLS + len(said) + 2:
            return ()
        return [line("  ", Piece(part, role)) for part in wrap(said, width - 2)]


class ViewList(RowList):
    """The list of views; its commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.VIEWS, Where.LISTS, owner="screen")


class ViewsScreen(PlaceScreen):
    """All saved views.

    Args:
        view: what is shown now, and may be kept.
        labels: the names of the themes by their ids.
    """

    NAME = "Views"

    def __init__(self, view: View, labels: Mapping[str, str]) -> None:
        super().__init__()
        self._view = view
        self._labels = labels

    def body(self) -> ComposeResult:
        """What is shown now, and the list."""
        yield Label("", classes="said", markup=False)
        yield ViewList()

    def on_mount(self) -> None:
        self.refill()

    @flow
    async def refill(self, at: str = "") -> None:
        """List what is there now."""
        views = await before_keys(self._all)
        rows = self.query_one(ViewList)
        at = at or rows.key
        rows.rows = ViewRows(views, self._labels)
        rows.go_to(at)
        key = self.briefing.key_of("views.new")
        shown = f"shown now: {harmless(self._view.describe(self._labels))}"
        said = f"{shown} · {key} keeps it" if views else f"No view yet · {key} keeps what is {shown}"
        self.query_one(".said", Label).update(said)

    def _all(self) -> list[tuple[str, View | BriefingError]]:
        views = self.briefing.workspace.views
        found: list[tuple[str, View | BriefingError]] = []
        for name in views.names:
            try:
                found.append((name, views.get(name)))
            except BriefingError as error:
                found.append((name, error))
        return found

    @property
    def chosen(self) -> str:
        """The name of the view at the cursor."""
        return self.query_one(ViewList).key

    @on(RowList.Opened)
    @flow
    async def action_open(self) -> None:
        if self.chosen:
            view = await before_keys(self.briefing.workspace.views.get, self.chosen)
            self.action_library()
            cast("LibraryScreen", self.app.screen).show_view(view)

    @flow
    async def action_new(self) -> None:
        views = self.briefing.workspace.views
        name = await self.app.push_screen_wait(Prompt("Keep what is shown now as", hint=HINT))
        name = " ".join((name or "").split())
        if not name:
            return
        if name in views.names:
            question = f"There is a view '{harmless(name)}'. Keep what is shown now in its place?"
            if not await self.app.push_screen_wait(Confirm(question, "keep this one")):
                return
        await before_keys(views.save, name, self._view)
        self.refill(name)
        self.briefing.notice(f"Kept as '{harmless(name)}' in {self.briefing.workspace.places.settings.name}")

    @flow
    async def action_delete(self) -> None:
        name = self.chosen
        if not name:
            return
        sure = await self.app.push_screen_wait(Confirm(f"Take the view '{harmless(name)}' away?", "take it away"))
        if sure:
            await before_keys(self.briefing.workspace.views.delete, name)
            self.refill()
            self.briefing.notice(f"The view '{harmless(name)}' is gone")
