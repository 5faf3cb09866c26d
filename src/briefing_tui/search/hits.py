"""What a search finds: paragraphs, with what of them is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from briefing_tui.model import Span

from .folding import fold
from .marking import Marker, Place
from .opened import Opened
from .query import Term
from .snippets import snippet

TITLE = -1
"""Stands for the block of a hit in the title alone."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph or a heading that holds words of the query, or has what it asks for."""

    article: str
    paragraph: int
    """For a heading the ¶ after it."""
    start: int
    end: int
    """The first of the matched words, in code points of the article's text; without such, all of the paragraph."""
    snippet: str
    score: float
    """Higher is better; comes from BM25 of the article and the share of its matched words that stand here."""
    spans: tuple[Span, ...]
    """All matched words, in the article's text."""
    marks: tuple[Span, ...]
    """Those within the snippet, in the snippet."""
    block: Span
    """The whole paragraph or heading; nothing, at the beginning, for a hit in the title."""
    matched: tuple[str, ...] = ()
    """The matched words in lower case, each once."""
    in_title: bool = False
    """Whether words stand in the title alone: the snippet is the title, and there is no place in the text."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found."""

    total: int
    """Paragraphs and headings in all articles that hold words of the query and match it."""
    exact: bool
    """Whether `total` was counted, not estimated."""
    hits: tuple[Hit, ...]


class Found(NamedTuple):
    """A block, before it is made a hit."""

    score: float
    number: int
    """Of the article's row."""
    block: int
    """Its index in the article, or `TITLE`."""
    matches: tuple[Place, ...]
    """In the text, or in the title."""
    words: tuple[str, ...] = ()
    """Those of the rules of a theme, which have no place yet."""


def hits(found: Iterable[Found], opening: Callable[[int], Opened], ids: Mapping[int, str]) -> Iterator[Hit]:
    """What is shown of blocks, of articles as `opening` gives them, with their ids."""
    for one in found:
        article = opening(one.number)
        if one.block == TITLE or not article.starts:
            yield _in_title(article, ids[one.number], one)
            continue
        text, block = article.text, Span(article.starts[one.block], article.ends[one.block])
        spans = tuple(Span(start, end) for start, end, _ in one.matches) or _places(one.words, text, block)
        shown, marks = snippet(text, block, spans)
        matched = one.words or tuple(dict.fromkeys(span.slice(text).lower() for span in spans))
        first = spans[0] if spans else block
        paragraph = article.paragraphs[one.block]
        yield Hit(ids[one.number], paragraph, first.start, first.end, shown, one.score, spans, marks, block, matched)


def _places(words: Iterable[str], text: str, block: Span) -> tuple[Span, ...]:
    """Where words that the rules of a theme found stand in a block."""
    found = Marker(fold(block.slice(text))).places(Term(word) for word in words)
    return tuple(Span(block.start + start, block.start + end) for start, end, _ in found)


def _in_title(article: Opened, article_id: str, one: Found) -> Hit:
    title = article.title
    spans = tuple(Span(start, end) for start, end, _ in one.matches)
    shown, marks = snippet(title, Span(0, len(title)), spans)
    matched = tuple(dict.fromkeys(span.slice(title).lower() for span in spans))
    return Hit(article_id, 1, 0, 0, shown, one.score, (), marks, Span(0, 0), matched, in_title=bool(spans))
