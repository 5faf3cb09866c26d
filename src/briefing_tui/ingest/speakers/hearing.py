"""A reading of an article that keeps who is heard in each sentence, and by which words."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...model import Paragraph, Span
from ...model.signs.spoken import QUOTED
from .attributions import Attributions, PutDown
from .carriers import carriers
from .disturbed import called_before, disturbed
from .doubts import doubted, embedded
from .lexicon import Lexicon
from .mention import Kind, Mention
from .people import Person
from .sentence import Sentence
from .walk import Read, Spoken, Walk, meant

_MOST_RECENT = 6
_MOST_ADDRESSED = 3
"""Words for the one who is spoken to."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Words put down to someone."""

    people: tuple[Person, ...]
    """Whom the mention means; several where it can mean either."""
    mention: Mention
    span: Span
    """The mention and the verb, as they stand in the text."""
    words: str = ""
    """The mention as it stands in the text, article included."""
    via: tuple[str, ...] = ()
    through: tuple[Span, ...] = ()
    """The words that say so of those who pass them on."""
    loose: bool = False
    """Whether no verb ties the words to the speaker: a participle or a colon does."""
    doubtful: bool = False
    """Whether the sentence does not say that they said so: 'never said', 'if Levi says'."""
    unsure: bool = False
    """Whether something near the words lets them be read in another way: 'The army of critics said'."""
    behind: bool = False
    """Whether the words come before the verb whose object the speaker is: 'according to'."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """A sentence as it is come to, with who spoke before it."""

    sentence: Sentence
    mentions: list[Mention]
    n: int
    """The number of its ¶."""
    before: Spoken
    spoken: Spoken


class Hearing(Walk):
    """One reading of an article, to its end."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], language: str, lexicon: Lexicon) -> None:
        super().__init__(text, paragraphs, language, lexicon)
        self.heard: dict[int, list[Heard]] = {}
        """By the place in the text where the sentence begins."""
        self.subjects: dict[int, Person] = {}
        """The person with whose name a sentence opens, by the place where it begins."""
        self.labels: dict[int, Heard] = {}
        """Who speaks in a paragraph that begins with a name and a colon, by its number."""
        self._recent: deque[tuple[int, Person]] = deque(maxlen=_MOST_RECENT)
        self.speakers()
        for read in self.paragraphs:
            if read.label:
                self._label(read)

    def _label(self, read: Read) -> None:
        start = self.text.find(read.label, read.paragraph.span.start)
        person = self.people.known(read.label)
        mention = Mention(Kind.PERSON, 0, 0, read.label)
        span = Span(start, start + len(read.label))
        self.labels[read.paragraph.n] = Heard((person,) if person else (), mention, span)

    def _sentence(self, one: Sentence, mentions: list[Mention], n: int, before: Spoken, spoken: Spoken) -> None:
        self._meet(mentions)
        moment = _Moment(one, mentions, n, before, spoken)
        before_it = one.masked[: one.span.start - one.offset].rstrip()
        found = Attributions(one, self.lexicon, mentions, after_quote=before_it.endswith(QUOTED))
        put_down = found.all()
        heard = [self._heard(p, self._via(found, p, one), moment) for p in put_down]
        if heard and embedded(one, self.lexicon, put_down[0].first):
            heard[0] = replace(heard[0], doubtful=True)
        heard += self._loosely(put_down, moment)
        if heard:
            self.heard[one.span.start] = heard
        if subject := self._subject(mentions):
            self.subjects[one.span.start] = subject
        self._remember(mentions, n)
        super()._sentence(one, mentions, n, before, spoken)

    def _heard(self, put_down: PutDown, via: tuple[str, ...], moment: _Moment) -> Heard:
        one, mention = moment.sentence, put_down.mention
        first = put_down.first + (one.words[put_down.first] in self.lexicon.that)
        span = Span(one.start(first), one.end(put_down.last - 1))
        behind = put_down.first < mention.first and one.words[put_down.first].lower() in self._according
        words = one.slice(mention.first, mention.last)
        doubtful = doubted(one, self.lexicon, mention, put_down.first, put_down.last)
        doubtful = doubtful or called_before(one, self.lexicon, put_down)
        unsure = disturbed(one, self.lexicon, put_down)
        people = self._people(mention, moment)
        return Heard(people, mention, span, words, via, doubtful=doubtful, unsure=unsure, behind=behind)

    @property
    def _according(self) -> set[str]:
        return {phrase[0] for phrase in self.lexicon.according}

    def _via(self, found: Attributions, put_down: PutDown, one: Sentence) -> tuple[str, ...]:
        """Through whom the words came, as the sentence says."""
        citing = found.citing(put_down)
        if citing is not None and citing.kind is Kind.PERSON:
            person = self.people.known(citing.name)
            return (person.name if person else citing.name,)
        return carriers(one, self.lexicon)

    def _loosely(self, strict: Sequence[PutDown], moment: _Moment) -> list[Heard]:
        """Who speaks by a participle or a colon: 'left, saying “…”', 'was blunt: “…”'.

        Args:
            strict: those who are heard by a verb of saying: a colon right behind it says nothing more.
            moment: the sentence and what came before it.
        """
        one = moment.sentence
        if QUOTED not in one.words:
            return []
        subject = next((m for m in moment.mentions if not m.possessive and not m.nested), None)
        if subject is None or not all(map(self._may_open, one.words[: subject.first])):
            return []
        via = carriers(one, self.lexicon)
        if one.at(subject.first - 1) in self.lexicon.by or subject.name in via:
            return []
        places = [i for i in range(subject.last, len(one.words) - 1) if self._goes_on(one, i)]
        places = [i for i in places if not any(self._told(one, p, subject, i) for p in strict)]
        if any(self._asked(one, i) for i in range(subject.last, places[-1] if places else 0)):
            return []
        people, start = self._people(subject, moment), one.start(subject.first)
        words = one.slice(subject.first, subject.last)
        return [
            Heard(
                people, subject, Span(start, one.end(i)), words, via, loose=True, doubtful=self._unsaid(one, subject, i)
            )
            for i in places
        ]

    def _told(self, one: Sentence, strict: PutDown, subject: Mention, index: int) -> bool:
        """Whether a verb of saying reaches a colon: 'said:', or another's: 'Levi said that Kan had told her:'."""
        addressed = one.words[strict.last : index]
        another = strict.mention.first > subject.first and len(addressed) <= _MOST_ADDRESSED and "," not in addressed
        return index == strict.last or (another and index > strict.last)

    def _unsaid(self, one: Sentence, subject: Mention, index: int) -> bool:
        return doubted(one, self.lexicon, subject, subject.first, index + 1)

    def _goes_on(self, one: Sentence, index: int) -> bool:
        """Whether a participle or a colon before a quotation stands at an index."""
        if one.words[index] in self.lexicon.participles:
            return not any(one.at(index - 1) == a for a, _ in self.lexicon.as_saying)
        return one.words[index] == ":" and one.words[index + 1] == QUOTED

    def _asked(self, one: Sentence, index: int) -> bool:
        """Whether the subject is the one who is spoken to: 'Levi was asked'."""
        return one.words[index] in self.lexicon.passive and one.at(index + 1) in self.lexicon.triggers

    def _people(self, mention: Mention, moment: _Moment) -> tuple[Person, ...]:
        """Whom a mention means: one, several where it can mean either, or none that is known."""
        before, spoken = moment.before, moment.spoken
        if mention.kind is not Kind.PRONOUN:
            person = self.people.find(mention, [*before.speakers, *spoken.speakers])
            if person is not None:
                return (person,)
            return self.people.namesakes(mention.name) if mention.kind is Kind.PERSON else ()
        if only := meant(mention.gender, before, spoken):
            earlier = [m for m in moment.mentions if m.first < mention.first and m.kind is Kind.PERSON]
            others = {id(p): p for m in earlier if (p := self.people.known(m.name)) and p.shown and p is not only}
            return (only,) if any(p in spoken.subjects for p in others.values()) else (only, *others.values())
        named = [m for m in moment.mentions if m.first < mention.first and m.kind is Kind.PERSON and not m.possessive]
        near = [p for m in named if (p := self.people.known(m.name)) and p.shown]
        near += [*reversed(spoken.subjects), *reversed(before.speakers), *reversed(before.subjects)]
        near += [p for n, p in reversed(self._recent) if moment.n - n <= 1]
        fitting = {id(p): p for p in near if not mention.gender or p.gender in ("", mention.gender)}
        return tuple(fitting.values())

    def _subject(self, mentions: list[Mention]) -> Person | None:
        """The first person of a sentence who is named for oneself."""
        own = (m for m in mentions if m.kind is Kind.PERSON and not m.possessive and not m.nested)
        first = next(own, None)
        return self.people.known(first.name) if first else None

    def _meet(self, mentions: list[Mention]) -> None:
        """Take note of those to whom later words may go back, though they do not speak here."""
        for mention in mentions:
            titled = mention.kind is Kind.PERSON and (mention.addressed or mention.role) and not mention.possessive
            if titled or mention.kind in (Kind.BODY, Kind.SOURCE):
                self.people.find(mention)

    def _remember(self, mentions: list[Mention], n: int) -> None:
        for mention in mentions:
            if mention.kind is Kind.PERSON and (person := self.people.known(mention.name)):
                self._recent.append((n, person))
