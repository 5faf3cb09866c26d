"""A cut in its surroundings: the sentences that it divides, the neighbours, the marks around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ...model import Article, Span, sentences
from .marks import Marks, marks_of

WINDOW = 4_000
"""Characters looked at on either side of a cut: a paragraph can be a megabyte."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading, as far as it is looked at."""

    span: Span
    sentences: tuple[Span, ...]
    neighbours: bool
    """Whether sentences beside it may say something about it: not those of a heading."""


@dataclass(frozen=True)
class Cut:
    """A passage and what surrounds it."""

    article: Article
    span: Span

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def first(self) -> Block:
        """The block in which it begins."""
        return self._block(self.span.start)

    @cached_property
    def last(self) -> Block:
        """The block in which it ends."""
        return self._block(self.span.end - 1)

    @cached_property
    def opening(self) -> Span:
        """The sentence in which it begins."""
        return _at(self.first.sentences, self.span.start)

    @cached_property
    def closing(self) -> Span:
        """The sentence in which it ends."""
        return _at(self.last.sentences, self.span.end - 1)

    @property
    def head(self) -> Span:
        """What is dropped of the sentence before it."""
        return Span(min(self.opening.start, self.span.start), self.span.start)

    @property
    def tail(self) -> Span:
        """What is dropped of the sentence after it."""
        return Span(self.span.end, max(self.closing.end, self.span.end))

    @cached_property
    def previous(self) -> Span | None:
        """The sentence before the one in which it begins; none over a heading."""
        earlier = [s for s in self.first.sentences if s.end <= self.opening.start]
        if earlier:
            return earlier[-1]
        beside = self.beside(-1)
        return beside.sentences[-1] if beside else None

    @cached_property
    def following(self) -> Span | None:
        """The sentence after the one in which it ends; none over a heading."""
        later = [s for s in self.last.sentences if s.start >= self.closing.end]
        if later:
            return later[0]
        beside = self.beside(1)
        return beside.sentences[0] if beside else None

    @cached_property
    def marks(self) -> Marks:
        """The quotation marks and brackets of the blocks that it is in."""
        return marks_of(self.text, Span(self.first.span.start, max(self.first.span.end, self.last.span.end)))

    def beside(self, step: int) -> Block | None:
        """The paragraph before (-1) or after (1), unless a heading stands between."""
        block = self.first if step < 0 else self.last
        here = self.article.segments.at(block.span.start)
        there = self.article.segments.paragraph(here.n + step) if here and block.neighbours else None
        if here is None or there is None or there.heading != here.heading:
            return None
        near = there.span.end - 1 if step < 0 else there.span.start
        return self._block(near)

    def _block(self, offset: int) -> Block:
        paragraph = self.article.segments.at(offset)
        heading = None if paragraph else self.article.segments.heading_at(offset)
        place = paragraph or heading
        whole = place.span if place else self.span
        lowest, highest = max(whole.start, offset - WINDOW), min(whole.end, offset + WINDOW)
        part = Span(min(lowest, offset), max(highest, offset + 1))
        return Block(part, sentences(self.text, part, self.article.metadata.language), paragraph is not None)


def marks_around(article: Article, span: Span) -> Marks:
    """The quotation marks and brackets of the paragraphs in which a passage begins and ends."""
    return Cut(article, span).marks


def _at(found: tuple[Span, ...], offset: int) -> Span:
    """The sentence at an offset."""
    return next((s for s in found if offset < s.end), found[-1] if found else Span(offset, offset + 1))
