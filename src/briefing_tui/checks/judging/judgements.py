"""Rules on key judgements, after ICD 203: likelihood, confidence and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Severity
from ...model.blank import is_blank
from ...model.standards import CONFIDENCE, SCALE_NAMES, SCALES
from ..rules.registry import ICD203, Hit, Subject, rule
from .terms import EVERY, pattern
from .vocabulary import sentences_of, vocabulary_for

_DEGREE = r"(?:low|moderate|medium|high|limited|some|full|great|little|more|less|analytic)"
_DEGREES = rf"{_DEGREE}(?:(?:[ -]to)?[ -]{_DEGREE})?[ -]"
_JUDGED = r"(?:judg|assess|estimat|report)"
_CONFIDENCE = re.compile(
    rf"\b(?:we|i) (?:[\w-]+ )?(?:have|hold|place|put) (?:(?:[\w-]+ ){{0,3}}of )?(?:\w+ )?(?:{_DEGREES})?confidence\b"
    rf"|\bour (?:\w+ )?(?:{_DEGREES})?(?:level of )?confidence\b"
    rf"|\b(?:with|at) (?:an? |only |very )?{_DEGREES}(?:level of )?confidence\b"
    rf"|(?:^[\W_]*|[;:,(–—] ?){_DEGREES}confidence\b"
    rf"|\b{_DEGREES}confidence(?=[^\w]*$| in (?:this|our|the) {_JUDGED})"
    r"|(?:^|[;:,(–—] ?|\bthe )confidence(?: level)?(?: is|:) ?(?:very )?(?:low|moderate|medium|high)\b"
    rf"|\bconfidence (?:level )?in (?:this|our|the) {_JUDGED}"
    r"|\bwe (?:are|remain|feel) (?:\w+ )?confident\b",
    re.IGNORECASE,
)
"""Ours, and not that of voters or of confidence-building measures."""


@rule("judgement.scale", Severity.ERROR, ICD203)
def unknown_scale(subject: Subject) -> Iterator[Hit]:
    """A scale of likelihood that there is not.

    The words of likelihood mean something only by their scale.
    """
    if subject.brief.scale not in SCALES:
        yield Hit("scale", f"there is no scale '{subject.brief.scale}'", "one of: " + ", ".join(SCALES))


@rule("judgement.term", Severity.ERROR, ICD203)
def unknown_term(subject: Subject) -> Iterator[Hit]:
    """A likelihood that is not a term of the brief's scale.

    A word that the printed key does not explain means something else to each reader.
    """
    scale = SCALES.get(subject.brief.scale, ())
    words = [t.word for t in scale]
    for judgement in subject.brief.judgements:
        if scale and judgement.likelihood and judgement.likelihood not in words:
            yield Hit(
                judgement.id,
                f"'{judgement.likelihood}' is not a term of the {SCALE_NAMES[subject.brief.scale]}",
                "one of: " + ", ".join(words),
            )


@rule("judgement.empty", Severity.ERROR)
def empty(subject: Subject) -> Iterator[Hit]:
    """A judgement without words.

    It would be printed as a number without a sentence.
    """
    for judgement in subject.brief.judgements:
        if is_blank(judgement.text):
            yield Hit(judgement.id, "the judgement has no words", "write it (e in the draft), or delete it (d there)")


@rule("judgement.likelihood", Severity.ERROR, ICD203)
def without_likelihood(subject: Subject) -> Iterator[Hit]:
    """A judgement that does not say how likely it is.

    A reader cannot weigh a judgement that does not say how likely it is.
    """
    for judgement in subject.brief.judgements:
        if not judgement.likelihood and subject.brief.scale != "none":
            yield Hit(judgement.id, "the judgement has no likelihood", "choose a term (e in the draft)")


@rule("judgement.confidence", Severity.ERROR, ICD203)
def without_confidence(subject: Subject) -> Iterator[Hit]:
    """A judgement without a level of confidence, or without its reason.

    How sure we are, and why, depends on the sources and not on how likely something is.
    """
    for judgement in subject.brief.judgements:
        level = judgement.confidence.level
        if not level:
            yield Hit(judgement.id, "the judgement has no confidence", "choose low, moderate or high (e in the draft)")
        elif level not in CONFIDENCE:
            yield Hit(judgement.id, f"'{level}' is no level of confidence", "one of: " + ", ".join(CONFIDENCE))
        elif is_blank(judgement.confidence.because):
            yield Hit(
                judgement.id,
                f"the judgement does not say why confidence is {level}",
                "give the reason (e in the draft)",
            )


@rule("judgement.evidence", Severity.ERROR, ICD203)
def without_evidence(subject: Subject) -> Iterator[Hit]:
    """A judgement that rests on no excerpt.

    What rests on nothing that can be looked up cannot be checked by its reader.
    """
    for judgement in subject.brief.judgements:
        if not judgement.for_:
            yield Hit(judgement.id, "the judgement rests on no excerpt", "add one that supports it (+ in the draft)")


@rule("judgement.mixed", Severity.ERROR, ICD203)
def likelihood_with_confidence(subject: Subject) -> Iterator[Hit]:
    """Likelihood and confidence in one sentence, which ICD 203 forbids.

    One says how likely something is, the other how well we know it; together they are taken for one another.
    """
    if not SCALES.get(subject.brief.scale):
        return
    brief, words = subject.brief, vocabulary_for(subject.brief.language)
    judged = ((judgement.id, "judgement", judgement.text) for judgement in brief.judgements)
    texts = [("bottom-line", "bottom line", brief.bottom_line), *judged]
    for place, what, text in texts:
        for sentence in sentences_of(text):
            folded = sentence.lower()
            likely = pattern(EVERY).search(folded) or (words and words.other_row.first(folded))
            if likely and _CONFIDENCE.search(sentence):
                said = f"the {what} puts likelihood and confidence into one sentence"
                yield Hit(place, said, "say the confidence in its own field or sentence")


@rule("judgement.mixed-reason", Severity.WARNING, ICD203)
def likelihood_in_reason(subject: Subject) -> Iterator[Hit]:
    """A term of likelihood in the reason for a confidence, with which it is printed in one sentence."""
    if not SCALES.get(subject.brief.scale):
        return
    for judgement in subject.brief.judgements:
        for sentence in sentences_of(judgement.confidence.because):
            if found := pattern(EVERY).search(sentence.lower()):
                yield Hit(
                    judgement.id,
                    f"the reason for the confidence says how likely something is (‘{found[0]}’)",
                    "say there what the confidence rests on; how likely something is, is the judgement's own to say",
                )


@rule("judgement.both-ways", Severity.WARNING, ICD203)
def both_ways(subject: Subject) -> Iterator[Hit]:
    """An excerpt that is named both for a judgement and against it."""
    for judgement in subject.brief.judgements:
        for excerpt in (name for name in judgement.for_ if name in judgement.against):
            said = f"{excerpt} is named both for the judgement and against it"
            yield Hit(
                judgement.id, said, "leave it where it weighs more, and say the rest in the reason (e in the draft)"
            )
