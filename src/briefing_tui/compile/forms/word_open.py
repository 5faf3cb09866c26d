"""What is open in a draft, as pandoc's tree: on a page of its own, each point below its weight and its place."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_tui.citations import Text

from ..document.open_points import OpenPoint
from ..document.tree import Document
from .word_directions import Node
from .word_nodes import TAB, heading, page_break, styled


def open_points(document: Document, name: str) -> Iterator[Node]:
    """The list under its heading; nothing where nothing is open."""
    listed = document.open
    if not listed.points:
        return
    yield page_break()
    yield heading(1, document.headings[name])
    yield styled("Sources Key", [Text(listed.about)])
    for point in listed.points:
        yield from _point(point, listed.language, rtl=document.rtl)
    yield from (styled("Sources Key", [Text(said)]) for said in (listed.rest, listed.later) if said)


def _point(point: OpenPoint, language: str, *, rtl: bool) -> Iterator[Node]:
    """A point; its message runs from left to right."""
    way, turned = ("ltr", " Turned") if rtl else ("", "")
    yield styled("Open Place", [Text(point.weight, bold=True), TAB, *point.places])
    yield styled(f"Open Point{turned}", [Text(point.message)], language=language, way=way)
    yield styled(f"Open Advice{turned}", [Text(point.advice)], language=language, way=way)
