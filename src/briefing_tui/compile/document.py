"""A briefing as a tree of blocks and runs of text: numbered, complete, and still without any look.

Every output format prints this tree; none of them looks at the brief again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_tui.citations import Text


@dataclass(frozen=True, slots=True)
class Call:
    """The number that calls a note."""

    number: int
    excerpt: str
    note: tuple[Text, ...] = ()
    """The note itself at its first call; empty where the number is repeated."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands, marked, where something is still to be written."""

    text: str


Inline = Text | Call | Gap


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the cover block."""

    field: str
    """The brief's field that it shows."""
    label: str
    value: Text | Gap


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered paragraph in the author's words: own text or a paraphrase."""

    number: str
    item: str
    """Id of the item that it belongs to."""
    inlines: tuple[Inline, ...]
    warning: str = ""
    """Why its excerpt is not verified; empty where it is."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A numbered quotation, word for word as it is stored."""

    number: str
    item: str
    text: str
    marks: tuple[str, str]
    """The outer quotation marks, which are not part of the text."""
    language: str
    """BCP 47 tag of the words; empty where it is the briefing's own."""
    rtl: bool
    call: Call
    attribution: tuple[Text, ...]
    warning: str = ""


Block = Passage | Quote


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to a numbered paragraph or, for an excerpt that stands in none, the call of its note."""

    label: str
    item: str = ""
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a judgement, or against it."""

    label: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A key judgement; likelihood and confidence are sentences of their own (ICD 203)."""

    number: int
    id: str
    inlines: tuple[Inline, ...]
    likelihood: str
    confidence: tuple[Inline, ...]
    support: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The likelihood scale that the judgements use."""

    name: str = ""
    unit: str = ""
    terms: tuple[tuple[str, str, bool], ...] = ()
    """Term, range, and whether a judgement uses it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section with its number; one of the second level has none."""

    number: str
    id: str
    title: str
    level: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole briefing."""

    title: Text | Gap
    language: str
    rtl: bool
    author: str
    reference: str
    marking: str
    facts: tuple[Fact, ...]
    notice: tuple[str, ...]
    """For a draft: that it is one and, where it applies, how much is unverified. Empty for a final briefing."""
    bottom_line: tuple[tuple[Inline, ...], ...]
    """Its paragraphs."""
    points: tuple[Point, ...]
    scale: Scale
    chapters: tuple[Chapter, ...]
    sources: tuple[tuple[Text, ...], ...]
    """Each once, in the order of the style."""
    headings: dict[str, str]
    """Of the parts that every briefing has: `bottom-line`, `judgements`, `sources`, `page`, `of`."""

    def blocks(self) -> Iterator[Block]:
        """All numbered paragraphs, in order."""
        return (block for chapter in self.chapters for block in chapter.blocks)

    def calls(self) -> Iterator[Call]:
        """All calls of notes, in the order of the pages."""
        for paragraph in self.bottom_line:
            yield from _calls(paragraph)
        for point in self.points:
            yield from _calls((*point.inlines, *point.confidence))
            yield from (r.call for s in point.support for r in s.references if r.call)
        for block in self.blocks():
            if isinstance(block, Quote):
                yield block.call
            else:
                yield from _calls(block.inlines)


def _calls(inlines: tuple[Inline, ...]) -> Iterator[Call]:
    return (inline for inline in inlines if isinstance(inline, Call))
