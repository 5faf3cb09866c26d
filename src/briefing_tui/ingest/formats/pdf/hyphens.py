"""Words broken at line ends: which hyphens belong to the word and which only to the line.

A hyphen is kept where the document writes the word with it elsewhere, before a capital or a figure, and between two
whole words of an English document; it goes where the document writes the word without it, and otherwise where the
document breaks words at all. What cannot be told is joined without the hyphen: most breaks are of that kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

HYPHENS = "-\u2010\u00ad"

LONGEST_WORD = 80
"""Characters."""

_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_LAST = re.compile(r"([^\W_]+(?:[-\u2010][^\W_]+)*)[-\u2010\u00ad]\Z")
_FIRST = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_CLOSED = frozenset(
    "under over some any every with how there where what when back fore after inter super down out up in on be for "
    "them him her it your our through never none mean news work life time hand head house home land break grand".split()
)
"""First parts of English words that are written as one."""


class Hyphens:
    """Decides for one document, and counts."""

    def __init__(self, lines: Iterable[str], *, english: bool) -> None:
        self._english = english
        self._words: Counter[str] = Counter()
        self._inner = False
        breaks: list[tuple[str, str]] = []
        broken = ""
        for line in lines:
            found = _WORD.findall(line)
            last = _LAST.search(line[-LONGEST_WORD:])
            first = _FIRST.match(line)
            if broken and first:
                breaks.append((broken, first[0]))
                found = found[1:]
            broken = last[1] if last else ""
            if last:
                found = found[:-1]
            for word in found:
                self._words[word.lower()] += 1
                self._inner = self._inner or "\u2010" in word
                if "-" in word:
                    self._words.update(part.lower() for part in word.split("-"))
        self._breaks_words = any(not self._are_words(a, b) for a, b in breaks)
        self.joined = 0
        self.kept = 0

    def join(self, before: str, after: str) -> str | None:
        """Two lines as one where a hyphen stands at the end of the first, else `None`."""
        last, first = _LAST.search(before[-LONGEST_WORD:]), _FIRST.match(after)
        if not last or not first or before[-2:-1].isspace():
            return None
        if self._belongs(last[1], before[-1], first[0]):
            self.kept += 1
            return before + after
        self.joined += 1
        return before[:-1] + after

    def _belongs(self, left: str, hyphen: str, right: str) -> bool:
        """Whether the hyphen is part of the word."""
        if hyphen == "\u00ad":
            return False
        if not right[0].islower() or left[-1].isdigit():
            return right[0].isalpha() or right[0].isdigit()
        whole, parted = (left + right).lower(), f"{left}{hyphen}{right}".lower()
        with_it, without = self._words[parted], self._words[whole]
        if with_it or without:
            return with_it > without
        if hyphen == "\u2010" and not self._inner:
            return False  # the layout's own hyphen: the text has another
        if not self._are_words(left, right):
            return False
        part = left.rsplit("-", 1)[-1].lower()
        return not self._breaks_words or (self._english and len(part) > 3 and part not in _CLOSED)

    def _are_words(self, left: str, right: str) -> bool:
        """Whether both halves occur by themselves."""
        return bool(self._words[left.rsplit("-", 1)[-1].lower()] and self._words[right.split("-", 1)[0].lower()])
