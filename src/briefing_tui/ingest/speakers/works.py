"""Whether words in quotation marks are the name of a thing: 'announced a song, “…”', '“…,” a film Levi praised'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model.signs.spoken import MARKS, QUOTED
from .lexicon import Lexicon

_TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]")
_MOST_BEFORE = 5
"""Words of a noun's phrase before it."""
_SHORT = 3
"""Letters of a word that a title may write small."""


def is_name(between: str, quote: str, verb: str, lexicon: Lexicon) -> bool:
    """Whether the words from a verb of saying to the quotation behind it make that the name of a thing.

    Args:
        between: what stands there, with other quotations blotted out.
        quote: the quotation.
        verb: the last word of those that say who speaks.
        lexicon: the words of the language.
    """
    words = _words(between)
    told = verb.lower() in lexicon.telling
    return _names(words, lexicon, addressed=told) or (any(w[0].isalpha() for w in words) and _is_title(quote))


def is_name_before(between: str, lexicon: Lexicon) -> bool:
    """Whether the words from a quotation to a name behind it make that a thing's name: '“…,” the song Levi sang'."""
    words = _words(between)
    return _names(words[:-1] if words and words[-1] in lexicon.that | lexicon.relative else words, lexicon)


def _words(between: str) -> list[str]:
    """The words and signs next to the quotation, in lower case, without signs at either end but a colon at the last."""
    words = _TOKEN.findall(between.lower().rpartition(QUOTED)[2])
    while words and not words[-1][0].isalnum() and words[-1] != ":":
        words.pop()
    while words and not words[0][0].isalnum():
        words.pop(0)
    return words


def _names(words: Sequence[str], lexicon: Lexicon, *, addressed: bool = False) -> bool:
    """Whether the words end in a noun for a work, and in what belongs to it, of or in which nobody speaks.

    Args:
        words: those beside the quotation, in lower case.
        lexicon: the words of the language.
        addressed: whether the first noun is whom the words are told: 'told the show'.
    """
    unsaid = lexicon.unsaid
    for index in reversed(range(len(words))):
        behind = words[index + 1 :]
        goes_on = not behind or (behind[0] in unsaid.prepositions and "," not in behind)
        if words[index] in unsaid.works and goes_on:
            start = _start(words, index, lexicon)
            spoken_of = start > 0 and words[start - 1] in unsaid.prepositions
            return not spoken_of and not (addressed and start == 0)
    return False


def _start(words: Sequence[str], index: int, lexicon: Lexicon) -> int:
    """Where the phrase of a noun begins, its article included."""
    opening = lexicon.definite | lexicon.indefinite | set(lexicon.owners)
    for start in range(index, max(-1, index - _MOST_BEFORE), -1):
        if words[start] in opening:
            return start
        if start < index and (words[start] in lexicon.stops or not words[start][0].isalpha()):
            return start + 1
    return max(0, index - _MOST_BEFORE)


def _is_title(quote: str) -> bool:
    """Whether all longer words of a quotation have a capital letter, as in a title: 'The Long Way Round'."""
    long = [w for w in quote.strip(MARKS + " ").split() if len(w.strip(MARKS + ",.")) > _SHORT]
    return len(long) > 1 and all(w.lstrip(MARKS)[:1].isupper() for w in long)
