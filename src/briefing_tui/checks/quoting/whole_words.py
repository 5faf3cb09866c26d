"""Rules on where a quote begins and ends: inside a word it may say the opposite of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import ItemKind, Severity, Span
from ...model.edges import Cut, cut, edges, whole
from ..rules.registry import Hit, Subject, contract, rule

_JOINED_SCRIPTS = re.compile("[\u05d0-\u05ea\u05ef-\u05f2\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]")
"""Letters of Hebrew and Arabic, where 'and', 'the', 'in', 'to' and 'his' are written with the word beside them."""
_ELIDED = re.compile(
    r"(?:^|[^\w'’])(?:[cdjlmst]|qu|jusqu|lorsqu|puisqu|quoiqu|gl|un|dell?|all|nell|dall|sull)['’]$", re.IGNORECASE
)
"""Articles and the like that lost their vowel, in French and Italian; not `n'`, which may be all of a denial."""
_SHOWN = 24
"""Characters of a divided word that are told on its far side."""


@rule("quotation.cut-word", Severity.ERROR, contract(1))
def cut_word(subject: Subject) -> Iterator[Hit]:
    """A quote that begins or ends inside a word or a number.

    ‘Likely’ out of ‘unlikely’ has the letters of the source and says the opposite.
    """
    for item, where, shown, parted in _cuts(subject):
        if not parted:
            hint = "widen it to the whole word (w in the draft), paraphrase it, or let it stand with a reason (s)"
            yield Hit(item, f"the quote {item} {where} inside a word: “{shown}”", hint)


@rule("quotation.cut-prefix", Severity.WARNING, contract(1))
def cut_prefix(subject: Subject) -> Iterator[Hit]:
    """A quote that leaves out a particle which is written with its first or last word, as in Hebrew, Arabic or French.

    ‘And’, ‘the’, ‘in’ and their like may stay away; a syllable of the word itself may not.
    """
    for item, where, shown, parted in _cuts(subject):
        if parted:
            hint = "look whether it is a particle of its own, else widen it to the whole word (w in the draft)"
            yield Hit(item, f"the quote {item} {where} inside what is written as one word: “{shown}”", hint)


def _cuts(subject: Subject) -> Iterator[tuple[str, str, str, bool]]:
    """Each end of a quote that divides a word of its article: the item, which end, the word, whether a particle."""
    for _, item in subject.brief.items():
        excerpt = subject.brief.excerpts.get(item.excerpt) if item.kind is ItemKind.QUOTE else None
        article = subject.article_of(excerpt) if excerpt else None
        found = subject.verifications.get(item.excerpt)
        if article and found and found.state.verified and found.span:
            text, span = article.text, _trimmed(article.text, found.span)
            around, (first, last) = whole(text, span), edges(text, span)
            if first is not Cut.NOTHING:
                shown = f"{text[around.start : span.start]}|{_word(text, span.start)}"
                yield item.id, "begins", shown, _parted(text, span.start)
            if last is not Cut.NOTHING:
                before = text[max(span.start, span.end - _SHOWN) : span.end].split()[-1]
                yield item.id, "ends", f"{before}|{text[span.end : around.end]}", _parted(text, span.end)


def _trimmed(text: str, span: Span) -> Span:
    words = span.slice(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _word(text: str, start: int) -> str:
    """The word that begins at an offset, as far as it is told."""
    return text[start : start + _SHOWN].split(maxsplit=1)[0]


def _parted(text: str, offset: int) -> bool:
    """Whether what is divided there may be a particle and its word, which only their script writes as one."""
    if cut(text, offset) is Cut.LETTER:
        return False
    near = Span(max(0, offset - _SHOWN), offset + _SHOWN).slice(text)
    here = min(offset, _SHOWN)
    letters = [c for c in (*near[here - 1 : here], *near[here : here + 1]) if c.isalpha()]
    return bool((letters and all(map(_JOINED_SCRIPTS.match, letters))) or _ELIDED.search(near[:here]))
