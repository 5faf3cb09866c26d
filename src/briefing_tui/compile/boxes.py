"""What became of a briefing in its layout: the box tree is compared with what was to be printed.

Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_UNSEEN = re.compile(r"[\s\u00ad]+")
"""White space, which is where lines break, and soft hyphens, which the engine takes out: nothing of them is seen."""
_MARKER = "::footnote-marker"
_BREAK = "wbr"
"""A place where a long word may be broken, for which the engine sets a character that nobody wrote."""
_NUMBERS = ("call", "comma", "n")
"""Classes of what is set within a text and is no part of it."""


@dataclass(slots=True)
class Facts:
    """Collected page by page."""

    pages: int = 0
    fill: float = 0.0
    """How far the last page is filled, 0 to 1."""
    called: dict[str, int] = field(default_factory=dict)
    """Page of each note's first call, by excerpt id."""
    noted: dict[str, int] = field(default_factory=dict)
    """Page of each note, by excerpt id."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """The pieces of each text, by the key of its part; the text of a note by `note` and the id of its excerpt."""

    def lost(self, parts: Mapping[str, str]) -> tuple[str, ...]:
        """Keys of the parts whose text is not on the pages, character for character."""
        return tuple(
            key
            for key, text in parts.items()
            if _UNSEEN.sub("", text) not in _UNSEEN.sub("", "".join(self.texts.get(key, [])))
        )


def inspect(pages: Iterable[Any]) -> Facts:
    """Walk the boxes of laid-out pages.

    Args:
        pages: page boxes, in order.
    """
    facts = Facts()
    for number, page in enumerate(pages, 1):
        facts.pages = number
        for box, block in _walk(page, ""):
            _note(facts, box, number)
            text = getattr(box, "text", None)
            if block and isinstance(text, str):
                facts.texts.setdefault(block, []).append(text)
        facts.fill = _fill(page)
    return facts


def _walk(box: Any, block: str) -> Iterator[tuple[Any, str]]:
    """All boxes under one, each with the key of the part that its text belongs to."""
    element = box.element
    if element is not None:
        if element.get("class") in _NUMBERS or _is_break(box) or _is_note_number(box):
            block = ""
        elif note := element.get("data-note"):
            block = f"note {note}"
        else:
            block = element.get("data-block") or block
    yield box, block
    for child in getattr(box, "children", ()):
        if hasattr(child, "element_tag"):
            yield from _walk(child, block)


def _is_break(box: Any) -> bool:
    return (box.element_tag or "").partition("::")[0] == _BREAK


def _is_note_number(box: Any) -> bool:
    return (box.element_tag or "").endswith(_MARKER)


def _note(facts: Facts, box: Any, page: int) -> None:
    if box.element is None:
        return
    if called := box.element.get("data-call"):
        facts.called.setdefault(called, page)
    elif (noted := box.element.get("data-note")) and (box.element_tag or "").endswith(_MARKER):
        facts.noted.setdefault(noted, page)


def _fill(page: Any) -> float:
    """How far down the page its content reaches, notes included."""
    height = page.height
    if not height:
        return 0.0
    top = page.content_box_y()
    ends = [
        child.position_y + child.margin_height()
        for box in page.children
        if box.element_tag in ("html", "body")
        for child in _leaves(box)
    ]
    notes = sum(box.margin_height() for box in page.children if type(box).__name__ == "FootnoteAreaBox")
    return float(min(1.0, max(0.0, (max(ends, default=top) - top + notes) / height)))


def _leaves(box: Any) -> Iterator[Any]:
    """The lines of text under a box that are in the flow."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        elif hasattr(child, "element_tag"):
            yield from _leaves(child)
