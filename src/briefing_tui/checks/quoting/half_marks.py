"""Rules on half a pair within a quote: quotation marks and brackets of which one alone is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...model import Alteration, AlterationKind, Article, Excerpt, Item, ItemKind, Severity, Span
from ...model.alteration import fitting
from ...model.signs.quote_signs import is_behind_prefix
from ..rules.registry import Hit, Subject, contract, rule

if TYPE_CHECKING:
    from ..phrasing.marks import Marks, Pair

_SHOWN = 4
"""Words beside a mark that are shown."""


@rule("quotation.half-mark", Severity.ERROR, contract(2))
def half_mark(subject: Subject) -> Iterator[Hit]:
    """A quote that prints one of a pair of quotation marks which its source has, by its cut or by an omission.

    Nobody could tell where the words of whoever is quoted in it end. The other mark is not printed of our own accord:
    what the quote does not have is not added. A mark that the source itself does not close stays as it is.
    """
    for item, excerpt, article, span in _quotes(subject):
        quotes = _marks(article, span).quotes
        sure = [pair for pair in quotes if _is_pair(article.text, *pair)]
        for mark in dict.fromkeys(_halves(article, span, excerpt, sure)):
            yield _hit(item, "mark", article.text, mark, span)


@rule("quotation.half-bracket", Severity.WARNING, contract(2))
def half_bracket(subject: Subject) -> Iterator[Hit]:
    """A quote that prints one of a pair of brackets which its source has, by its cut or by an omission.

    Its reader waits for the other, and may take what follows for what the brackets set apart, or for an insertion of
    ours. A bracket that the source itself does not close stays as it is, as in `a)`.
    """
    for item, excerpt, article, span in _quotes(subject):
        for mark in dict.fromkeys(_halves(article, span, excerpt, _marks(article, span).brackets)):
            yield _hit(item, "bracket", article.text, mark, span)


def _quotes(subject: Subject) -> Iterator[tuple[Item, Excerpt, Article, Span]]:
    """The quotes of a brief whose words stand in their sources, and where."""
    for _, item in subject.brief.items():
        excerpt, found = subject.brief.excerpts.get(item.excerpt), subject.verifications.get(item.excerpt)
        article = subject.article_of(excerpt) if excerpt and item.kind is ItemKind.QUOTE else None
        if excerpt and article and found and found.span and found.state.verified:
            yield item, excerpt, article, found.span


def _hit(item: Item, sign: str, text: str, mark: Span, span: Span) -> Hit:
    beside = mark.slice(text).strip() + _beside(text, mark, span)
    return Hit(
        item.id,
        f"quote {item.id} ({item.excerpt}) has the {sign} of ‘{beside}’ without its partner, which the source has",
        f"widen or narrow it to both {sign}s or to none (w in the draft), or leave the {sign} out (A there)",
    )


def _marks(article: Article, span: Span) -> Marks:
    from ..phrasing.passage import marks_around

    return marks_around(article, span)


def _halves(article: Article, span: Span, excerpt: Excerpt, pairs: Iterable[Pair]) -> Iterator[Span]:
    """The signs that are printed of pairs whose other sign is not."""
    left_out = [*_left_out(article.text, span, excerpt)]

    def is_printed(mark: Span) -> bool:
        return span.covers(mark) and not any(words.covers(mark) for words in left_out)

    for opening, closing in pairs:
        if is_printed(opening) != is_printed(closing):
            yield opening if is_printed(opening) else closing


def _is_pair(text: str, opening: Span, closing: Span) -> bool:
    """Whether marks that open and close alike surely do: one stray mark in a source turns round all those behind it."""
    if opening.slice(text) != closing.slice(text):
        return True
    before, behind = text[max(0, opening.start - 1) : opening.start], text[opening.end : opening.end + 1]
    opens = bool(behind.strip()) and (not before.isalnum() or is_behind_prefix(text, opening.start, opening.end))
    return opens and bool(text[closing.start - 1].strip()) and not text[closing.end : closing.end + 1].isalnum()


def _left_out(text: str, span: Span, excerpt: Excerpt) -> Iterator[Span]:
    """What is left out of a quote, as it stands in its source, where that has it sign by sign."""
    if span.slice(text) == excerpt.exact:
        omissions: Sequence[Alteration] = fitting(excerpt.exact, excerpt.alterations)
        for one in (one for one in omissions if one.kind is AlterationKind.OMIT):
            yield Span(span.start + one.span.start, span.start + one.span.end)


def _beside(text: str, mark: Span, span: Span) -> str:
    """Words behind a mark, or those before it where it ends the quote."""
    behind = " ".join(text[mark.end : span.end].split()[:_SHOWN])
    return behind or " ".join(("", "behind", *text[span.start : mark.start].split()[-_SHOWN:]))
