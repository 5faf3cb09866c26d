"""A paragraph of own text with lists in it: what stands before them, and the items of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_tui.citations import Text

from .runs import Bullet, Inline

RUN_IN = " – "
"""The sign of an item that stands in a sentence."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """What an item says, and the lists in it."""

    said: tuple[Inline, ...]
    lists: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: numbered from 1, or not."""

    numbered: bool
    items: tuple[ListItem, ...]


def parted(inlines: Sequence[Inline]) -> tuple[tuple[Inline, ...], tuple[Listed, ...]]:
    """What stands before the first item, which may be nothing, and the lists after it."""
    starts = [n for n, part in enumerate(inlines) if isinstance(part, Bullet)]
    items = [tuple(inlines[start:end]) for start, end in zip(starts, (*starts[1:], len(inlines)), strict=False)]
    return tuple(inlines[: starts[0]] if starts else inlines), _lists(items)


def run_in(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """The same in one sentence, where there is no place for a list: a dash stands for the sign of each item."""
    return tuple(Text(RUN_IN) if isinstance(part, Bullet) else part for part in inlines)


def _lists(items: Sequence[tuple[Inline, ...]]) -> tuple[Listed, ...]:
    """The lists that some items make, each of them behind its sign; those of a further level are in the one before."""
    lists: list[Listed] = []
    start = 0
    while start < len(items):
        mark, *said = items[start]
        number, level = (mark.number, mark.level) if isinstance(mark, Bullet) else (0, 0)
        end = start + 1
        while end < len(items) and _level(items[end]) > level:
            end += 1
        item = ListItem(tuple(said), _lists(items[start + 1 : end]))
        if lists and number != 1 and lists[-1].numbered == bool(number):
            lists[-1] = Listed(bool(number), (*lists[-1].items, item))
        else:
            lists.append(Listed(bool(number), (item,)))
        start = end
    return tuple(lists)


def _level(item: tuple[Inline, ...]) -> int:
    return item[0].level if isinstance(item[0], Bullet) else 0
