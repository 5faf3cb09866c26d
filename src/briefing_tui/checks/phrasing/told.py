"""Whether a passage is told by somebody: by words in its sentences or beside them, whatever a cut keeps of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model import Article, Span
from .attributed import attributed
from .lexicon import Lexicon, lexicon_for
from .passage import Cut
from .phrases import Phrases, fold

_OWN_VOICE = re.compile(r"\b(?:[Ww]e|I|[Mm]y|[Oo]ur|[Mm]e|us|Us)\b")
"""The first person; `US` is a country."""

_MARK = re.compile('[“”"«»„]')
_SET_OFF = re.compile(r"[,—–”\"»][^,—–]{0,80}\Z")
"""What stands before a verb behind the words that it reports: '…, the envoy'."""


def sentences_around(article: Article, span: Span) -> Span:
    """The sentences that a passage is in, from the first to the last, as a whole."""
    cut = Cut(article, span)
    return Span(min(cut.opening.start, span.start), max(cut.closing.end, span.end))


def tells(article: Article, span: Span, name: Iterable[str] = ()) -> bool | None:
    """Whether words of the guard's lists put a passage down to somebody, or it tells of itself in the first person.

    Args:
        article: the source.
        span: of the passage.
        name: the words that somebody is known by. Where its sentences have none of them and no pronoun, they can have
            said so only by a verb that is surely one: not 'the reports', 'is estimated at', 'called for'.

    Returns:
        `None` where the language has no lists.
    """
    lexicon = lexicon_for(article.metadata.language)
    if lexicon is None:
        return None
    cut = Cut(article, sentences_around(article, span))
    words, lists = cut.span.slice(article.text), lexicon.attribution
    if _OWN_VOICE.search(words) or any(True for _ in attributed(cut, lexicon)):
        return True
    folded = fold(words)
    if any(each.first(folded) for each in (lists.frames, lists.that, lists.plain, lists.touching)):
        return True
    known = {*name}
    may_mean = not known or not (known | lexicon.reference.persons | lexicon.reference.several).isdisjoint(
        word.removesuffix("'s") for word in re.findall(r"[\w'-]+", folded)
    )
    return any(
        may_mean or _is_surely(folded, match, verbs, lexicon)
        for verbs in _verbs(lexicon)
        for match in verbs.find(folded)
    )


def _verbs(lexicon: Lexicon) -> tuple[Phrases, ...]:
    lists = lexicon.attribution
    return lists.say, lists.think, lists.behind, lists.judge


def _is_surely(folded: str, match: re.Match[str], verbs: Phrases, lexicon: Lexicon) -> bool:
    """Whether what looks like a verb of saying is one, and no noun, no passive and no other verb."""
    lists, before, after = lexicon.attribution, folded[: match.start()].split()[-1:], folded[match.end() :].lstrip()
    if verbs is lists.judge:
        return bool(_MARK.search(folded))
    if verbs is lists.behind:
        return bool(_SET_OFF.search(folded[: match.start()])) and not after[:1].isalnum()
    noun = bool(before) and before[0].strip("“”\"'") in lists.determiner | lists.passive
    return not noun or after.startswith(("that ", ":", "by "))
