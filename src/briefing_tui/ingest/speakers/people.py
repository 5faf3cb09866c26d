"""The people of an article: short forms and pronouns led back to full names, with roles and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import NamedSpeaker
from ..rules.names import PARTICLES
from .lexicon import Lexicon
from .mention import Kind, Mention

_SHORTEST_STEM = 3
_MOST_NAMESAKES = 20


NEAR = 3
"""Paragraphs after someone's first words within which a role still counts as theirs."""


@dataclass(slots=True, eq=False)
class Person:
    """Someone who may speak."""

    name: str
    kind: Kind
    title: str = ""
    apposed: str = ""
    clause: str = ""
    gender: str = ""
    shown: bool = False
    """Whether the text shows by a role, a form of address or a short form that this is a person."""
    paragraphs: set[int] = field(default_factory=set)
    told: dict[str, int] = field(default_factory=dict)
    """The ¶ that first gives each role."""

    @property
    def role_then(self) -> str:
        """The fullest role that the text gives by the time of the first words: a later one may be of another year."""
        return self.role_at(min(self.paragraphs))

    def role_at(self, paragraph: int) -> str:
        """The fullest role that the text gives by the time of a paragraph."""
        end = paragraph + NEAR
        return next((r for r in (self.apposed, self.title, self.clause) if r and self.told.get(r, 0) <= end), "")

    @property
    def role(self) -> str:
        """The fullest role that the text gives."""
        return self.apposed or self.title or self.clause

    def words(self) -> set[str]:
        """The words by which others may go back to this one."""
        named = "" if self.kind is Kind.PERSON else self.name
        return set(f"{named} {self.title} {self.apposed}".lower().split())

    def learn(self, mention: Mention, paragraph: int) -> None:
        """Take over what a mention tells."""
        for role in filter(None, (mention.role, mention.apposed, mention.clause)):
            self.told.setdefault(role, paragraph)
        self.title = self.title or mention.role
        self.apposed = self.apposed or mention.apposed
        self.clause = self.clause or mention.clause
        self.gender = self.gender or mention.gender
        self.shown = self.shown or mention.addressed or bool(self.role)


class People:
    """Everyone who is named in an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.paragraph = 0
        """The ¶ that is looked at."""
        self._lexicon = lexicon
        self._full: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self._by_stem: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._others: dict[tuple[Kind, str], Person] = {}
        self._by_noun: dict[str, dict[Person, None]] = {}
        self.speakers: dict[Person, None] = {}

    def meet(self, mention: Mention) -> None:
        """Take note of a full name wherever it stands."""
        if mention.kind is Kind.PERSON and " " in mention.name:
            self._learn(self._full.get(mention.name) or self._new(mention.name), mention)

    def _new(self, name: str) -> Person:
        person = self._full[name] = Person(name, Kind.PERSON)
        words = name.split()
        if len(words) > 1:
            for word in {words[-1], _family(words)}:
                self._by_word.setdefault(word, []).append(person)
            self._by_stem.setdefault(words[-1][:_SHORTEST_STEM], []).append(person)
            self._by_given.setdefault(words[0], []).append(person)
        return person

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
        person = self.known(mention.name) if mention.metonym else None
        return person or self._other(mention.kind, mention.name)

    def known(self, name: str) -> Person | None:
        """The person of that name, short or full."""
        if name in self._full:
            return self._full[name]
        if name in self._by_word:
            return self._unique(self._by_word[name])
        return self._unique([p for p in self._by_given.get(name, []) if p.shown])

    def namesakes(self, name: str) -> tuple[Person, ...]:
        """Those of whom a short name may be the name."""
        return tuple(self._by_word.get(name, ()))[:_MOST_NAMESAKES]

    def add(self, person: Person, paragraph: int) -> None:
        """Note that someone speaks in a paragraph."""
        self.speakers[person] = None
        person.paragraphs.add(paragraph)

    def named(self) -> tuple[NamedSpeaker, ...]:
        """The speakers, in the order in which they come up."""
        kept = (p for p in self.speakers if p.shown or p.kind is not Kind.PERSON)
        return tuple(NamedSpeaker(p.name, p.role_then, tuple(sorted(p.paragraphs))) for p in kept)

    def _person(self, mention: Mention) -> Person | None:
        person = self.known(mention.name)
        if person is None and self._lexicon.inflected:
            family = mention.name.split()[-1][:_SHORTEST_STEM]
            alike = self._by_stem.get(family, [])[: _MOST_NAMESAKES * 10]
            return self._unique([p for p in alike if _same_stem(p.name, mention.name)])
        if person is None:
            if " " not in mention.name and not (mention.role or mention.addressed):
                return None
            if self._by_word.get(mention.name):
                return None
            person = self._new(mention.name)
        if not self._lexicon.nouns_capital:
            person.shown = person.shown or " " not in mention.name
        self._learn(person, mention)
        return person

    def _learn(self, person: Person, mention: Mention) -> None:
        """Take over what a mention tells, and by which words others may go back to the person."""
        person.learn(mention, self.paragraph)
        if mention.role or mention.apposed:
            self._remember(person)

    def _remember(self, person: Person) -> None:
        for word in person.words():
            self._by_noun.setdefault(word, {})[person] = None

    def _unique(self, people: list[Person]) -> Person | None:
        """The only one, or the only one of them who has spoken already."""
        if len(people) > _MOST_NAMESAKES:
            return None
        if len(people) > 1:
            people = [p for p in people if p in self.speakers]
        return people[0] if len(people) == 1 else None

    def _back(self, mention: Mention, recent: Sequence[Person]) -> Person | None:
        """'the minister': someone with that noun in role or name who has just spoken, or whom more words fit."""
        words = set(mention.name.lower().split())
        institution = mention.head in self._lexicon.institutions_in_text
        fitting = [p for p in recent if (words <= p.words() if institution else mention.head in p.words())]
        if not fitting:
            known = list(self._by_noun.get(mention.head, ()))[: _MOST_NAMESAKES + 1]
            fitting = [p for p in known if words <= p.words() and (p.kind is not Kind.PERSON or len(words) > 1)]
        if fitting:
            return self._unique(list(dict.fromkeys(fitting)))
        return self._other(Kind.BODY if institution else Kind.SOURCE, mention.name) if mention.special else None

    def _other(self, kind: Kind, name: str) -> Person:
        key = (kind, name.lower())
        if key not in self._others:
            self._others[key] = Person(name, kind)
            self._remember(self._others[key])
        return self._others[key]


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
    stem = max(_SHORTEST_STEM, min(len(one), len(two)) - 2)
    return one[:stem] == two[:stem] and abs(len(one) - len(two)) <= 3
