"""Pairs of quotation marks and of brackets in a paragraph, and what stands between quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Span
from ...model.signs.brackets import bracket_pairs
from ...model.signs.quotation_marks import nested_quotations

Pair = tuple[Span, Span]
"""An opening mark and the one that closes it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The pairs of a stretch of text."""

    quotes: tuple[Pair, ...]
    brackets: tuple[Pair, ...]
    begun: Span | None
    """What follows a mark at the beginning of the stretch that it does not close: a quotation over paragraphs."""

    def quotation(self, offset: int) -> Span | None:
        """The outermost quotation around an offset, with its marks."""
        around = [Span(a.start, b.end) for a, b in self.quotes if a.start <= offset < b.end]
        if self.begun and self.begun.contains(offset):
            around.append(self.begun)
        return max(around, key=len) if around else None


def marks_of(text: str, span: Span) -> Marks:
    """The marks of a stretch of text."""
    part = span.slice(text)
    found, left = nested_quotations(part)
    quotes = [_pair(q.span, q.words, span.start) for q in found]
    begun = Span(span.start + left.start, span.end) if left and not part[: left.start].strip() else None
    if left:
        after = span.start + left.end
        further, _ = nested_quotations(text[after : span.end])
        quotes += [_pair(q.span, q.words, after) for q in further]
    return Marks(tuple(dict.fromkeys(quotes)), tuple(_brackets(part, span.start)), begun)


def _pair(whole: Span, words: Span, at: int) -> Pair:
    return Span(at + whole.start, at + words.start), Span(at + words.end, at + whole.end)


def _brackets(part: str, at: int) -> list[Pair]:
    return [(Span(at + a, at + a + 1), Span(at + b, at + b + 1)) for a, b in bracket_pairs(part)]
