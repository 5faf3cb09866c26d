"""What readers hand on: blocks and what the format states; and what importing yields: documents with a frozen text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import ImportFailedError
from ..model import Metadata, Shape, SourceBlock, State

__all__ = [
    "MAX_BYTES", "Block", "Clue", "Document", "Dropped", "Line", "Reader", "Shape", "Source", "SourceBlock", "Unread",
]  # fmt: skip

MAX_BYTES = 64 * 2**20
"""The largest document that is read; formats with pictures inside have limits of their own in the registry."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source."""

    number: int
    """1-based: of the file, where it is made of lines; else of the document's blocks in reading order."""
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
    pages: tuple[int, int] | None = None
    """First and last page that it stands on, where the source has pages."""

    @property
    def number(self) -> int:
        """The 1-based line that it begins on."""
        return self.lines[0].number


@dataclass(frozen=True, slots=True)
class Clue:
    """The value of a field, how it is known, and from where."""

    value: Any
    state: State
    evidence: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document as its format gives it, before any rule on furniture and metadata."""

    blocks: tuple[Block, ...]
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Metadata in the document's own header, by its own keys: front matter."""
    field_lines: Mapping[str, int] = field(default_factory=dict)
    """The 1-based line of each of those keys."""
    clues: Sequence[tuple[str, Clue]] = ()
    """What the format says beside the text, by CSL name, the best evidence first: tags, properties, mail headers."""
    type: Clue | None = None
    """CSL's type, where the format says it."""
    verbatim: str | None = None
    """The text of an article of ours, which is taken as it is."""
    markup: bool = False
    """Whether headings are marked in the source, so that none needs to be recognised."""
    settled: bool = False
    """Whether the reader has told text from furniture already, so that no rule looks for head and tail."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Further CSL variables that the format states: kept in the article's header as they are."""
    part: str = ""
    """Which part of the file this is: the key of a record, the number of a message; empty for a whole file."""
    links: tuple[str, ...] = ()
    """Files that a record names as its text, as it names them."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that cannot be read, while the others can."""

    part: str
    error: ImportFailedError


Reader = Callable[[str, bytes], Source | Sequence[Source | Unread]]
"""Reads one format: the file's name for messages, and its bytes.

Gives one document, or for a container (a mailbox, a file of references) all of them. Raises ImportFailedError.
"""


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
    blocks: tuple[SourceBlock, ...] = field(default=(), repr=False)
    """The whole source in order, with what was dropped in its place."""
    part: str = ""
    """Which part of the file this is; empty for a whole file."""
    links: tuple[str, ...] = ()
    """Files that a record names as its text."""
