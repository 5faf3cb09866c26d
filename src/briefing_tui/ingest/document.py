"""What importing yields: a document with its frozen text, and what readers hand on: blocks of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ..model import Metadata

MAX_BYTES = 64 * 2**20
"""The largest document that is read."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the source that is no part of the text, with the rule's name for it."""

    line: int
    """1-based line of the file as it came."""
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as an article: the text that is quoted from, and what is known about it."""

    text: str = field(repr=False)
    metadata: Metadata
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()


class Shape(StrEnum):
    """What a reader has seen in a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LINES = "lines"
    """A block that keeps its lines: a list, verse, code, a table."""
    FURNITURE = "furniture"
    """Marked by the format itself as no text: an image, a comment, front matter."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source."""

    number: int
    """1-based."""
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the source: its words, and the lines that it stands on."""

    text: str
    lines: tuple[Line, ...]
    shape: Shape = Shape.PARAGRAPH
    level: int = 0
    """Of a heading, 1 for the highest."""
    kind: str = ""
    """Of furniture, what it is."""
    emphasised: bool = False
    """Wholly in bold or italics."""

    @property
    def number(self) -> int:
        """The 1-based line that it begins on."""
        return self.lines[0].number


@dataclass(frozen=True, slots=True)
class Source:
    """A document as its format gives it, before any rule on furniture and metadata."""

    blocks: tuple[Block, ...]
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Metadata that the format states: front matter, by its own keys."""
    field_lines: Mapping[str, int] = field(default_factory=dict)
    """The 1-based line of each of those keys."""
    verbatim: str | None = None
    """The text of an article of ours, which is taken as it is."""
    markup: bool = False
    """Whether headings are marked in the source, so that none needs to be recognised."""
    warnings: tuple[str, ...] = ()


Reader = Callable[[str, bytes], Source]
"""Reads one format: the file's name for messages and its bytes."""
