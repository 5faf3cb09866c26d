"""What a form of document asks for: the parts that it prints, the fields that it needs, the limits that it sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

BOTTOM_LINE = "bottom-line"
RECOMMENDATION = "recommendation"
"""The field that says what the reader is asked to agree to, in the forms that have one."""
OPEN_POINTS = "open-points"
"""The part that a draft alone has, behind all others: what its checks found. No form lists it."""
REQUIRABLE = ("addressee", "author", "reference", "cut-off", "marking")
"""Fields of every brief's head that a form may require; a title and a date are always needed."""


class Part(StrEnum):
    """The parts of a document that the program makes itself; every other part is a field of the template."""

    BOTTOM_LINE = "bottom-line"
    JUDGEMENTS = "judgements"
    CONTENTS = "contents"
    """What follows, with its pages, where the document is long."""
    SECTIONS = "sections"
    DECISION = "decision"
    """Boxes for the reader's own hand."""
    TIMELINE = "timeline"
    COVERAGE = "coverage"
    STATEMENT = "statement"
    """The source summary statement (ICD 206)."""
    ENDNOTES = "endnotes"
    """The notes, where the citation style sets them at the end."""
    SOURCES = "sources"
    ANNEX = "annex"


class Numbering(StrEnum):
    """How the paragraphs are numbered."""

    SECTIONS = "sections"
    """1.1, 1.2, 2.1."""
    RUNNING = "running"
    """1, 2, 3 through the whole document."""


class Core(StrEnum):
    """What becomes of the core statement of an item."""

    LEAD = "lead"
    """It opens its paragraph, in bold."""
    OMIT = "omit"


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A text of the author's that the form has a place for, kept in the brief's `fields`."""

    id: str
    required: bool = False
    lines: int = 0
    """Printed lines that it may have; 0 for any number."""
    about: str = ""
    """What belongs there, said where it is asked for."""


@dataclass(frozen=True, slots=True)
class Template:
    """A form of document, as its `template.yaml` says."""

    id: str
    title: str = ""
    about: str = ""
    parts: tuple[str, ...] = (Part.BOTTOM_LINE, Part.JUDGEMENTS, Part.SECTIONS, Part.SOURCES)
    """In printed order: those of `Part`, and ids of `fields`."""
    fields: tuple[TemplateField, ...] = ()
    required: tuple[str, ...] = ()
    """Fields of every brief that it requires on top of its own: those of `REQUIRABLE`."""
    sections: tuple[str, ...] = ()
    """Sections that the form requires, by the key of their title in `words`."""
    pages: int = 0
    """Pages that it may have before its annex; 0 for any number."""
    paper: str = "A4"
    numbering: Numbering = Numbering.SECTIONS
    core: Core = Core.OMIT
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    """Its own fixed words: by language (a BCP 47 tag), then by key. They go before the program's."""

    def field(self, name: str) -> TemplateField | None:
        """The field with that id, or `None`."""
        return next((f for f in self.fields if f.id == name), None)

    def headed(self) -> tuple[str, ...]:
        """The parts that stand under a heading of the form; sections bring their own."""
        return tuple(part for part in self.parts if part != Part.SECTIONS)

    def requires(self, name: str) -> bool:
        """Whether a brief must have something to say in a part; a bottom line is needed unless the form says not."""
        found = self.field(name)
        return found.required if found else name == BOTTOM_LINE and name in self.parts

    def own_fields(self) -> tuple[str, ...]:
        """The fields that the brief keeps among its `fields`; the bottom line is a field of every brief."""
        return tuple(f.id for f in self.fields if f.id != BOTTOM_LINE)

    def with_annex(self, wanted: str) -> Template:
        """The same with the annex (`yes`), at the end, or without it (`no`); as it is for anything else."""
        others = tuple(part for part in self.parts if part != Part.ANNEX)
        if wanted == "no":
            return replace(self, parts=others)
        return replace(self, parts=(*others, Part.ANNEX)) if wanted == "yes" and others == self.parts else self

    def with_statement(self, wanted: str) -> Template:
        """The same with the summary of the sources (`yes`), before these, or without it, as `with_annex`."""
        others = tuple(part for part in self.parts if part != Part.STATEMENT)
        if wanted == "no":
            return replace(self, parts=others)
        if wanted != "yes" or others != self.parts:
            return self
        at = others.index(Part.SOURCES) if Part.SOURCES in others else len(others)
        return replace(self, parts=(*others[:at], Part.STATEMENT, *others[at:]))

    def words_of(self, language: str) -> dict[str, str]:
        """Its own words for a language: `en-GB` falls back to `en`, word by word."""
        base = language.partition("-")[0]
        return {**self.words.get(base, {}), **self.words.get(language, {})}
