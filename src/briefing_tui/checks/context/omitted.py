"""Words within a quote that are left out: what they say of the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from ..phrasing.lexicon import Lexicon, lexicon_for
from ..phrasing.phrases import fold
from ..phrasing.warning import SENTENCES, ContextKind
from .joint import joint, sentence_of

_JOINT = "the end of a sentence, so that words of two stand in one"


def omitted(text: str, span: Span, language: str) -> Iterator[tuple[str, str]]:
    """What the words at a span of a quote deny, doubt, make conditional or put down to someone, with these words.

    Each kind once. Where there is no list for the language, only the joint is known: words of two sentences that stand
    in one.

    Args:
        text: of the quote.
        span: what is left out of it.
        language: of the source, as a tag.
    """
    if joined := joint(text, span, language):
        yield _JOINT, joined
    lexicon = lexicon_for(language)
    if lexicon is None:
        return
    folded = fold(text)
    if turned := _turned(folded, span, sentence_of(text, span, language), lexicon):
        yield SENTENCES[ContextKind.CONTRAST], turned
    for kind, matches in _weighty(folded, span, lexicon):
        for match in matches:
            place = Span(*match.span())
            if span.overlaps(place) and not _a_name(text, place, lexicon):
                yield SENTENCES[kind], " ".join(place.slice(text).split())
                break


def _weighty(folded: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[ContextKind, Iterator[re.Match[str]]]]:
    """By kind, every place in the quote that has a word of its lists."""
    hedge, condition, attribution = lexicon.hedge, lexicon.condition, lexicon.attribution
    lists = {
        ContextKind.NEGATION: (lexicon.negation.before, lexicon.negation.after, lexicon.negation.turning),
        ContextKind.HEDGE: (hedge.before, hedge.after, hedge.doubt),
        ContextKind.CONDITION: (condition.before, condition.after),
        ContextKind.ATTRIBUTION: (attribution.frames, attribution.say, attribution.behind),
    }
    for kind, phrases in lists.items():
        yield kind, (match for each in phrases for match in each.find(folded))
    touching = (match for match in hedge.touching.find(folded) if match.end() == span.end)
    yield ContextKind.HEDGE, touching


def _turned(folded: str, span: Span, sentence: Span, lexicon: Lexicon) -> str:
    """What is left out between a denial and words of its sentence that it did not reach: 'not …, but […] …'."""
    kept, left, behind = folded[sentence.start : span.start], span.slice(folded), folded[span.end : sentence.end]
    found = lexicon.contrast.after.first(left)
    if found is None or not lexicon.negation.before.first(kept) or not any(map(str.isalnum, behind)):
        return ""
    return found.group()


def _a_name(text: str, place: Span, lexicon: Lexicon) -> bool:
    """Whether a capital letter within the sentence makes another word of it: 'May'."""
    words = place.slice(text)
    return words.lower() in lexicon.hedge.never_capital and words[0].isupper() and place.start > 0
