"""Labels of two letters by which one of many words is chosen: those under the fingers for the nearest words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from ..model import Span

LETTERS = "fjdkslaghrueiwoqptyvmcnxbz"
"""The home row first, the strongest fingers before the others."""
MOST = len(LETTERS) ** 2


def labels(found: Sequence[Span], near: int) -> dict[str, Span]:
    """Words by their labels.

    Args:
        found: the words that can be chosen; of more than 676 those nearest to the cursor have a label.
        near: the cursor's offset.
    """
    nearest = sorted(found, key=lambda word: abs(word.start - near))
    return dict(zip(_pairs(), nearest, strict=False))


@cache
def _pairs() -> tuple[str, ...]:
    """All labels, those made of the first letters before the others."""
    rank = {letter: n for n, letter in enumerate(LETTERS)}
    return tuple(sorted(map("".join, product(LETTERS, repeat=2)), key=lambda pair: max(rank[c] for c in pair)))
