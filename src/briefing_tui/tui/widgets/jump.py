"""Jump labels: a letter on each pane, and the one that is typed is gone to."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from .asking import Asking


class Jump(Asking["Widget | None"]):
    """Asks which pane to go to; the answer is `None` where the person stays.

    A label has the whole first line of its pane, so that nobody reads it together with what stands there.

    Args:
        panes: the panes with their names; one that is hidden is offered in the last line alone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stay", "cancel")]
    DEFAULT_CSS = """
    Jump { align: left top; background: transparent; }
    Jump .jump { position: absolute; height: 1; padding: 0 1; text-style: bold reverse; }
    Jump .jump-hint { dock: bottom; height: 1; width: 100%; padding: 0 1; background: $panel; }
    """

    def __init__(self, panes: Sequence[tuple[Widget, str]]) -> None:
        super().__init__()
        self._labels = dict(zip(letters([name for _, name in panes]), panes, strict=True))

    def compose(self) -> ComposeResult:
        for letter, (pane, name) in self._labels.items():
            if pane.is_on_screen and pane.size:
                label = Static(f"[{letter}] {name}", classes="jump", markup=False)
                label.styles.offset = (pane.region.x, pane.region.y)
                label.styles.width = pane.region.width
                yield label
        said = " · ".join(f"{letter} {name}" for letter, (_, name) in self._labels.items())
        yield Static(f"Go to: {said} · esc stay here", classes="jump-hint", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Go to the pane with the letter; another key does nothing."""
        if event.is_printable and (found := self._labels.get((event.character or "").lower())):
            event.stop()
            self.answer(found[0])

    def action_stay(self) -> None:
        self.answer(None)


def letters(names: Sequence[str]) -> list[str]:
    """A letter for each name, all different: the first of its own that is free, else any that is."""
    taken: list[str] = []
    for name in names:
        own = [c for c in name.lower() if c in ascii_lowercase]
        taken.append(next(c for c in (*own, *ascii_lowercase) if c not in taken))
    return taken
