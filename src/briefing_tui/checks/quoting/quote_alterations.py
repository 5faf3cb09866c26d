"""Rules on alterations of quotes: rule 2 of the contract on quotations."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Alteration, AlterationKind, Excerpt, ItemKind, Severity, Span, words
from ...model.alteration import fitting, misfits
from ..rules.registry import Hit, Subject, contract, rule

_LONG = 8
"""Words. An insertion that has more says something of its own."""
_NAMED = 10
"""Alterations of one quote that are named where they do not fit; the others are counted."""
_SHOWN = 60
"""Characters of words that are named."""


@rule("quotation.alterations", Severity.ERROR, contract(2), binding=True)
def alterations(subject: Subject) -> Iterator[Hit]:
    """An alteration of a quote that does not fit the words as they are, so that it is not printed.

    The quote would say something else than was meant, or stand there as it was never shown.
    """
    for excerpt in subject.brief.excerpts.values():
        numbers = {id(alteration): n for n, alteration in enumerate(excerpt.alterations, 1)}
        unfit = misfits(excerpt.exact, excerpt.alterations)
        for alteration, why in unfit[:_NAMED]:
            number = numbers[id(alteration)]
            yield Hit(
                excerpt.id,
                f"alteration {number} of {excerpt.id} ({alteration.kind}) does not fit: {why}",
                f"take it back (A on the quote, or `briefing brief alter … --take-back {number}`) and make it anew",
            )
        if left := len(unfit[_NAMED:]):
            message = f"{left:,} more alteration{'s' * (left > 1)} of {excerpt.id} do{'es' * (left == 1)} not fit"
            yield Hit(excerpt.id, message, "mend those that are named first")


@rule("quotation.omission", Severity.WARNING, contract(2))
def omission(subject: Subject) -> Iterator[Hit]:
    """An omission within a quote that takes away a denial, a doubt, a condition, who says so, or a sentence's end.

    The sign […] shows that words are left out, and not that they turned the others around. The words are known for
    English; that words of two sentences stand in one is told in every language.
    """
    from ..context import omitted

    for item, excerpt, alteration in _quoted(subject, AlterationKind.OMIT):
        article = subject.article_of(excerpt)
        found = list(omitted(excerpt.exact, alteration.span, article.metadata.language)) if article else []
        if found:
            told = "; ".join(dict.fromkeys(f"{what} (‘{said}’)" for what, said in found))
            yield Hit(
                item,
                f"quote {item} ({excerpt.id}) leaves out “{_short(alteration.exact)}”: {told}",
                "read it in its source (o in the draft); leave out less, or take the omission back (A there)",
            )


@rule("quotation.additions", Severity.NOTE, contract(2))
def additions(subject: Subject) -> Iterator[Hit]:
    """A long insertion in a quote, or emphasis on more than half of it.

    What explains a word is short: more is the author's own text. Where most is emphasised, nothing is.
    """
    for item, excerpt, alteration in _quoted(subject, AlterationKind.INSERT):
        count = _count(alteration.text)
        if count > _LONG:
            shown = f"“[{_short(alteration.text)}]”"
            hint = "shorten it, or say it in a text of your own"
            yield Hit(item, f"quote {item} ({excerpt.id}) has an insertion of {count} words: {shown}", hint)
    bright: dict[tuple[str, str], int] = {}
    for item, excerpt, alteration in _quoted(subject, AlterationKind.EMPHASISE):
        bright[item, excerpt.id] = bright.get((item, excerpt.id), 0) + _count(alteration.exact)
    for (item, excerpt_id), count in bright.items():
        if 2 * count > _count(subject.brief.excerpts[excerpt_id].exact):
            hint = "emphasise the words that matter, or quote these alone"
            yield Hit(item, f"quote {item} ({excerpt_id}) is emphasised by more than half", hint)


def _quoted(subject: Subject, kind: AlterationKind) -> Iterator[tuple[str, Excerpt, Alteration]]:
    """The alterations of one kind that are printed, each with the item that quotes and its excerpt."""
    for _, item in subject.brief.items():
        excerpt = subject.brief.excerpts.get(item.excerpt) if item.kind is ItemKind.QUOTE else None
        if excerpt:
            fit = fitting(excerpt.exact, excerpt.alterations)
            yield from ((item.id, excerpt, alteration) for alteration in fit if alteration.kind is kind)


def _count(text: str) -> int:
    return len(words(text, Span(0, len(text))))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
