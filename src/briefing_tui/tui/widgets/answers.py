"""The answers of a question as rows; of the one at the cursor all is shown that is said about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len

from ..lines import Line, Piece, cut, fit, harmless, line, trim, wrap

Option = tuple[str, str] | tuple[str, str, str]
"""An answer: its key, what is shown, and what is said about it."""
LEAST = 24
"""Cells that what is said needs in order to be broken into lines; with fewer it is cut."""
FACT = 20
"""Cells of what is said that a long answer leaves to it."""
COLUMN = 36
"""Cells of an answer up to which what is said about it stands in a column of its own."""


@dataclass(frozen=True)
class Answers:
    """One row an answer.

    Args:
        options: the answers.
        ticked: the keys of those that hold; `None` where only one can.
    """

    options: Sequence[Option]
    ticked: Collection[str] | None = None

    def __len__(self) -> int:
        return len(self.options)

    def key(self, index: int) -> str:
        """The answer's key."""
        return self.options[index][0]

    def line(self, index: int, width: int) -> Line:
        """The answer, and as much of what is said about it as there is room for."""
        head, first, *more = self._parts(index, width)
        return trim(line(head, Piece(f"{first} …" if more else first, "dim")), width)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The rest of what is said."""
        head, _, *more = self._parts(index, width)
        return [line(" " * cell_len(head), Piece(part, "dim")) for part in more]

    def tallest(self, width: int) -> int:
        """Rows that all answers need, whichever the cursor is on."""
        return len(self) + max((len(self.opened(n, width)) for n in range(len(self))), default=0)

    @cached_property
    def _column(self) -> int:
        """Cells of the longest answer that is no longer than a column."""
        return max((n for n in (cell_len(harmless(o[1])) for o in self.options) if n <= COLUMN), default=0)

    def _parts(self, index: int, width: int) -> list[str]:
        """The answer itself, and what is said about it in lines."""
        key, shown, *about = self.options[index]
        said = about[0] if about else ""
        sign = "" if self.ticked is None else ("[x] " if key in self.ticked else "[ ] ")
        head = f"{sign}{fit(shown, max(self._column, cell_len(harmless(shown))))}  " if said else f"{sign}{shown}"
        room = width - cell_len(head)
        if cell_len(said) <= room:
            return [head, said]
        if room >= LEAST:
            return [head, *wrap(said, room - 2)]
        said = cut(said, FACT)
        return [fit(f"{sign}{shown}", width - cell_len(said) - 2) + "  ", said]
