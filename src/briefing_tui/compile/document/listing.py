"""A paragraph of own text with lists in it: what stands before them, and the items of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .tree import Bullet, Inline


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: numbered from 1, or not."""

    numbered: bool
    items: tuple[tuple[Inline, ...], ...]


def parted(inlines: Sequence[Inline]) -> tuple[tuple[Inline, ...], tuple[Listed, ...]]:
    """What stands before the first item, which may be nothing, and the lists after it."""
    starts = [n for n, part in enumerate(inlines) if isinstance(part, Bullet)]
    lists: list[Listed] = []
    for start, end in zip(starts, (*starts[1:], len(inlines)), strict=False):
        mark, item = inlines[start], tuple(inlines[start + 1 : end])
        number = mark.number if isinstance(mark, Bullet) else 0
        if lists and number != 1 and lists[-1].numbered == bool(number):
            lists[-1] = Listed(bool(number), (*lists[-1].items, item))
        else:
            lists.append(Listed(bool(number), (item,)))
    return tuple(inlines[: starts[0]] if starts else inlines), tuple(lists)
