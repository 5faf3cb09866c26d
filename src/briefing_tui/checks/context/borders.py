"""What needs no language: words and pairs of marks that the ends divide, and the ellipses of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import Span
from ...model.edges import Cut as Divided
from ...model.edges import cut as divided
from ..phrasing.passage import Cut
from ..phrasing.warning import ContextKind, ContextWarning, Side

_ELLIPSIS = re.compile(r"\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}|\.(?: \.){2,}")
_LONGEST_WORD = 100
_NEAR = 3
"""Characters between the cut and an ellipsis beside it: a space and marks."""


def borders(cut: Cut) -> Iterator[ContextWarning]:
    """The warnings that do not depend on the language."""
    yield from _words(cut)
    yield from _marks(cut)
    yield from _ellipses(cut)


def paired(cut: Cut, warning: ContextWarning) -> ContextWarning:
    """A warning whose wider passage has both marks of a quotation or none.

    What stands in the same quotation as the cut is taken in without its marks; with what stands outside, or where
    nothing else is left to take in, both marks are.
    """
    widen = warning.widen
    for opening, closing in cut.marks.quotes:
        if widen.covers(opening) == widen.covers(closing) or cut.span.covers(opening) or cut.span.covers(closing):
            continue
        within = Span(max(widen.start, opening.end), min(widen.end, closing.start))
        inside = opening.end <= warning.span.start and warning.span.end <= closing.start
        both = Span(min(widen.start, opening.start), max(widen.end, closing.end))
        widen = within if inside and within.covers(cut.span) and within != cut.span else both
    return replace(warning, widen=widen)


def _words(cut: Cut) -> Iterator[ContextWarning]:
    start, end = cut.span.start, cut.span.end
    if (begins := _undivided(cut.text, start, -1)) < start:
        yield _warning(cut, ContextKind.WORD, Span(begins, start), Side.BEFORE)
    if (ends := _undivided(cut.text, end, 1)) > end:
        yield _warning(cut, ContextKind.WORD, Span(end, ends), Side.AFTER)


def _undivided(text: str, offset: int, step: int) -> int:
    """The nearest place on one side that divides no word; of a run without end no more than a long word's length."""
    for place in range(offset, offset + step * _LONGEST_WORD, step):
        if divided(text, place) is Divided.NOTHING:
            return place
    return offset + step * _LONGEST_WORD


def _marks(cut: Cut) -> Iterator[ContextWarning]:
    """Pairs of which one mark is kept."""
    for opening, closing in (*cut.marks.quotes, *cut.marks.brackets):
        if cut.span.covers(opening) and not cut.span.covers(closing):
            yield _with_one_mark(cut, closing, opening, Side.AFTER)
        elif cut.span.covers(closing) and not cut.span.covers(opening):
            yield _with_one_mark(cut, opening, closing, Side.BEFORE)


def _with_one_mark(cut: Cut, lost: Span, kept: Span, side: Side) -> ContextWarning:
    """The warning on a pair; where the mark that is kept stands at the very edge, it can be left out as well."""
    start = kept.end if kept.start == cut.span.start else cut.span.start
    end = kept.start if kept.end == cut.span.end else cut.span.end
    words = cut.text[start:end]
    bare = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())) if words.strip() else cut.span
    narrow = bare if kept.start == cut.span.start or kept.end == cut.span.end else None
    return replace(_warning(cut, ContextKind.MARK, lost, side), narrow=narrow if narrow != cut.span else None)


def _ellipses(cut: Cut) -> Iterator[ContextWarning]:
    start, end = cut.span.start, cut.span.end
    block = cut.first.span.start, cut.last.span.end
    for match in _ELLIPSIS.finditer(cut.text, max(block[0], start - 2 * _NEAR), min(block[1], end + 2 * _NEAR)):
        place = Span(*match.span())
        between = cut.text[place.end : start] if place.end <= start else cut.text[end : place.start]
        if len(between) <= _NEAR and not any(c.isalnum() for c in between):
            side = Side.BEFORE if place.end <= start else Side.AFTER if place.start >= end else Side.INSIDE
            yield _warning(cut, ContextKind.ELLIPSIS, place, side)


def _warning(cut: Cut, kind: ContextKind, place: Span, side: Side) -> ContextWarning:
    widen = Span(min(cut.span.start, place.start), max(cut.span.end, place.end))
    return ContextWarning(kind, place.slice(cut.text), place, side, widen)
