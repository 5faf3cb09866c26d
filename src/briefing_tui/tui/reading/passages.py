"""Finding one's way in an article: its blocks in order, and their sentences, found when they are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from ...model import Article, Span, sentences


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
    """The blocks and sentences of one article; a heading counts as a sentence."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
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
        """The sentence at an offset; between two the next one, behind the last one that."""
        index = self.block_at(offset)
        here = self.sentences(index)
        at = bisect_left(here, offset + 1, key=lambda s: s.end)
        return here[min(at, len(here) - 1)]

    def sentence_after(self, offset: int) -> Span | None:
        """The first sentence that begins at `offset` or later."""
        if not self.blocks:
            return None
        index = self.block_at(offset)
        here = self.sentences(index)
        at = bisect_left(here, offset, key=lambda s: s.start)
        if at < len(here):
            return here[at]
        return self.sentences(index + 1)[0] if index + 1 < len(self.blocks) else None

    def sentence_before(self, offset: int) -> Span | None:
        """The last sentence that ends at `offset` or earlier."""
        if not self.blocks:
            return None
        index = self.block_at(offset)
        here = self.sentences(index)
        at = bisect_right(here, offset, key=lambda s: s.end) - 1
        if at >= 0:
            return here[at]
        return self.sentences(index - 1)[-1] if index else None

    def block_after(self, offset: int, wanted: Callable[[Block], bool]) -> Span | None:
        """The first sentence of the next wanted block behind the one at an offset."""
        index = self.block_at(offset)
        return next((self.sentences(i)[0] for i in range(index + 1, len(self.blocks)) if wanted(self.blocks[i])), None)

    def block_before(self, offset: int, wanted: Callable[[Block], bool]) -> Span | None:
        """The first sentence of the last wanted block that begins before an offset."""
        index = bisect_left(self._starts, offset)
        return next((self.sentences(i)[0] for i in range(index - 1, -1, -1) if wanted(self.blocks[i])), None)
