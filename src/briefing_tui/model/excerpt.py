"""Excerpts: a span of an article plus the text that stood there, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .alteration import Alteration, Stretch, printed
from .article import Article
from .blank import said
from .quotation import context
from .segments import HEADING
from .span import Span

_LIKE_HEADING = re.compile(rf"\\*{HEADING}")


class SpeakerKind(StrEnum):
    """Who is speaking."""

    NAMED = "named"
    UNNAMED = "unnamed"
    INSTITUTIONAL = "institutional"

    @staticmethod
    def of(name: str) -> SpeakerKind:
        """What kind of speaker a name is by its looks: one in lower case is nobody's name."""
        without = name.casefold().startswith(("unnamed", "a ", "an ", "the ")) or name[:1].islower()
        return SpeakerKind.UNNAMED if without else SpeakerKind.NAMED


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the article that say who speaks: a span plus the text that stood there, as of an excerpt."""

    span: Span
    exact: str
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said the quoted words: neither the author nor the outlet."""

    name: str
    role: str = ""
    kind: SpeakerKind = SpeakerKind.NAMED
    via: tuple[str, ...] = ()
    """Through whom the words came, nearest to the speaker first."""
    evidence: tuple[Evidence, ...] = ()
    """Where the article says so; none where a person named the speaker."""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""

    def __post_init__(self) -> None:
        for name in ("name", "role"):
            object.__setattr__(self, name, said(getattr(self, name)))
        object.__setattr__(self, "via", tuple(filter(said, self.via)))


@dataclass(frozen=True, slots=True)
class ContextChoice:
    """What a person chose where the cut left out what bears on it; the kinds are those of the context guard."""

    dismissed: tuple[str, ...] = ()
    """Pinned without them, though they were pointed out."""
    kept: tuple[str, ...] = ()
    """Taken in by widening the passage."""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of an article that a brief uses."""

    id: str
    article: str
    sha256: str
    """Of the article's text when the passage was pinned."""
    paragraph: int
    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""
    heading: bool = False
    """Whether it begins in a heading; then `paragraph` is the ¶ after it."""
    speaker: Speaker | None = None
    context: ContextChoice | None = None
    """What was chosen about the context guard's warnings; `None` where it had none."""
    alterations: tuple[Alteration, ...] = ()
    """What is done to the words where they are quoted (rule 2); they themselves stay as they are."""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def printed(self) -> tuple[Stretch, ...]:
        """What is printed where it is quoted."""
        return printed(self.exact, self.alterations)


class ExcerptState(StrEnum):
    """How an excerpt relates to its article as it is now (rule 4)."""

    IDENTICAL = "identical"
    MOVED = "moved"
    ALTERED = "altered"
    VANISHED = "vanished"

    @property
    def verified(self) -> bool:
        """Whether the words are provably in the source."""
        return self in (ExcerptState.IDENTICAL, ExcerptState.MOVED)

    @property
    def mark(self) -> str:
        """The sign that screens show for it."""
        return {"identical": "✓", "moved": "→", "altered": "≠", "vanished": "✗"}[self.value]


@dataclass(frozen=True, slots=True)
class Verification:
    """What a comparison of an excerpt with its article found."""

    state: ExcerptState
    span: Span | None
    """Where the words, or for an altered excerpt the most similar words, stand now."""
    found: str = ""
    """The article's text at `span`."""
    paragraph: int = 0
    last_paragraph: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in its article an excerpt is."""

    first: int
    last: int
    """Paragraphs, from 1."""
    heading: bool = False


def standing(excerpt: Excerpt, found: Verification | None) -> Standing:
    """Where the words of an excerpt stand now or, if they do not, where they stood."""
    if found and found.state.verified and found.paragraph:
        return Standing(found.paragraph, max(found.paragraph, found.last_paragraph), found.heading)
    return Standing(excerpt.paragraph, excerpt.paragraph, excerpt.heading)


def take(article: Article, span: Span, *, excerpt_id: str = "", speaker: Speaker | None = None) -> Excerpt:
    """The excerpt at a span of an article: the source's slice, code point for code point."""
    span = _as_paragraph(article.text, span)
    prefix, suffix = context(article.text, span)
    first, _, heading = article.segments.locate(span)
    return Excerpt(
        id=excerpt_id,
        article=article.id,
        sha256=article.sha256,
        paragraph=first,
        span=span,
        exact=span.slice(article.text),
        prefix=prefix,
        suffix=suffix,
        heading=heading,
        speaker=speaker,
    )


def _as_paragraph(text: str, span: Span) -> Span:
    """A span with the backslash before it that keeps a paragraph from being a heading."""
    escaped = text[max(0, span.start - 1) : span.start] == "\\" and _LIKE_HEADING.match(text, span.start)
    return Span(span.start - 1, span.end) if escaped else span
