"""Running lines that give way to what stands beside them. Imports nothing of the layout engine."""

from __future__ import annotations

from typing import Any

NARROWEST = "min_content_size"
"""What the engine asks a box of a margin for, to share the width of the page among those beside each other."""


def give_way(margin_box: Any) -> None:
    """Let a box in a margin that hides what has no room be as narrow as the others leave it.

    The engine keeps each as wide as its longest line, which a title is cut off in nowhere: it would run under the
    marking. A box that hides what overflows has no least width of its own (CSS flexible boxes, 4.5, says the same).

    Args:
        margin_box: the class of the engine that knows the widths of such a box; one of another make is left as it is.
    """
    found = getattr(margin_box, NARROWEST, None)
    ask = getattr(found, "fget", None)
    if ask is None:
        return

    def narrowest(self: Any) -> float:
        return 0.0 if self.box.style["overflow"] == "hidden" else float(ask(self))

    setattr(margin_box, NARROWEST, property(narrowest))
