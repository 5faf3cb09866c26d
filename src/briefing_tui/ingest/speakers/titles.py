"""The roles that a text gives people: before the name, and after it in apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.signs.spoken import QUOTED
from .lexicon import Lexicon
from .sentence import Sentence

if TYPE_CHECKING:
    from .mention import Mention

_LONGEST_BEFORE = 10
_LONGEST_AFTER = 45
_MOST_GENITIVES = 6
_DASHES = ("–", "—", "-")
_NO_ROLES = frozenset({"Dean", "Baker"})
"""Nouns for what a person is that are given names too."""


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: 'Levi', 'al-Assad', 'J.'."""
    if not word:
        return False
    if word[0].isupper():
        return word != "I"
    head, dash, rest = word.partition("-")
    return bool(dash) and len(head) <= 3 and head.isalpha() and rest[:1].isupper() and not rest.isupper()


def is_possessive(word: str) -> bool:
    """Whether a word ends like 'Levi's'."""
    return word.endswith(("’s", "'s"))


def without_possessive(name: str) -> str:
    """The name that a possessive is made of."""
    return name[:-2] if is_possessive(name) else name


class Titles:
    """Finds roles in one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lexicon = lexicon

    def last_role(self, start: int, end: int) -> int | None:
        """Where in a run of capitals the title ends and the name begins."""
        roles = [i for i in range(start, end - 1) if self.is_role(self.words[i])]
        return roles[-1] if roles else None

    def before(self, start: int, begin: int, split: int | None) -> tuple[int, str]:
        """The title before a name: its first word, article included, and its text.

        Args:
            start: the first word with a capital letter.
            begin: the first word of the name.
            split: the last word of a title among these words.
        """
        noun = split if split is not None else start - 1
        stop = noun + 1
        if split is None and self.sentence.at(noun) == "of" and self.is_role(self.sentence.at(noun - 1)):
            noun, stop = noun - 1, start
            while self.words[stop] in self.lexicon.fields:
                stop += 1
        elif split is None and self._is_field(noun):
            noun -= 2
        elif self.lexicon.genitive:
            noun, stop = self._before_genitive(noun), begin
        if noun < 0 or not self.is_role(self.words[noun]):
            return start, ""
        first = self._leftwards(noun)
        text = self.sentence.text
        role = text[self.sentence.start(first) : self.sentence.start(stop)].rstrip()
        article = self.sentence.at(first - 1).lower()
        return first - (article in self.lexicon.definite or article in self.lexicon.indefinite), role

    def _is_field(self, index: int) -> bool:
        """Whether a word belongs to a title such as 'chief of staff'."""
        field = self.sentence.at(index).capitalize() in self.lexicon.fields and self.sentence.at(index).islower()
        return field and self.sentence.at(index - 1) == "of" and self.is_role(self.sentence.at(index - 2))

    def _before_genitive(self, index: int) -> int:
        """The noun of a title to which words in the genitive belong that end at `index`."""
        limit = max(-1, index - _MOST_GENITIVES)
        while index > limit and self.words[index][0].isalpha() and not self.is_role(self.words[index]):
            if self.words[index] in self.lexicon.stops or self.words[index] in self.lexicon.saying:
                return -1
            index -= 1
        return index if index > limit else -1

    def _leftwards(self, noun: int) -> int:
        """The first word of a title whose noun is known."""
        first = noun
        while first > 0 and noun - first < _LONGEST_BEFORE:
            word = self.words[first - 1]
            joined = word == "and" and self._belongs(first - 2)
            inner = word == "of" and self.is_role(self.sentence.at(first - 2))
            if not (joined or inner or self._belongs(first - 1)):
                break
            first -= 1
        reach = first
        while reach > 0 and first - reach < 3 and self._is_open(self.words[reach - 1]):
            reach -= 1
        if reach < first and self.sentence.at(reach - 1).lower() in self.lexicon.definite | self.lexicon.indefinite:
            return reach
        return first

    def _belongs(self, index: int) -> bool:
        if index < 0:
            return False
        word = self.words[index]
        if is_possessive(word) or (word in self.lexicon.openers and index == 0):
            return False
        adjective = word.islower() and word.endswith(self.lexicon.adjective_endings)
        return (
            is_capital(word)
            or word in self.lexicon.modifiers
            or self.is_role(word)
            or (adjective and word not in self.lexicon.stops)
        )

    def _is_open(self, word: str) -> bool:
        verb = word in self.lexicon.saying or word in self.lexicon.claiming or word in self.lexicon.citing
        return word[0].isalpha() and not verb and not is_possessive(word) and word.lower() not in self.lexicon.stops

    def is_role(self, word: str) -> bool:
        """Whether a word says what a person is."""
        key = word.lower()
        if word in _NO_ROLES:
            return False
        roles, endings = self.lexicon.roles, self.lexicon.role_endings
        return key in roles or key.rpartition("-")[2] in roles or bool(endings and key.endswith(endings))

    def enclosed(self, mention: Mention) -> None:
        """'the ministry’s spokesman, Dan Levi, said': the role stands before, and commas around the name."""
        first, last = mention.first, mention.last
        after = self.sentence.at(last)
        if mention.role or self.sentence.at(first - 1) != "," or after not in ("", ",", ".", *_DASHES, QUOTED):
            return
        start = stop = first - 1
        while start > 0 and stop - start < _LONGEST_AFTER and self._within(self.words[start - 1]):
            start -= 1
        noun = next((i for i in range(start, stop) if self.is_role(self.words[i])), None)
        if noun is None:
            return
        begin = self._leftwards(noun)
        article = self.sentence.at(begin - 1).lower()
        if article in self.lexicon.definite or is_possessive(article) or article in self.lexicon.owners:
            mention.role = self.sentence.slice(begin, stop)
            mention.first = begin - (article in self.lexicon.definite)

    def _within(self, word: str) -> bool:
        return word[0].isalpha() and word not in self.lexicon.saying and word not in ("and", "that")

    def apposition(self, mention: Mention) -> None:
        """Read the role after a name, and where what stands in apposition ends."""
        opener = self.sentence.at(mention.last)
        if opener == "(":
            mention.reach = self._closing(mention.last, (")",))
        elif opener in _DASHES:
            mention.reach = self._closing(mention.last, _DASHES)
            self._role(mention, mention.last + 1, mention.reach)
        elif opener == ",":
            self._after_comma(mention)
        elif opener in self.lexicon.belonging:
            mention.reach = self.segment_end(mention.last + 1, of=True)

    def _closing(self, index: int, signs: tuple[str, ...]) -> int:
        limit = min(len(self.words), index + _LONGEST_AFTER)
        return next((i + 1 for i in range(index + 1, limit) if self.words[i] in signs), index)

    def _after_comma(self, mention: Mention) -> None:
        index = mention.last + 1
        if self.sentence.at(index).isdigit() and self.sentence.at(index + 1) == ",":
            mention.reach = index + 2
            index += 2
        for _ in range(4):
            if self._names_another(index):
                return
            end = self.segment_end(index)
            told = self._role(mention, index, end)
            word = self.sentence.at(index)
            aside = self.is_aside(word)
            place = bool(mention.apposed) and self._explains(index, end)
            place = place or (word in self.lexicon.indefinite and self.sentence.at(end) == ",")
            if not (told or aside or place) or (aside and self.sentence.at(end) != ","):
                return
            closed = self.sentence.at(end) == ","
            mention.reach = end + closed
            if not closed:
                return
            index = end + 1

    def _names_another(self, index: int) -> bool:
        """Whether somebody else's title and name begin: 'according to Levi, President Kan said'."""
        end = next((i for i in range(index, len(self.words)) if not is_capital(self.words[i])), len(self.words))
        split = self.last_role(index, end)
        barred = self.lexicon.no_person | self.lexicon.roles
        return split is not None and not any(w in barred or w.lower() in barred for w in self.words[split + 1 : end])

    def _explains(self, index: int, end: int) -> bool:
        """Whether a part of an apposition says more about what the role names: a place, or 'a design agency'."""
        if self.sentence.at(end) != ",":
            return False
        word = self.sentence.at(index)
        return word in self.lexicon.indefinite or (is_capital(word) and end - index <= 3)

    def is_aside(self, word: str) -> bool:
        """Whether a word opens what stands between commas behind someone and is no role."""
        lexicon, ending = self.lexicon, self.lexicon.aside_ending
        return word in lexicon.asides or word in lexicon.who or bool(ending and word.endswith(ending))

    def segment_end(self, index: int, *, of: bool = False) -> int:
        """The comma, sign or verb of saying before which a part of an apposition ends, or what says whose one is."""
        verbs = self.lexicon.saying | self.lexicon.claiming if of else self.lexicon.saying
        limit = min(len(self.words), index + _LONGEST_AFTER)
        end = index
        relative = False
        while end < limit:
            word = self.words[end]
            relative = relative or word in self.lexicon.who
            if word in verbs and not relative:
                while end > index and self.is_between(self.words[end - 1]):
                    end -= 1
                return end
            if not word[0].isalnum() and word not in ("’", "'", "(", ")", "/", "%", "$", "&"):
                return end
            end += 1
        return end

    def is_between(self, word: str) -> bool:
        """Whether a word may stand between subject and verb: 'has', 'repeatedly'."""
        ending = self.lexicon.adverb_ending
        return word in self.lexicon.between or bool(ending and word.endswith(ending) and word[:1].islower())

    def _role(self, mention: Mention, index: int, end: int) -> bool:
        """Whether a role stands from `index` to `end`; it is put down with the mention."""
        lexicon = self.lexicon
        stop = next((i for i in range(index, end) if self.words[i] in (",", ";", *_DASHES, QUOTED)), end)
        clause = self.sentence.at(index) in lexicon.who
        if clause:
            index += 1
            verb = index + (self.sentence.at(index) in lexicon.between)
            if self.sentence.at(verb) in lexicon.serving:
                mention.clause = mention.clause or self.sentence.slice(index, stop)
                return True
            if self.sentence.at(index) not in lexicon.being:
                return False
            index += 1
        if self.sentence.at(index) in lexicon.definite | lexicon.indefinite:
            index += 1
        cut = next((i for i in range(index + 1, stop) if self.words[i] in lexicon.relative), stop)
        if not self._is_title(index, cut):
            return False
        role = self.sentence.slice(index, cut)
        if clause:
            mention.clause = mention.clause or role
        else:
            mention.apposed = mention.apposed or role
        return True

    def _is_title(self, index: int, end: int) -> bool:
        """Whether a noun for what a person is comes before the first preposition."""
        for i in range(index, end):
            if self.is_role(self.words[i]):
                return True
            if self.words[i].lower() in self.lexicon.stops and self.words[i] != "and":
                return False
        return False
