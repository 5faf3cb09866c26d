"""The words beside a cut in its own sentence, folded, and the warnings that come of places in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Span
from .passage import Cut
from .phrases import fold
from .warning import ContextKind, ContextWarning, Side

_OPENING = ' \t\n"“„«‘(['
_BORDER = re.compile(r"[,;:—–\"“”„«»()\[\]]|[.!?…](?=\s|\Z)|\s-\s")
_STOPS = ".!?…"
"""What ends a sentence is taken in with the rest of it."""
_LONGEST = 60
"""Characters on either side of a verb that are shown with it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands before or after a cut, in one sentence."""

    cut: Cut
    span: Span
    folded: str
    side: Side

    @classmethod
    def head(cls, cut: Cut) -> Beside:
        """What is dropped before the cut."""
        return cls(cut, cut.head, fold(cut.head.slice(cut.text)), Side.BEFORE)

    @classmethod
    def tail(cls, cut: Cut) -> Beside:
        """What is dropped after the cut."""
        return cls(cut, cut.tail, fold(cut.tail.slice(cut.text)), Side.AFTER)

    @classmethod
    def sentence(cls, cut: Cut, span: Span | None, side: Side) -> Beside:
        """A neighbouring sentence."""
        return cls(cut, span or Span(0, 0), fold(span.slice(cut.text)) if span else "", side)

    def up_to_cut(self, match: re.Match[str]) -> str:
        """What stands between a place before the cut and the cut, without the marks that open what is kept."""
        kept = self.cut.span.slice(self.cut.text)
        closing = kept[: len(kept) - len(kept.lstrip(")]"))]
        return self.folded[match.end() :].rstrip(_OPENING) + closing

    def warning(self, kind: ContextKind, start: int, end: int) -> ContextWarning:
        """The warning of a place in it; it is kept by taking in this sentence."""
        span = Span(self.span.start + start, self.span.start + end)
        kept, tail = self.cut.span, self.cut.tail
        stopped = tail.end if not tail.slice(self.cut.text).strip(_STOPS) else kept.end
        widen = Span(min(kept.start, self.span.start), max(stopped, self.span.end))
        return ContextWarning(kind, span.slice(self.cut.text), span, self.side, widen)

    def of(self, kind: ContextKind, match: re.Match[str]) -> ContextWarning:
        """The warning of a match."""
        return self.warning(kind, match.start(), match.end())

    def clause(self, kind: ContextKind, match: re.Match[str]) -> ContextWarning:
        """The warning of a verb, with its subject and what belongs to it: 'the envoy told the paper that'."""
        start, end = match.span()
        borders = list(_BORDER.finditer(self.folded, 0, start))
        before = borders[-1].end() if borders else 0
        after = _BORDER.search(self.folded, end)
        until = after.start() if after else len(self.folded)
        if start - before <= _LONGEST:
            start = before
        if until - end <= _LONGEST:
            end = until
        part = self.folded[start:end]
        return self.warning(kind, start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
