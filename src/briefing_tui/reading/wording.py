"""Choosing words of a text that stands by itself, such as a quote: a word, from a word to another, or trimmed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Article, Metadata, Span, words
from .passages import Passages
from .selection import Selection


class Words:
    """The words of a text, found once.

    Args:
        text: the text.
        language: a language tag, for what ends a sentence.
    """

    def __init__(self, text: str, language: str = "") -> None:
        self.text = text
        self._language = language
        whole = Span(0, len(text))
        self.spans = words(text, whole) or (whole,)
        self._starts = [word.start for word in self.spans]

    @cached_property
    def passages(self) -> Passages:
        """Its paragraphs and sentences."""
        return Passages(Article("", Metadata(language=self._language), self.text))

    def at(self, offset: int) -> int:
        """The number of the word at an offset or, between two, of the one before."""
        return max(0, bisect_right(self._starts, offset) - 1)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which words are chosen."""

    selection: Selection
    held: Span | None = None
    """The word that stays chosen while the others are gone to."""

    @classmethod
    def first(cls, of: Words) -> Chosen:
        """The first word."""
        return cls(Selection.of(of.spans[0]))

    @property
    def span(self) -> Span:
        """From where to where."""
        return self.selection.span

    @property
    def at(self) -> int:
        """An offset in the word that moves."""
        return self.selection.head - self.selection.forward

    def to(self, of: Words, number: int) -> Chosen:
        """On to a word, by its number; with all from the one that is held."""
        word = of.spans[max(0, min(number, len(of.spans) - 1))]
        if self.held is None:
            return replace(self, selection=Selection.of(word))
        if word.start < self.held.start:
            return replace(self, selection=Selection(self.held.end, word.start))
        return replace(self, selection=Selection(self.held.start, max(word.end, self.held.end)))

    def by_word(self, of: Words, step: int) -> Chosen:
        """The next word (1) or the one before (-1)."""
        return self.to(of, of.at(self.at) + step)

    def holding(self, of: Words) -> Chosen:
        """With the word at hand held, or let go again."""
        return replace(self, held=None if self.held else of.spans[of.at(self.at)])

    def trimmed(self, selection: Selection) -> Chosen:
        """Another selection, of which nothing is held."""
        return Chosen(selection)
