"""What the search for speakers must know of a language; each language's words stand in a file of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module

from ..rules.names import NEWS_WORDS, ORGANISATION_WORDS

LANGUAGES = {"en": "english", "de": "german", "fr": "french", "ru": "russian"}
"""Language code to the module of its words."""


def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Unsaid:
    """The words by which a sentence names a speaker without saying that they said it; all in lower case."""

    negating: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    """Verbs by which the subject, or another, says that it was not said: 'denied', 'refused'."""
    hedging: frozenset[str] = frozenset()
    """Adverbs before a verb of saying: 'allegedly'."""
    unspoken: frozenset[str] = frozenset()
    """Right behind a verb of saying: 'said nothing'."""
    verb_before_negation: bool = False
    """Whether such a word may also stand farther behind it: 'sagte gestern nicht'."""
    inverting: frozenset[str] = frozenset()
    """Auxiliaries right before a subject: 'had Levi said'."""
    supposing: frozenset[str] = frozenset()
    """What opens a condition: 'if', 'as though'."""
    awaiting: frozenset[str] = frozenset()
    """What opens a time that has not come, or comes again and again, where the verb is in the present: 'as soon as'."""
    now: frozenset[str] = frozenset()
    """Forms of verbs and auxiliaries in the present."""
    past: frozenset[str] = frozenset()
    """Auxiliaries that put such a form into the past: 'a dit'."""
    unreal: frozenset[str] = frozenset()
    """What was never said: 'forged', 'rumour'."""
    fiction: frozenset[str] = frozenset()
    """Works in which someone speaks who is made up."""
    placing: frozenset[str] = frozenset()
    """Prepositions before them."""
    naming: frozenset[str] = frozenset()
    """Verbs between a speaker and a quotation that make it another's: 'called', 'reading'."""
    asking: frozenset[str] = frozenset()
    """After which such a verb has another subject: 'what', beside `who`."""
    works: frozenset[str] = frozenset()
    """Nouns beside which a quotation is a name: 'the song “…”', 'a song, “…”'."""
    prepositions: frozenset[str] = frozenset()
    """Before such a noun, they make it what somebody speaks of or in: 'said of the song, “…”'; behind it they go on."""
    instead: frozenset[str] = frozenset()
    """Words before a participle that make it what was not said: '*far* from calling it'."""
    passing: frozenset[str] = frozenset()
    """Verbs behind 'Levi recalled' that put the words before it down to another."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language; all in lower case but where a capital letter tells."""

    saying: frozenset[str] = frozenset()
    """Verbs whose subject speaks, whatever follows."""
    claiming: frozenset[str] = frozenset()
    """Verbs whose subject speaks where words in quotation marks or a `that` clause follow."""
    feeling: frozenset[str] = frozenset()
    """Verbs whose subject speaks where words in quotation marks follow."""
    judging: frozenset[str] = frozenset()
    """Verbs whose subject says what something is: 'called it “…”', 'dismissed the report as “…”'."""
    calling: frozenset[str] = frozenset()
    """Those of them with nothing between the object and what it is."""
    judged: frozenset[str] = frozenset()
    """What stands between the object and what it is said to be: 'as'."""
    addressing: frozenset[str] = frozenset()
    """Verbs with the one who is spoken to between them and the words: 'promised her that'."""
    particles: frozenset[str] = frozenset()
    """Words that make another verb of one of these: 'called off'."""
    versions: frozenset[str] = frozenset()
    """Nouns for what somebody says, whoever it is: 'the promise is that'."""
    others: frozenset[str] = frozenset()
    """Words for somebody who is not named: 'they', 'some'."""
    own: frozenset[str] = frozenset()
    """Pronouns by which a speaker speaks for oneself: 'I', 'our'."""
    what: frozenset[str] = frozenset()
    """Words that stand for the thing that somebody calls something: 'what Norway calls “…”'."""
    made_of: frozenset[str] = frozenset()
    """What stands between an institution and those of whom it is made: 'the union of teachers'."""
    givens: frozenset[str] = frozenset()
    """Names of states and places that people have too: 'Georgia'."""
    matters: frozenset[str] = frozenset()
    """What institutions are for, beside `fields`, in lower case: 'the ministry of public works'."""
    keeping: frozenset[str] = frozenset()
    """Verbs before a participle of saying: 'keeps saying'."""
    that: frozenset[str] = frozenset()
    phrasal: Mapping[str, str] = field(default_factory=dict)
    """Verbs that say something with a second word only, as if of `claiming`."""
    subject_first: frozenset[str] = frozenset()
    """Verbs of `saying` whose subject never follows them."""
    behind: frozenset[str] = frozenset()
    """Words that may stand between a verb and the subject that follows it: 'a déclaré mardi X'."""
    verb_first: bool = False
    """Whether a subject may follow its verb anywhere: 'как сообщил Петров'."""
    between: frozenset[str] = frozenset()
    """Auxiliaries and adverbs that may stand between subject and verb."""
    adverb_ending: str = ""
    passive: frozenset[str] = frozenset()
    """Auxiliaries that make the subject the one who is spoken about."""
    according: tuple[tuple[str, ...], ...] = ()
    """What stands before the name of a speaker: 'according to'."""
    inflected: bool = False
    """Whether a name after `according` has another ending than elsewhere."""
    fixed: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """Phrases with a pronoun in them, and its gender: 'по его словам'."""
    citing: frozenset[str] = frozenset()
    """Verbs whose object speaks."""
    as_saying: frozenset[tuple[str, str]] = frozenset()
    """After a verb of `citing`: 'was quoted as saying'."""
    by: frozenset[str] = frozenset()
    """Between a verb of `citing` and the one who cites: 'was quoted by Interfax as saying'."""
    participles: frozenset[str] = frozenset()
    """Participles by which the subject of the sentence goes on to speak: 'adding'."""
    telling: frozenset[str] = frozenset()
    """Verbs after which an outlet may stand: 'told Reuters'."""
    passing_on: frozenset[str] = frozenset()
    """Verbs with which an outlet passes on what others said: 'reported'."""
    talks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Nouns before an outlet, and the words between: 'an interview with'."""
    outlets: frozenset[str] = frozenset()
    """Names of outlets that show it by no word of the trade, without article."""
    outlet_nouns: frozenset[str] = frozenset()
    """What an outlet is called: 'the news agency', 'broadcaster'."""
    contrasting: frozenset[str] = frozenset()
    """Words between two who speak each for themselves: 'but', 'while'."""
    joining: frozenset[str] = frozenset()
    """Words that, behind a comma, begin a clause that the verb before it does not govern: ', and'."""
    governing: frozenset[str] = frozenset()
    """Prepositions after which a name is subject of no verb: 'a bar in'."""
    breaking: frozenset[str] = frozenset()
    """Words over which a negation does not reach from one clause into the next."""
    unsaid: Unsaid = Unsaid()
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """Subject pronouns of the third person, and their gender ('' where both)."""
    objects: Mapping[str, str] = field(default_factory=dict)
    """The pronouns after `according`."""
    honorifics: Mapping[str, str] = field(default_factory=dict)
    """Forms of address before a name, with the gender they tell."""
    roles: frozenset[str] = frozenset()
    """Nouns for what a person is."""
    role_endings: tuple[str, ...] = ()
    """Endings of more of them: '-ministerin'."""
    fields: frozenset[str] = frozenset()
    """Words with a capital letter that belong to a title: 'Foreign', 'Affairs'."""
    genitive: bool = False
    """Whether words in the genitive stand between such a noun and the name: 'министр обороны Петров'."""
    modifiers: frozenset[str] = frozenset()
    """Words before a noun of `roles` or `sources` that belong to it: 'former'."""
    sources: frozenset[str] = frozenset()
    """Nouns for speakers without a name: 'official'."""
    institutions: frozenset[str] = frozenset()
    """Words with a capital letter that make a name an institution's."""
    institutions_in_text: frozenset[str] = frozenset()
    """Nouns of institutions that need no name: 'the ministry', 'the teachers’ union'."""
    without_article: frozenset[str] = frozenset()
    """Those of them that need no article: 'police'."""
    states: frozenset[str] = frozenset()
    """Names of states and capitals that stand for their governments, where they are subject of such a verb."""
    bodies: frozenset[str] = frozenset()
    """Names of institutions that show it by no such word."""
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    """Small words within the name of an institution."""
    belonging: frozenset[str] = frozenset()
    """Prepositions after a noun of `sources` that say whose."""
    standing: frozenset[str] = frozenset()
    """Adjectives between such a noun and the preposition: 'officials close to the talks'."""
    stops: frozenset[str] = frozenset()
    """Words that end a noun phrase."""
    who: frozenset[str] = frozenset()
    serving: frozenset[str] = frozenset()
    """Verbs after `who` that tell a role: 'heads'."""
    being: frozenset[str] = frozenset()
    """Verbs after `who` after which the role stands: 'is'."""
    never: frozenset[str] = frozenset()
    """Words with a capital letter that no person's name holds: places, peoples, days."""
    days: frozenset[str] = frozenset()
    no_names: tuple[str, ...] = ()
    """Endings that no name has: 'Boston-based'."""
    nouns_capital: bool = False
    """Whether every noun has a capital letter: then only a role or a form of address shows a person."""
    openers: frozenset[str] = frozenset()
    """Words that have a capital letter only because a sentence begins."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """'its', 'his', and the gender that they tell."""
    asides: frozenset[str] = frozenset()
    """Words with which something opens that stands between commas after a name and is no role: 'however'."""
    aside_ending: str = ""
    """The ending of participles that open one too."""
    adjective_endings: tuple[str, ...] = ()
    """By which a word before a noun of `roles` belongs to it: 'planetary scientist'."""
    relative: frozenset[str] = frozenset()
    """Words at which a role in apposition ends: 'who', 'which'."""
    plurals: frozenset[str] = frozenset()
    """Those of `sources` that need no article."""
    articles: frozenset[str] = field(init=False)
    """Those of `definite` that begin no clause."""

    state_heads: frozenset[str] = field(init=False)
    """The first words of `states`."""

    triggers: frozenset[str] = field(init=False)
    """Every word, in lower case, at which words can be put down to someone."""

    nouns: frozenset[str] = field(init=False)
    """Every noun by which someone can be mentioned."""

    no_person: frozenset[str] = field(init=False)
    """Every word that no person's name holds."""

    no_mention: frozenset[str] = field(init=False)
    """Every word that by itself names nobody who could speak."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "articles", self.definite - self.that)
        object.__setattr__(self, "state_heads", frozenset(name.partition(" ")[0] for name in self.states))
        phrases = (*self.according, *self.fixed)
        found = self.saying | self.claiming | self.feeling | self.citing | set(self.phrasal)
        found |= self.judging | self.addressing | self.keeping
        object.__setattr__(self, "triggers", found | {phrase[0] for phrase in phrases})
        barred = self.never | self.institutions | self.fields | self.bodies | NEWS_WORDS | ORGANISATION_WORDS
        barred |= self.outlets
        object.__setattr__(self, "no_person", barred)
        object.__setattr__(self, "no_mention", self.never | self.openers)
        nouns = self.sources | self.roles | self.institutions_in_text | self.without_article
        object.__setattr__(self, "nouns", nouns | set(self.pronouns))


@lru_cache(maxsize=8)
def lexicon_for(language: str) -> Lexicon:
    """The words of a language by its tag (`en-GB`); none where the language is not known here."""
    module = LANGUAGES.get(language.partition("-")[0].lower())
    if module is None:
        return Lexicon()
    found: Lexicon = import_module(f".{module}", __package__).WORDS
    return found
