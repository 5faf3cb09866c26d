"""The brief: what a staffer drafts. Frozen; an edit (see `edits`) returns a new value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .excerpt import Excerpt
from .finding import Suppression


class ItemKind(StrEnum):
    """What an entry of a section is."""

    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a section: a quote, a paraphrase, or the author's own text."""

    id: str
    kind: ItemKind
    excerpt: str = ""
    """Id of the excerpt; empty for the author's own text."""
    text: str = ""
    """The paraphrase or the author's text, which may cite `[@e1]`; empty for a quote."""
    core: str = ""
    """The core statement, one line."""
    note: str = ""
    """For the footnote, after the citation."""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of items."""

    id: str
    title: str
    items: tuple[Item, ...] = ()
    level: int = 1
    """1, or 2 for a section under the one before it."""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def is_called(self, title: str) -> bool:
        """Whether that is its title but for case and white space."""
        return " ".join(self.title.split()).casefold() == " ".join(title.split()).casefold()


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure we are (ICD 203) and why."""

    level: str = ""
    because: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A key judgement, with the excerpts for and against it."""

    id: str
    text: str
    likelihood: str = ""
    confidence: Confidence = Confidence()
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brief:
    """A draft with everything that the briefing will say."""

    id: str
    title: str = ""
    date: str = ""
    """Set once when the brief is made; nothing reads the clock while compiling."""
    reference: str = ""
    author: str = ""
    addressee: str = ""
    marking: str = ""
    language: str = "en-GB"
    template: str = "bluf"
    style: str = "briefing-note"
    scale: str = "phia"
    cut_off: str = ""
    annex: str = ""
    """`yes` or `no`, whatever its form says; empty for what that says."""
    statement: str = ""
    """The same of the summary of its sources."""
    bottom_line: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    """The author's texts that its form asks for, by the id of the template's field; in order."""
    excerpts: Mapping[str, Excerpt] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    sections: tuple[Section, ...] = ()
    comments: tuple[Mapping[str, Any], ...] = ()
    approvals: tuple[Mapping[str, Any], ...] = ()
    allowed_quotations: tuple[Mapping[str, Any], ...] = ()
    """Scare quotes and titles in own text that a person has vouched for: `place`, `text`, `reason` (rule 7)."""
    suppressed: tuple[Suppression, ...] = ()
    """Findings that do not stand in the way, each with a person's reason."""
    last_ids: Mapping[str, int] = field(default_factory=dict)
    """The highest number given so far by letter (`e`, `i`, `s`, `j`): an id is never used again."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    newer_format: int = 0
    """The number of its format where that is newer than this program's: the brief is as far as it could be read."""

    def items(self) -> Iterator[tuple[Section, Item]]:
        """All items with their sections, in order."""
        return ((section, item) for section in self.sections for item in section.items)

    def item(self, item_id: str) -> Item | None:
        """The item with that id, or `None`."""
        return next((item for _, item in self.items() if item.id == item_id), None)

    def section(self, section_id: str) -> Section | None:
        """The section with that id, or `None`."""
        return next((s for s in self.sections if s.id == section_id), None)

    def judgement(self, judgement_id: str) -> Judgement | None:
        """The judgement with that id, or `None`."""
        return next((j for j in self.judgements if j.id == judgement_id), None)

    def quoted(self) -> frozenset[str]:
        """Ids of the excerpts that at least one item quotes word for word."""
        return frozenset(item.excerpt for _, item in self.items() if item.kind is ItemKind.QUOTE)

    def prose(self) -> Iterator[str]:
        """The author's own texts, which may cite excerpts."""
        yield self.bottom_line
        yield from self.fields.values()
        for judgement in self.judgements:
            yield judgement.text
            yield judgement.confidence.because
        for _, item in self.items():
            yield item.text
            yield item.note

    def uses(self, excerpt_id: str) -> tuple[str, ...]:
        """Ids of the items and judgements that rest on an excerpt."""
        items = [i.id for _, i in self.items() if i.excerpt == excerpt_id]
        return (*items, *(j.id for j in self.judgements if excerpt_id in (*j.for_, *j.against)))
