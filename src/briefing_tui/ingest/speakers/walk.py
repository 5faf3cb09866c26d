"""Through an article paragraph by paragraph, with who spoke last in mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import NamedSpeaker, Paragraph, sentences
from ...model.signs.spoken import QUOTED, masked
from .attributions import Attributions
from .labels import label
from .lexicon import Lexicon
from .mention import Kind, Mention
from .mentions import Mentions
from .people import People, Person
from .sentence import Sentence, sentence


@dataclass(slots=True)
class Read:
    """A paragraph as it was read: its sentences with their mentions."""

    paragraph: Paragraph
    masked: str
    open: bool
    """Whether its last quotation is not closed."""
    sentences: list[tuple[Sentence, list[Mention]]]
    label: str


@dataclass(slots=True)
class Spoken:
    """What a paragraph leaves behind for the next one."""

    speakers: list[Person] = field(default_factory=list)
    subjects: list[Person] = field(default_factory=list)
    """Whoever spoke or opened a sentence, in order."""
    labelled: bool = False
    """Whether it opens with a speaker's name and a colon."""
    told: bool = False
    """Whether it says of any words who speaks them, known or not."""


class Walk:
    """One reading of an article."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], language: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.people = People(lexicon)
        self.paragraphs = [self._read(p, language) for p in paragraphs]

    def speakers(self) -> tuple[NamedSpeaker, ...]:
        """Everyone who speaks."""
        for read in self.paragraphs:
            self.people.paragraph = read.paragraph.n
            for _, mentions in read.sentences:
                for mention in mentions:
                    self.people.meet(mention)
        before, was_open = Spoken(), False
        waiting: list[int] = []
        for read in self.paragraphs:
            self.people.paragraph = read.paragraph.n
            spoken = self._paragraph(read, before)
            carried = not spoken.told and bool(before.speakers) and self._carries_on(read, before, was_open)
            if carried:
                spoken.speakers.append(before.speakers[-1])
                waiting.append(read.paragraph.n)
            if not (carried and read.open):
                told_now = spoken.told and was_open and read.masked.startswith(QUOTED)
                for person in spoken.speakers[:1] if told_now else before.speakers[-1:]:
                    for n in waiting:
                        self.people.add(person, n)
                waiting = []
            before, was_open = spoken, read.open
        for n in waiting:
            self.people.add(before.speakers[-1], n)
        return self.people.named()

    def _read(self, paragraph: Paragraph, language: str) -> Read:
        span = paragraph.span
        text, is_open = masked(self.text, span)
        found: list[tuple[Sentence, list[Mention]]] = []
        if self.lexicon.triggers:
            for part in sentences(self.text, span, language):
                read = sentence(self.text, text, span.start, part)
                found.append((read, Mentions(read, self.lexicon).all()))
        return Read(paragraph, text, is_open, found, label(self.text[span.start : span.start + 80]))

    def _paragraph(self, read: Read, before: Spoken) -> Spoken:
        spoken = Spoken()
        if read.label and (person := self._labelled(read.label)):
            spoken.labelled = True
            self._speaks(person, read.paragraph.n, spoken)
        for one, mentions in read.sentences:
            self._sentence(one, mentions, read.paragraph.n, before, spoken)
        return spoken

    def _sentence(self, one: Sentence, mentions: list[Mention], n: int, before: Spoken, spoken: Spoken) -> None:
        mention = Attributions(one, self.lexicon, mentions).speaker()
        if mention is None or (mention.metonym and QUOTED not in one.words):
            self._note_subject(one, mentions, spoken)
            return
        spoken.told = True
        if mention.kind is Kind.PRONOUN:
            earlier = [m for m in mentions if m.first < mention.first and m.kind is Kind.PERSON]
            self._note_subject(one, earlier, spoken)
            person = meant(mention.gender, before, spoken)
            others = (self.people.known(m.name) for m in earlier)
            if any(p and p.shown and p not in (person, *spoken.subjects) for p in others):
                return
        else:
            person = self.people.find(mention, [*before.speakers, *spoken.speakers])
        if person is None:
            return
        if mention.kind is Kind.PRONOUN:
            person.gender = person.gender or mention.gender
            person.shown = True
        self._speaks(person, n, spoken)

    def _note_subject(self, one: Sentence, mentions: list[Mention], spoken: Spoken) -> None:
        """Keep the person whose name opens a sentence in mind."""
        for mention in mentions:
            if mention.kind is Kind.PERSON and not mention.possessive and not mention.nested:
                opening = one.words[: mention.first]
                if all(self._may_open(w) for w in opening):
                    person = self.people.known(mention.name)
                    if person is not None and person.shown:
                        person.gender = person.gender or self._gender(one.words)
                        spoken.subjects.append(person)
                return

    def _gender(self, words: list[str]) -> str:
        """What the pronouns of a sentence tell about its subject, where all are of one gender."""
        told = {self.lexicon.owners.get(w, "") for w in words} | {self.lexicon.pronouns.get(w, "") for w in words}
        told.discard("")
        return told.pop() if len(told) == 1 else ""

    def _may_open(self, word: str) -> bool:
        """Whether a word may stand before the subject of a sentence: 'In March 2002, …'."""
        lexicon = self.lexicon
        return (
            word in lexicon.openers
            or word in lexicon.stops
            or word in lexicon.never
            or word.lower() in lexicon.owners
            or word == ","
            or word.isdigit()
        )

    def _labelled(self, name: str) -> Person | None:
        person = self.people.known(name)
        if person is None and " " in name:
            person = self.people.find(Mention(Kind.PERSON, 0, 0, name))
        if person is not None:
            person.shown = True
        return person

    def _speaks(self, person: Person, n: int, spoken: Spoken) -> None:
        self.people.add(person, n)
        spoken.told = True
        spoken.speakers.append(person)
        spoken.subjects.append(person)

    def _carries_on(self, read: Read, before: Spoken, was_open: bool) -> bool:
        """Whether a paragraph goes on with the words of the one before.

        It begins with a quotation mark, and the one before is left open or this one holds nothing else; in an interview
        another one may ask.
        """
        if not read.masked.startswith(QUOTED):
            return False
        return was_open or not (before.labelled or read.masked.strip(QUOTED + " "))


def meant(gender: str, before: Spoken, spoken: Spoken) -> Person | None:
    """Whom a pronoun means, where only one can be meant."""
    earlier = [*before.speakers, *before.subjects[-1:]] if before.speakers else []
    for people in (spoken.subjects, earlier):
        if people:
            fitting = {id(p): p for p in people if p.gender in ("", gender) or not gender}
            sure = [p for p in fitting.values() if gender and p.gender == gender]
            if len(fitting) == 1:
                return next(iter(fitting.values()))
            return sure[0] if len(sure) == 1 else None
    return None
