"""Lists of headers of any length: the order is held, the headers come in pages."""

from __future__ import annotations

import json
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from briefing_tui.model import Header

PAGE = 128
"""Headers read at once: more than a screen has lines."""
KEPT = 64
"""Pages held at most."""
STREAMED = 1024
"""Headers read at once by who goes through all of them."""

Fetch = Callable[[Sequence[int]], list[Header]]
"""The headers of rows by their numbers."""
GONE = Header("", "", "[no longer there]", (), "", "", "", "", "full", 0, 0, ())
"""Stands for an article that was taken away after the list was made, until the next list."""


class Headers(Sequence[Header]):
    """Articles in order. Any number of them takes eight bytes each and the pages that were looked at last."""

    def __init__(self, numbers: array[int], fetch: Fetch, number_of: Callable[[str], int | None]) -> None:
        self._numbers = numbers
        self._fetch = fetch
        self._number_of = number_of
        self._pages: OrderedDict[int, list[Header]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Header: ...
    @overload
    def __getitem__(self, index: slice) -> list[Header]: ...
    def __getitem__(self, index: int | slice) -> Header | list[Header]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return self._page(at // PAGE)[at % PAGE]

    def __iter__(self) -> Iterator[Header]:
        for start in range(0, len(self), STREAMED):
            yield from self._fetch(self._numbers[start : start + STREAMED])

    def index_of(self, article_id: str) -> int | None:
        """Where an article stands; `None` where it is not among them."""
        number = self._number_of(article_id)
        try:
            return None if number is None else self._numbers.index(number)
        except ValueError:
            return None

    def _page(self, n: int) -> list[Header]:
        if n not in self._pages:
            self._pages[n] = self._fetch(self._numbers[n * PAGE : (n + 1) * PAGE])
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(n)
        return self._pages[n]


def unpack_header(packed: str) -> Header:
    """A header from the JSON array of its fields."""
    values: list[Any] = [tuple(v) if isinstance(v, list) else v for v in json.loads(packed)]
    values[-1] = tuple((name, state) for name, state in values[-1])
    return Header(*values)
