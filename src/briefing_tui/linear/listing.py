"""Places that are lists: rows with numbers, a row one is on, letters that filter."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from ..errors import NotFoundError
from ..model.naming import count
from ..settings import Where
from .place import Place

if TYPE_CHECKING:
    from .desk import Desk

PAGE = 10
"""Rows that are said at once."""
LONGEST = 160
"""Characters of a row among others; the one that one is on is said whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list."""

    key: str
    text: str
    """All of it."""
    short: str = ""
    """What is said of it among others, where that is not its beginning."""


class Listing(Place, ABC):
    """A list."""

    ROWS: ClassVar[tuple[str, str]] = ("row", "rows")
    """What one row is called, and several."""
    NUMBER: ClassVar[str] = "a number opens one"
    """What the number of a row does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cursor = 0
        self.words = ""
        self._rows: Sequence[Row] = ()
        self._key = ""

    @abstractmethod
    def make_rows(self) -> Sequence[Row]:
        """The rows as they are now."""

    def about(self) -> str:
        """What the list is, for the line that says where one is."""
        return self.NAME

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that the filter lets through."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row that one is on."""
        return self._rows[self.cursor] if self._rows else None

    def here(self) -> Row:
        """The row that one is on.

        Raises:
            NotFoundError: where there is none.
        """
        if self.row is None:
            raise NotFoundError(f"there is no {self.ROWS[0]} here")
        return self.row

    def arrive(self) -> None:
        """Make the rows, and say how many there are and the first of them."""
        self.changed()
        self.say(f"{self.about()}: {count(len(self._rows), *self.ROWS)}")
        self.do_list()

    def changed(self) -> None:
        """Make the rows anew; one stays on what one was on."""
        at = self.row.key if self.row else self._key
        wanted = self.words.casefold().split()
        self._rows = [r for r in self.make_rows() if all(word in r.text.casefold() for word in wanted)]
        self.go_to(at)
        self.cursor = max(0, min(self.cursor, len(self._rows) - 1))

    def go_to(self, key: str) -> None:
        """Go to the row with a key, if it is there."""
        self.cursor = next((n for n, row in enumerate(self._rows) if row.key == key), self.cursor)

    def where(self) -> str:
        """What the list is, which of its rows one is on, and that row."""
        filtered = f", with “{self.words}”" if self.words else ""
        if self.row is None:
            return f"{self.about()}{filtered}: no {self.ROWS[0]}"
        return f"{self.about()}{filtered}: {self.cursor + 1} of {count(len(self._rows), *self.ROWS)}. {self.row.text}"

    def do_list(self) -> None:
        """Say the rows from the one that one is on."""
        last = min(len(self._rows), self.cursor + PAGE)
        for n in range(self.cursor, last):
            self.say(f"{n + 1}. {_short(self._rows[n].short or self._rows[n].text)}")
        left = len(self._rows) - last
        if left:
            self.say(f"and {count(left, *self.ROWS)} more: more says them, {self.NUMBER}")

    def do_down(self) -> None:
        """The next row."""
        self._move(self.cursor + 1)

    def do_up(self) -> None:
        """The row before."""
        self._move(self.cursor - 1)

    def do_page_down(self) -> None:
        """The next rows."""
        self._move(self.cursor + PAGE)
        self.do_list()

    def do_page_up(self) -> None:
        """The rows before."""
        self._move(self.cursor - PAGE)
        self.do_list()

    def do_top(self) -> None:
        """The first row."""
        self._move(0)

    def do_bottom(self) -> None:
        """The last row."""
        self._move(len(self._rows) - 1)

    def _move(self, to: int) -> None:
        self.cursor = max(0, min(to, len(self._rows) - 1))

    def do_filter(self, words: str = "") -> None:
        """Show only the rows with these words; without any, all of them."""
        self.words = words
        self.cursor = 0
        self.changed()

    def do_cancel(self) -> None:
        """Drop the filter."""
        if self.words:
            self.do_filter()
        else:
            super().do_cancel()

    def do_lists_back(self) -> None:
        """Go back; the first place is left by its own key alone."""
        if len(self.desk.places) > 1:
            self.desk.back()

    def do_open(self, words: str = "") -> None:
        """Open a row: the one that one is on, the one with that number or id, or the first with these words."""
        self.choose(words)
        self.opened(self.here())

    def choose(self, words: str) -> None:
        """Go to the row with a number or an id, or to the first with some words.

        Raises:
            NotFoundError: where there is none.
        """
        if words.isdecimal():
            if not 0 < int(words[:9]) <= len(self._rows):
                raise NotFoundError(f"there is no {self.ROWS[0]} {words}", hint=f"there are {len(self._rows)}")
            self._move(int(words) - 1)
        elif words:
            ids, texts = (
                (n for n, row in enumerate(self._rows) if self.id_of(row) == words),
                (n for n, row in enumerate(self._rows) if words.casefold() in row.text.casefold()),
            )
            found = next(chain(ids, texts), None)
            if found is None:
                raise NotFoundError(f"no {self.ROWS[0]} has “{words}”")
            self._move(found)

    def id_of(self, row: Row) -> str:
        """The id by which a row can be named."""
        return row.key

    def sure(self, question: str) -> bool:
        """Whether the person says yes; where nobody answers, no."""
        return self.desk.talk.choose(question, [("y", "yes", ""), ("n", "no", "")]) == "y"

    @abstractmethod
    def opened(self, row: Row) -> None:
        """Do what opening a row means."""


def lists(*own: Where) -> tuple[Where, ...]:
    """The places that meet in a list."""
    return (*own, Where.LISTS)


def _short(text: str) -> str:
    """A text as it is said in a list: in whole words, where it has any."""
    if len(text) <= LONGEST:
        return text
    start = text[: LONGEST - 1]
    return f"{(start.rpartition(' ')[0] or start).rstrip(' ,;:')}…"
