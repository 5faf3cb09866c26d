"""Rule 7 of the contract: quotation marks in the author's own text, and what looks like a cite and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Brief, Severity, TextKind, find_all, normalise
from ..model.edges import Cut, edges
from ..model.own_text import cited, pieces
from ..model.quotation_marks import Quoted, quotation_marks
from .registry import Hit, Subject, contract, rule

_CITE_LIKE = re.compile(r"(?<![\w.@])(?<!\\\[)@\s?[eE]\d+\b|(?<!\\)\[@[^\]\n]{0,60}\]?")
"""An id that stands free, and anything in brackets that begins with @: ids of another form cannot be cited."""


@rule("own-words.quotation", Severity.ERROR, contract(7), binding=True)
def quotation(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks in own text that are in no pinned excerpt.

    Words in quotation marks claim that somebody said them; each must be provably in a source.
    """
    pinned = [
        normalise(e.exact)
        for e in subject.brief.excerpts.values()
        if not ((article := subject.article_of(e)) and article.metadata.text is TextKind.DIGEST)
    ]
    allowed, plain = _allowed(subject.brief), set(_plain(subject.brief))
    for place, text in own_texts(subject.brief):
        for quoted, words in _quoted_words(text, plain=(place, text) in plain):
            if (place, words) in allowed:
                continue
            if not any(_stand_in(words, p) for p in pinned):
                yield Hit(
                    place,
                    f"“{words}” stands between quotation marks and in no pinned excerpt of a source",
                    "pin the passage, take the marks off, or allow it as a title or scare quote with a reason",
                )
            elif quoted.emphasised:
                hint = "take the asterisks out, or the quotation marks"
                yield Hit(place, f"“{words}” is emphasised between quotation marks, which its source is not", hint)


@rule("own-words.unpaired", Severity.ERROR, contract(7), binding=True)
def unpaired(subject: Subject) -> Iterator[Hit]:
    """A quotation mark in own text without its partner, so that nobody can tell which words are quoted.

    Nobody could tell which words are claimed to be somebody's.
    """
    allowed, plain = _allowed(subject.brief), set(_plain(subject.brief))
    for place, text in own_texts(subject.brief):
        marks = quotation_marks(text, plain=(place, text) in plain)
        if marks.unpaired and (place, marks.sign) not in allowed:
            hint = "close it with its own kind, or take it out"
            yield Hit(place, f"a quotation mark {marks.sign} has no partner", hint)


@rule("own-words.unknown-cite", Severity.ERROR, contract(1), binding=True)
def unknown_cite(subject: Subject) -> Iterator[Hit]:
    """Own text that cites an excerpt which the brief does not have.

    It would call a note that there is not.
    """
    for place, text in own_texts(subject.brief):
        for excerpt in cited(text):
            if excerpt not in subject.brief.excerpts:
                yield Hit(place, f"[@{excerpt}] cites an excerpt that is not in the brief", "correct the id, or pin it")


@rule("own-words.cite-form", Severity.ERROR, contract(7), binding=True)
def cite_form(subject: Subject) -> Iterator[Hit]:
    """What looks like a cite and would be printed as it stands: another form, or a place that has no notes.

    It would stand in the text as brackets and signs.
    """
    for place, text in own_texts(subject.brief):
        odd = _CITE_LIKE.search("".join(p.span.slice(text) if len(p.text) == 1 else p.text for p in pieces(text)))
        if odd:
            hint = "write each as [@e1]: [@e1] [@e2], not [@e1; @e2]; for the signs themselves write \\[@"
            yield Hit(place, f"'{odd.group()}' is not read as a cite and would be printed as it stands", hint)
    for place, text in _without_notes(subject.brief):
        for excerpt in cited(text):
            yield Hit(place, f"[@{excerpt}] would be printed as it stands: there are no notes here", "take it out")


def own_texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Everything that the author wrote and that may be printed, with its place."""
    yield from _without_notes(brief)
    yield "bottom-line", brief.bottom_line
    yield from brief.fields.items()
    for judgement in brief.judgements:
        yield judgement.id, judgement.text
        yield judgement.id, judgement.confidence.because
    for _, item in brief.items():
        yield item.id, item.text
        yield item.id, item.note


def _stand_in(words: str, pinned: str) -> bool:
    """Whether words are part of a pinned passage, and no part of its words."""
    whole = (Cut.NOTHING, Cut.NOTHING)
    return words in pinned and any(edges(pinned, place) == whole for place in find_all(words, pinned))


def _quoted_words(text: str, *, plain: bool) -> Iterator[tuple[Quoted, str]]:
    """What stands between each pair of quotation marks, with its words folded by rule 1."""
    for quoted in quotation_marks(text, plain=plain).quoted:
        words = normalise(quoted.text).strip()
        if words:
            yield quoted, words


def _without_notes(brief: Brief) -> Iterator[tuple[str, str]]:
    """What the author wrote where no note can be called."""
    yield from _plain(brief)
    for judgement in brief.judgements:
        yield judgement.id, judgement.confidence.level
    for _, item in brief.items():
        yield item.id, item.core


def _plain(brief: Brief) -> Iterator[tuple[str, str]]:
    """What of it is printed as it stands, its asterisks and backslashes too."""
    for name in ("title", "date", "cut-off", "addressee", "author", "reference", "marking"):
        yield name, getattr(brief, name.replace("-", "_"))
    for judgement in brief.judgements:
        yield judgement.id, judgement.likelihood
    for section in brief.sections:
        yield section.id, section.title
    for excerpt in brief.excerpts.values():
        if excerpt.speaker:
            for text in (excerpt.speaker.name, excerpt.speaker.role, *excerpt.speaker.via):
                yield excerpt.id, text


def _allowed(brief: Brief) -> set[tuple[str, str]]:
    """Place and words of what a person has vouched for, with a reason."""
    return {
        (str(a.get("place", "")), normalise("".join(p.text for p in pieces(str(a.get("text", ""))))).strip())
        for a in brief.allowed_quotations
        if str(a.get("reason", "")).strip()
    }
