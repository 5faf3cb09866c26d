"""Passages that read almost alike: the same words in a row, but for single ones that were exchanged."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_tui.model import Span

from .wording import Wording

SEED = 4
"""Words in a row that must be the same somewhere in it."""
FEWEST = 7
"""Words that must be the same in all."""
LONG, LETTERS = 3, 4
"""How many of them are no little words, and the letters of the shortest of these."""
READ = 100_000
"""Words that are looked through: some ten milliseconds' work."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Words of an article that read almost as those of a text."""

    article: str
    here: tuple[int, ...]
    """Which words of the text are the same."""
    of: int
    """Words there, from the first of these to the last."""
    there: Span


def alike(connection: sqlite3.Connection, own: Wording, articles: Iterable[str]) -> list[Alike]:
    """What articles have almost in common with a text; none for scripts without spaces.

    Args:
        connection: to the index of wordings; what it lacks is not compared.
        own: the words of the text.
        articles: ids, the likeliest first.
    """
    places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for here, seed in enumerate(_seeds(own.numbers)):
        places[seed].append(here)
    found: list[Alike] = []
    left = READ
    for article in articles if places else ():
        row = connection.execute("SELECT words, starts, ends FROM wordings WHERE id = ?", (article,)).fetchone()
        other = Wording(*(array("I", column) for column in row)) if row else None
        left -= len(other.numbers) if other else 0
        if left < 0:
            break
        if other:
            found += _compared(own, article, other, places)
    return found


def _seeds(numbers: array[int]) -> Iterator[tuple[int, ...]]:
    return zip(*(numbers[n:] for n in range(SEED)), strict=False)


def _compared(own: Wording, article: str, other: Wording, places: dict[tuple[int, ...], list[int]]) -> Iterator[Alike]:
    seen: set[tuple[int, int]] = set()
    for there, seed in enumerate(_seeds(other.numbers)):
        for here in places.get(seed, ()):
            first, last = _reach(own.numbers, other.numbers, here, there)
            shift = there - here
            if (first, shift) in seen:
                continue
            seen.add((first, shift))
            same = tuple(n for n in range(first, last + 1) if own.numbers[n] == other.numbers[n + shift])
            long = {own.numbers[n] for n in same if own.ends[n] - own.starts[n] >= LETTERS}
            if len(same) >= FEWEST and len(long) >= LONG:
                yield Alike(article, same, last - first + 1, other.span(first + shift, last - first + 1))


def _reach(here: array[int], there: array[int], i: int, j: int) -> tuple[int, int]:
    """The first and the last word of one text that are the same in the other, with single ones between that are not."""
    first = last = i
    while (step := _next(here, there, first, j - i, -1)) is not None:
        first = step
    while (step := _next(here, there, last, j - i, 1)) is not None:
        last = step
    return first, last


def _next(here: array[int], there: array[int], at: int, shift: int, step: int) -> int | None:
    """The next word that is the same, or the one after it."""
    for n in (at + step, at + 2 * step):
        if 0 <= n < len(here) and 0 <= n + shift < len(there) and here[n] == there[n + shift]:
            return n
    return None
