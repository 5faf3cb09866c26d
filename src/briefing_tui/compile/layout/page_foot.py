"""What stands last on a page: a heading there leads to nothing. It imports nothing of the layout engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_STAYS = ("avoid", "avoid-page")
"""What a style sheet says of what is not to be parted from what follows it."""
_CAPTION = "TableCaptionBox"


def leading(page: Any) -> str:
    """The words at the foot of a page's text that ask to stay with what follows; empty where there are none."""
    box = next((child for child in page.children if child.element_tag == "html"), None)
    stays = False
    while box is not None and type(box).__name__ != "LineBox":
        box = next((child for child in reversed(_flow(box)) if _has_lines(child)), None)
        stays = stays or (box is not None and _leads(box))
    return "".join(_words(box)).strip() if stays and box is not None else ""


def _leads(box: Any) -> bool:
    return type(box).__name__ == _CAPTION or box.style["break_after"] in _STAYS


def _flow(box: Any) -> list[Any]:
    return [c for c in getattr(box, "children", ()) if hasattr(c, "style") and c.is_in_normal_flow()]


def _has_lines(box: Any) -> bool:
    return type(box).__name__ == "LineBox" or any(map(_has_lines, _flow(box)))


def _words(box: Any) -> Iterator[str]:
    if isinstance(getattr(box, "text", None), str):
        yield box.text
    for child in _flow(box):
        yield from _words(child)
