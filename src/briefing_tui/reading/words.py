"""Finding words in the article that is being read, the way a person types them."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from ..model import Span

_ALIKE = {"'": "['‘’‚‛]", '"': '["“”„«»]', "-": "[-‐‑–—]"}
_MARKS = "[\u0300-\u036f]*"


class Spelled:
    """A text in which words are looked for as they are spelled, again and again."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _letters(self) -> str:
        return _folded(self._text)

    def find(self, wanted: str) -> list[Span]:
        """Where words stand, one after the other.

        Case and accents do not count, nor how white space, quotation marks and dashes are written.
        """
        words = [_pattern(word) for word in _folded(wanted).split()]
        if not words:
            return []
        return [Span(*match.span()) for match in re.finditer(r"\s+".join(words), self._letters)]


def find_words(text: str, wanted: str) -> list[Span]:
    """Where words stand in a text, one after the other, as `Spelled` finds them."""
    return Spelled(text).find(wanted)


def _pattern(word: str) -> str:
    return "".join((_ALIKE.get(char) or re.escape(char)) + (_MARKS if char.isalpha() else "") for char in word)


def _folded(text: str) -> str:
    """The text without case and accents, code point for code point."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(char): _plain(char) for char in set(text)})


def _plain(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char
