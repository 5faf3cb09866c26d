"""What is searched for, as a value; the language of the index is never passed through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .folding import fold

LITTLE = frozenset(
    "a an and are as at be been but by for from had has have he her him his i in into is it its of on or our she than"
    " that the their them there these they this those to was we were which with would you your".split()
)
"""English words of nearly every paragraph, none of which names anything when it is written small."""


class Field(StrEnum):
    """What can be asked for of an article, besides its words; the name is the one that is typed."""

    THEME = "theme"
    OUTLET = "outlet"
    AUTHOR = "author"
    SPEAKER = "speaker"
    YEAR = "year"
    KIND = "kind"
    LANGUAGE = "language"
    TEXT = "text"

    @property
    def single(self) -> bool:
        """Whether an article has one at most, so that several are alternatives."""
        return self not in {Field.THEME, Field.AUTHOR, Field.SPEAKER}


@dataclass(frozen=True, slots=True)
class Condition:
    """An article has one of some values, or none of them."""

    field: Field
    values: tuple[str, ...]
    """Ids of themes (what is on one below is on it); years, `2016..2020`; else words, perhaps `pre*`."""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several in a row; with `prefix` the last is only the beginning of one."""

    words: str
    prefix: bool = False
    title: bool = False
    """Whether it must stand in the title; else it may stand in the text or there."""

    @property
    def expression(self) -> str:
        """In the language of the index, quoted: nothing in it is taken for an operator."""
        quoted = '"' + fold(self.words).replace('"', '""') + '"'
        return f"{'title : ' if self.title else ''}{quoted}{' *' if self.prefix else ''}"

    @property
    def little(self) -> bool:
        """Whether this is a word that stands everywhere and says nothing by itself; in capitals it means something."""
        return not self.prefix and self.words in LITTLE


@dataclass(frozen=True, slots=True)
class Alternative:
    """Terms that must all be there, terms that must not, and conditions that must all hold."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def expression(self) -> str:
        """In the language of the index; empty where no words are looked for."""
        wanted = " AND ".join(term.expression for term in self.terms)
        if not self.without or not wanted:
            return f"({wanted})" if wanted else ""
        return f"(({wanted}) NOT ({self.unwanted}))"

    @property
    def unwanted(self) -> str:
        """In the language of the index: texts that hold a term that must not be there."""
        return " OR ".join(term.expression for term in self.without)

    @property
    def telling(self) -> tuple[Term, ...]:
        """The terms that a reader looks for: without *the* and the like, unless there is nothing else."""
        return tuple(term for term in self.terms if not term.little) or self.terms

    @property
    def in_text(self) -> tuple[Term, ...]:
        """Those of them that may stand in the text."""
        return tuple(term for term in self.telling if not term.title)


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives, of which one must hold."""

    alternatives: tuple[Alternative, ...]

    @property
    def expression(self) -> str:
        """In the language of the index: the articles that the query finds by their words."""
        return " OR ".join(filter(None, (alternative.expression for alternative in self.alternatives)))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of all alternatives."""
        return tuple(condition for alternative in self.alternatives for condition in alternative.conditions)

    @property
    def in_text(self) -> tuple[Term, ...]:
        """The telling terms that may stand in a text: what is marked there."""
        return tuple(dict.fromkeys(term for alternative in self.alternatives for term in alternative.in_text))
