"""Who speaks in a sentence: the subjects of verbs of saying, and those that words are put down to."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.signs.spoken import QUOTED
from .lexicon import Lexicon
from .mention import Kind, Mention
from .objects import reaches
from .sentence import Sentence

_LONG_QUOTE = 3
_LONGEST_BY = 8
_MOST_OPEN = 2
_LONGEST_OBJECT = 6
"""Words."""
_BOUNDARY = (QUOTED, ",", "–", "—", ")", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class PutDown:
    """Words put down to someone: which words of the sentence say so."""

    mention: Mention
    first: int
    last: int


class Attributions:
    """Finds who speaks in one sentence."""

    def __init__(
        self, sentence: Sentence, lexicon: Lexicon, mentions: list[Mention], *, after_quote: bool = False
    ) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lexicon = lexicon
        self.mentions = mentions
        self.quoted = after_quote
        self.beside = after_quote or QUOTED in self.words
        self._from: dict[int, Mention] = {}
        self._to: dict[int, Mention] = {}

    def _index(self) -> None:
        """Put the mentions down by the words where they begin and end."""
        self.quoted = self.quoted or self.sentence.quotes(_LONG_QUOTE)
        reached: dict[int, Mention] = {}
        covered = 0
        for mention in self.mentions:
            mention.nested = mention.first < covered
            if mention.nested or mention.possessive:
                continue
            covered = max(covered, mention.reach if mention.apposed or mention.clause else 0)
            self._from[mention.first] = self._to[mention.last] = mention
            if mention.reach > mention.last:
                reached[mention.reach] = mention
        for end, mention in reached.items():
            if end not in self._to or self._to[end].kind is Kind.BODY:
                self._to[end] = mention

    def speaker(self) -> Mention | None:
        """Who says what the sentence reports.

        Of several the first one, whose words hold the others' ('Levi says that Russia said'), but for one to whom the
        whole sentence is put down at its end.
        """
        found = self.all()
        if not found:
            return None
        last = found[-1]
        if self.sentence.at(last.first - 1) in (",", QUOTED) and self.sentence.at(last.last) not in self.lexicon.that:
            return last.mention
        return found[0].mention

    def all(self) -> list[PutDown]:
        """Everyone to whom the sentence puts words down, in order."""
        triggers = self._triggers()
        if not triggers:
            return []
        self._index()
        found = [a for index in triggers if (a := self._at(index))]
        return [a for a in found if (not a.mention.metonym or self._reported(a)) and not self._names(a)]

    def citing(self, put_down: PutDown) -> Mention | None:
        """Who cites the speaker: 'Levi quoted an official as saying'."""
        if self.words[put_down.first] not in self.lexicon.citing:
            return None
        return self._subject(self._chain(put_down.first))

    def _triggers(self) -> list[int]:
        triggers = self.lexicon.triggers
        return [i for i, word in enumerate(self.words) if word in triggers or (not i and word.lower() in triggers)]

    def _at(self, index: int) -> PutDown | None:
        lexicon, word = self.lexicon, self.words[index]
        if word in lexicon.saying:
            return self._of_verb(index) or self._according(index)
        if word in lexicon.citing:
            return self._cited(index)
        if self.sentence.at(index + 1) in lexicon.particles and word not in lexicon.phrasal:
            return None
        if word in lexicon.judging and self.sentence.at(index + 1) in lexicon.by:
            return self._judged_by(index)
        if word in lexicon.calling and self.sentence.at(index + 1) == QUOTED:
            called = self._of_verb(index)
            return called if called and self._called(called) else None
        if word in lexicon.claiming and (self.quoted or self.sentence.at(index + 1) in lexicon.that):
            return self._of_verb(index)
        if word in lexicon.claiming or word in lexicon.judging or word in lexicon.addressing:
            return self._of_verb(index) if reaches(self.sentence, lexicon, index) else None
        if word in lexicon.keeping:
            return self._kept(index)
        if word in lexicon.feeling:
            return self._of_verb(index) if self.quoted else None
        if (second := lexicon.phrasal.get(word)) and second == self.sentence.at(index + 1):
            return self._of_verb(index, size=2) if self.quoted or self.sentence.at(index + 2) in lexicon.that else None
        return self._according(index)

    def _kept(self, index: int) -> PutDown | None:
        """'keeps saying that'."""
        said = self.sentence.at(index + 1) in self.lexicon.participles
        reported = self.quoted or not self.lexicon.that.isdisjoint(self.words[index + 2 : index + _LONGEST_OBJECT])
        return self._of_verb(index, size=2) if said and reported else None

    def _judged_by(self, index: int) -> PutDown | None:
        """'was described by the ministry as “…”'."""
        mention = self._named(index + 2)
        if mention is None or self.sentence.at(mention.last) not in self.lexicon.judged or not self.beside:
            return None
        return PutDown(mention, index, mention.last)

    def _reported(self, put_down: PutDown) -> bool:
        """Whether it is clear that a state speaks: beside words in quotation marks, or by a `that`."""
        last = put_down.last
        plural = f"{self.words[last - 1]}s" in self.lexicon.triggers
        reported = self.beside or not self.lexicon.that.isdisjoint(self.words[last : last + _LONGEST_OBJECT])
        return reported and not plural

    def _names(self, put_down: PutDown) -> bool:
        """Whether a clause tells what someone is called: 'whom Moscow calls “…”'."""
        before = self.sentence.at(put_down.mention.first - 1).lower()
        naming = self.words[put_down.last - 1] in self.lexicon.judging
        return naming and before in self.lexicon.unsaid.asking - self.lexicon.that - self.lexicon.what

    def _called(self, put_down: PutDown) -> bool:
        """Whether a clause tells what someone calls a thing: 'what Moscow calls “…”'."""
        return self.sentence.at(put_down.mention.first - 1).lower() in self.lexicon.what

    def _of_verb(self, index: int, size: int = 1) -> PutDown | None:
        """The subject of a verb of saying, before or behind it."""
        first = self._chain(index)
        before = self.sentence.at(first - 1)
        if before in self.lexicon.passive:
            return None
        behind = None if self.words[index] in self.lexicon.subject_first else self._behind(index + size)
        if behind and self._follows_quote(first):
            return PutDown(behind, first, behind.last)
        if mention := self._subject(first):
            return PutDown(mention, mention.first, index + size)
        certain = before in _BOUNDARY or self.lexicon.verb_first
        if behind and certain and behind.kind is not Kind.PRONOUN:
            return PutDown(behind, first, behind.last)
        return None

    def _follows_quote(self, index: int) -> bool:
        """Whether only a comma or a dash stands between a quotation and a word."""
        while index > 0 and self.words[index - 1] in (",", "–", "—", "-"):
            index -= 1
        return self.sentence.at(index - 1) == QUOTED

    def _behind(self, index: int) -> Mention | None:
        while self.sentence.at(index) in self.lexicon.behind:
            index += 1
        return self._from.get(index)

    def _chain(self, index: int) -> int:
        """Where the auxiliaries and adverbs before a verb begin."""
        ending = self.lexicon.adverb_ending
        while index > 0:
            word = self.words[index - 1]
            if word not in self.lexicon.between and not (ending and word.endswith(ending) and word[0].islower()):
                break
            index -= 1
        return index

    def _subject(self, end: int) -> Mention | None:
        """The mention whose words, or what stands in apposition to them, end before a verb."""
        if mention := self._to.get(end):
            return None if self._governed(mention) else mention
        if self.sentence.at(end - 1) == "," and (mention := self._to.get(end - 1)) and mention.role:
            return mention if self.sentence.at(end - 2) != "," and self._enclosed(mention, end - 1) else None
        if self.sentence.at(end - 1) in self.lexicon.who:
            return self._to.get(end - 2) if self.sentence.at(end - 2) == "," else self._to.get(end - 1)
        return None

    def _governed(self, mention: Mention) -> bool:
        """Whether a name is no subject but where something is, or an object: 'a bar in Paris', 'those who met Levi'."""
        lexicon, before = self.lexicon, self.sentence.at(mention.first - 1)
        if mention.kind is Kind.PRONOUN or not before.islower():
            return False
        if before in lexicon.governing:
            return True
        free = (
            before in lexicon.stops or before in lexicon.that or before in lexicon.triggers or before in lexicon.between
        )
        clause = self.words[max(0, mention.first - _LONGEST_OBJECT) : mention.first]
        return not free and "," not in clause and not lexicon.who.isdisjoint(clause)

    def _enclosed(self, mention: Mention, comma: int) -> bool:
        """Whether commas stand on both sides of the name, with the role before the first."""
        return "," in self.words[mention.first : comma]

    def _cited(self, index: int) -> PutDown | None:
        """'Kan cited an official as saying', 'the minister was quoted as saying'."""
        then = index + 1
        if self.sentence.at(then) in self.lexicon.by:
            then = next((i for i in range(then, then + _LONGEST_BY) if self._as_saying(i)), then)
        if self._as_saying(then):
            first = self._chain(index)
            while self.sentence.at(first - 1) in self.lexicon.passive:
                first = self._chain(first - 1)
            mention = self._subject(first) if first < index else None
            return PutDown(mention, mention.first, then + 2) if mention else None
        mention = self._from.get(index + 1)
        if mention is None:
            return None
        quoted = self.quoted or self._as_saying(mention.reach) or index == 0
        return PutDown(mention, index, mention.last) if quoted else None

    def _as_saying(self, index: int) -> bool:
        return (self.sentence.at(index), self.sentence.at(index + 1)) in self.lexicon.as_saying

    def _according(self, index: int) -> PutDown | None:
        for phrase in self.lexicon.according:
            if self.words[index].lower() == phrase[0] and self._reads(index, phrase):
                after = index + len(phrase)
                if (mention := self._named(after)) and not self._is_work(mention):
                    return PutDown(mention, index, mention.last)
                if (word := self.sentence.at(after)) in self.lexicon.objects and self._ends(after + 1):
                    return PutDown(self._pronoun(after, self.lexicon.objects[word]), index, after + 1)
        for phrase, gender in self.lexicon.fixed.items():
            if self.words[index].lower() == phrase[0] and self._reads(index, phrase):
                return PutDown(self._pronoun(index, gender), index, index + len(phrase))
        return None

    def _named(self, index: int) -> Mention | None:
        """The mention at an index; words without a capital letter may stand before a title: 'harbour pilot Levi'."""
        for skipped in range(_MOST_OPEN + 1):
            if mention := self._from.get(index + skipped):
                return mention if not skipped or mention.role else None
            word = self.sentence.at(index + skipped)
            if not (word.isalpha() and word.islower()) or word in self.lexicon.stops:
                return None
        return None

    def _is_work(self, mention: Mention) -> bool:
        """'according to the UN report': what an institution wrote, not the institution."""
        word = self.sentence.at(mention.last)
        return mention.kind is Kind.BODY and word.isalpha() and word.islower() and word not in self.lexicon.stops

    def _ends(self, index: int) -> bool:
        word = self.sentence.at(index)
        return not word or not word[0].isalnum()

    def _reads(self, index: int, phrase: tuple[str, ...]) -> bool:
        return all(self.sentence.at(index + i) == part for i, part in enumerate(phrase[1:], 1))

    def _pronoun(self, index: int, gender: str) -> Mention:
        return Mention(Kind.PRONOUN, index, index + 1, self.words[index], gender=gender)
