"""What a cut can leave out: its kinds, and one warning of the guard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...model import Span


class ContextKind(StrEnum):
    """What a cut can leave out; the names stand in briefs and never change."""

    NEGATION = "negation"
    HEDGE = "hedge"
    CONDITION = "condition"
    CONTRAST = "contrast"
    ATTRIBUTION = "attribution"
    REFERENCE = "reference"
    MARK = "mark"
    ELLIPSIS = "ellipsis"
    WORD = "word"
    PHRASE = "phrase"


class Side(StrEnum):
    """Where the words stand, seen from what is kept."""

    BEFORE = "before"
    INSIDE = "inside"
    AFTER = "after"


SENTENCES = {
    ContextKind.NEGATION: "a negation that reaches into these words",
    ContextKind.HEDGE: "how sure the source is",
    ContextKind.CONDITION: "the condition or the exception",
    ContextKind.CONTRAST: "what the source holds against it",
    ContextKind.ATTRIBUTION: "who says so",
    ContextKind.REFERENCE: "what this refers to",
    ContextKind.MARK: "the other one of a pair of marks",
    ContextKind.ELLIPSIS: "words that the source itself left out",
    ContextKind.WORD: "the rest of a word",
    ContextKind.PHRASE: "the rest of a phrase",
}
"""What is left out, for people: 'This cut leaves out who says so'."""


@dataclass(frozen=True, slots=True)
class ContextWarning:
    """One thing that a cut leaves out or leaves dangling."""

    kind: ContextKind
    words: str
    """The exact words of the article that say so."""
    span: Span
    """Where they stand in the article."""
    side: Side
    widen: Span
    """The passage with them, never over a heading; the passage itself where nothing can be taken in."""
    narrow: Span | None = None
    """The passage without the mark that it keeps alone at its very edge; `None` where there is no such mark."""

    @property
    def message(self) -> str:
        """One sentence for people."""
        return f"This cut leaves out {SENTENCES[self.kind]}: {self.side} ‘{' '.join(self.words.split())}’."
