"""Institutions that need no name: by a noun, 'the foreign ministry', or by a state, 'Norway says'."""

from __future__ import annotations

from collections.abc import Callable

from ...model.signs.spoken import QUOTED
from .asides import place_end
from .lexicon import Lexicon
from .mention import Kind, Mention
from .sentence import Sentence
from .titles import Titles, is_capital, is_possessive, without_possessive

_MOST_MODIFIERS = 6
_LONGEST_STATE = 4
_APOSTROPHES = ("’", "'")


class Bodies:
    """Finds such institutions in one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, titles: Titles) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.titles = titles

    def state(self, index: int) -> Mention | None:
        """A state or a capital that speaks for its government: 'Norway says', 'said the United States'."""
        lexicon, words = self.lexicon, self.sentence.words
        index += self._opens(index)
        if self.sentence.at(index) not in lexicon.state_heads:
            return None
        sizes = (n for n in range(_LONGEST_STATE, 0, -1) if " ".join(words[index : index + n]) in lexicon.states)
        end = index + next(sizes, 0)
        if end == index or is_capital(self.sentence.at(end)):
            return None
        first = index - (self.sentence.at(index - 1).lower() in lexicon.articles)
        before = self.sentence.at(first - 1).lower()
        told = before in lexicon.saying and self.sentence.at(first - 2) in (",", QUOTED)
        according = any([w.lower() for w in words[max(0, first - len(p)) : first]] == [*p] for p in lexicon.according)
        if not (told or according or self._speaks(end)) or (before in lexicon.unsaid.prepositions and not according):
            return None
        return Mention(Kind.BODY, first, end, self.sentence.slice(index, end), metonym=True, reach=end)

    def _opens(self, index: int) -> bool:
        """Whether a word has a capital letter only because a sentence begins: 'If Norway', 'The United States'."""
        word = self.sentence.at(index)
        return not index and (word in self.lexicon.openers or word.lower() in self.lexicon.definite)

    def _speaks(self, index: int) -> bool:
        """Whether a verb of saying stands at an index, or behind what stands there between commas."""
        if self.sentence.at(index) == ",":
            return self.sentence.at(index + 1) in self.lexicon.relative
        if self.sentence.at(index) in self.lexicon.unsaid.prepositions:
            return bool(place_end(self.titles, index))
        while self.titles.is_between(self.sentence.at(index)):
            index += 1
        return self.sentence.at(index) in self.lexicon.triggers

    def by_noun(self, index: int, modifies: Callable[[str, bool], bool]) -> Mention | None:
        """'the ministry', 'the Danish foreign ministry', 'Norway’s army', 'police'.

        Args:
            index: of the noun.
            modifies: whether a word before it, the first of the sentence or not, belongs to it.
        """
        lexicon, words = self.lexicon, self.sentence.words
        head = words[index]
        if head not in lexicon.institutions_in_text and head not in lexicon.without_article:
            return None
        start, owner = index, False
        while start > 0 and not owner and index - start < _MOST_MODIFIERS and self._belongs(start - 1, modifies):
            start -= 1
            owner = is_possessive(words[start]) and is_capital(words[start])
        article = self.sentence.at(start - 1).lower() in lexicon.articles
        if not (article or owner or head in lexicon.without_article):
            return None
        name, end = self.sentence.slice(start, index + 1), index + 1
        if not article:
            return Mention(Kind.BODY, start, end, name, head=head, reach=end)
        return Mention(Kind.BACK, start - 1, end, name, head=head, special=start < index, reach=end)

    def _belongs(self, index: int, modifies: Callable[[str, bool], bool]) -> bool:
        """Whether a word belongs to the noun behind it: 'the *teachers’* union'."""
        word = self.sentence.words[index]
        if word in _APOSTROPHES:
            return self.sentence.at(index - 1).endswith("s")
        return word not in self.lexicon.days and modifies(without_possessive(word), index == 0)
