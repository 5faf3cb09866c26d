"""The last line: the keys that matter here."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widget import Widget

from ...settings import Command, Where
from ..commands import active


class KeyFooter(Widget, can_focus=False):
    """Shows the keys of the pane with the focus, as many as there is room for, then help and commands."""

    DEFAULT_CSS = """
    KeyFooter { dock: bottom; height: 1; width: 100%; padding: 0 1; }
    """
    commands: reactive[tuple[Command, ...]] = reactive[tuple[Command, ...]](())

    def compose(self) -> ComposeResult:
        return ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.call_after_refresh(self.look))
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """See what works now."""
        if self.is_attached and self.screen.is_current:
            self.commands = tuple(a.command for a in active(self.screen) if a.command.show)

    def render(self) -> Text:
        width = self.size.width
        here = [c for c in self.commands if c.where is not Where.EVERYWHERE]
        always = [c for c in self.commands if c.where is Where.EVERYWHERE]
        right = self._joined(always)
        left = Text()
        for command in here:
            longer = left.copy().append("   " if left else "").append(self._joined([command]))
            if longer.cell_len + right.cell_len + 2 > width:
                break
            left = longer
        return left.append(" " * max(1, width - left.cell_len - right.cell_len)).append(right)

    def _joined(self, commands: list[Command]) -> Text:
        return Text("   ").join(
            Text.assemble((self.app.key_of(command.id), "bold"), " ", command.title) for command in commands
        )
