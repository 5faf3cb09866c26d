"""How much of their wording two texts have in common, without an index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from .alignment import runs
from .wording import Wording, fingerprints, wording

FORMULA = 16
"""Pairs of places from which common words are a formula that both texts repeat."""


def in_common(one: str, other: str) -> float:
    """The share of the shorter text's words that stand in runs that both texts have, 0 to 1."""
    (here, places), (there, others) = _printed(one), _printed(other)
    pairs = ((places[print_], others[print_]) for print_ in places.keys() & others.keys())
    seeds = [(i, j) for mine, theirs in pairs if len(mine) * len(theirs) <= FORMULA for i in mine for j in theirs]
    words = sum(run.length for run in runs(here.numbers, there.numbers, sorted(seeds)))
    return words / (min(len(here.numbers), len(there.numbers)) or 1)


@lru_cache(maxsize=128)  # each text is compared with many others
def _printed(text: str) -> tuple[Wording, Mapping[int, Sequence[int]]]:
    """The words of a text, and where each of its fingerprints stands."""
    words = wording(text)
    places: defaultdict[int, list[int]] = defaultdict(list)
    for print_, place in fingerprints(words.numbers):
        places[print_].append(place)
    return words, dict(places)
