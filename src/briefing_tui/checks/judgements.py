"""Rules on key judgements, after ICD 203: likelihood, confidence and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Severity
from ..model.standards import CONFIDENCE, SCALE_NAMES, SCALES
from .registry import Hit, Subject, rule

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@rule("judgement.scale", Severity.ERROR)
def unknown_scale(subject: Subject) -> Iterator[Hit]:
    """A scale of likelihood that there is not."""
    if subject.brief.scale not in SCALES:
        yield Hit("scale", f"there is no scale '{subject.brief.scale}'", "one of: " + ", ".join(SCALES))


@rule("judgement.term", Severity.ERROR)
def unknown_term(subject: Subject) -> Iterator[Hit]:
    """A likelihood that is not a term of the brief's scale."""
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
    """A judgement without words."""
    for judgement in subject.brief.judgements:
        if not judgement.text.strip():
            yield Hit(judgement.id, f"the judgement {judgement.id} has no words", "write it (e), or delete it (d)")


@rule("judgement.likelihood", Severity.WARNING)
def without_likelihood(subject: Subject) -> Iterator[Hit]:
    """A judgement that does not say how likely it is."""
    for judgement in subject.brief.judgements:
        if not judgement.likelihood and subject.brief.scale != "none":
            yield Hit(judgement.id, f"{judgement.id} has no likelihood", "choose a term (e)")


@rule("judgement.confidence", Severity.WARNING)
def without_confidence(subject: Subject) -> Iterator[Hit]:
    """A judgement without a level of confidence, or without its reason."""
    for judgement in subject.brief.judgements:
        level = judgement.confidence.level
        if not level:
            yield Hit(judgement.id, f"{judgement.id} has no confidence", "choose low, moderate or high (e)")
        elif level not in CONFIDENCE:
            yield Hit(judgement.id, f"'{level}' is no level of confidence", "one of: " + ", ".join(CONFIDENCE))
        elif not judgement.confidence.because.strip():
            yield Hit(judgement.id, f"{judgement.id} does not say why confidence is {level}", "give the reason (e)")


@rule("judgement.evidence", Severity.WARNING)
def without_evidence(subject: Subject) -> Iterator[Hit]:
    """A judgement that rests on no excerpt."""
    for judgement in subject.brief.judgements:
        if not judgement.for_:
            yield Hit(judgement.id, f"{judgement.id} rests on no excerpt", "add one that supports it (+)")


@rule("judgement.mixed", Severity.ERROR)
def likelihood_with_confidence(subject: Subject) -> Iterator[Hit]:
    """Likelihood and confidence in one sentence, which ICD 203 forbids."""
    words = [t.word for t in SCALES.get(subject.brief.scale, ())]
    terms = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE) if words else None
    for judgement in subject.brief.judgements:
        for sentence in _SENTENCE.split(judgement.text):
            if terms and terms.search(sentence) and re.search(r"\bconfiden(?:ce|t)\b", sentence, re.IGNORECASE):
                yield Hit(
                    judgement.id,
                    f"{judgement.id} puts likelihood and confidence into one sentence",
                    "say the confidence in its own field or sentence",
                )
