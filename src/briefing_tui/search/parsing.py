"""Understanding what a person types to search.

Words must all stand in an article or its title, `"several words"` in that order, `pre*` is any word that begins so,
`-word` must not stand there, `OR` separates alternatives (`a b OR c` is *a and b, or else c*). `field:value` asks
something of the article and belongs to its alternative as a word does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing_tui.errors import QueryError
from briefing_tui.model import Theme

from .fields import FIELDS, TITLE, condition, unknown
from .query import Alternative, Condition, Query, Term

LONGEST = 20_000
"""Characters of the longest query: some pages."""
MOST_FIELDS = 100
"""Fields in one query."""

_PIECE = re.compile(r'\s+|(?P<minus>-?)(?:(?P<field>[A-Za-z]+):)?(?:(?P<quote>["“”„])|(?P<word>[^\s"“”„]+)|(?<=:))')
_CLOSING = re.compile(r'["“”„]')
_STRANGE = re.compile("[\0\ud800-\udfff]")
_EXAMPLE = 'for example: deconfliction "red line" missil* -trade OR Hmeimim'


def parse_query(text: str, themes: Iterable[Theme] | None = None) -> Query:
    """Understand what was typed.

    Args:
        text: as it was typed.
        themes: those that may be named, with their sub-themes; `None` lets any name through.

    Raises:
        QueryError: an open quotation mark, no word to look for, an alternative without one, a field that there is not
            or a value that it cannot have; says where.
    """
    if len(text) > LONGEST:
        raise QueryError(
            f"The query is longer than {LONGEST:,} characters", position=LONGEST, hint="look for its rarest words"
        )
    return _Parser(text, None if themes is None else tuple(themes)).query()


@dataclass
class _Wanted:
    """What has been read of an alternative."""

    begin: int
    terms: dict[Term, None] = field(default_factory=dict)
    without: dict[Term, None] = field(default_factory=dict)
    conditions: dict[Condition, None] = field(default_factory=dict)

    def alternative(self, beside: int | None) -> Alternative:
        """What it comes to; an `OR` may stand `beside` it, where nothing else does."""
        if self.terms or any(not one.negated for one in self.conditions):
            return Alternative(tuple(self.terms), tuple(self.without), _merged(self.conditions))
        if self.without or self.conditions:
            message = "There is only something to leave out, nothing to look for"
            raise QueryError(message, position=self.begin, hint="add a word to look for")
        message = "There is no word to look for" if beside is None else "A word to look for is missing beside OR"
        raise QueryError(message, position=beside or self.begin, hint=_EXAMPLE)


class _Parser:
    """Goes through what was typed, piece by piece."""

    def __init__(self, text: str, themes: tuple[Theme, ...] | None) -> None:
        self._text = text
        self._themes = themes
        self._position = 0
        self._negation = -1
        """Where a `NOT` stands that has nothing after it yet."""
        self._wanted = _Wanted(0)
        self._fields = 0

    def query(self) -> Query:
        """All of it."""
        found: list[Alternative] = []
        while self._position < len(self._text) and (match := _PIECE.match(self._text, self._position)):
            self._position = match.end()
            plain = match["word"] if not match["field"] and not match["minus"] else None
            if plain == "OR":
                self._refuse_open_negation()
                found.append(self._wanted.alternative(match.start()))
                self._wanted = _Wanted(self._position)
            elif plain == "NOT":
                if self._negation >= 0:
                    raise QueryError("NOT stands twice", position=match.start(), hint="leave one of them out")
                self._negation = match.start()
            elif (match["field"] or match["quote"] or match["word"]) and plain != "AND":
                self._take(match, negated=self._negation >= 0 or bool(match["minus"]))
                self._negation = -1
        self._refuse_open_negation()
        found.append(self._wanted.alternative(self._wanted.begin if found else None))
        return Query(tuple(dict.fromkeys(found)))

    def _refuse_open_negation(self) -> None:
        if self._negation >= 0 and (self._wanted.terms or self._wanted.conditions):
            raise QueryError("Nothing follows NOT", position=self._negation, hint="add what must not be there")
        self._negation = -1

    def _take(self, match: re.Match[str], *, negated: bool) -> None:
        """A word, a phrase or a field."""
        name, at = (match["field"] or "").lower(), match.end("field") + 1
        words, prefix = match["word"] or "", False
        if name and name not in FIELDS:
            if match["quote"] or not (words == "" or words.startswith("/")):
                raise unknown(match["field"], match.start("field"))
            name, words = "", f"{match['field']}:{words}"  # an address, or a name from which words were taken over
        if match["quote"]:
            words, prefix = self._phrase(match.start("quote"))
        elif words.endswith("*"):
            words, prefix = words[:-1], True
        if name and name != TITLE:
            self._condition(match.start(), condition(name, words + "*" * prefix, at, self._themes, negated=negated))
            return
        term = _term(words, prefix=prefix, title=name == TITLE)
        if term:
            (self._wanted.without if negated else self._wanted.terms)[term] = None
        elif name:
            raise QueryError("Nothing follows title:", position=at, hint='title:Syria or title:"red line"')

    def _condition(self, position: int, one: Condition) -> None:
        self._fields += 1
        if self._fields > MOST_FIELDS:
            raise QueryError(f"There are more than {MOST_FIELDS} fields", position=position, hint="leave some out")
        self._wanted.conditions[one] = None

    def _phrase(self, opening: int) -> tuple[str, bool]:
        """The words in quotation marks, and whether a star follows."""
        closing = _CLOSING.search(self._text, opening + 1)
        if not closing:
            raise QueryError("A quotation mark is not closed", position=opening, hint='close it with "')
        prefix = self._text.startswith("*", closing.end())
        self._position = closing.end() + prefix
        return self._text[opening + 1 : closing.start()], prefix


def _term(words: str, *, prefix: bool, title: bool) -> Term | None:
    """A term, or `None` where there is no letter and no digit to look for."""
    words = " ".join(_STRANGE.sub(" ", words).split())
    found = any(unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "Co" for char in words)
    return Term(words, prefix, title) if found else None


def _merged(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Several values of a field of which an article has one only are alternatives."""
    merged: dict[object, Condition] = {}
    for one in conditions:
        key = (one.field, one.negated) if one.field.single else one
        values = (*merged[key].values, *one.values) if key in merged else one.values
        merged[key] = Condition(one.field, values, one.negated)
    return tuple(merged.values())
