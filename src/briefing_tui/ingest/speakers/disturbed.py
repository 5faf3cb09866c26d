"""What stands near a speaker and lets the sentence be read in another way: 'The army of critics said “…”'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ...model.signs.spoken import QUOTED
from .attributions import PutDown
from .lexicon import Lexicon
from .mention import Kind, Mention
from .sentence import Sentence
from .titles import is_capital, is_possessive, without_possessive

_APOSTROPHES = ("’", "'")
_FARTHEST = 8
"""Words between a verb of calling and the words in quotation marks."""


def disturbed(one: Sentence, lexicon: Lexicon, put_down: PutDown) -> bool:
    """Whether someone is too uncertain a speaker to be taken unasked.

    Args:
        one: the sentence.
        lexicon: the words of its language.
        put_down: the words put down to them.
    """
    mention = put_down.mention
    what = one.at(mention.first - 1).lower() in lexicon.what
    if what or _named_like_a_place(mention, lexicon) or _one_of_two(one, lexicon, mention):
        return True
    if not _stands_for_many(mention, lexicon):
        return False
    return (
        _owned(one, lexicon, mention)
        or (mention.metonym and not lexicon.who.isdisjoint(one.words[mention.last : mention.last + 2]))
        or _of_others(one, lexicon, mention, put_down)
        or _called_behind(one, lexicon, put_down)
        or (put_down.first == mention.first and not _opens_clause(one, lexicon, mention))
    )


def called_before(one: Sentence, lexicon: Lexicon, put_down: PutDown) -> bool:
    """Whether another's verb of calling takes the words before a speaker: 'What Moscow calls “…” Kyiv calls war'."""
    quoted = next((i for i in range(put_down.first - 1, -1, -1) if one.words[i] == QUOTED), -1)
    if quoted < 0:
        return False
    verb = quoted - 1 - (one.at(quoted - 1) in lexicon.judged)
    if one.at(verb) in lexicon.judging:
        return True
    clause = [word.lower() for word in _clause_before(one.words, quoted)]
    if not lexicon.participles.isdisjoint(clause):
        return not lexicon.unsaid.instead.isdisjoint(clause)
    return one.at(put_down.last - 1) in lexicon.judging and not lexicon.judging.isdisjoint(clause)


def _named_like_a_place(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a name can be a person's or a place's: 'Georgia says'."""
    return (mention.metonym or (mention.kind is Kind.PERSON and not mention.role)) and mention.name in lexicon.givens


def _one_of_two(one: Sentence, lexicon: Lexicon, mention: Mention) -> bool:
    """Whether another name is joined to it without a comma: 'Ada Brek and Otto Kvist said'."""
    other = one.at(mention.first - 2)
    return one.at(mention.first - 1) in lexicon.joining and (is_capital(other) or other in lexicon.nouns)


def _opens_clause(one: Sentence, lexicon: Lexicon, mention: Mention) -> bool:
    """Whether it can only be the subject of its verb: nothing stands before it, or what a clause begins with."""
    before = one.at(mention.first - 1)
    if not before or not before[0].isalpha() or before in lexicon.days:
        return True
    word = before.lower()
    if word in lexicon.joining | lexicon.contrasting:
        then = one.at(mention.first - 2)
        return not then or not then[0].isalpha()
    known = lexicon.that | lexicon.breaking | lexicon.between | lexicon.triggers
    return word in known or word.endswith(lexicon.adverb_ending or QUOTED)


def _stands_for_many(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether it is a state, a capital or an institution without a name."""
    return mention.metonym or mention.head in lexicon.institutions_in_text | lexicon.without_article


def _owned(one: Sentence, lexicon: Lexicon, mention: Mention) -> bool:
    """Whether it is someone's: 'The Guardian’s Moscow'; not: 'Norway’s army', 'the teachers’ union'."""
    before = one.at(mention.first - 1)
    if is_possessive(before) or before in _APOSTROPHES:
        return True
    owners = [w for w in one.words[mention.first : mention.last] if is_possessive(w) and is_capital(w)]
    return any(without_possessive(w) not in lexicon.never | lexicon.states for w in owners)


def _of_others(one: Sentence, lexicon: Lexicon, mention: Mention, put_down: PutDown) -> bool:
    """Whether what stands behind it makes it others': 'the army of critics'; not: 'the ministry of defence'."""
    if put_down.first < mention.first:
        if _goes_on(one.at(mention.last), lexicon):
            return True
        end = next((i for i in range(mention.last, len(one.words)) if not one.words[i][0].isalpha()), len(one.words))
    else:
        end = put_down.last - 1
    words = one.words[mention.last : end]
    if any(is_possessive(w) or w in _APOSTROPHES for w in words):
        return True
    if not words or words[0] not in lexicon.made_of:
        begun = bool(words) and put_down.first == mention.first
        return begun and words[0] in lexicon.unsaid.prepositions - lexicon.linking
    free = lexicon.linking | lexicon.definite | lexicon.matters
    if words[1:] and words[1] in lexicon.stops - free:
        return True
    phrase = takewhile(lambda w: w in free or (w not in lexicon.stops and w not in lexicon.triggers), words)
    return any(not (is_capital(w) or w in free or w.title() in lexicon.fields) for w in phrase)


def _goes_on(word: str, lexicon: Lexicon) -> bool:
    """Whether a word belongs to the noun before it: 'said the army *wife*'."""
    apart = lexicon.stops | lexicon.triggers | lexicon.between | lexicon.unsaid.prepositions | lexicon.judged
    return word.isalpha() and word.islower() and word not in apart and not word.endswith(lexicon.adverb_ending)


def _called_behind(one: Sentence, lexicon: Lexicon, put_down: PutDown) -> bool:
    """Whether a second subject and verb of calling stand right behind the words: 'called it “…” the union called'."""
    quoted = next((i for i in range(put_down.last, len(one.words)) if one.words[i] == QUOTED), -1)
    if quoted < 0:
        return False
    for word in one.words[quoted + 1 : quoted + 1 + _FARTHEST]:
        if not word[0].isalpha():
            return False
        if word in lexicon.judging:
            return True
    return False


def _clause_before(words: Sequence[str], quoted: int) -> Sequence[str]:
    """The words before a quotation, to the sign before them."""
    first = max(0, quoted - _FARTHEST)
    sign = next((i for i in range(quoted - 1, first - 1, -1) if not words[i][0].isalnum()), first - 1)
    return words[sign + 1 : quoted]
