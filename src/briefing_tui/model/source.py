"""A document as it was imported: all its blocks in order, with what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a reader has seen in a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LINES = "lines"
    """A block that keeps its lines: a list, verse, code, a table."""
    FURNITURE = "furniture"
    """Marked by the format itself as no text: an image, a comment, navigation, front matter."""


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the source and what became of it."""

    first: int
    """1-based line of the source that it begins on; where it has no lines, the number of the block."""
    last: int
    """The line that it ends on."""
    text: str
    """Its words, as they stand in the article's text or would."""
    shape: Shape = Shape.PARAGRAPH
    kind: str = ""
    """The kind of furniture; empty where it is text."""
