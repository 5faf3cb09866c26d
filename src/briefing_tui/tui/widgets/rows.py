"""What a list shows: rows that are ready, made when they are seen, or chosen from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from ..lines import Line, plain, trim


class Rows(Protocol):
    """What a list shows: rows of one line, and more lines below the one that the cursor is on."""

    def __len__(self) -> int: ...

    def key(self, index: int) -> str:
        """What the row is about; the cursor stays with it when rows come or go."""
        ...

    def line(self, index: int, width: int) -> Line:
        """The row in at most `width` cells."""
        ...

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """Further lines while the cursor is on the row."""
        ...


class Tall(Rows, Protocol):
    """Rows that know how many lines they need."""

    def tallest(self, width: int) -> int:
        """Lines that all of them need, whichever the cursor is on."""
        ...


@runtime_checkable
class Placed(Protocol):
    """Rows that know where a key stands without going through all of them."""

    def index_of(self, key: str) -> int | None:
        """The row with a key, if there is such."""
        ...


@runtime_checkable
class Sought(Protocol):
    """Rows that are found by more than what their line says."""

    def letters(self, index: int) -> str:
        """What a filter looks for in the row."""
        ...


def index_of(rows: Rows, key: str) -> int | None:
    """The row with a key, if there is such."""
    if isinstance(rows, Placed):
        return rows.index_of(key)
    return next((n for n in range(len(rows)) if rows.key(n) == key), None)


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows that are ready: keys with their lines."""

    rows: Sequence[tuple[str, Line]] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def key(self, index: int) -> str:
        """What the row is about."""
        return self.rows[index][0]

    def line(self, index: int, width: int) -> Line:
        """The row."""
        return trim(self.rows[index][1], width)

    def opened(self, index: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - the protocol's
        """Nothing more."""
        return ()


@dataclass(frozen=True, slots=True)
class Filtered:
    """The rows of another list that contain certain letters."""

    rows: Rows
    indexes: Sequence[int]

    @classmethod
    def of(cls, rows: Rows, words: str) -> Filtered:
        """The rows that contain every word; case does not count."""
        wanted = words.casefold().split()
        letters = rows.letters if isinstance(rows, Sought) else lambda n: plain(rows.line(n, 400))
        found = ((n, letters(n).casefold()) for n in range(len(rows)))
        return cls(rows, [n for n, text in found if all(word in text for word in wanted)])

    def __len__(self) -> int:
        return len(self.indexes)

    def key(self, index: int) -> str:
        """What the row is about."""
        return self.rows.key(self.indexes[index])

    def line(self, index: int, width: int) -> Line:
        """The row."""
        return self.rows.line(self.indexes[index], width)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """Its further lines."""
        return self.rows.opened(self.indexes[index], width)
