"""Letters under more combining marks than any script stacks: their ink would lie on the lines above and below. Pure.

The stream-safe limit of UAX #15, 30, is for programs: so many marks are four lines high. Scripts need far fewer. Eight
at most are on a letter of any of them (Tibetan's tallest stack, U+0F67 0F90 0FB5 0FA8 0FB3 0FBA 0FBC 0FBB 0F82); three
above it, as in Lithuanian and Greek where vowels bear length, breathing and accent; two below, as in phonetic notation.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MOST = 8
"""Marks of one letter."""
ABOVE, BELOW, ACROSS = 3, 2, 1
"""Of these, how many may stand above it, below it, and across or around it."""
_LOW = frozenset((202, 204, 218, 220, 222, 233, 240))
"""Canonical combining classes of the marks that stand below (Unicode, table 4-3); from the first on, the others stand
above."""
_OVERLAY = 1
_UNSEEN = frozenset("\u034f\u200c\u200d\u2060").union(map(chr, range(0xFE00, 0xFE10)))
"""What may stand between marks and is not seen."""


@lru_cache(maxsize=512)
def overladen(text: str) -> tuple[tuple[str, int], ...]:
    """The letters of a text that bear more marks than that, each once, with the number of its marks."""
    if text.isascii():
        return ()
    found: dict[str, int] = {}
    letter, counts = "", [0, 0, 0, 0]
    for sign in (*unicodedata.normalize("NFC", text), ""):
        if sign in _UNSEEN:
            continue
        if sign and unicodedata.category(sign) in ("Mn", "Me"):
            counts[_side(sign)] += 1
            continue
        if sum(counts) > MOST or counts[0] > ABOVE or counts[1] > BELOW or counts[2] > ACROSS:
            found[letter] = max(sum(counts), found.get(letter, 0))
        letter, counts = sign, [0, 0, 0, 0]
    return tuple(found.items())


def _side(mark: str) -> int:
    """Where a mark stands: above, below, across or around, or where its script has it."""
    kind = unicodedata.combining(mark)
    if kind == _OVERLAY or unicodedata.category(mark) == "Me":
        return 2
    return 1 if kind in _LOW else 0 if kind > min(_LOW) else 3
