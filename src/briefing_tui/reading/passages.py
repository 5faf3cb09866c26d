"""Finding one's way in an article: its blocks in order, and their sentences, found when they are asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from ..model import Article, Span, sentences, words
from .clauses import clauses

_NEAR = 256
"""Code points on either side in which the word at an offset is looked for."""
_PART = 4096
"""Code points of a part whose words are counted at once."""
_GAP = re.compile(r"[\s。，、]")
"""Where no word goes on."""


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
        self._body = [index for index, block in enumerate(self.blocks) if not block.is_heading]
        self._found: dict[int, tuple[Span, ...]] = {}
        self._clauses: dict[Span, tuple[Span, ...]] = {}
        self._bounds: dict[int, tuple[int, ...]] = {}
        self._counted: dict[int, int] = {}

    def sentences(self, index: int) -> tuple[Span, ...]:
        """The sentences of a block."""
        found = self._found.get(index)
        if found is None:
            block = self.blocks[index]
            found = (block.span,) if block.is_heading else sentences(self.text, block.span, self._language)
            self._found[index] = found
        return found

    def clauses(self, sentence: Span) -> tuple[Span, ...]:
        """The clauses of a sentence or heading."""
        found = self._clauses.get(sentence)
        if found is None:
            found = self._clauses[sentence] = clauses(self.text, sentence, self._language)
        return found

    def count_words(self, span: Span) -> int:
        """How many words a passage has; those of long parts that are whole are counted once."""
        count = 0
        for index in range(self.block_at(span.start), self.block_at(span.end - 1) + 1):
            bounds = self._parts(index)
            start, end = max(span.start, bounds[0]), min(span.end, bounds[-1])
            first, last = bisect_left(bounds, start), bisect_right(bounds, end) - 1
            if first < last:
                whole = map(self._count_once, bounds[first:], bounds[first + 1 : last + 1])
                count += self._counted_in(start, bounds[first]) + sum(whole)
                start = bounds[last]
            count += self._counted_in(start, end)
        return count

    def _parts(self, index: int) -> tuple[int, ...]:
        """The bounds of the parts of a block, all between words; counting those of one part is not felt."""
        if index not in self._bounds:
            block = self.blocks[index].span
            bounds = [block.start]
            while block.end - bounds[-1] > _PART:
                gap = _GAP.search(self.text, bounds[-1] + _PART, block.end)
                if gap is None:
                    break
                bounds.append(gap.start())
            self._bounds[index] = (*bounds, block.end)
        return self._bounds[index]

    def _count_once(self, start: int, end: int) -> int:
        if start not in self._counted:
            self._counted[start] = self._counted_in(start, end)
        return self._counted[start]

    def _counted_in(self, start: int, end: int) -> int:
        return len(words(self.text, Span(start, end))) if start < end else 0

    def word_at(self, offset: int) -> Span:
        """The word at an offset, else the next one of its block, else the last one; the whole block without words."""
        block = self.blocks[self.block_at(offset)].span
        near = Span(max(block.start, min(offset, block.end) - _NEAR), min(block.end, max(offset, block.start) + _NEAR))
        found = words(self.text, near)
        return next((word for word in found if word.end > offset), found[-1] if found else block)

    def paragraphs(self, span: Span) -> Span:
        """The whole blocks in which a passage begins and ends."""
        first, last = self.blocks[self.block_at(span.start)], self.blocks[self.block_at(span.end - 1)]
        return Span(min(first.span.start, span.start), max(last.span.end, span.end))

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
        first = bisect_left(self._body, self.block_at(offset) if self.blocks else 0)
        for index in self._body[first : first + 2]:
            here = self.sentences(index)
            at = bisect_left(here, offset, key=lambda s: s.start)
            if at < len(here):
                return here[at]
        return None

    def sentence_before(self, offset: int) -> Span | None:
        """The last sentence that ends at `offset` or earlier; headings are left out."""
        last = bisect_right(self._body, self.block_at(offset) if self.blocks else -1)
        for index in reversed(self._body[max(0, last - 2) : last]):
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
