"""The structure of a briefing as assistive technology reads it (ISO 14289-1): notes, languages, running lines.

The engine tags its boxes, but calls a note a span, forgets the language of a passage, and takes running lines for
content. Works on what it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pydyf

from .finish import DRAFT

_WORDED = {"data-quote": "quote", "data-annex": "annex", "data-exact": "exact"}
"""Attributes of what carries the words of a source, and how the names of their tags begin."""

_NOTICE = "notice"
"""What its block is called."""

Build = Callable[..., Iterable[Any]]
Marked = Callable[[Any, Any, str], AbstractContextManager[None]]


class Structure:
    """How the boxes of one document are tagged.

    Args:
        pages: the page boxes.
        language: of the document; only what is in another one says so.
    """

    def __init__(self, pages: Iterable[Any], language: str) -> None:
        self._language = language
        self._running: set[int] = set()
        self._words: dict[int, str] = {}
        self._pieces: dict[str, int] = {}
        for page in pages:
            self._look(page, running=False, quoted=False)

    def install(self, tags: Any, stream: Any) -> None:
        """Take the place of the engine's own ways.

        Args:
            tags: its module that builds the tree of tags.
            stream: its class that paints a page.
        """
        build: Build = tags._build_box_tree  # noqa: SLF001 - the engine has no other door
        marked: Marked = stream.marked
        running, words = self._running, self._words

        def tagged(box: Any, parent: Any, *more: Any) -> Iterator[Any]:
            if type(box).__name__ == "MarginBox":
                return
            before = None
            for element in build(box, parent, *more):
                if before is not None:
                    yield before
                before = element
            if before is not None:
                self._describe(box, before, parent)
                yield before

        def painted(page: Any, box: Any, tag: str) -> AbstractContextManager[None]:
            if id(box) in running:
                artifact: AbstractContextManager[None] = page.artifact()
                return artifact
            return _worded(page, box, tag, words[id(box)]) if id(box) in words else marked(page, box, tag)

        tags._build_box_tree = tagged  # noqa: SLF001
        stream.marked = painted

    def _look(self, box: Any, *, running: bool, quoted: bool) -> None:
        """Find what stands in the margins of pages, and the words that are quoted."""
        running = running or type(box).__name__ == "MarginBox"
        source = box.element
        quoted = quoted or (source is not None and any(source.get(name) is not None for name in _WORDED))
        if running:
            self._running.add(id(box))
        elif quoted and isinstance(text := getattr(box, "text", None), str):
            self._words[id(box)] = text
        for child in getattr(box, "children", ()):
            self._look(getattr(child, "_box", child), running=running, quoted=quoted)

    def _name(self, element: Any, name: str) -> None:
        """Give a tag a name of its own; what goes on over a line or a page has several."""
        piece = self._pieces[name] = self._pieces.get(name, 0) + 1
        element["ID"] = pydyf.String(name + (f".{piece}" if piece > 1 else ""))

    def _describe(self, box: Any, element: Any, parent: Any) -> None:
        """Say of a box's tag what it really is and what language it is in."""
        if box.link_annotation:
            element["S"] = "/Link"
        elif element["S"] == "/Link":
            element["S"] = "/NonStruct"  # a box within a link, or a link that leads nowhere
        source = box.element
        if source is None or "::" in (box.element_tag or "") or element["S"] == "/NonStruct":
            return
        _describe_list(box, element, parent)
        if note := source.get("data-note"):
            element["S"] = "/Note"
            self._name(element, f"note-{note}")
        for attribute, name in _WORDED.items():
            if of := source.get(attribute):
                self._name(element, f"{name}-{of}")
        if source.get("data-block") == _NOTICE:
            self._name(element, DRAFT)
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"
        language = source.get("lang")
        if language and language != self._language:
            element["Lang"] = pydyf.String(language)


def _describe_list(box: Any, element: Any, parent: Any) -> None:
    """Terms and what is said of them: each pair in a `div` is an entry of the list."""
    kind = box.element_tag
    if kind == "div" and parent["S"] == "/L":
        element["S"] = "/LI"
    elif kind in ("dt", "dd"):
        if element["S"] == "/LI":
            element["S"] = "/NonStruct"
        elif kind == "dt":
            element["S"] = "/Lbl"


@contextmanager
def _worded(page: Any, box: Any, tag: str, words: str) -> Iterator[None]:
    """Mark a piece of a page with the words that it shows: glyphs alone do not tell Hebrew and Arabic ones."""
    number = len(page._tags)  # noqa: SLF001
    page._tags[box] = {"tag": tag, "mcid": number}  # noqa: SLF001
    page.begin_marked_content(tag, pydyf.Dictionary({"MCID": number, "ActualText": pydyf.String(words)}))
    try:
        yield
    finally:
        page.end_marked_content()
