"""What the guard says about a cut: which words it leaves out that bear on the ones it keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ...model import ContextChoice, Excerpt, Span, Speaker


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

    @property
    def message(self) -> str:
        """One sentence for people."""
        return f"This cut leaves out {SENTENCES[self.kind]}: {self.side} ‘{' '.join(self.words.split())}’."


@dataclass(frozen=True, slots=True)
class ContextReport:
    """What was found about one cut."""

    language: str
    """The language that the article states; empty where it states none."""
    checked: bool
    """Whether there are word lists for it; without them marks, brackets, ellipses and cut words are checked alone."""
    warnings: tuple[ContextWarning, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the warnings, each once, in the order of their declaration."""
        found = {warning.kind for warning in self.warnings}
        return tuple(kind.value for kind in ContextKind if kind in found)

    def spoken(self, speaker: Speaker | None = None) -> ContextReport:
        """What is left of it with its speaker named: not what says that they speak, but who else does.

        Of a single attribution it is taken that it names the speaker, whatever its words: 'she said'.
        """
        if speaker is None or not speaker.name:
            return self
        told = [warning for warning in self.warnings if warning.kind is ContextKind.ATTRIBUTION]
        answered = told if len(told) == 1 else [warning for warning in told if _names(warning, speaker)]
        return replace(self, warnings=tuple(w for w in self.warnings if w not in answered))

    @property
    def unchecked(self) -> str:
        """Why the words were not looked at, for people; empty where they were."""
        if self.checked:
            return ""
        reason = f"no word list for '{self.language}'" if self.language else "the article states no language"
        return f"context not checked: {reason}"

    def choice(self, kept: tuple[str, ...] = ()) -> ContextChoice | None:
        """What is kept with a passage that is pinned in spite of these warnings; `None` where there is nothing."""
        left = tuple(kind for kind in kept if kind not in self.kinds)
        return ContextChoice(self.kinds, left) if self.warnings or left else None

    def widened(self, span: Span) -> Span:
        """The passage with what all warnings name."""
        spans = [span, *(warning.widen for warning in self.warnings)]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def dismissed(excerpt: Excerpt) -> tuple[str, ...]:
    """What a passage was pinned without, for people; a speaker who is named answers who says so."""
    known = {kind.value: text for kind, text in SENTENCES.items()}
    answered = ContextKind.ATTRIBUTION.value if excerpt.speaker else ""
    kinds = excerpt.context.dismissed if excerpt.context else ()
    return tuple(known.get(kind, kind) for kind in kinds if kind != answered)


def listed(parts: Sequence[str]) -> str:
    """What is left out, in one phrase: 'a, b and c'."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + f" and {parts[-1]}"


def _names(warning: ContextWarning, speaker: Speaker) -> bool:
    """Whether an attribution is the one by which the speaker was found, or holds a word of the name, or of via whom."""
    if any(warning.span.overlaps(evidence.span) for evidence in speaker.evidence):
        return True
    words = set(re.findall(r"\w+", warning.words))
    return any(words & _telling(name) for name in (speaker.name, *speaker.via))


def _telling(name: str) -> set[str]:
    """The words that tell a name from others: those with a capital letter or, of 'a senior official', the last."""
    words = re.findall(r"\w{3,}", name)
    return {word for word in words if word[0].isupper()} or set(words[-1:])
