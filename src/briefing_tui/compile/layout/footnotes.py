"""A faster way to keep account of the notes of a page while it is laid out.

WeasyPrint lays out all notes of a page again whenever one is added or taken away: the work grows with the square of
their number, and with its cube where many are called in one line. The notes stand one below the other and do not
depend on each other, so each is measured once. Works on what it is given and imports nothing of the layout engine;
the page itself is laid out as before.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Any

Layout = Callable[..., Any]


def measured_once(context: Any, *, lay_out: Layout, complete: Layout) -> None:
    """Let a layout context remember the heights of notes.

    Args:
        context: the class `LayoutContext` of the engine; one that works otherwise is left as it is.
        lay_out: its `block_level_layout`.
        complete: its `create_anonymous_boxes`.
    """
    usual = getattr(context, "_update_footnote_area", None)
    if usual is None:
        return

    def update(self: Any) -> bool:
        area = self.current_footnote_area
        if area.max_height != inf or area.min_height or self.in_column:
            return bool(usual(self))
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        area.children = self.current_page_footnotes
        area.height = sum(_height(self, area, note) for note in area.children)
        self.page_bottom -= area.margin_height()
        return False

    def _height(self: Any, area: Any, note: Any) -> float:
        known = self.__dict__.setdefault("_note_heights", {})
        key = (note, area.width)
        if key not in known:
            alone = area.copy()
            alone.children = [note.deepcopy()]
            known[key] = lay_out(self, complete(alone), -inf, None, area.page)[0].height
        return float(known[key])

    context._update_footnote_area = update  # noqa: SLF001
