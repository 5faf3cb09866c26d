"""A selection of source text: an end that stays and one that moves, by sentence, by word, by character."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.cells import split_graphemes

from ..model import Span, words
from .passages import Passages

_WINDOW = 512
"""Code points around in which the next word is looked for."""
_SIGN = 64
"""The same for a sign with its accents."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The text between two offsets; `head` is the end that moves. Never empty, so the two are never equal."""

    anchor: int
    head: int

    @classmethod
    def of(cls, span: Span) -> Selection:
        """A selection of a span whose last end moves."""
        return cls(span.start, span.end)

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))

    @property
    def forward(self) -> bool:
        """Whether the end that moves is the last one."""
        return self.head > self.anchor

    def swapped(self) -> Selection:
        """The same with the other end moving."""
        return Selection(self.head, self.anchor)

    def extended(self, passages: Passages) -> Selection:
        """Grown by a sentence, or to the end of one that is cut, at the end that moves."""
        if self.forward:
            after = passages.sentence_at(self.head - 1)
            if after.end <= self.head:
                after = passages.sentence_after(self.head) or after
            return replace(self, head=max(self.head, after.end))
        before = passages.sentence_at(self.head)
        if before.start >= self.head:
            before = passages.sentence_before(self.head) or before
        return replace(self, head=min(self.head, before.start))

    def shrunk(self, passages: Passages) -> Selection:
        """Smaller by a sentence, or by a part of one, at the end that moves; the last sentence stays."""
        if self.forward:
            before = passages.sentence_before(self.head - 1)
            return replace(self, head=before.end) if before and before.end > self.anchor else self
        after = passages.sentence_after(self.head + 1)
        return replace(self, head=after.start) if after and after.start < self.anchor else self

    def moved(self, passages: Passages, step: int) -> Selection:
        """The moving end a sentence on (1) or back (-1); past the other end it grows on that side instead."""
        if (step > 0) == self.forward:
            return self.extended(passages)
        smaller = self.shrunk(passages)
        return self.swapped().extended(passages) if smaller == self else smaller

    def reached(self, passages: Passages, target: Span) -> Selection:
        """From the end that stays to a sentence elsewhere; past that end, the sentence there stays selected."""
        if self.forward:
            if target.end > self.anchor:
                return replace(self, head=target.end)
            return Selection(passages.sentence_at(self.anchor).end, target.start)
        if target.start < self.anchor:
            return replace(self, head=target.start)
        return Selection(passages.sentence_at(self.anchor - 1).start, target.end)

    def widened(self, passages: Passages) -> Selection:
        """Grown on both sides to whole sentences."""
        span = self.span
        whole = Selection(passages.sentence_at(span.start).start, passages.sentence_at(span.end - 1).end)
        whole = Selection(min(whole.anchor, span.start), max(whole.head, span.end))
        return whole if self.forward else whole.swapped()

    def by_word(self, passages: Passages, step: int) -> Selection:
        """The moving end a word on (1) or back (-1), never past the other end.

        What is taken off goes with its punctuation; that of the last word that is left goes alone.
        """
        text, head = passages.text, self.head
        around = (head, min(len(text), head + _WINDOW)) if step > 0 else (max(0, head - _WINDOW), head)
        near = words(text, Span(*around))[::step][:2]
        stops = [w.end if self.forward else w.start for w in near]
        if (step > 0) is not self.forward:
            stops.reverse()
        ahead = (stop for stop in stops if (stop - head) * step > 0 and not self._crosses(stop))
        return self._to(next(ahead, head))

    def by_clause(self, passages: Passages, step: int) -> Selection:
        """The moving end a clause on (1) or back (-1), never past the other end; commas between two are left out."""
        here = passages.sentence_at(self.head - self.forward)
        near = (passages.sentence_before(here.start), here, passages.sentence_after(here.end))
        found = [clause for sentence in near if sentence for clause in passages.clauses(sentence)]
        stops = [clause.end if self.forward else clause.start for clause in found]
        ahead = [stop for stop in stops if (stop > self.head if step > 0 else stop < self.head)]
        return self._to((ahead[0] if step > 0 else ahead[-1]) if ahead else self.head)

    def with_end(self, end: int) -> Selection:
        """The same with its last end elsewhere, which moves from now on; unchanged where nothing would be left."""
        return Selection(self.span.start, end) if end > self.span.start else self

    def with_beginning(self, start: int) -> Selection:
        """The same with its first end elsewhere, which moves from now on; unchanged where nothing would be left."""
        return Selection(self.span.end, start) if start < self.span.end else self

    def by_character(self, passages: Passages, step: int) -> Selection:
        """The moving end a sign on (1) or back (-1), never past the other end; an accent stays with its letter.

        White space and the marks between blocks are passed over: the selection begins and ends with something to read.
        """
        head, edge = self.head, -1 if self.forward else 0
        while True:
            moved = _next_sign(passages.text, head) if step > 0 else _sign_before(passages.text, head)
            if moved == head:
                return self
            head = moved
            if passages.is_word(head + edge):
                return self._to(head)

    def _crosses(self, head: int) -> bool:
        return head <= self.anchor if self.forward else head >= self.anchor

    def _to(self, head: int) -> Selection:
        return self if self._crosses(head) else replace(self, head=head)


def _next_sign(text: str, at: int) -> int:
    """Where the sign that begins at an offset ends; the offset itself at the end of the text."""
    signs = split_graphemes(text[at : at + _SIGN])[0]
    return at + _inked(text[at : at + signs[0][1]]) if signs else at


def _sign_before(text: str, at: int) -> int:
    """Where the sign that ends at an offset begins; the offset itself at the beginning of the text."""
    begin = max(0, at - _SIGN)
    signs = split_graphemes(text[begin:at])[0]
    if not signs:
        return at
    start = begin + signs[-1][0]
    inked = start + _inked(text[start:at])
    return inked if inked < at else start


def _inked(sign: str) -> int:
    """The length of a sign without the line breaks that count as part of it, since they fill no cell."""
    return len(sign.rstrip()) or len(sign)
