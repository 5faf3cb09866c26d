"""A passage with where it comes from, to be pasted elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from ...model import Article, Excerpt, Span, Speaker, TextKind
from ...reading import citation
from .speakers import voices


class Copied(NamedTuple):
    """What goes to the clipboard."""

    words: str
    """The passage between quotation marks; of a digest, which nobody quotes, without."""
    source: str
    """Speaker, author, title, outlet, date and ¶ in one line."""

    def __str__(self) -> str:
        return f"{self.words}\n{self.source}\n"


def copied(article: Article, span: Span, *, excerpt: Excerpt | None = None, language: str = "en") -> Copied:
    """A passage as a briefing prints it: between marks that it does not have itself, with who says it.

    Args:
        article: the source.
        span: the passage.
        excerpt: what is pinned of it, whose speaker a person may have named; without it, who certainly says it.
        language: of the open brief: that of the quotation marks.
    """
    from ...compile import quotation_marks

    exact = span.slice(article.text)
    first, last, _ = article.segments.locate(span)
    where = citation(article, first, last)
    if article.metadata.text is TextKind.DIGEST:
        return Copied(exact, where)
    speaker = excerpt.speaker if excerpt else voices(article, span).certain
    opening, closing = quotation_marks(exact, language)
    return Copied(f"{opening}{exact}{closing}", _said_by(speaker, article) + where)


def _said_by(speaker: Speaker | None, article: Article) -> str:
    """'Micky Aharonson, expert on Russia, quoted in ', unless that is the author or nobody."""
    from ...citations import plain, spoken
    from ...compile.languages.wording import wording

    return plain(spoken(speaker, article.metadata, wording("en").terms, introduced=False))
