"""The first line: the workspace, the draft, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.widget import Widget

from ...model import Brief
from ..lines import cut, harmless

if TYPE_CHECKING:
    from ..app import BriefingApp

PLACES = ("Library", "Draft")


class TopLine(Widget, can_focus=False):
    """Says what is open and how far it has come."""

    DEFAULT_CSS = """
    TopLine { dock: top; height: 1; width: 100%; padding: 0 1; }
    """

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here
        self._pages = ""

    def on_mount(self) -> None:
        self.watch(self.app, "brief", self._follow)
        self.watch(self.app, "laid", self._follow_layout)
        self.watch(self.app, "typed", self._follow_typing)

    def _follow(self) -> None:
        self.refresh()

    def _follow_layout(self) -> None:
        """Only another figure is worth painting: below a question that paints the whole screen."""
        if cast("BriefingApp", self.app).pages.in_words() != self._pages:
            self.refresh()

    def _follow_typing(self) -> None:
        """Below a question a short brief waits for its layout, which comes at once: all is painted once a key."""
        app = cast("BriefingApp", self.app)
        if app.screen is self.screen or app.laid is None or app.laid.is_long or not app.pages.lays_out:
            self._follow_layout()

    def render(self) -> Text:
        app = cast("BriefingApp", self.app)
        width = self.size.width
        names = list(PLACES) if self._here in PLACES else [*PLACES, self._here]
        right = Text("  ").join(Text(name, "bold reverse" if name == self._here else "") for name in names)
        left = Text(cut(app.workspace.title, max(8, width // 4)), "bold")
        room = width - left.cell_len - right.cell_len - 6
        self._pages = app.pages.in_words()
        middle = Text(_draft(app.brief, self._pages, room))
        gap = max(1, width - left.cell_len - middle.cell_len - right.cell_len - 3)
        return Text.assemble(left, "   ", middle, " " * gap, right, no_wrap=True, overflow="crop")


def _draft(brief: Brief | None, pages: str, width: int) -> str:
    if brief is None:
        return cut("no brief is open", max(0, width))
    n = sum(1 for _ in brief.items())
    facts = f" · {n} item{'s' * (n != 1)} · {pages}"
    facts = facts if width > len(facts) else f" · {pages}"
    title = cut(f"draft: {harmless(brief.title or brief.id)}", max(0, width - len(facts)))
    return title + facts if width > len(facts) else ""
