"""The last line: the keys that matter here."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widget import Widget

from ...settings import Where
from ..commands import Active, active

if TYPE_CHECKING:
    from ..app import BriefingApp


class KeyFooter(Widget, can_focus=False):
    """Shows the keys of the pane with the focus, as many as there is room for, then help and commands."""

    DEFAULT_CSS = """
    KeyFooter { dock: bottom; height: 1; width: 100%; padding: 0 1; }
    """
    commands: reactive[tuple[Active, ...]] = reactive[tuple[Active, ...]](())

    def compose(self) -> ComposeResult:
        return ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.call_after_refresh(self.look))
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """See what works now."""
        if self.is_attached and self.screen.is_current:
            keymap = cast("BriefingApp", self.app).keymap
            self.commands = tuple(found for found in active(self.screen, keymap) if found.command.show)

    def render(self) -> Text:
        width = self.size.width
        here = [found for found in self.commands if found.command.where is not Where.EVERYWHERE]
        always = [found for found in self.commands if found.command.where is Where.EVERYWHERE]
        right = _joined(always)
        left = Text()
        for found in here:
            longer = left.copy().append("   " if left else "").append(_joined([found]))
            if longer.cell_len + right.cell_len + 2 > width:
                break
            left = longer
        return left.append(" " * max(1, width - left.cell_len - right.cell_len)).append(right)


def _joined(commands: list[Active]) -> Text:
    return Text("   ").join(Text.assemble((found.keys[0], "bold"), " ", found.command.title) for found in commands)
