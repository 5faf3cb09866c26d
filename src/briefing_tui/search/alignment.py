"""Where two texts have the same words: from common fingerprints to the longest common runs."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from .wording import SHORTEST


@dataclass(frozen=True, slots=True)
class Run:
    """Words `here` to `here + length` of one text that are words `there` to `there + length` of another."""

    here: int
    there: int
    length: int


def runs(here: array[int], there: array[int], seeds: Iterable[tuple[int, int]]) -> list[Run]:
    """The longest common runs around seeds, those of at least `SHORTEST` words, none inside another.

    Args:
        here: the words of one text.
        there: of the other.
        seeds: index of a word in each, from where they agree.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for i, j in seeds:
        covered = found.setdefault(i - j, [])
        if any(first <= i < last for first, last in covered):
            continue
        start, end = _widened(here, there, i, j)
        if end - start >= SHORTEST:
            covered.append((start, end))
    everything = (Run(a, a - shift, b - a) for shift, spans in found.items() for a, b in spans)
    longest_first = sorted(everything, key=lambda run: (-run.length, run.here, run.there))
    return sorted(_disjoint(longest_first), key=lambda run: run.here)


def _widened(here: array[int], there: array[int], i: int, j: int) -> tuple[int, int]:
    """The run around a seed, as first word and the one after the last in the first text."""
    start, end = 0, 0
    while i - start > 0 and j - start > 0 and here[i - start - 1] == there[j - start - 1]:
        start += 1
    while i + end < len(here) and j + end < len(there) and here[i + end] == there[j + end]:
        end += 1
    return i - start, i + end


def _disjoint(longest_first: Iterable[Run]) -> list[Run]:
    """Of runs that overlap in either text only the longest."""
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    kept = []
    for run in longest_first:
        here = range(run.here, run.here + run.length)
        there = range(run.there, run.there + run.length)
        if taken_here.isdisjoint(here) and taken_there.isdisjoint(there):
            kept.append(run)
            taken_here.update(here)
            taken_there.update(there)
    return kept
