"""What the guard knows of a language: the word lists of its file under `words/`."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .listed import WordLists, word_lists
from .phrases import Phrases


@dataclass(frozen=True, slots=True)
class Lists:
    """What one kind of warning looks for."""

    before: Phrases
    after: Phrases


@dataclass(frozen=True, slots=True)
class Negations(Lists):
    """Words that deny."""

    set_right: Phrases
    """Directly behind a comma or a dash they set right what stands before it: 'delay, not renunciation'."""
    stopped: Phrases
    """Those of `before` that do not reach over a colon, where no verb of saying stands behind them."""
    taken_back: Phrases
    """At the beginning of the next sentence, with nothing behind them in its clause: 'Far from it.'"""
    turning: Phrases
    """Those that turn a sentence around where they are left out of it, whatever follows them: 'against'."""


@dataclass(frozen=True, slots=True)
class Hedges:
    """How sure a source is."""

    before: Phrases
    touching: Phrases
    """They say something of the very next words alone."""
    after: Phrases
    doubt: Phrases
    """They take back what was said, wherever they follow."""
    never_capital: frozenset[str]
    """No hedges where they have a capital letter within a sentence: 'May'."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under which condition something is said, and with what exception."""

    before: Phrases
    with_modal: Phrases
    """Conditions where a word of `modal` is kept: 'without … the plan will fail'."""
    modal: Phrases
    opening: Phrases
    """Conditions at the beginning of a sentence: 'Had the rains come, …'."""
    drawing: Phrases
    """Those that draw the verb before its subject: 'Only in summer is …'."""
    after: Phrases
    close: Phrases
    """Conditions directly behind what is kept: 'only in summer'."""
    passing: Phrases
    """So where a word of `present` is kept: 'until the snow melts'."""
    present: Phrases


@dataclass(frozen=True, slots=True)
class Attributions:
    """Who says something, without looking for names."""

    frames: Phrases
    """They put what stands beside them down to someone: 'according to'."""
    touching: Phrases
    """They do so with the very next words alone."""
    say: Phrases
    """Verbs whose subject speaks."""
    think: Phrases
    """Verbs that do so where a `that` or the kept words follow them at once."""
    judge: Phrases
    """Verbs that say what something is, in the words in quotation marks behind them: 'called it “…”'."""
    that: Phrases
    """Verbs and nouns that do so with a clause that follows."""
    plain: Phrases
    """Verbs that do so and are nouns, too: 'add that', not: 'the pledge that'."""
    complement: Phrases
    """Behind a verb they say that it reports what follows."""
    version: Phrases
    """What may stand before a colon: 'The answer is simple: …'."""
    behind: Phrases
    """Verbs that stand behind the words that someone says: '…, he noted'."""
    opens: Phrases
    """In the sentence before."""
    closes: Phrases
    """At the beginning of the sentence after."""
    determiner: frozenset[str]
    passive: frozenset[str]
    relative: frozenset[str]
    telling: frozenset[str]
    infinitive: Phrases
    question: frozenset[str]
    no_subject: frozenset[str]


@dataclass(frozen=True, slots=True)
class References:
    """Words that stand for others."""

    light: frozenset[str]
    """Words that nothing can refer to."""
    subjects: frozenset[str]
    persons: frozenset[str]
    several: frozenset[str]
    """Those that stand for more than one."""
    pointing: frozenset[str]
    phrases: Phrases
    exempt: Phrases
    people: frozenset[str]
    """What makes a noun of the next word that a pronoun may stand for."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where a clause ends, so that a word does not reach into the next."""

    before: Phrases
    """Between a word and what follows it."""
    after: Phrases
    """Between what is kept and a word that follows it."""
    breaks: Phrases
    """Those over which a condition or an attribution does not reach either."""
    turns: Phrases
    """Those over which not even a condition at the front of the sentence reaches."""
    joints: frozenset[str]
    """Words after which one begins."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the guard knows of one language."""

    letters: str
    """How the names of its letters begin in Unicode: `LATIN`."""
    negation: Negations
    hedge: Hedges
    condition: Conditions
    contrast: Lists
    contrast_pairs: tuple[tuple[str, str], ...]
    attribution: Attributions
    reference: References
    clause: Clauses

    def writes(self, words: str) -> bool:
        """Whether most letters of some words are those of the language; so where they have none."""
        letters = [char for char in words if char.isalpha()]
        own = sum(unicodedata.name(char, "").startswith(self.letters) for char in letters)
        return own * 2 >= len(letters)


