"""A rule on quotation marks within a quote: nobody can tell where words end of which one mark alone is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Alteration, AlterationKind, Article, Excerpt, ItemKind, Severity, Span
from ...model.alteration import fitting
from ...model.signs.quote_signs import is_behind_prefix
from ..rules.registry import Hit, Subject, contract, rule

_SHOWN = 4
"""Words beside a mark that are shown."""


@rule("quotation.half-mark", Severity.ERROR, contract(2))
def half_mark(subject: Subject) -> Iterator[Hit]:
    """A quote that prints one of a pair of quotation marks which its source has, by its cut or by an omission.

    Nobody could tell where the words of whoever is quoted in it end. The other mark is not printed of our own accord:
    what the quote does not have is not added. A mark that the source itself does not close stays as it is.
    """
    for _, item in subject.brief.items():
        excerpt, found = subject.brief.excerpts.get(item.excerpt), subject.verifications.get(item.excerpt)
        article = subject.article_of(excerpt) if excerpt and item.kind is ItemKind.QUOTE else None
        if excerpt is None or article is None or found is None or found.span is None or not found.state.verified:
            continue
        for mark in dict.fromkeys(_halves(article, found.span, excerpt)):
            beside = mark.slice(article.text).strip() + _beside(article.text, mark, found.span)
            yield Hit(
                item.id,
                f"quote {item.id} ({excerpt.id}) has the mark of ‘{beside}’ without its partner, which the source has",
                "widen or narrow it to both marks or to none (w in the draft), or leave the mark out (A there)",
            )


def _halves(article: Article, span: Span, excerpt: Excerpt) -> Iterator[Span]:
    """The marks that are printed of pairs whose other mark is not."""
    from ..context import quotation_pairs

    left_out = [*_left_out(article.text, span, excerpt)]

    def is_printed(mark: Span) -> bool:
        return span.covers(mark) and not any(words.covers(mark) for words in left_out)

    for opening, closing in quotation_pairs(article, span):
        if is_printed(opening) != is_printed(closing) and _is_pair(article.text, opening, closing):
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
