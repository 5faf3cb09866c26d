"""Whether a passage is told by somebody: by words in its sentences or beside them, whatever a cut keeps of them."""

from __future__ import annotations

import re

from ...model import Article, Span
from .attributed import attributed
from .lexicon import lexicon_for
from .passage import Cut
from .phrases import fold

_OWN_VOICE = re.compile(r"\b(?:i|we|my|our|me|us)\b")


def sentences_around(article: Article, span: Span) -> Span:
    """The sentences that a passage is in, from the first to the last, as a whole."""
    cut = Cut(article, span)
    return Span(min(cut.opening.start, span.start), max(cut.closing.end, span.end))


def tells(article: Article, span: Span) -> bool | None:
    """Whether words of the guard's lists put a passage down to somebody, or it tells of itself in the first person.

    Returns:
        `None` where the language has no lists.
    """
    lexicon = lexicon_for(article.metadata.language)
    if lexicon is None:
        return None
    cut = Cut(article, sentences_around(article, span))
    if any(True for _ in attributed(cut, lexicon)):
        return True
    folded, lists = fold(cut.span.slice(article.text)), lexicon.attribution
    phrases = (lists.frames, lists.that, lists.plain, lists.touching, lists.say, lists.think, lists.judge, lists.behind)
    return bool(_OWN_VOICE.search(folded)) or any(each.first(folded) for each in phrases)
