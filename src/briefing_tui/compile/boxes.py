"""What became of a briefing in its layout: the box tree is compared with what was to be printed.

Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from .scripts import seen
from .visible import Setting

_MARKER = "::footnote-marker"
_ITEM = "::marker"
_BREAK = "wbr"
"""A place where a long word may be broken, for which the engine sets a character that nobody wrote."""
SLACK = 1.0
"""Pixels that a text may stand beyond the edge of its page: its last space."""
SHOWN = 40
"""Characters of a text that are told."""
TOLD = 10
"""Texts of a page that are told: a wide table has many."""
ANNEX = "annex"
"""The class of the part that no limit of pages counts."""
EXACT = ("quote ", "annexed ")
"""How the keys of those begin that hold words of a source: nothing may stand among them either."""
_NUMBERS = ("call", "comma", "n")
"""Classes of what is set within a text and is no part of it."""


@dataclass(slots=True)
class Facts:
    """Collected page by page."""

    pages: int = 0
    fill: float = 0.0
    """How far the last page is filled, 0 to 1."""
    body: float = 0.0
    """Pages before the annex, the last as far as it is filled; a limit of pages is one of these."""
    called: dict[str, int] = field(default_factory=dict)
    """Page of each note's first call, by excerpt id."""
    noted: dict[str, int] = field(default_factory=dict)
    """Page of each note, by excerpt id."""
    lines: dict[str, int] = field(default_factory=dict)
    """Printed lines of each text, by the key of its part."""
    outside: dict[str, int] = field(default_factory=dict)
    """Page of each text that stands outside of its page, by the key of its part or, without one, its words."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """The pieces of each text, by the key of its part; the text of a note by `note` and the id of its excerpt."""

    def plain(self) -> dict[str, Any]:
        """As the worker tells it."""
        body = {"body": round(self.body, 4)} if self.body else {}
        numbers = {"pages": self.pages, "fill": round(self.fill, 4), **body}
        return {**numbers, "called": self.called, "noted": self.noted, "lines": self.lines, "outside": self.outside}

    def lost(self, parts: Mapping[str, str]) -> tuple[str, ...]:
        """Keys of the parts whose text is not on the pages, character for character."""
        return tuple(key for key, text in parts.items() if not self._has(key, seen(text)))

    def _has(self, key: str, text: str) -> bool:
        printed = seen("".join(self.texts.get(key, [])))
        return text == printed if key.startswith(EXACT) else text in printed


def inspect(pages: Iterable[Any]) -> Facts:
    """Walk the boxes of laid-out pages.

    Args:
        pages: page boxes, in order.
    """
    facts = Facts()
    for number, page in enumerate(pages, 1):
        facts.pages = number
        begins = None
        for box, block, words, setting in _walk(page, "", "", Setting()):
            _note(facts, box, number)
            if not facts.body and begins is None and _is_annex(box):
                begins = box.position_y
            if block and type(box).__name__ == "LineBox":
                facts.lines[block] = facts.lines.get(block, 0) + 1
            text = getattr(box, "text", None)
            if block and isinstance(text, str) and setting.shows(box) and not _is_beyond(page, box):
                for key in filter(None, (block, words)):
                    facts.texts.setdefault(key, []).append(text)
        for key in islice(_outside(page, page, ""), TOLD):
            facts.outside.setdefault(key, number)
        before, facts.fill = facts.fill, _fill(page)
        if begins is not None:
            above = (begins - page.content_box_y()) / page.height if page.height else 0.0
            facts.body = number - 1 + min(1.0, above) if above > 0 else max(0.0, number - 2 + before)
    return facts


def _walk(box: Any, block: str, words: str, setting: Setting) -> Iterator[tuple[Any, str, str, Setting]]:
    """All boxes under one, each with the keys of the part and the quote that its text belongs to, and how it is set."""
    setting = setting.within(box)
    element = box.element
    if element is not None:
        if element.get("class") in _NUMBERS or _is_break(box) or _is_number(box):
            block = ""
        elif note := element.get("data-note"):
            block = f"note {note}"
        else:
            block = element.get("data-block") or block
        words = f"quote {item}" if (item := element.get("data-quote")) else words
    yield box, block, words, setting
    for child in getattr(box, "children", ()):
        if hasattr(child, "element_tag"):
            yield from _walk(child, block, words, setting)


def _is_break(box: Any) -> bool:
    return (box.element_tag or "").partition("::")[0] == _BREAK


def _outside(page: Any, box: Any, block: str) -> Iterator[str]:
    """Where text is that the paper does not have; what a box of limited size hides, and running lines, are not."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "MarginBox" or not hasattr(child, "element_tag"):
            continue
        key = (child.element.get("data-block") if child.element is not None else "") or block
        text = getattr(child, "text", None)
        if isinstance(text, str) and text.strip() and _is_beyond(page, child):
            yield key or text.strip()[:SHOWN]
        yield from _outside(page, child, key)


def _is_beyond(page: Any, box: Any) -> bool:
    left, top, right = box.position_x, box.position_y, box.position_x + box.width
    across = left < -SLACK or right > page.margin_width() + SLACK
    return bool(across or top < -SLACK or top + box.height > page.margin_height() + SLACK)


def _is_annex(box: Any) -> bool:
    return box.element is not None and ANNEX in (box.element.get("class") or "").split()


def _is_endnote(box: Any) -> bool:
    return bool(box.element.get("class") == "endnote")


def _is_number(box: Any) -> bool:
    """Whether it is the number of a note, or what marks an item of a list."""
    return (box.element_tag or "").endswith((_MARKER, _ITEM))


def _note(facts: Facts, box: Any, page: int) -> None:
    if box.element is None:
        return
    if called := box.element.get("data-call"):
        facts.called.setdefault(called, page)
    elif (noted := box.element.get("data-note")) and ((box.element_tag or "").endswith(_MARKER) or _is_endnote(box)):
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
