"""The notes of a page while it is laid out: they stay on the page of their call, and each is measured once.

Works on what it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import Any

Layout = Callable[..., Any]

ACCOUNT = "_update_footnote_area"
"""The method of a layout context of the engine that takes account of the notes of the page."""
ON_PAGE = "current_page_footnotes"
"""Its attribute that has them."""
COUNTING = "_counts_notes"
"""One of our own, there while the engine adds up their heights."""


class Staying(list[Any]):
    """Notes of a page that are not put off to the next one.

    Args:
        notes: what the engine has put on the page.
        context: its layout context.
    """

    def __init__(self, notes: Iterable[Any], context: Any) -> None:
        super().__init__(notes)
        self._context = context

    def __bool__(self) -> bool:
        """Whether there are any to reckon with; to a text that wants their room there are none."""
        return len(self) > 0 and (self._context.in_column or COUNTING in self._context.__dict__)


def not_put_off(context: Any) -> None:
    """Let notes stay, though without them the first two lines of what follows would fit on the page.

    WeasyPrint puts the last notes of a page off, for as many as it takes, where a text could be broken behind its next
    line and not before it. It does not take them back where in the end the text goes to the next page all the same:
    the notes then stand there, behind an empty foot of the page on which they are called.

    Args:
        context: the class `LayoutContext` of the engine; one that works otherwise is left as it is.
    """
    usual = getattr(context, ACCOUNT, None)
    if usual is None:
        return

    def update(self: Any) -> bool:
        self.__dict__[COUNTING] = True
        try:
            return bool(usual(self))
        finally:
            del self.__dict__[COUNTING]

    def notes(self: Any) -> Any:
        return self.__dict__[ON_PAGE]

    def put(self: Any, those: Iterable[Any]) -> None:
        self.__dict__[ON_PAGE] = Staying(those, self)

    setattr(context, ACCOUNT, update)
    setattr(context, ON_PAGE, property(notes, put))


def measured_once(context: Any, *, lay_out: Layout, complete: Layout) -> None:
    """Let a layout context remember the heights of notes.

    WeasyPrint lays out all notes of a page again whenever one is added or taken away: the work grows with the square of
    their number, and with its cube where many are called in one line. The notes stand one below the other and do not
    depend on each other, so each is measured once; the page itself is laid out as before.

    Args:
        context: the class `LayoutContext` of the engine; one that works otherwise is left as it is.
        lay_out: its `block_level_layout`.
        complete: its `create_anonymous_boxes`.
    """
    usual = getattr(context, ACCOUNT, None)
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

    setattr(context, ACCOUNT, update)
