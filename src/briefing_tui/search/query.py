"""What a person types to search, as a value; the language of the index is never passed through.

Words must all stand in an article, `"several words"` in that order, `pre*` is any word that begins so, `-word` must not
stand there, `OR` separates alternatives (`a b OR c` is *a and b, or else c*).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from briefing_tui.errors import QueryError

_PIECE = re.compile(r'\s+|(?P<minus>-?)(?:(?P<quote>["“”„])|(?P<word>[^\s"“”„]+))')
_CLOSING = re.compile(r'["“”„]')
_STRANGE = re.compile("[\0\ud800-\udfff]")
_EXAMPLE = 'for example: deconfliction "red line" missil* -trade OR Hmeimim'


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several in a row; with `prefix` the last is only the beginning of one."""

    words: str
    prefix: bool = False

    @property
    def expression(self) -> str:
        """In the language of the index, quoted: nothing in it is taken for an operator."""
        star = " *" if self.prefix else ""
        composed, parted = (unicodedata.normalize(form, self.words) for form in ("NFC", "NFD"))
        if composed == parted:
            return f'"{composed}"{star}'
        # Outside the Latin script the index keeps 'й' in one code point and in two apart.
        return f'("{composed}"{star} OR "{parted}"{star})'

    @property
    def longest(self) -> int:
        """Words that it has at most: between two there is a sign that is in neither."""
        return (len(unicodedata.normalize("NFD", self.words)) + 1) // 2


@dataclass(frozen=True, slots=True)
class Alternative:
    """Terms that must all be there, and terms that must not."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()

    @property
    def expression(self) -> str:
        """In the language of the index."""
        wanted = " AND ".join(term.expression for term in self.terms)
        if not self.without:
            return f"({wanted})"
        return f"(({wanted}) NOT ({' OR '.join(term.expression for term in self.without)}))"

    @property
    def any_term(self) -> str:
        """In the language of the index: texts that hold any of the wanted words."""
        return " OR ".join(term.expression for term in self.terms)

    @property
    def longest(self) -> int:
        """Words that the longest of its terms has at most."""
        return max(term.longest for term in self.terms)


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives, of which one must hold."""

    alternatives: tuple[Alternative, ...]

    @property
    def expression(self) -> str:
        """In the language of the index: the articles that the query finds."""
        return " OR ".join(alternative.expression for alternative in self.alternatives)

    @property
    def independent(self) -> bool:
        """Whether any wanted word in an article that is found counts, whatever else stands there."""
        return len(self.alternatives) == 1 or all(len(a.terms) == 1 and not a.without for a in self.alternatives)

    @property
    def any_term(self) -> str:
        """In the language of the index: texts that hold any of the wanted words."""
        terms = dict.fromkeys(term for alternative in self.alternatives for term in alternative.terms)
        return " OR ".join(term.expression for term in terms)

    @property
    def longest(self) -> int:
        """Words that the longest of the wanted terms has at most."""
        return max(alternative.longest for alternative in self.alternatives)


def parse_query(text: str) -> Query:
    """Understand what was typed.

    Raises:
        QueryError: an open quotation mark, no word to look for, an alternative without one.
    """
    alternatives: list[Alternative] = []
    terms: dict[Term, None] = {}
    without: dict[Term, None] = {}
    begin = position = 0
    negated = False
    while match := _PIECE.match(text, position):
        position = match.end()
        if match["word"] == "OR" and not match["minus"]:
            alternatives.append(_alternative(terms, without, begin, alone=False))
            terms, without, begin, negated = {}, {}, position, False
        elif match["word"] == "NOT" and not match["minus"]:
            negated = True
        elif match["quote"] or (match["word"] and match["word"] != "AND"):
            if match["quote"]:
                term, position = _phrase(text, match.start("quote"))
            else:
                term = _term(match["word"].removesuffix("*"), prefix=match["word"].endswith("*"))
            if term:
                (without if negated or match["minus"] else terms)[term] = None
            negated = False
    alternatives.append(_alternative(terms, without, begin, alone=not alternatives))
    return Query(tuple(dict.fromkeys(alternatives)))


def _alternative(terms: dict[Term, None], without: dict[Term, None], begin: int, *, alone: bool) -> Alternative:
    if terms:
        return Alternative(tuple(terms), tuple(without))
    if without:
        raise QueryError(
            "There is only something to leave out, nothing to look for", position=begin, hint="add a word to look for"
        )
    if alone:
        raise QueryError("There is no word to look for", position=begin, hint=_EXAMPLE)
    raise QueryError("A word to look for is missing beside OR", position=begin, hint=_EXAMPLE)


def _phrase(text: str, opening: int) -> tuple[Term | None, int]:
    """The term in quotation marks and where the text goes on."""
    closing = _CLOSING.search(text, opening + 1)
    if not closing:
        raise QueryError("A quotation mark is not closed", position=opening, hint='close it with "')
    end = closing.end()
    prefix = text.startswith("*", end)
    return _term(text[opening + 1 : closing.start()], prefix=prefix), end + prefix


def _term(words: str, *, prefix: bool) -> Term | None:
    """A term, or `None` where there is no letter and no digit to look for."""
    words = " ".join(_STRANGE.sub(" ", words).split())
    found = any(unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "Co" for char in words)
    return Term(words, prefix) if found else None
