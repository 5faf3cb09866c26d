"""Finding one's way in an article: its blocks in order, and their sentences, found when they are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from ..model import Article, Span, sentences


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph."""

    span: Span
    n: int
    """The ¶ number; 0 for a heading."""

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.n == 0


class Passages:
    """The blocks and sentences of one article.

    A heading is one passage of its own: what goes by sentences goes past it, and no passage runs over it.
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self._headings = tuple(h.span for h in article.segments.headings)
        self._language = article.metadata.language
        parts = article.segments
        blocks = [Block(p.span, p.n) for p in parts.paragraphs] + [Block(h.span, 0) for h in parts.headings]
        self.blocks = tuple(sorted((b for b in blocks if len(b.span)), key=lambda b: b.span))
        self._starts = [b.span.start for b in self.blocks]
        self._found: dict[int, tuple[Span, ...]] = {}

    def sentences(self, index: int) -> tuple[Span, ...]:
        """The sentences of a block."""
        found = self._found.get(index)
        if found is None:
            block = self.blocks[index]
            found = (block.span,) if block.is_heading else sentences(self.text, block.span, self._language)
            self._found[index] = found
        return found

    def block_at(self, offset: int) -> int:
        """The index of the block at an offset; between two blocks the next one, behind the last one that."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or (offset >= self.blocks[index].span.end and index + 1 < len(self.blocks)):
            index += 1
        return index

    def sentence_at(self, offset: int) -> Span:
        """The sentence or heading at an offset; between two blocks the next sentence, behind the last one that."""
        index = self.block_at(offset)
        if self.blocks[index].is_heading and not self.blocks[index].span.contains(offset):
            return self.body_at(offset)
        here = self.sentences(index)
        at = bisect_left(here, offset + 1, key=lambda s: s.end)
        return here[min(at, len(here) - 1)]

    def body_at(self, offset: int, step: int = 1) -> Span:
        """The sentence at an offset; in a heading the next one, or with a `step` of -1 the one before.

        An article of nothing but headings has a heading for it.
        """
        index = self.block_at(offset)
        if not self.blocks[index].is_heading:
            return self.sentence_at(offset)
        start = self.blocks[index].span.start
        after, before = self.sentence_after(start), self.sentence_before(start)
        return (after or before if step > 0 else before or after) or self.blocks[index].span

    def sentence_after(self, offset: int) -> Span | None:
        """The first sentence that begins at `offset` or later; headings are left out."""
        first = self.block_at(offset) if self.blocks else 0
        for index in range(first, len(self.blocks)):
            if not self.blocks[index].is_heading:
                here = self.sentences(index)
                at = bisect_left(here, offset, key=lambda s: s.start)
                if at < len(here):
                    return here[at]
        return None

    def sentence_before(self, offset: int) -> Span | None:
        """The last sentence that ends at `offset` or earlier; headings are left out."""
        last = self.block_at(offset) if self.blocks else -1
        for index in range(last, -1, -1):
            if not self.blocks[index].is_heading:
                here = self.sentences(index)
                at = bisect_right(here, offset, key=lambda s: s.end) - 1
                if at >= 0:
                    return here[at]
        return None

    def runs_over_heading(self, span: Span) -> bool:
        """Whether a passage takes in something of a heading and something else."""
        first = max(0, bisect_right(self._headings, span.start, key=lambda h: h.start) - 1)
        last = bisect_left(self._headings, span.end, key=lambda h: h.start)
        near = self._headings[first:last]
        return any((h.overlaps(span) or (not len(h) and span.contains(h.start))) and not h.covers(span) for h in near)

    def is_word(self, offset: int) -> bool:
        """Whether a code point is something to read: no white space, and none of the marks between blocks."""
        index = self.block_at(offset) if self.blocks and 0 <= offset < len(self.text) else -1
        return index >= 0 and self.blocks[index].span.contains(offset) and not self.text[offset].isspace()

    def block_after(self, offset: int, wanted: Callable[[Block], bool]) -> Span | None:
        """The first sentence of the next wanted block behind the one at an offset."""
        index = self.block_at(offset)
        return next((self.sentences(i)[0] for i in range(index + 1, len(self.blocks)) if wanted(self.blocks[i])), None)

    def block_before(self, offset: int, wanted: Callable[[Block], bool]) -> Span | None:
        """The first sentence of the last wanted block that begins before an offset."""
        index = bisect_left(self._starts, offset)
        return next((self.sentences(i)[0] for i in range(index - 1, -1, -1) if wanted(self.blocks[i])), None)
