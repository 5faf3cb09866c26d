"""What stands between a nameless speaker and the verb: 'the union, in a letter, wrote', 'a man who saw it said'."""

from __future__ import annotations

from ...model.signs.spoken import QUOTED
from .mention import Mention
from .titles import Titles

_SHORTEST_CLAUSE, _LONGEST_CLAUSE = 3, 45
"""Words of a relative clause, the pronoun included, before the verb behind it."""
_SHORTEST_PLACE, _LONGEST_PLACE = 2, 6
"""Words of what says where or how somebody speaks, the preposition included: 'in a statement'."""


def aside(mention: Mention, titles: Titles) -> None:
    """Put down with a mention how far what stands behind it reaches."""
    sentence, lexicon, index = titles.sentence, titles.lexicon, mention.last
    if sentence.at(index) in lexicon.who or sentence.at(index) in lexicon.relative & lexicon.unsaid.asking:
        mention.reach = _verb_behind(titles, index, _SHORTEST_CLAUSE, _LONGEST_CLAUSE) or mention.reach
    elif sentence.at(index) in lexicon.unsaid.prepositions:
        mention.reach = place_end(titles, index) or mention.reach
    while sentence.at(index) == ",":
        end, word = titles.segment_end(index + 1), sentence.at(index + 1)
        speaks = sentence.at(end + 1) in lexicon.triggers
        if sentence.at(end) != "," or not (speaks or titles.is_aside(word) or word in lexicon.relative):
            return
        mention.reach = end + 1
        index = end


def place_end(titles: Titles, index: int) -> int:
    """Where the verb of saying begins behind what says where or how: 'in a statement | said'; 0 where there is none."""
    return _verb_behind(titles, index, _SHORTEST_PLACE, _LONGEST_PLACE)


def _verb_behind(titles: Titles, index: int, nearest: int, farthest: int) -> int:
    """Where the verb of saying begins behind what belongs to its subject: 'who asked not to be named | called it'.

    Returns:
        the index of its first word; 0 where there is none behind.
    """
    words, lexicon = titles.words, titles.lexicon
    barred = lexicon.who | lexicon.stops | lexicon.passive | lexicon.triggers
    for at in range(index + nearest, min(len(words), index + farthest)):
        if words[at] in (",", ";", ":", QUOTED):
            return 0
        if words[at] in lexicon.triggers:
            end = at
            while titles.is_between(words[end - 1]):
                end -= 1
            named = nearest == _SHORTEST_CLAUSE and not words[end - 1].islower()
            if not named and words[end - 1] not in barred:
                return end
    return 0
