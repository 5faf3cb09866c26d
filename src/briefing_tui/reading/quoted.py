"""The quotations of an article: what stands between quotation marks, with them and without, to be selected at once."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Span
from ..model.signs.quotation_marks import nested_quotations
from .passages import Passages

FAR = 10_000
"""Code points on either side in which quotation marks are looked for: a block may be a whole book in one line."""


@dataclass(frozen=True, slots=True)
class Quotations:
    """What stands between the quotation marks of one block."""

    spans: tuple[Span, ...]
    """Each twice: the words alone, and with their marks."""
    unpaired: Span | None
    """The first mark that nothing closes."""

    @classmethod
    def near(cls, passages: Passages, span: Span) -> Quotations:
        """The quotations of the block that a span begins in."""
        block = passages.blocks[passages.block_at(span.start)].span
        base = max(block.start, span.start - FAR)
        text = passages.text[base : min(block.end, span.end + FAR, span.start + 4 * FAR)]
        found, unpaired = nested_quotations(text)
        pairs = [(_trimmed(text, quotation.words), quotation.span) for quotation in found]
        spans = tuple(Span(base + s.start, base + s.end) for pair in pairs for s in pair if len(s))
        return cls(spans, Span(base + unpaired.start, base + unpaired.end) if unpaired else None)

    def around(self, span: Span) -> Span | None:
        """The narrowest that is wider than a span; `None` where there is none."""
        return min((s for s in self.spans if s.covers(span) and s != span), key=len, default=None)

    def within(self, span: Span) -> Span | None:
        """The first that begins in a span."""
        return next((s for s in self.spans if span.contains(s.start)), None)

    def nearest(self, span: Span) -> Span | None:
        """The words of the one with the fewest characters between it and a span."""
        found = min(self.spans, key=lambda s: max(s.start - span.end, span.start - s.end), default=None)
        return next(s for s in self.spans if found.covers(s)) if found else None


def _trimmed(text: str, words: Span) -> Span:
    """Without the spaces that some languages have beside their marks."""
    said = words.slice(text)
    start = words.start + len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip()))
