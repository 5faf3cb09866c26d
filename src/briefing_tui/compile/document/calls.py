"""Calls of notes that look like the words around them: a 4 behind a 20 would be read as 204.

Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SMALLER = 0.75
"""Of the size of the words beside it: a call that is no larger is seen to be none of them."""
RAISED = 0.15
"""Of that size: a call that stands so far above the line of the words is raised."""


def like_words(page: Any) -> Iterator[str]:
    """The numbers of the calls on a page that are neither raised nor clearly smaller than the words beside them."""
    pending = [page]
    while pending:
        box = pending.pop()
        inner = _children(box)
        pending += reversed(inner)
        if type(box).__name__ == "LineBox":
            texts = list(_texts(box, called=False))
            for n, (text, called) in enumerate(texts):
                words = _beside(texts, n) if called else None
                if words is not None and _is_alike(text, words):
                    yield "".join(sign for sign in text.text if sign.isalnum())


def _texts(box: Any, *, called: bool) -> Iterator[tuple[Any, bool]]:
    """The words of a line in their order, each with whether they are a call."""
    for child in _children(box):
        if isinstance(getattr(child, "text", None), str):
            if any(map(str.isalnum, child.text)):
                yield child, called
        elif child.is_in_normal_flow():
            own = child.element is not None and child.element.get("class") == "call"
            yield from _texts(child, called=called or own)


def _beside(texts: list[tuple[Any, bool]], n: int) -> Any | None:
    """The words before a call in its line; where it begins the line, those behind it."""
    others = [*reversed(texts[:n]), *texts[n + 1 :]]
    return next((text for text, called in others if not called), None)


def _is_alike(call: Any, words: Any) -> bool:
    size = words.style["font_size"]
    above = (words.position_y + words.baseline) - (call.position_y + call.baseline)
    return bool(call.style["font_size"] > SMALLER * size and above < RAISED * size)


def _children(box: Any) -> list[Any]:
    return [child for child in getattr(box, "children", ()) if hasattr(child, "element_tag")]
