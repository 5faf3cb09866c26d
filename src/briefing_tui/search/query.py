"""What is searched for, as a value; the language of the index is never passed through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .folding import fold


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
    def in_text(self) -> tuple[Term, ...]:
        """The terms that may stand in the text."""
        return tuple(term for term in self.terms if not term.title)


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
        """The wanted terms that may stand in a text."""
        return tuple(dict.fromkeys(term for alternative in self.alternatives for term in alternative.in_text))
