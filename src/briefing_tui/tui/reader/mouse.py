"""The mouse in an article: a click lights a sentence, a drag selects by word; everything goes by keys as well."""

from __future__ import annotations

from textual import events

from ...model import Span
from ...reading import Selection
from .labelling import Labelling


class Mouse(Labelling):
    """Follows the mouse."""

    _pressed: Span | None = None
    """The word on which the button went down."""
    _dragged = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = self._offset_at(event)
        self._dragged = False
        if offset is not None and event.button == 1:
            self._pressed = self.passages.word_at(offset)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        offset = self._offset_at(event) if self._pressed else None
        if self._pressed is None or offset is None:
            return
        word = self.passages.word_at(offset)
        if self._dragged or word != self._pressed:
            self._dragged = True
            if word.start >= self._pressed.start:
                self._select(Selection(self._pressed.start, word.end), reveal=False)
            else:
                self._select(Selection(self._pressed.end, word.start), reveal=False)

    def on_mouse_up(self) -> None:
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        offset = self._offset_at(event)
        if offset is not None and not self._dragged:
            self._go(self.passages.sentence_at(offset), reveal=False)
        self._dragged = False

    def _offset_at(self, event: events.MouseEvent) -> int | None:
        """The offset in the text under the mouse; `None` outside of it."""
        layout, at = self.wrapped, event.get_content_offset(self)
        if layout is None or at is None or not self.passages.blocks or self.top + at.y >= len(layout):
            return None
        return layout.offset_at(self.top + at.y, max(0, at.x - self.margin))
