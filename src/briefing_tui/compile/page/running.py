"""The lines that run above the pages: the title, and the section that one is in. Pure."""

from __future__ import annotations

from ..document.tree import Document
from ..languages.scripts import isolated
from ..languages.shortening import shortened
from .markup import attribute

MOST, LEAST = 60, 24
"""Characters that a line has room for beside a short marking, and beside any."""
BESIDE, MARKED = 82, 1.25
"""Characters that a line and its marking have room for, and as how many of them one of the marking counts."""


def running_title(document: Document, *, room: int | None = None) -> str:
    """The title with what a draft says of itself; so short that all has room, in characters, where that is told."""
    title, before = document.title.text, document.notice[:1]
    longest = len(title) if room is None else max(LEAST, room - sum(map(len, before)))
    return " · ".join((*before, isolated(shortened(title, longest), rtl=document.rtl)))


def running_heading(heading: str, document: Document, *, number: str = "") -> str:
    """The attribute with what a form may have run below the title: a heading, as a line of its own."""
    said = f"{number} {isolated(shortened(heading, beside(document)), rtl=document.rtl)}".strip()
    return f' data-running="&#10;{attribute(said)}"'


def beside(document: Document) -> int:
    """The characters that a line has room for beside the marking."""
    return max(LEAST, min(MOST, round(BESIDE - MARKED * len(document.head))))