@lru_cache(maxsize=8)
def lexicon_for(language: str) -> Lexicon | None:
    """The words of a language by its tag (`en-GB`); `None` where there is no list for it."""
    lists = word_lists(language)
    return _read(lists) if lists and lists.has("negation") else None


def _read(lists: WordLists) -> Lexicon:
    listed, bare = lists.listed, lists.bare
    return Lexicon(
        letters=lists.letters,
        negation=Negations(
            before=listed("negation", "before"),
            after=listed("negation", "after"),
            set_right=listed("negation", "set_right"),
            stopped=listed("negation", "stopped", ""),
            taken_back=listed("negation", "taken_back", ""),
            turning=listed("negation", "turning", "turning_exempt"),
        ),
        hedge=Hedges(
            before=listed("hedge", "before"),
            touching=listed("hedge", "touching"),
            after=listed("hedge", "after", ""),
            doubt=listed("hedge", "doubt", ""),
            never_capital=bare("hedge", "never_capital"),
        ),
        condition=_conditions(lists),
        contrast=Lists(listed("contrast", "before", ""), listed("contrast", "after")),
        contrast_pairs=lists.pairs("contrast", "pairs"),
        attribution=_attributions(lists),
        reference=References(
            light=bare("reference", "light"),
            subjects=bare("reference", "subjects"),
            persons=bare("reference", "persons"),
            several=bare("reference", "several"),
            pointing=bare("reference", "pointing"),
            phrases=listed("reference", "phrases", ""),
            exempt=listed("reference", "exempt", ""),
            people=bare("reference", "people"),
        ),
        clause=Clauses(
            before=listed("clause", "before", ""),
            after=listed("clause", "after", ""),
            breaks=listed("clause", "breaks", ""),
            turns=listed("clause", "turns", ""),
            joints=bare("clause", "joints"),
        ),
    )


def _conditions(lists: WordLists) -> Conditions:
    return Conditions(
        before=lists.listed("condition", "before"),
        with_modal=lists.listed("condition", "with_modal"),
        modal=lists.listed("condition", "modal", ""),
        opening=lists.listed("condition", "opening", ""),
        drawing=lists.listed("condition", "drawing"),
        after=lists.listed("condition", "after"),
        close=lists.listed("condition", "close"),
        passing=lists.listed("condition", "passing"),
        present=lists.listed("condition", "present", ""),
    )


def _attributions(lists: WordLists) -> Attributions:
    return Attributions(
        frames=lists.listed("attribution", "frames", "frames_exempt"),
        touching=lists.listed("attribution", "touching", ""),
        say=lists.named("say"),
        think=lists.named("say", "think"),
        judge=lists.named("judge"),
        that=lists.listed("attribution", "that", "that_exempt"),
        plain=lists.listed("attribution", "plain", "that_exempt"),
        complement=lists.listed("attribution", "complement", "that_exempt"),
        version=lists.named("version", "noun", "say"),
        behind=lists.named("behind"),
        opens=lists.listed("attribution", "opens", ""),
        closes=lists.listed("attribution", "closes", ""),
        determiner=lists.bare("attribution", "determiner"),
        passive=lists.bare("attribution", "passive"),
        relative=lists.bare("attribution", "relative"),
        telling=lists.bare("attribution", "telling"),
        infinitive=lists.listed("attribution", "infinitive", ""),
        question=lists.bare("attribution", "question"),
        no_subject=lists.bare("attribution", "no_subject"),
    )
