"""A briefing as a tree of blocks and runs of text: numbered, complete, and still without any look.

Every output format prints this tree; none of them looks at the brief again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefing_tui.citations import Placement, Text
from briefing_tui.model import Stretch
from briefing_tui.model.template import OPEN_POINTS, RECOMMENDATION, Part, Template

from .annex import Entry
from .open_points import NOTHING, OpenPoints
from .points import Point, Scale
from .runs import Call, Gap, Inline
from .statement import Statement
from .tables import NO_TABLE, Table
from .timeline import NO_TIMELINE, Timeline

_FOREMOST = (Part.BOTTOM_LINE, RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the cover block."""

    field: str
    """The brief's field that it shows."""
    label: str
    value: Text | Gap
    named: str
    """The label with its colon, for a form that has both in one line."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered paragraph in the author's words: own text or a paraphrase."""

    number: str
    """Empty for the mark of a section that is still to be written: it takes no paragraph's number."""
    item: str
    """Id of the item that it belongs to, or of the section."""
    inlines: tuple[Inline, ...]
    warning: str = ""
    """Why its excerpt is not verified; empty where it is."""
    context: Text | None = None
    """What leads to the passage in the annex."""
    led: bool = False
    """Whether a core statement opens it."""

    @property
    def key(self) -> str:
        """By which it is found on the pages."""
        return self.number or f"gap {self.item}"


@dataclass(frozen=True, slots=True)
class Quote:
    """A numbered quotation, word for word as it is stored, with what is altered told apart."""

    number: str
    item: str
    exact: str
    """The source's words."""
    printed: tuple[Stretch, ...]
    """What is printed of them, and of ours."""
    marks: tuple[str, str]
    """The outer quotation marks, which are not part of the text."""
    language: str
    """BCP 47 tag of the words; empty where it is the briefing's own."""
    rtl: bool
    call: Call
    attribution: tuple[Text, ...]
    warning: str = ""
    context: Text | None = None
    """What leads to the passage in the annex."""
    lead: tuple[Text, ...] = ()
    """What the author says in short above it."""

    @property
    def text(self) -> str:
        """All that is printed between the marks."""
        return "\n\n".join(stretch.text for stretch in self.printed)


Block = Passage | Quote


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section with its number; one of the second level has none."""

    number: str
    id: str
    title: str
    level: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of contents."""

    title: str
    place: str
    """The name of the place where it begins."""
    number: str = ""
    level: int = 1


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
    """Of its parts, by key, and the words `page` and `of`."""
    parts: tuple[str, ...] = Template("").parts
    """What is printed, in order: see `model.template.Part`; any other key is one of `prose`."""
    prose: Mapping[str, tuple[tuple[Inline, ...], ...]] = field(default_factory=dict)
    """The paragraphs of the texts that its form asks for."""
    placement: Placement = Placement.FOOTNOTE
    """Where its citations stand."""
    decision: tuple[str, ...] = ()
    """What the reader may tick."""
    statement: Statement | None = None
    """The counts of the source summary statement, whose words are among `prose`."""
    timeline: Timeline = NO_TIMELINE
    coverage: Table = NO_TABLE
    sources_key: str = ""
    """What the codes in the list of sources mean, where it has any."""
    annex: tuple[Entry, ...] = ()
    """The passages in their context, in the order of their notes."""
    version: str = ""
    """What tells a copy from one that says something else."""
    unmarked: str = ""
    """What stands in the margins of a draft without a marking."""
    contents: tuple[Listed, ...] = ()
    """What follows the list of contents, where there is one."""
    open: OpenPoints = NOTHING
    """What is open, in a draft."""

    @property
    def head(self) -> str:
        """What stands in the margins of all pages: the marking, or that there is none yet."""
        return self.marking or self.unmarked

    def paragraphs(self, part: str) -> tuple[tuple[Inline, ...], ...]:
        """Those of a part that is a text of the author's; none where it has nothing to say."""
        return self.bottom_line if part == Part.BOTTOM_LINE else self.prose.get(part, ())

    @property
    def foremost(self) -> str:
        """What the reader is told first: the bottom line or, where it goes before that, the recommendation."""
        told = (name for name in self.parts if name in _FOREMOST and self.paragraphs(name))
        return next(told, Part.BOTTOM_LINE)

    def has(self, part: str) -> bool:
        """Whether there is anything under the heading of a part."""
        endnotes = self.placement is Placement.ENDNOTE and any(call.note for call in self.calls())
        made: dict[str, object] = {"judgements": self.points, "contents": self.contents, "sources": self.sources}
        made |= {"endnotes": endnotes, "decision": self.decision, "timeline": self.timeline.moments}
        made |= {"coverage": self.coverage.rows, "annex": self.annex, OPEN_POINTS: self.open.points}
        return bool(made.get(part, self.paragraphs(part)))

    def blocks(self) -> Iterator[Block]:
        """All numbered paragraphs, in order."""
        return (block for chapter in self.chapters for block in chapter.blocks)

    def calls(self) -> Iterator[Call]:
        """All calls of notes, in the order of the pages."""
        for part in self.parts:
            if part == Part.JUDGEMENTS:
                for point in self.points:
                    yield from _calls((*point.inlines, *point.confidence))
                    yield from (r.call for s in point.support for r in s.references if r.call)
            elif part == Part.SECTIONS:
                for block in self.blocks():
                    yield from (block.call,) if isinstance(block, Quote) else _calls(block.inlines)
            else:
                for paragraph in self.paragraphs(part):
                    yield from _calls(paragraph)


def _calls(inlines: tuple[Inline, ...]) -> Iterator[Call]:
    return (inline for inline in inlines if isinstance(inline, Call))
