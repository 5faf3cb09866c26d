"""Finding in one article: what a search of all articles marks there, and what is looked for while reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import QueryError
from ..model import Span
from ..reading import find_words

if TYPE_CHECKING:
    from ..search import Query

ASKS_OF_ARTICLES = "fields and what is to be left out ask for articles and are not looked for in one"


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


def find_in_article(question: str, text: str, *, typed: bool = False) -> Found:
    """Where the words of a question stand in a text, by the rules of the search.

    Args:
        question: in the language of the search; its fields, and what must not be there, are for choosing articles.
        text: the article's.
        typed: whether it is being typed for this text: its last word may not be whole, and where no word of the text is
            meant, its letters are looked for as they stand.
    """
    query = _understood(question, typed=typed)
    if query is None:
        return Found(tuple(find_words(text, question)) if typed else ())
    found = _found(query, text)
    if found.hits or not typed:
        return found
    begun = _understood(f"{question}*", typed=False) if question[-1:].isalnum() else None
    unfinished = _found(begun, text) if begun else found
    return unfinished if unfinished.hits else replace(found, hits=tuple(find_words(text, question)), each=False)


def _understood(question: str, *, typed: bool) -> Query | None:
    """The question as a query; while it is typed a phrase needs no end, nor its last word."""
    from ..search import parse_query

    for tried in (question, f'{question}"*') if typed else (question,):
        try:
            return parse_query(tried)
        except QueryError:
            continue
    return None


def _found(query: Query, text: str) -> Found:
    from ..search import Alternative, Query, find_in_text

    terms = query.in_text if len(query.alternatives) == 1 else ()
    alone = {term: Query((Alternative((term,)),)) for term in terms} if len(terms) > 1 else {}
    missing = tuple(term.words for term, one in alone.items() if not find_in_text(one, text))
    hits = tuple(find_in_text(query, text))
    others = any(alternative.without or alternative.conditions for alternative in query.alternatives)
    others = others or any(t.title for a in query.alternatives for t in a.terms)
    return Found(hits, missing if hits else (), others, bool(alone))
