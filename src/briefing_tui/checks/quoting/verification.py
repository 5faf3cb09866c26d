"""Rules 1 and 4 of the contract: what became of an excerpt in its article as it is now."""

from __future__ import annotations

import unicodedata

from ...model import Article, Evidence, Excerpt, ExcerptState, Span, Verification, find_all, same
from ...model.edges import Cut, edges, whole
from ...model.quotation import nearest

SIMILAR = 65.0
"""Per cent of agreement (RapidFuzz, best aligned part) from which a passage counts as altered rather than vanished."""


def verify(excerpt: Excerpt, article: Article | None) -> Verification:
    """Compare an excerpt with its article, character for character by rule 1.

    The same characters within a longer word, or with an accent after them, are other words, unless the passage was
    pinned so. Nothing is written and nothing is re-anchored; a caller decides what to do with the result.
    """
    if article is None or not excerpt.exact.strip():
        return Verification(ExcerptState.VANISHED, None)
    text = article.text
    pinned = pinned_edges(excerpt)
    here = excerpt.span
    if here.end <= len(text) and same(here.slice(text), excerpt.exact) and _kept(pinned, edges(text, here)):
        return _at(ExcerptState.IDENTICAL, article, here)
    found = find_all(excerpt.exact, text)
    places = tuple(place for place in found if _kept(pinned, edges(text, place)))
    if places:
        return _at(ExcerptState.MOVED, article, _nearest(places, excerpt, text))
    if found:
        return _at(ExcerptState.ALTERED, article, whole(text, _nearest(found, excerpt, text)))
    similar = _most_similar(excerpt, text)
    if similar is None:
        return Verification(ExcerptState.VANISHED, None)
    return _at(ExcerptState.ALTERED, article, similar)


def evidence_place(excerpt: Excerpt, evidence: Evidence, article: Article, found: Verification) -> Span | None:
    """Where the words stand now that say who speaks an excerpt; `None` where nobody can say so any more.

    They count where they stood, as far from the passage as they stood, altered or not, or in the only place where they
    stand: 'she said' somewhere else says nothing.

    Args:
        excerpt: the passage.
        evidence: the words.
        article: the article as it is now.
        found: what became of the passage in it.
    """
    begins, ends = (found.span.start - excerpt.span.start, found.span.end - excerpt.span.end) if found.span else (0, 0)
    for by in (ends if evidence.span.start >= excerpt.span.end else begins, 0):
        start = evidence.span.start + by
        if start >= 0:
            here = Span(start, evidence.span.end + by)
            if here.end <= len(article.text) and same(here.slice(article.text), evidence.exact):
                return here
    places = find_all(evidence.exact, article.text)
    return places[0] if len(places) == 1 else None


def pinned_edges(excerpt: Excerpt) -> tuple[Cut, Cut]:
    """What the passage divided where it was pinned."""
    start = len(excerpt.prefix)
    span = Span(start, start + len(excerpt.exact))
    return edges(f"{excerpt.prefix}{excerpt.exact}{excerpt.suffix}", span)


def _kept(pinned: tuple[Cut, Cut], now: tuple[Cut, Cut]) -> bool:
    """Whether a place divides nothing that the passage did not divide where it was pinned."""
    return all(after in (Cut.NOTHING, before) for before, after in zip(pinned, now, strict=True))


def _nearest(places: tuple[Span, ...], excerpt: Excerpt, text: str) -> Span:
    return nearest(places, text, prefix=excerpt.prefix, suffix=excerpt.suffix, start=excerpt.span.start)


def _at(state: ExcerptState, article: Article, span: Span) -> Verification:
    first, last, heading = article.segments.locate(span)
    return Verification(state, span, span.slice(article.text), first, last, heading)


def _most_similar(excerpt: Excerpt, text: str) -> Span | None:
    """The words that most resemble the excerpt, widened to whole words: first between its old neighbours."""
    between = _between_neighbours(excerpt, text)
    if between is not None:
        return between
    from rapidfuzz import fuzz

    if len(excerpt.exact) > len(text):
        return None
    found = fuzz.partial_ratio_alignment(excerpt.exact, text, score_cutoff=SIMILAR)
    if found is None:
        return None
    return _without_more(excerpt.exact, text, _whole_words(text, found.dest_start, found.dest_end))


def _between_neighbours(excerpt: Excerpt, text: str) -> Span | None:
    """What stands now between the characters that stood on either side, where both are still there, and near."""
    from rapidfuzz import fuzz

    start = 0
    if excerpt.prefix:
        at = text.find(excerpt.prefix)
        if at < 0 or text.find(excerpt.prefix, at + 1) >= 0:
            return None
        start = at + len(excerpt.prefix)
    end = text.find(excerpt.suffix, start) if excerpt.suffix else len(text)
    if end <= start or end - start > 2 * len(excerpt.exact) + 80:
        return None
    if fuzz.ratio(excerpt.exact, text[start:end]) < SIMILAR:
        return None
    return Span(start, end)


def _whole_words(text: str, start: int, end: int) -> Span:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _without_more(exact: str, text: str, span: Span) -> Span:
    """A passage without the punctuation at its ends that stands beside what was pinned and is no part of it."""
    start, end = span.start, span.end
    while end - start > 1 and not _is_punctuation(exact.rstrip()[-1]) and _is_punctuation(text[end - 1]):
        end -= 1
    while end - start > 1 and not _is_punctuation(exact.lstrip()[0]) and _is_punctuation(text[start]):
        start += 1
    return Span(start, end)


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] == "P"
