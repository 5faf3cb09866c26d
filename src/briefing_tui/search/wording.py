"""The words of a text as numbers, and fingerprints of their runs: what two texts are compared by.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every `WINDOW` consecutive runs of `GRAM` words the one with
the smallest hash is kept. Two texts with `GRAM + WINDOW - 1` words in common share at least one of those, always.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from briefing_tui.model import Span

GRAM = 5
WINDOW = 5
SHORTEST = GRAM + WINDOW - 1
"""Words of the shortest run that is found and counts: of eight, two unrelated studies already had one in common."""

_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+(?:['’ʼ][^\W_]+)*")
"""A word; in scripts that put no spaces between words, a letter."""
_MASK = 0x7FFF_FFFF_FFFF_FFFF


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text."""

    numbers: array[int]
    """One for each word, the same for the same word, case and form of the apostrophe aside."""
    starts: array[int]
    """Where each begins, in code points."""
    ends: array[int]

    def span(self, first: int, count: int) -> Span:
        """Of so many words."""
        return Span(self.starts[first], self.ends[first + count - 1])


@lru_cache(maxsize=1)  # a text that is compared is taken in next
def wording(text: str) -> Wording:
    """The words of a text."""
    numbers, starts, ends = array("I"), array("I"), array("I")
    for match in _WORD.finditer(text):
        numbers.append(_number(match[0]))
        starts.append(match.start())
        ends.append(match.end())
    return Wording(numbers, starts, ends)


def fingerprints(numbers: array[int]) -> Iterator[tuple[int, int]]:
    """The chosen runs: hash and the index of the first word."""
    grams = [hash(gram) & _MASK for gram in zip(*(numbers[n:] for n in range(GRAM)), strict=False)]
    if len(grams) < WINDOW:
        if grams:
            yield min(grams), grams.index(min(grams))
        return
    least, chosen = 0, -1
    for last in range(WINDOW - 1, len(grams)):
        if chosen <= last - WINDOW:  # it is in the window no longer
            window = grams[last - WINDOW + 1 : last + 1]
            least = min(window)
            chosen = last - window[::-1].index(least)
        elif grams[last] <= least:
            least, chosen = grams[last], last
        else:
            continue
        yield least, chosen


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return crc32(word.casefold().replace("’", "'").replace("ʼ", "'").encode("utf-8", "surrogatepass"))
