"""The annex: every passage that the briefing uses, marked in the whole paragraphs that it stands in. Pure.

What is marked is found by its span, never by a search; the words are those of the article as it is now, so the receipt
keeps a hash of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing_tui.citations import Terms, Text, plain
from briefing_tui.model import Article, Excerpt, Span, TextKind, Verification, sentences
from briefing_tui.model.alteration import printed
from briefing_tui.model.segments import Heading, Paragraph

from ..languages.scripts import printable, seen

LONG = 1200
"""Characters. A paragraph that has more is cut, away from the passage, where a sentence ends."""
AROUND = 400
"""Characters that stay at least before and after the passage, where there are as many."""
PREFIX = "annex-"
"""How the name of the place of an entry begins; the number of its note follows."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the source, marked where they are the excerpt's."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph or heading of the source."""

    label: str
    """Its ¶; empty for a heading, and where the words stand in none."""
    stretches: tuple[Stretch, ...]
    heading: bool = False
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(stretch.text for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Entry:
    """One passage in its context."""

    number: int
    """Of its note."""
    excerpt: str
    code: str
    source: tuple[Text, ...]
    """Who said it, where, when, and in which paragraph."""
    used: tuple[Text, ...]
    """Where the briefing uses it, each place with what leads there."""
    paragraphs: tuple[Shown, ...]
    language: str
    """BCP 47 tag of the words; empty where it is the briefing's own."""
    rtl: bool
    warning: str = ""
    """Why it cannot be relied on, and what is shown instead."""
    digest: str = ""
    """That the words are our own digest's."""

    @property
    def place(self) -> str:
        """The name of the place where it stands."""
        return place_of(self.number)

    @property
    def about(self) -> tuple[str, ...]:
        """Its code, where it is used, and whose words it has."""
        return (self.code, *filter(None, (plain(self.used), self.digest)))

    @property
    def text(self) -> str:
        """All words of the source that it shows."""
        return _words(self.paragraphs)


def place_of(number: int) -> str:
    """The name of the place where the passage of a note stands."""
    return f"{PREFIX}{number}"


def context(excerpt: Excerpt, article: Article | None, found: Verification | None, terms: Terms) -> tuple[Shown, ...]:
    """The paragraphs that a passage stands in now; its own words alone where it stands nowhere."""
    return tuple(
        replace(shown, label=terms.paragraph.format(n=shown.label)) if shown.label else shown
        for shown in _context(excerpt, article, found)
    )


def _context(excerpt: Excerpt, article: Article | None, found: Verification | None) -> tuple[Shown, ...]:
    """The same with bare numbers."""
    if article is None or found is None or found.span is None or not found.state.verified:
        return tuple(Shown("", (Stretch(part.text, marked=True),), part.heading) for part in printed(excerpt.exact))
    return tuple(_shown(article, block, found.span) for block in _blocks(article, found.span))


def passage_fingerprint(excerpt: Excerpt, article: Article, found: Verification) -> str:
    """The hash of the words that an annex made now would show of a passage."""
    return fingerprint(_words(_context(excerpt, article, found)))


def fingerprints(entries: Iterable[Entry]) -> dict[str, str]:
    """The hash of the words of each entry, by excerpt."""
    return {entry.excerpt: fingerprint(entry.text) for entry in entries}


def fingerprint(text: str) -> str:
    """The sha256 of what pages show of a text."""
    return hashlib.sha256(seen(text).encode("utf-8", "surrogatepass")).hexdigest()


def is_digest(article: Article | None) -> bool:
    """Whether the words of an article are ours."""
    return article is not None and article.metadata.text is TextKind.DIGEST


def _words(paragraphs: Iterable[Shown]) -> str:
    return "\n".join(printable(paragraph.text) for paragraph in paragraphs)


def _blocks(article: Article, span: Span) -> Sequence[Heading | Paragraph]:
    both: list[Heading | Paragraph] = [*article.segments.headings, *article.segments.paragraphs]
    return sorted((block for block in both if block.span.overlaps(span)), key=lambda block: block.span)


def _shown(article: Article, block: Heading | Paragraph, span: Span) -> Shown:
    """A block with what is the excerpt's marked, shortened away from it."""
    inside = Span(max(block.span.start, span.start), min(block.span.end, span.end))
    start, end = _ends(article, block.span, inside)
    pieces = ((start, inside.start, False), (inside.start, inside.end, True), (inside.end, end, False))
    said = tuple(Stretch(article.text[a:b], marked) for a, b, marked in pieces if a < b)
    label = "" if isinstance(block, Heading) else str(block.n)
    before, after = start > block.span.start, end < block.span.end
    return Shown(label, said, isinstance(block, Heading), cut_before=before, cut_after=after)


def _ends(article: Article, whole: Span, inside: Span) -> tuple[int, int]:
    """From where to where a paragraph is shown."""
    if len(whole) <= LONG:
        return whole.start, whole.end
    told = sentences(article.text, whole, article.metadata.language)
    starts = [s.start for s in told if s.start <= inside.start - AROUND]
    ends = [s.end for s in told if s.end >= inside.end + AROUND]
    return (starts[-1] if starts else whole.start), (ends[0] if ends else whole.end)
