"""Rules on the words of judgements: one scale, no vague words, and no percentage that contradicts its term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Brief, Severity
from ...model.standards import SCALE_NAMES, SCALES, Term
from ..rules.registry import ICD203, Hit, Subject, rule
from .percentages import percentages
from .terms import EVERY, others, pattern
from .vocabulary import sentences_of, vocabulary_for


@rule("judgement.vague", Severity.WARNING, ICD203)
def vague(subject: Subject) -> Iterator[Hit]:
    """A vague word where a judgement should say how likely something is.

    Readers take 'may' or 'cannot be ruled out' for anything between hardly and surely. In a sentence that has a term of
    the scale such a word is taken for one of ability, and is no finding.
    """
    words = vocabulary_for(subject.brief.language)
    terms = pattern(_terms(subject.brief) or EVERY)
    for judgement in subject.brief.judgements if words else ():
        found = [
            f"‘{word}’"
            for sentence in sentences_of(judgement.text)
            if not terms.search(sentence.lower())
            for word in (words.vague_words(sentence) if words else ())
        ]
        if found:
            said = [*dict.fromkeys(found)]
            open_ = "leaves open" if len(said) == 1 else "leave open"
            yield Hit(judgement.id, f"{' and '.join(said)} {open_} how likely this is", _use_a_term(subject.brief))


@rule("judgement.scales", Severity.ERROR, ICD203)
def mixed_scales(subject: Subject) -> Iterator[Hit]:
    """A term of another scale of likelihood beside those of the brief's.

    The same word stands for another range in each scale: a reader must know which one is meant.
    """
    brief, words = subject.brief, vocabulary_for(subject.brief.language)
    scale = brief.scale if _terms(brief) else _first_scale(brief)
    own = SCALES.get(scale, ())
    if not own or words is None:
        return
    foreign = others(scale)
    every = pattern([*own, *foreign])
    hint = f"use one scale: {', '.join(term.word for term in own)}"
    for place, text in _texts(brief):
        for sentence in sentences_of(text):
            folded = sentence.lower()
            found = {m[0]: SCALE_NAMES[foreign[m[0]]] for m in every.finditer(folded) if m[0] in foreign}
            spared = every.sub(lambda m: " " * len(m[0]), folded)
            found |= {m[0]: "another scale" for m in words.other_row.find(spared)}
            for word, other in found.items():
                yield Hit(place, f"‘{word}’ is a term of {other}; this brief uses the {SCALE_NAMES[scale]}", hint)


@rule("judgement.percentage", Severity.ERROR, ICD203)
def percentage(subject: Subject) -> Iterator[Hit]:
    """A percentage outside the range of the term that it stands with: in brackets behind it, or as a chance.

    The reader cannot tell which of the two is meant.
    """
    for place, said, range_of_term in _outside(subject.brief, sure=True):
        yield Hit(place, f"{said} contradicts {range_of_term}", "correct one of the two")


@rule("judgement.percentage-near", Severity.WARNING, ICD203)
def percentage_near(subject: Subject) -> Iterator[Hit]:
    """A percentage outside the range of a term that stands some words before it, or without brackets.

    It may say how much of something, 'will likely win seats (20 %)', or how likely that is; a reader may take it so.
    """
    for place, said, range_of_term in _outside(subject.brief, sure=False):
        hint = "correct one of the two where it says how likely; else say of what it is"
        yield Hit(place, f"{said} stands with {range_of_term}", hint)


def _outside(brief: Brief, *, sure: bool) -> Iterator[tuple[str, str, str]]:
    """Percentages outside the range of the term that they stand with: the place, the percentage, the term's range."""
    terms = {t.word: t for t in _terms(brief)}
    likelihoods = {j.id: j.likelihood for j in brief.judgements}
    for place, text in _texts(brief) if terms else ():
        for sentence in sentences_of(text):
            for each in percentages(sentence, brief.language, likelihoods.get(place, "")):
                term = terms.get(each.term)
                if term and each.sure is sure and not term.low <= each.low <= each.high <= term.high:
                    said = f"{each.low:g} %" if each.low == each.high else f"{each.low:g} to {each.high:g} %"
                    scale = SCALE_NAMES[brief.scale]
                    yield place, said, f"‘{term.word}’, which is {term.low} to {term.high} % in the {scale}"


@rule("judgement.not-checked", Severity.NOTE)
def not_checked(subject: Subject) -> Iterator[Hit]:
    """A language for which there is no list of vague words.

    What was not looked at is not known to be in order.
    """
    brief = subject.brief
    if brief.judgements and vocabulary_for(brief.language) is None:
        yield Hit("language", f"vague words in judgements are not looked for: there is no list for '{brief.language}'")


def _terms(brief: Brief) -> Sequence[Term]:
    return SCALES.get(brief.scale, ())


def _first_scale(brief: Brief) -> str:
    """The scale of the first term that only one scale has, where the brief names none; empty where there is none."""
    only = {word: name for scale, terms in SCALES.items() if terms for word, name in others(scale).items()}
    every = pattern(EVERY)
    sentences = (sentence.lower() for _, text in _texts(brief) for sentence in sentences_of(text))
    return next((only[m[0]] for sentence in sentences for m in every.finditer(sentence) if m[0] in only), "")


def _texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Where a brief says how likely something is, with the place."""
    for judgement in brief.judgements:
        yield judgement.id, judgement.text
        yield judgement.id, judgement.confidence.because
    yield "bottom-line", brief.bottom_line


def _use_a_term(brief: Brief) -> str:
    terms = _terms(brief)
    return f"use a term of the scale: {', '.join(t.word for t in terms)}" if terms else "say how likely it is"
