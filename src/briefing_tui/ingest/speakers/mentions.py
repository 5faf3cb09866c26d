"""Who is named in a sentence: people with their titles, institutions, and speakers without a name."""

from __future__ import annotations

import re

from ..rules.names import NEWS_WORDS, ORGANISATION_WORDS, PARTICLES, QUOTED_BY_OTHERS
from .asides import aside
from .bodies import Bodies
from .lexicon import Lexicon
from .mention import Kind, Mention
from .sentence import Sentence
from .titles import Titles, is_capital, is_possessive, without_possessive

_MOST_MODIFIERS = 6
_LONGEST_NAME = 5
_LONGEST_TAIL = 12
_SPELT = re.compile(r"[^\d&/]+")
_OUTLETS = NEWS_WORDS - ORGANISATION_WORDS


class Mentions:
    """Finds the mentions of one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lexicon = lexicon
        self.titles = Titles(sentence, lexicon)
        self.bodies = Bodies(sentence, lexicon, self.titles)

    def all(self) -> list[Mention]:
        """Every mention, in order."""
        lexicon, words = self.lexicon, self.words
        found: list[Mention] = []
        done = 0
        for index, word in enumerate(words):
            if index < done or not (word[0].isupper() or word in lexicon.nouns or "-" in word):
                continue
            mention = None
            done = index + 1
            if (key := word if index else word.lower()) in lexicon.pronouns:
                mention = Mention(Kind.PRONOUN, index, done, word, gender=lexicon.pronouns[key])
            elif word in lexicon.nouns:
                mention = self._nameless(index) or self.bodies.by_noun(index, self._modifies)
            elif state := self.bodies.state(index):
                mention = state
            elif is_capital(word):
                done = self._run(index)
                if done - index > 1 or without_possessive(word) not in lexicon.no_mention:
                    mention = self._named(index, done) or self._titled(done - 1)
            if mention:
                if mention.kind in (Kind.BODY, Kind.SOURCE, Kind.BACK) and not mention.possessive:
                    aside(mention, self.titles)
                found.append(mention)
                done = max(done, mention.last)
        return found

    def _run(self, index: int) -> int:
        """The end of a run of words with capital letters, with particles between them."""
        end = index + 1
        if is_possessive(self.words[index]):
            return end
        while end < len(self.words):
            word = self.words[end]
            if not is_capital(word):
                if word not in PARTICLES or not is_capital(self.sentence.at(end + 1)):
                    break
            elif is_possessive(word):
                return end + 1
            end += 1
        return end

    def _named(self, start: int, end: int) -> Mention | None:
        """A person or an institution whose name the run of capitals holds."""
        while self.words[start] in self.lexicon.openers and end - start > 1:
            start += 1
        if end - start == 1 and without_possessive(self.words[start]) in self.lexicon.no_mention:
            return None
        split = self.titles.last_role(start, end)
        if split is None and (body := self._body(start, end)):
            return body
        return self._person(start, end, split)

    def _person(self, start: int, end: int, split: int | None) -> Mention | None:
        begin = start if split is None else split + 1
        gender, addressed = "", False
        if self.lexicon.genitive:
            while begin < end - 1 and (self.words[begin] in self.lexicon.never or self.words[begin].isupper()):
                begin += 1
        role = self.titles.before(start, begin, split)
        while begin < end - 1 and (key := self.words[begin].lower()) in self.lexicon.honorifics:
            gender, addressed = self.lexicon.honorifics[key], True
            begin += 1
        if split is not None or self.sentence.at(start - 1).lower() in ("of", "for"):
            while begin < end - 1 and self.words[begin] in self.lexicon.fields:
                begin += 1
        elif not role[1] and not addressed:
            while begin < end - 1 and self.words[begin] in self.lexicon.never:
                begin += 1
        if not self._is_name(begin, end):
            return None
        name = " ".join(self.words[begin:end])
        first = min(start if begin == start else begin, role[0]) if role[1] else begin
        if addressed and not role[1]:
            first = start
        if not role[1] and not addressed and self.sentence.at(begin - 1).lower() in self.lexicon.articles:
            return None
        possessive = is_possessive(self.words[end - 1]) or self.sentence.at(end) in ("’", "'")
        mention = Mention(Kind.PERSON, first, end, without_possessive(name), role[1], gender, possessive=possessive)
        mention.addressed = addressed
        mention.reach = end
        if not possessive:
            self.titles.enclosed(mention)
            self.titles.apposition(mention)
        return mention

    def _is_name(self, begin: int, end: int) -> bool:
        words = [*self.words[begin : end - 1], without_possessive(self.words[end - 1])]
        if not 1 <= len(words) <= _LONGEST_NAME or not is_capital(words[0]) or len(words[-1]) < 2:
            return False
        lexicon = self.lexicon
        if not lexicon.no_person.isdisjoint(words) or (len(words) == 1 and self.titles.is_role(words[0])):
            return False
        if any(not _SPELT.fullmatch(w) or w.endswith(lexicon.no_names) for w in words):
            return False
        shouted = [w for w in words if w.isupper() and len(w) > 1 and "." not in w]
        return not shouted or (len(shouted) == len(words) > 1)

    def _body(self, start: int, end: int) -> Mention | None:
        """An institution: 'the Russian Defense Ministry', 'the Ministry of Defence', 'the Kremlin'."""
        lexicon = self.lexicon
        if not _OUTLETS.isdisjoint(self.words[start:end]):
            return None
        before = self.sentence.at(start - 1)
        words = self.words[start:end]
        head = without_possessive(words[-1])
        if head not in lexicon.institutions and head not in ORGANISATION_WORDS:
            head = ""
        alone = len(words) == 1
        known = not lexicon.bodies.isdisjoint(words)
        acronym = alone and words[0].isupper() and 2 <= len(words[0]) <= 6 and before.lower() in lexicon.definite
        plain = alone and words[0].lower() in lexicon.without_article
        if not (known or acronym or plain or (head and (not alone or before.lower() in lexicon.definite))):
            return None
        if alone and words[0] in QUOTED_BY_OTHERS and not plain:
            return None
        first = start - (before.lower() in lexicon.definite)
        if first == start and is_possessive(before):
            while start > 0 and is_capital(self.words[start - 1]) and self.words[start - 1] not in lexicon.openers:
                start -= 1
            first = start - (self.sentence.at(start - 1).lower() in lexicon.definite)
        end = self._linked(end)
        possessive = is_possessive(self.words[end - 1]) or self.sentence.at(end) in ("’", "'")
        name = without_possessive(self.sentence.slice(start, end))
        return Mention(Kind.BODY, first, end, name, head=head.lower(), possessive=possessive, reach=end)

    def _linked(self, end: int) -> int:
        """The end of an institution's name with 'of Defence' and the like."""
        linking = self.lexicon.linking
        while self.sentence.at(end) in linking and not is_possessive(self.words[end - 1]):
            size = 1 + (self.sentence.at(end + 1) in linking)
            following = self.sentence.at(end + size)
            if not is_capital(following) or (following in self.lexicon.days):
                break
            end = self._run(end + size)
        return end

    def _titled(self, index: int) -> Mention | None:
        """'the Prime Minister': a title without a name."""
        lexicon = self.lexicon
        if not self.titles.is_role(self.words[index]):
            return None
        start = index
        while start > 0 and is_capital(self.words[start - 1]):
            start -= 1
            word = self.words[start]
            if not (word in lexicon.fields or word in lexicon.never or word in lexicon.openers or word.isupper()):
                return None
        return self._nameless(index)

    def _nameless(self, index: int) -> Mention | None:
        """'a senior Israeli official', 'the minister', by the noun at `index`."""
        lexicon, words = self.lexicon, self.words
        if words[index] in lexicon.institutions_in_text:
            return None
        start = index
        while start > 0 and index - start < _MOST_MODIFIERS and self._modifies(words[start - 1], start == 1):
            start -= 1
        before = self.sentence.at(start - 1).lower()
        end = self._tail(index + 1)
        if before not in lexicon.definite and before not in lexicon.indefinite:
            before = ""
            while start < index and not (is_capital(words[start]) or words[start] in lexicon.modifiers):
                start += 1
            if start == index or words[index] not in lexicon.plurals:
                return None
        name = self.sentence.slice(start, end)
        kind = Kind.BACK if before in lexicon.definite else Kind.SOURCE
        special = end > index + 1 or any(is_capital(w) for w in words[start:index])
        head = words[index].lower()
        return Mention(kind, start - bool(before), end, name, head=head, special=special, reach=end)

    def _modifies(self, word: str, opens: bool) -> bool:
        lexicon = self.lexicon
        if word.lower() in lexicon.indefinite:
            return False
        verb = word in lexicon.saying or word in lexicon.claiming
        if verb or is_possessive(word) or word in lexicon.between:
            return False
        if opens and word in lexicon.openers:
            return False
        return (word[0].isalpha() or word[0].isdigit()) and word.lower() not in lexicon.stops

    def _tail(self, index: int) -> int:
        """The end of 'for the ministry' behind a noun, or `index` where nothing of the kind stands there."""
        lexicon = self.lexicon
        if self.sentence.at(index) in lexicon.standing and self.sentence.at(index + 1) in lexicon.belonging:
            index += 1
        elif self.sentence.at(index) not in lexicon.belonging:
            return index
        end = index + 1
        while end < len(self.words) and end - index <= _LONGEST_TAIL:
            word = self.words[end]
            if word in lexicon.belonging or word in lexicon.linking or word.lower() in lexicon.definite:
                end += 1
                continue
            if not word[0].isalpha() or word in lexicon.stops or word in lexicon.between or self._is_verb(word):
                break
            end += 1
        if end - index > _LONGEST_TAIL:
            return index
        while end > index and self.words[end - 1].lower() in lexicon.stops:
            end -= 1
        return end

    def _is_verb(self, word: str) -> bool:
        return word in self.lexicon.saying or word in self.lexicon.claiming or word in self.lexicon.citing
