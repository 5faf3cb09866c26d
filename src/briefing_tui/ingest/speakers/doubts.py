"""Whether a sentence names someone as the speaker only to say, ask or imagine otherwise: 'Levi never said “…”'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.signs.spoken import QUOTED
from .lexicon import Lexicon
from .mention import Kind, Mention
from .sentence import Sentence

_ENDS = (",", ";", ":", "–", "—", "(", ")", QUOTED)
_CONTRACTED = ("n’t", "n't")
_NEAR = 4
"""Words between 'in' and 'film'."""


def doubted(one: Sentence, lexicon: Lexicon, mention: Mention, first: int, last: int) -> bool:
    """Whether words put down to someone are denied, asked about, only supposed, or of another world than the reader's.

    Args:
        one: the sentence.
        lexicon: the words of its language.
        mention: the one whom the words are put down to.
        first: the first word of the mention and the verb.
        last: the word behind them.
    """
    words = [word.lower() for word in one.words]
    unsaid = lexicon.unsaid
    return (
        words[-1] == "?"
        or _denied(words, lexicon, mention, first, last)
        or _negated_before(words, lexicon, mention, first)
        or _inverted(words, lexicon, first)
        or any(_supposed(words, i, first, lexicon) for i in range(first))
        or _awaited(words, lexicon, mention, first, last)
        or any(word in unsaid.unreal for word in words[:first])
        or any(_elsewhere(words, i, lexicon) for i in (*range(first), *range(mention.last, len(words))))
    )


def embedded(one: Sentence, lexicon: Lexicon, first: int) -> bool:
    """Whether someone speaks in a clause of which nobody is heard to say it: 'the claim that Levi said', 'some say'."""
    words = [word.lower() for word in one.words[:first]]
    return words[-1:] != [] and (
        words[-1] in lexicon.that or any(w in lexicon.saying for w in _back(words, lexicon, first))
    )


def others_words(between: str, lexicon: Lexicon) -> bool:
    """Whether the words between a speaker and the quotation behind them make it another's: 'said posters called “…”'.

    Args:
        between: what stands there, with other quotations blotted out.
        lexicon: the words of the language.
    """
    unsaid = lexicon.unsaid
    head, broken, tail = between.lower().rpartition(QUOTED)
    words = tail.replace(",", " , ").split()
    if not words:
        return False
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        goes_on = (broken and before in {"", ",", *lexicon.breaking}) or (before, word) in lexicon.as_saying
        asked = word in lexicon.triggers and before in lexicon.who | unsaid.asking
        if asked or (word in unsaid.naming and not goes_on):
            return True
    own = words[: words.index(",")] if "," in words else words
    near = own if unsaid.verb_before_negation else own[:1]
    return words[-1] in unsaid.works or (not head and not unsaid.unspoken.isdisjoint(w.strip(":") for w in near))


def heard_by(behind: str, lexicon: Lexicon) -> bool:
    """Whether the words behind a speaker pass the quotation before them on to another: 'recalled Levi saying'."""
    return any(word in lexicon.unsaid.passing for word in behind.lower().split())


def _denied(words: Sequence[str], lexicon: Lexicon, mention: Mention, first: int, last: int) -> bool:
    """Whether the subject's own verb is denied."""
    unsaid = lexicon.unsaid
    own = _own(words, mention, first, last)
    colon = own[-1:] == [":"]
    while "," in own:
        own = own[own.index(",") + 1 :]
    if colon and not any(w in lexicon.saying or w in lexicon.participles for w in own):
        return False
    return any(_negates(w, lexicon) or w in unsaid.denying or w in unsaid.hedging for w in own)


def _own(words: Sequence[str], mention: Mention, first: int, last: int) -> list[str]:
    """The words between a mention and the end of its verb."""
    return [words[i] for i in range(first, last) if not mention.first <= i < max(mention.last, mention.reach)]


def _negates(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.unsaid.negating or word.endswith(_CONTRACTED)


def _negated_before(words: Sequence[str], lexicon: Lexicon, mention: Mention, first: int) -> bool:
    """Whether a negation earlier in the clause reaches the speaker: 'at no point did Levi say', not: 'no Levi, who'."""
    if "," in words[mention.last : mention.last + 1] and not lexicon.who.isdisjoint(
        words[mention.last : mention.last + 2]
    ):
        return first > 0 and _negates(words[first - 1], lexicon)
    return any(_negates(word, lexicon) or word in lexicon.unsaid.denying for word in _back(words, lexicon, first))


def _inverted(words: Sequence[str], lexicon: Lexicon, first: int) -> bool:
    """Whether an auxiliary stands before the subject: 'had Levi said'."""
    inverting = lexicon.unsaid.inverting
    return first > 0 and (words[first - 1] in inverting or (words[0] in inverting and "," not in words[:first]))


def _back(words: Sequence[str], lexicon: Lexicon, first: int) -> Iterator[str]:
    """The words before one, to the beginning of the clause."""
    for index in range(first - 1, -1, -1):
        if words[index] in _ENDS or words[index] in lexicon.breaking:
            return
        yield words[index]


def _supposed(words: Sequence[str], index: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a word makes what follows a condition, as far as the speaker: 'if, as expected, Levi says'."""
    if _phrases(words, index).isdisjoint(lexicon.unsaid.supposing):
        return False
    between = words[index + 1 : first]
    return "," not in between or _aside(between)


def _awaited(words: Sequence[str], lexicon: Lexicon, mention: Mention, first: int, last: int) -> bool:
    """Whether the time has not come, or comes again and again: 'once Levi says'; or it is nobody: 'a man who says'."""
    own, unsaid = _own(words, mention, first, last), lexicon.unsaid
    if unsaid.now.isdisjoint(own) or not unsaid.past.isdisjoint(own):
        return False
    if mention.kind is Kind.SOURCE and not lexicon.who.isdisjoint(words[max(mention.last, mention.reach) : last]):
        return not lexicon.indefinite.isdisjoint(words[max(0, first - 1) : mention.last])
    opening = lexicon.definite | lexicon.indefinite | lexicon.modifiers | set(lexicon.owners)
    for index in range(first):
        if not _phrases(words, index).isdisjoint(unsaid.awaiting):
            between = words[index + 1 : first]
            if opening.issuperset(between) or _aside(between):
                return True
    return False


def _phrases(words: Sequence[str], index: int) -> set[str]:
    """The words that end at an index: one, two and three."""
    return {" ".join(words[max(0, index - before) : index + 1]) for before in range(3)}


def _aside(between: Sequence[str]) -> bool:
    """Whether words begin with an aside between two commas: ', as expected,'."""
    return list(between[:1]) == [","] and list(between).count(",") == 2


def _elsewhere(words: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a word tells in which film, dream or forged letter someone speaks."""
    unsaid = lexicon.unsaid
    if words[index] not in unsaid.fiction | unsaid.unreal:
        return False
    return not unsaid.placing.isdisjoint(words[max(0, index - _NEAR) : index])
