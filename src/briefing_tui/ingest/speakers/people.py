"""The people of an article: short forms and pronouns led back to full names, with roles and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import NamedSpeaker
from ..rules.names import PARTICLES
from .lexicon import Lexicon
from .mentions import Kind, Mention

_SHORTEST_STEM = 4


@dataclass(slots=True, eq=False)
class Person:
    """Someone who may speak."""

    name: str
    kind: Kind
    head: str = ""
    title: str = ""
    apposed: str = ""
    clause: str = ""
    gender: str = ""
    shown: bool = False
    """Whether the text shows by a role, a form of address or a short form that this is a person."""
    paragraphs: list[int] = field(default_factory=list)

    @property
    def role(self) -> str:
        """The fullest role that the text gives."""
        return self.apposed or self.title or self.clause

    def words(self) -> set[str]:
        """The words by which others may go back to this one."""
        named = "" if self.kind is Kind.PERSON else self.name
        return set(f"{named} {self.title} {self.apposed}".lower().split())

    def learn(self, mention: Mention) -> None:
        """Take over what a mention tells."""
        self.title = self.title or mention.role
        self.apposed = self.apposed or mention.apposed
        self.clause = self.clause or mention.clause
        self.gender = self.gender or mention.gender
        self.shown = self.shown or bool(self.role or mention.gender)

    def speaks(self, paragraph: int) -> None:
        """Note where."""
        if paragraph not in self.paragraphs:
            self.paragraphs.append(paragraph)


class People:
    """Everyone who is named in an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._full: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._others: dict[tuple[Kind, str], Person] = {}
        self.speakers: list[Person] = []

    def meet(self, mention: Mention) -> None:
        """Take note of a full name wherever it stands."""
        words = mention.name.split()
        if mention.kind is not Kind.PERSON or len(words) < 2:
            return
        person = self._full.get(mention.name)
        if person is None:
            person = self._full[mention.name] = Person(mention.name, Kind.PERSON)
            for word in {words[-1], _family(words)}:
                self._by_word.setdefault(word, []).append(person)
            self._by_given.setdefault(words[0], []).append(person)
        person.learn(mention)

    def find(self, mention: Mention, recent: Sequence[Person] = ()) -> Person | None:
        """The one that a mention stands for; a pronoun is not for this.

        Args:
            mention: a name, or a noun that goes back to someone.
            recent: who spoke last.
        """
        if mention.kind is Kind.PERSON:
            return self._person(mention)
        if mention.kind is Kind.BACK:
            return self._back(mention, recent)
        return self._other(mention.kind, mention.name, mention.head)

    def known(self, name: str) -> Person | None:
        """The person of that name, short or full."""
        if name in self._full:
            return self._full[name]
        if name in self._by_word:
            return self._unique(self._by_word[name])
        return self._unique([p for p in self._by_given.get(name, []) if p.shown])

    def add(self, person: Person, paragraph: int) -> None:
        """Note that someone speaks in a paragraph."""
        if person not in self.speakers:
            self.speakers.append(person)
        person.speaks(paragraph)

    def named(self) -> tuple[NamedSpeaker, ...]:
        """The speakers, in the order in which they come up."""
        kept = (p for p in self.speakers if p.shown or p.kind is not Kind.PERSON)
        return tuple(NamedSpeaker(p.name, p.role, tuple(sorted(p.paragraphs))) for p in kept)

    def _person(self, mention: Mention) -> Person | None:
        person = self.known(mention.name)
        if person is None and self._lexicon.inflected:
            return self._unique([p for p in self._full.values() if _same_stem(p.name, mention.name)])
        if person is None:
            if " " not in mention.name and not (mention.role or mention.gender):
                return None
            if self._by_word.get(mention.name):
                return None
            person = self._full[mention.name] = Person(mention.name, Kind.PERSON)
        if not self._lexicon.nouns_capital:
            person.shown = person.shown or " " not in mention.name
        person.learn(mention)
        return person

    def _unique(self, people: list[Person]) -> Person | None:
        """The only one, or the only one of them who has spoken already."""
        if len(people) > 1:
            people = [p for p in people if p in self.speakers]
        return people[0] if len(people) == 1 else None

    def _back(self, mention: Mention, recent: Sequence[Person]) -> Person | None:
        """'the minister': someone with that noun in role or name who has just spoken, or whom more words fit."""
        words = set(mention.name.lower().split())
        fitting = [p for p in recent if mention.head in p.words()]
        if not fitting:
            fitting = [p for p in (*self._full.values(), *self._others.values()) if words <= p.words()]
            fitting = [p for p in fitting if p.kind is not Kind.PERSON or len(words) > 1]
        if fitting:
            return self._unique(list(dict.fromkeys(fitting)))
        return self._other(Kind.SOURCE, mention.name, mention.head) if mention.special else None

    def _other(self, kind: Kind, name: str, head: str) -> Person:
        return self._others.setdefault((kind, name.lower()), Person(name, kind, head))


def _family(words: list[str]) -> str:
    """The family name with its particles: 'van den Berg'."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _same_stem(name: str, other: str) -> bool:
    """Whether two names differ by endings only."""
    first, second = name.split(), other.split()
    if len(second) == 1:
        first = first[-1:]
    return len(first) == len(second) and all(_stems(a, b) for a, b in zip(first, second, strict=True))


def _stems(one: str, two: str) -> bool:
    stem = max(_SHORTEST_STEM - 1, min(len(one), len(two)) - 2)
    return one[:stem] == two[:stem] and abs(len(one) - len(two)) <= 3
