"""Where a reader is and what is selected, in the few words that a status line has room for."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Article, Span, words

EDGE_WORDS = 3
"""Words shown from either end of a selection."""
_EDGE = 512
"""Code points in which these are looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a status line says about the cursor."""

    first: int = 0
    """¶ of the passage; where it begins in a heading, the ¶ after it."""
    last: int = 0
    of: int = 0
    heading: bool = False
    selecting: bool = False
    words: int = 0
    opening: str = ""
    closing: str = ""
    """Opening and closing words of a selection; empty where nothing is selected, and where the opening says it all."""
    pins: tuple[str, ...] = ()
    """Excerpts of this brief that the passage touches."""
    others: tuple[str, ...] = ()
    """Other briefs that pinned something of it."""
    stopped: str = ""
    """Why the selection did not change at the last key."""
    findings: tuple[str, ...] = ()
    """What checks found about the passage: '≠ e7 has changed'."""
    asked: str = ""
    """What is to be typed now."""
    hit: int = 0
    hits: int = 0
    more: bool = False
    """Whether more of them may be found."""

    @property
    def paragraph(self) -> str:
        """'¶ 19 of 22', '¶¶ 3–4 of 22', or 'heading before ¶ 3 of 22'; 'no paragraph' among headings alone."""
        if not self.of:
            return "no paragraph" if self.heading else "no text"
        if self.heading and self.first == self.last:
            return f"heading before ¶ {self.first} of {self.of}"
        span = f"¶ {self.first}" if self.first == self.last else f"¶¶ {self.first}–{self.last}"
        return f"{span} of {self.of}"

    @property
    def selected(self) -> str:
        """'12 words: So far, Russia … regime assets', after what stopped it if something did; or an empty text."""
        if not self.selecting:
            return ""
        edges = f"{self.opening} … {self.closing}" if self.closing else self.opening
        said = f"{self.words} word{'s' * (self.words != 1)}: {edges}"
        return f"{self.stopped} · {said}" if self.stopped else said

    @property
    def found(self) -> str:
        """'hit 3 of 12', with '…' while more are looked for; or an empty text."""
        if not self.hits:
            return ""
        found = f"hit {self.hit} of {self.hits}" if self.hit else f"{self.hits} hit{'s' * (self.hits != 1)}"
        return f"{found}…" if self.more else found


def edges(article: Article, span: Span, counted: int | None = None) -> tuple[int, str, str]:
    """How many words a span has, and the first and the last of them with the punctuation around them.

    Args:
        article: what it is a span of.
        span: the passage.
        counted: its words, where somebody has counted them.
    """
    text = article.text
    count = len(words(text, span)) if counted is None else counted
    if count <= 2 * EDGE_WORDS:
        return count, _flat(text, span.start, min(span.end, span.start + _EDGE)), ""
    opening = words(text, Span(span.start, min(span.end, span.start + _EDGE)))[:EDGE_WORDS]
    closing = words(text, Span(max(span.start, span.end - _EDGE), span.end))[-EDGE_WORDS:]
    first = opening[-1].end if opening else span.start + _EDGE
    return count, _flat(text, span.start, first), _flat(text, closing[0].start if closing else span.end - 1, span.end)


def _flat(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
