"""Key judgements as the pages have them: what each says, how likely and how sure, and what it rests on. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from .runs import Call, Inline


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to a numbered paragraph or, for an excerpt that stands in none, the call of its note."""

    label: str = ""
    """Of a paragraph, or the word for a note before its call; empty where the words of a citation stand there."""
    item: str = ""
    call: Call | None = None
    note: int = 0
    """Number of the note that the label names, where it names one."""

    @property
    def said(self) -> str:
        """What it reads: '1.4', 'note 3', or the words of a citation."""
        if not self.call:
            return self.label
        return "".join(text.text for text in self.call.words) or f"{self.label}\u00a0{self.call.number}"


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a judgement, or against it."""

    label: str
    references: tuple[Reference, ...]
    comma: str = ", "
    """Between them, as the language has it."""

    @property
    def stop(self) -> str:
        """What ends it: nothing where the last abbreviation did."""
        return "" if self.references[-1].said.endswith(".") else "."


@dataclass(frozen=True, slots=True)
class Point:
    """A key judgement; likelihood and confidence are sentences of their own (ICD 203)."""

    number: str
    """1, 2, 3 or, where paragraphs are numbered so, A, B, C."""
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
    said: str = ""
    """The same in words."""
