"""Through which outlets words came to the one who reports them: 'told Reuters', 'was quoted by Interfax'."""

from __future__ import annotations

from ..rules.names import NEWS_WORDS, ORGANISATION_WORDS, QUOTED_BY_OTHERS
from .lexicon import Lexicon
from .sentence import Sentence
from .titles import is_capital, is_possessive, without_possessive

_NEWS = NEWS_WORDS - ORGANISATION_WORDS
_LONGEST = 6


def carriers(sentence: Sentence, lexicon: Lexicon) -> tuple[str, ...]:
    """The outlets that a sentence names as those to whom, or by whom, its words were passed on."""
    found: list[str] = []
    according = lexicon.according
    for index, word in enumerate(sentence.words):
        lower = word.lower()
        start = -1
        if lower in lexicon.telling or (lower in lexicon.by and sentence.at(index - 1) in lexicon.citing):
            start = index + 1
        elif sentence.at(index + 1) in lexicon.talks.get(lower, ()) or (lower, sentence.at(index + 1)) in according:
            start = index + 2
        elif word in lexicon.passing_on and (name := _before(sentence, lexicon, index)):
            found.append(name)
        if start > 0 and (name := _outlet(sentence, lexicon, start, told=lower in lexicon.telling)):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _outlet(sentence: Sentence, lexicon: Lexicon, index: int, *, told: bool) -> str:
    """The outlet whose name begins within a few words from an index."""
    article = sentence.at(index)
    noun = False
    for at in range(index, index + _LONGEST):
        word = sentence.at(at)
        if not word or not word[0].isalpha():
            return ""
        if is_capital(word) and not is_possessive(word) and word not in ("The", "A"):
            end = _end(sentence, at)
            after = any(sentence.at(end + i) in lexicon.outlet_nouns for i in range(2))
            shown = noun or after or (told and article == "The" and at == index + 1)
            return _name(sentence, lexicon, at, end, shown=shown)
        noun = word in lexicon.outlet_nouns
    return ""


def _before(sentence: Sentence, lexicon: Lexicon, index: int) -> str:
    """The outlet that is the subject of a verb: 'the Selva Times reported'."""
    end = index
    while end > 0 and sentence.words[end - 1] in lexicon.between:
        end -= 1
    start = end
    while start > 0 and is_capital(sentence.words[start - 1]) and sentence.words[start - 1] != "The":
        start -= 1
    if start == end:
        return ""
    return _name(sentence, lexicon, start, end, shown=sentence.at(start - 1) in lexicon.outlet_nouns)


def _end(sentence: Sentence, start: int) -> int:
    end = start
    while is_capital(sentence.at(end)):
        end += 1
    return end


def _name(sentence: Sentence, lexicon: Lexicon, start: int, end: int, *, shown: bool) -> str:
    words = sentence.words[start:end]
    if not words:
        return ""
    initials = len(words) == 1 and words[0].isupper() and 3 <= len(words[0]) <= 5 and words[0] not in lexicon.bodies
    known = _NEWS | QUOTED_BY_OTHERS | lexicon.outlets
    if not (shown or initials or any(w in known for w in words) or words[0] in ("Channel", "Radio")):
        return ""
    return without_possessive(sentence.slice(start, end))
