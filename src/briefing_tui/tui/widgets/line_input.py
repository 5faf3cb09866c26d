"""A field of one line."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class LineInput(Input):
    """One line that takes all of what is pasted: a title that was broken over two lines is whole again."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._put(event.text)

    def action_paste(self) -> None:
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        lines = [line.strip() for line in text.splitlines()]
        line = " ".join(filter(None, lines)) if len(lines) > 1 else text.rstrip("\r\n")
        self.replace(line, *self.selection)
