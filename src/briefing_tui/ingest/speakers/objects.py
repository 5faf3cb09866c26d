"""Whether a verb reaches over its object the words that it says: 'called it “a farce”', 'promised her that'."""

from __future__ import annotations

from ...model.signs.spoken import QUOTED
from .lexicon import Lexicon
from .sentence import Sentence

_LONGEST_TOLD, _LONGEST_JUDGED = 6, 12
_LONGEST_AS = 3
"""Words."""


def reaches(one: Sentence, lexicon: Lexicon, verb: int) -> bool:
    """Whether it does so from an index: with a `that`, or with words in quotation marks that end what it says."""
    word, then = one.words[verb], one.at(verb + 1)
    if then in lexicon.unsaid.prepositions or then in lexicon.particles:
        return False
    if word in lexicon.addressing:
        return _told(one, lexicon, verb)
    if word not in lexicon.judging:
        return False
    quote = _quote(one, lexicon, verb, _LONGEST_JUDGED)
    if quote <= verb + 1 or _goes_on(one, lexicon, quote):
        return False
    called = word in lexicon.calling and _is_complement(one, lexicon, verb, quote)
    return called or not lexicon.judged.isdisjoint(one.words[max(verb, quote - _LONGEST_AS) : quote])


def _told(one: Sentence, lexicon: Lexicon, verb: int) -> bool:
    """'promised her that', 'promised her “…”'."""
    for index in range(verb + 1, verb + _LONGEST_TOLD):
        if one.at(index) in lexicon.that:
            return True
        if _ends(one, lexicon, index):
            return False
        if one.at(index) == QUOTED:
            return not _goes_on(one, lexicon, index)
    return False


def _quote(one: Sentence, lexicon: Lexicon, verb: int, longest: int) -> int:
    """Where the words in quotation marks of the same clause stand behind a verb; 0 where there are none."""
    for index in range(verb + 1, verb + longest):
        if one.at(index) == QUOTED:
            return index
        if _ends(one, lexicon, index):
            return 0
    return 0


def _ends(one: Sentence, lexicon: Lexicon, index: int) -> bool:
    """Whether an object ends at an index."""
    word = one.at(index)
    sign = not word[:1].isalnum() and word not in ("’", "'", QUOTED)
    return sign or (word in lexicon.breaking and word not in lexicon.judged) or word in lexicon.triggers


def _goes_on(one: Sentence, lexicon: Lexicon, quote: int) -> bool:
    """Whether the words in quotation marks belong to a noun behind them: 'called a “snap” vote'."""
    then = one.at(quote + 1)
    return then.isalpha() and then.islower() and then not in lexicon.stops and then not in lexicon.between


def _is_complement(one: Sentence, lexicon: Lexicon, verb: int, quote: int) -> bool:
    """Whether they say what the object is: not 'called the “blue line” a folly'."""
    before, near = one.at(quote - 1), quote == verb + 2
    if before in lexicon.unsaid.prepositions or before in lexicon.definite:
        return False
    return not (before in lexicon.indefinite and near) and (before not in lexicon.owners or near)
