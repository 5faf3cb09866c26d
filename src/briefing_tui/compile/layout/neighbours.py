"""Words of one text beside each other on the pages: which are seen far less than the others, and where they are parted.

What a sheet makes small or pale can be read by itself and is passed over among words that are not. Pure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..languages.scripts import SOFT_HYPHEN, seen
from .visible import Look

SMALL = 0.75
"""Of the size that a good part of a text has: smaller words stand back behind it."""
PART = 0.4
"""Of the signs of a text: a good part of it, which neither a word that is larger is, nor most headings."""
FAINT = 3.0
"""Contrast below which words stand back where a good part has twice theirs: what WCAG asks of large letters."""
GAP = 0.15
"""Of the size of the type: words that stand nearer to each other look like one."""
LONG = 40
"""Signs of a word that may be divided without a hyphen, as `markup` lets it."""
_HYPHENED = ("\u0590", "\u1e00", "\u2000")
"""Letters before the first and from the second to the third are those of Latin, Greek and Cyrillic script and the like,
whose words are nowhere divided without a sign."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one line that look alike."""

    text: str
    look: Look
    page: int
    left: float
    top: float
    right: float
    bottom: float

    def is_parted(self, after: Piece) -> bool:
        """Whether there is room, or the end of a line, between these words and those after them."""
        down = min(self.bottom, after.bottom) - max(self.top, after.top)
        if self.page != after.page or 2 * down < min(self.bottom - self.top, after.bottom - after.top):
            return True
        across = max(after.left - self.right, self.left - after.right)
        return across >= GAP * min(self.look[0], after.look[0])


def read(pieces: Sequence[Piece]) -> list[str]:
    """The words of a text but those that stand back behind the others, with a line feed where the page parts them."""
    looks = {piece.look for piece in pieces}
    if len(looks) > 1:
        size, contrast = (_usual([(p.look[n], len(p.text)) for p in pieces]) for n in (0, 1))
        back = {look for look in looks if look[0] < SMALL * size or look[1] < min(FAINT, contrast / 2)}
        pieces = [piece for piece in pieces if piece.look not in back]
    texts = [piece.text for piece in pieces[:1]]
    for before, piece in pairwise(pieces):
        texts += ["\n", piece.text] if before.is_parted(piece) else [piece.text]
    return texts


def _usual(values: Iterable[tuple[float, int]]) -> float:
    """The value that a good part of all signs have, or a greater one."""
    ordered = sorted(values, reverse=True)
    counts = list(accumulate(count for _, count in ordered))
    return ordered[bisect_left(counts, PART * counts[-1])][0]


def is_worded_so(text: str, printed: str) -> bool:
    """Whether the same signs make the same words: none run together, and none divided.

    Args:
        text: what was to be printed.
        printed: what is seen, with room of any kind where the page has some.
    """
    words = text.split()
    wanted = set(_ends(words))
    there = set(_ends(printed.split()))
    return wanted <= there and not (there != wanted and any(_divided(words, there - wanted)))


def _ends(words: Iterable[str]) -> Iterable[int]:
    """Where words end, as counts of the signs that are seen."""
    return accumulate(len(word) - word.count(SOFT_HYPHEN) for word in words)


def _divided(words: Sequence[str], places: Iterable[int]) -> Iterable[bool]:
    """For places within words, whether letters are parted there that belong together."""
    ends = list(_ends(words))
    for place in places:
        n = bisect_left(ends, place)
        word = seen(words[n])
        at = place - ends[n] + len(word)
        yield len(words[n]) < LONG and _belongs(word[at - 1]) and _belongs(word[at])


def _belongs(sign: str) -> bool:
    first, second, third = _HYPHENED
    return sign.isalnum() and (sign < first or second <= sign < third)
