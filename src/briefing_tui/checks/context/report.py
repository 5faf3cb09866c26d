"""What the guard says about a cut: which words it leaves out that bear on the ones it keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...model import Article, ContextChoice, Excerpt, Span, Speaker
from ..phrasing.listed import word_lists
from ..phrasing.warning import SENTENCES, ContextKind, ContextWarning
from ..speaking.crediting import another, may_be, says_of, speakers_at


@dataclass(frozen=True, slots=True)
class ContextReport:
    """What was found about one cut."""

    language: str
    """The language that the article states; empty where it states none."""
    checked: bool
    """Whether there are word lists for it; without them marks, brackets, ellipses and cut words are checked alone."""
    warnings: tuple[ContextWarning, ...] = ()
    cut: tuple[Article, Span] | None = field(default=None, compare=False, repr=False)
    """The source and the passage, by which it is known who speaks."""
    foreign: bool = False
    """Whether the words are in other letters than that language, as a Chinese sentence in an English article."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the warnings, each once, in the order of their declaration."""
        found = {warning.kind for warning in self.warnings}
        return tuple(kind.value for kind in ContextKind if kind in found)

    def spoken(self, speaker: Speaker | None = None) -> ContextReport:
        """What is left of it with its speaker named: not what says that they speak, but who else does.

        Of a single attribution it is taken that it names the speaker, whatever its words ('she said'), unless the text
        has the passage from somebody else.
        """
        if speaker is None or not speaker.name:
            return self
        told = [warning for warning in self.warnings if warning.kind is ContextKind.ATTRIBUTION]
        answered = [warning for warning in told if _names(warning, speaker)]
        if len(told) == 1 and not self._means_others(told[0], speaker):
            answered = told
        return replace(self, warnings=tuple(w for w in self.warnings if w not in answered))

    def _means_others(self, told: ContextWarning, speaker: Speaker) -> bool:
        """Whether the words that say who speaks, or others about the passage, mean others than the speaker."""
        if self.cut is None:
            return False
        if another(*self.cut, speaker):
            return True
        near = speakers_at(*self.cut)
        found = [each for each in near if any(words.overlaps(told.span) for words in each.evidence)]
        found = found or [*says_of(*self.cut)]
        return bool(found) and not may_be(found, speaker)

    @property
    def unchecked(self) -> str:
        """Why the words were not looked at, or not for all, for people; empty where they were."""
        if self.checked:
            return ""
        if word_lists(self.language) is not None and not self.foreign:
            return f"context checked in part: no words of negation, condition or attribution for '{self.language}'"
        reason = f"no word list for '{self.language}'" if self.language else "the article states no language"
        if self.foreign:
            reason = f"the words are in other letters than '{self.language}', the language of the article"
        return f"context not checked: {reason}"

    def choice(self, kept: tuple[str, ...] = ()) -> ContextChoice | None:
        """What is kept with a passage that is pinned in spite of these warnings; `None` where there is nothing."""
        left = tuple(kind for kind in kept if kind not in self.kinds)
        return ContextChoice(self.kinds, left) if self.warnings or left else None

    def widened(self, span: Span) -> Span:
        """The passage with what all warnings name."""
        spans = [span, *(warning.widen for warning in self.warnings)]
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    def narrowed(self) -> Span | None:
        """The passage without a mark that it keeps alone at its very edge; `None` where it keeps none there."""
        return next((warning.narrow for warning in self.warnings if warning.narrow), None)

    def taken_in(self, changed: ContextReport, *, whole: bool) -> tuple[str, ...]:
        """The kinds that a changed passage has taken in.

        Args:
            changed: what is said about it.
            whole: whether it has all of this one; a mark that was left out is not taken in.
        """
        gone = [kind for kind in self.kinds if kind not in changed.kinds]
        return tuple(kind for kind in gone if whole or kind != ContextKind.MARK)


def dismissed(excerpt: Excerpt) -> tuple[str, ...]:
    """What a passage was pinned without, for people; a speaker by whose words they are found answers who says so."""
    known = {kind.value: text for kind, text in SENTENCES.items()}
    answered = ContextKind.ATTRIBUTION.value if excerpt.speaker and excerpt.speaker.evidence else ""
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
