"""The end of a cut in the middle of a phrase: 'their interests in | regard to the coast', 'the country's | envoy'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...model import Span
from ..phrasing.listed import word_lists
from ..phrasing.passage import Cut
from ..phrasing.phrases import fold
from ..phrasing.warning import ContextKind, ContextWarning, Side

_POINTS = "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670"
"""Accents that follow their letters, and the vowel points of Hebrew and Arabic."""
_LETTERS = rf"(?:[^\W\d_][{_POINTS}]*)+"
_LAST = re.compile(rf"(?<![{_POINTS}]){_LETTERS}(?:['-]{_LETTERS})*(?:(?<=s)')?\Z")
_NEXT = re.compile(rf"\s+((?:[^\W_][{_POINTS}]*)+(?:['-](?:[^\W_][{_POINTS}]*)+)*)")
_VOWELS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]")
_BORDER = re.compile(r"\s*(?:[,:](?!\d)|[—–](?!\s?\d)|[;،؛()\[\]\"“”„«»]|[!?…؟](?=\W|\Z)|\s-\s|\.?\Z)")
"""A comma, colon or dash before a figure stands within a number, a time or a range; a full stop within the rest of a
sentence is that of an abbreviation."""
_ENDS = ".!?…؟"
_NEAR = 60
"""Characters of a cut in which its last word stands."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Words that leave a phrase open in one language."""

    words: frozenset[str]
    but_before: frozenset[str]
    """Words that begin something else: what stands before them has ended."""
    particles: frozenset[str]
    """Those of the words that may also end a verb: 'went on'."""
    behind_particles: frozenset[str]
    """What shows that one did: 'went on | for hours'."""
    endings: tuple[str, ...] = ()
    """Of words that say whose what follows is: 'the country's'."""

    def opens(self, last: str, following: str) -> bool:
        """Whether a last word, with another one behind it, has its phrase go on."""
        if following in self.but_before or (last in self.particles and following in self.behind_particles):
            return False
        return last in self.words or last.endswith(self.endings)


@lru_cache(maxsize=8)
def unfinished_of(language: str) -> Unfinished | None:
    """Those of a language by its tag (`en-GB`); `None` where they are not known."""
    lists = word_lists(language)
    if lists is None or not lists.has("unfinished"):
        return None
    words, before, endings = (lists.bare("unfinished", name) for name in ("words", "but_before", "endings"))
    particles, behind = (lists.bare("unfinished", name) for name in ("particles", "behind_particles"))
    return Unfinished(words, before, particles, behind, tuple(endings))


def unfinished(cut: Cut) -> Iterator[ContextWarning]:
    """The warning of the words behind the cut that its last word belongs to."""
    known = unfinished_of(cut.article.metadata.language)
    if known is None:
        return
    kept, tail = cut.span.slice(cut.text), cut.tail.slice(cut.text)
    last, following = _LAST.search(fold(kept[-_NEAR:])), _NEXT.match(fold(tail))
    if not last or not following or not known.opens(_plain(last.group()), _plain(following[1])):
        return
    if any(mark.end == cut.span.end for pair in cut.marks.quotes for mark in pair):
        return  # it is no apostrophe
    border = _BORDER.search(fold(tail), following.end())
    end = border.start() if border else len(tail)
    closed = tail[end:].strip()
    end = len(tail) if closed and not closed.strip(_ENDS) else end  # what ends a sentence is taken in with it
    words = tail[:end]
    start = cut.tail.start + len(words) - len(words.lstrip())
    place = Span(start, cut.tail.start + len(words.rstrip().rstrip(_ENDS)))
    widen = Span(cut.span.start, cut.tail.start + len(words.rstrip()))
    yield ContextWarning(ContextKind.PHRASE, place.slice(cut.text), place, Side.AFTER, widen)


def _plain(word: str) -> str:
    """A word as the lists have it: an accent with its letter, no vowel points."""
    return unicodedata.normalize("NFC", _VOWELS.sub("", word))
