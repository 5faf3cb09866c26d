"""The words of an excerpt as they stand in its article, with the paragraphs and headings that they have there.

What is stored may differ in white space (rule 1), and blank lines make paragraphs and headings of words: so what is
printed is taken from the article.
"""

from __future__ import annotations

from dataclasses import replace

from .alteration import headed, moved_with
from .article import Article
from .excerpt import Excerpt, Verification
from .quotation import same
from .segments import HEADING, segment
from .span import Span


def as_found(excerpt: Excerpt, found: Verification | None) -> Excerpt:
    """An excerpt with its words as they stand in its article: what is printed of one that is verified.

    What is stored may differ from them in white space (rule 1), and blank lines make paragraphs and headings of words.
    The alterations go with the words that they name.
    """
    if found is None or not found.state.verified or found.found == excerpt.exact:
        return excerpt
    moved = moved_with(excerpt.alterations, excerpt.exact, found.found)
    return replace(excerpt, exact=found.found, alterations=moved)


def is_parted_so(exact: str, article: Article, span: Span) -> bool:
    """Whether words by themselves have the paragraphs and headings that they have at a span of their article."""
    words = span.slice(article.text)
    if exact == words and HEADING not in words:
        return True
    there = [(_clipped(block, span), heading) for block, heading in headed(article.segments) if block.overlaps(span)]
    here = headed(segment(exact))
    return len(here) == len(there) and all(
        same(block.slice(exact), other.slice(article.text)) and heading <= is_heading
        for (block, heading), (other, is_heading) in zip(here, there, strict=True)
    )


def _clipped(block: Span, span: Span) -> Span:
    return Span(max(block.start, span.start), min(block.end, span.end))
