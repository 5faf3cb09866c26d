"""Finding in one article: what a search of all articles marks there, and what is looked for while reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ...errors import CancelledError, QueryError
from ...model import Span
from ...reading import Spelled

if TYPE_CHECKING:
    from ...search import Query, Searched

ASKS_OF_ARTICLES = "fields and what is to be left out ask for articles and are not looked for in one"
PART = 1 << 16
"""Code points that are looked through at once: in between others have their turn."""
OVERLAP = 1 << 11
"""Code points of the next part that are looked through too, so that words in a row are found across the two."""
MOST = 100_000
"""Places that are marked: more than anybody goes through."""

_GAP = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Found:
    """What of a question stands in a text."""

    hits: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    """Words that were all to be there, and are not."""
    asks_of_articles: bool = False
    """Whether something was asked that no words in a text answer."""
    each: bool = False
    """Whether several words were looked for, each by itself."""

    def trouble(self, question: str) -> str:
        """What a person should know of the answer; an empty text where there is nothing."""
        if self.missing or not (self.hits or self.asks_of_articles):
            return f"{' and '.join(f'‘{words}’' for words in self.missing or (question,))} is not in this article"
        return ASKS_OF_ARTICLES[0].upper() + ASKS_OF_ARTICLES[1:] if self.asks_of_articles else ""


class _Part:
    """A part of a text, made ready when it is looked through first."""

    def __init__(self, text: str, start: int, end: int, reach: int) -> None:
        self.start = start
        self.end = end
        self._text = text
        self._reach = reach

    @cached_property
    def searched(self) -> Searched:
        from ...search import Searched

        return Searched(self._text[self.start : self._reach])

    @cached_property
    def spelled(self) -> Spelled:
        return Spelled(self._text[self.start : self._reach])

    def through(self, way: _Way) -> list[Span]:
        """What begins in the part, as spans of the whole text."""
        start, end = self.start, self.end - self.start
        return [Span(start + found.start, start + found.end) for found in way(self) if found.start < end]


_Way = Callable[[_Part], list[Span]]
"""How a part is looked through; the places are counted from its start."""
Interrupt = Callable[[], bool]
"""Says whether what was begun is not wanted any more."""


class InArticle:
    """Finds in the text of one article, again and again, by the rules of the search.

    Args:
        text: the article's.
        part: code points that are looked through at once.
    """

    def __init__(self, text: str, *, part: int = PART) -> None:
        self.text = text
        self._parts = [_Part(text, *bounds) for bounds in _bounds(text, part)]
        self._last: tuple[str, bool, Found] | None = None
        """What was asked for last, and the answer."""

    def find(self, question: str, *, typed: bool = False, interrupt: Interrupt | None = None) -> Found:
        """Where the words of a question stand.

        Args:
            question: in the language of the search; its fields, and what must not be there, are for choosing articles.
            typed: whether it is being typed for this text: its last word may not be whole, and where no word of the
                text is meant, its letters are looked for as they stand.
            interrupt: asked before each part; the work ends once it says yes.

        Raises:
            CancelledError: when `interrupt` said yes.
        """
        if self._last is None or self._last[:2] != (question, typed):
            self._last = question, typed, self._find(question, interrupt, typed=typed)
        return self._last[2]

    def _find(self, question: str, interrupt: Interrupt | None, *, typed: bool) -> Found:
        found = Found()
        for n, query in enumerate(_queries(question, typed=typed)):
            tried = self._found(query, interrupt)
            if tried.hits:
                return tried
            found = found if n else tried
        return replace(found, hits=self._all(_spelled(question), interrupt), each=False) if typed else found

    def first(self, question: str, at: int, *, interrupt: Interrupt | None = None) -> tuple[Span, ...]:
        """Of what is being typed the hits in one part: the first that has any from a place on, else from the beginning.

        Raises:
            CancelledError: when `interrupt` said yes.
        """
        here = next((n for n, part in enumerate(self._parts) if at < part.end), 0)
        ways = [*map(_searched, _queries(question, typed=True)), _spelled(question)]
        for way in ways:
            for n, part in enumerate((*self._parts[here:], *self._parts[: here + 1])):
                _look(interrupt)
                hits = [span for span in part.through(way) if n or span.start >= at]
                if hits:
                    return tuple(hits)
        return ()

    @property
    def is_long(self) -> bool:
        """Whether the first hit is known well before all are."""
        return len(self._parts) > 1

    def _found(self, query: Query, interrupt: Interrupt | None) -> Found:
        from ...search import Alternative, Query

        terms = query.in_text if len(query.alternatives) == 1 else ()
        alone = {term: Query((Alternative((term,)),)) for term in terms} if len(terms) > 1 else {}
        hits = self._all(_searched(query), interrupt)
        missing = tuple(term.words for term, one in alone.items() if not self._holds(one, interrupt)) if hits else ()
        others = any(alternative.without or alternative.conditions for alternative in query.alternatives)
        others = others or any(t.title for a in query.alternatives for t in a.terms)
        return Found(hits, missing, others, bool(alone))

    def _holds(self, query: Query, interrupt: Interrupt | None) -> bool:
        for part in self._parts:
            _look(interrupt)
            if part.searched.holds(query):
                return True
        return False

    def _all(self, way: _Way, interrupt: Interrupt | None) -> tuple[Span, ...]:
        """Where something stands in the whole text; what overlaps across two parts is one."""
        hits: list[Span] = []
        reached = 0
        for part in self._parts:
            _look(interrupt)
            found = part.through(way)
            while found and found[0].start < reached:
                hits[-1] = Span(hits[-1].start, max(reached, found.pop(0).end))
                reached = hits[-1].end
            hits += found
            reached = hits[-1].end if hits else 0
            if len(hits) >= MOST:
                break
        return tuple(hits[:MOST])


def find_in_article(question: str, text: str, *, typed: bool = False) -> Found:
    """Where the words of a question stand in a text that is looked through once, as `InArticle` finds them."""
    return InArticle(text).find(question, typed=typed)


def _look(interrupt: Interrupt | None) -> None:
    if interrupt and interrupt():
        raise CancelledError("The search was stopped")


def _bounds(text: str, part: int) -> Iterator[tuple[int, int, int]]:
    """Start and end of each part, and how far it is looked through; all at white space, where no word goes on."""
    start = end = 0
    while end < len(text) or not start:
        end = _gap(text, start + part)
        yield start, end, _gap(text, end + OVERLAP)
        start = end or 1


def _gap(text: str, at: int) -> int:
    gap = _GAP.search(text, at)
    return gap.start() if gap else len(text)


def _searched(query: Query) -> _Way:
    return lambda part: part.searched.find(query)


def _spelled(words: str) -> _Way:
    return lambda part: part.spelled.find(words)


def _queries(question: str, *, typed: bool) -> Iterator[Query]:
    """What a question asks for; while it is typed, then the same with a last word that is not whole."""
    query = _understood(question, typed=typed)
    if query is not None:
        yield query
        begun = _understood(f"{question}*", typed=False) if typed and question[-1:].isalnum() else None
        if begun is not None:
            yield begun


def _understood(question: str, *, typed: bool) -> Query | None:
    """The question as a query; while it is typed a phrase needs no end, nor its last word."""
    from ...search import parse_query

    for tried in (question, f'{question}"*') if typed else (question,):
        try:
            return parse_query(tried)
        except QueryError:
            continue
    return None
