"""The files that could not be read or followed: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Label

from ....model import Problem
from ...lines import Line, Piece, line, trim, wrap
from ...widgets.row_list import RowList
from ..place import PlaceScreen


@dataclass(frozen=True, slots=True)
class ProblemRows:
    """One row a problem; opened it says what to do."""

    problems: Sequence[Problem]

    def __len__(self) -> int:
        return len(self.problems)

    def key(self, index: int) -> str:
        """The file, the line and the field."""
        return self.problems[index].place

    def line(self, index: int, width: int) -> Line:
        """File, line, field, what is wrong."""
        problem = self.problems[index]
        where = ", ".join(filter(None, (f"line {problem.line}" if problem.line else "", problem.field)))
        pieces = line(Piece("✗ ", "bad"), Piece(problem.file, "strong"), Piece(f"  {where}  ", "dim"), problem.message)
        return trim(pieces, width)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The whole message, and below it the whole remedy."""
        problem = self.problems[index]
        lines = [Piece(part) for part in wrap(problem.message, width - 2)]
        lines += [Piece(part, "accent") for part in wrap(problem.hint, width - 2)] if problem.hint else []
        return [line("  ", piece) for piece in lines]


class ProblemsScreen(PlaceScreen):
    """A list of problems."""

    NAME = "Problems"
    SAID: ClassVar[str] = "These files could not be read, or not be followed; everything else is in the library"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def body(self) -> ComposeResult:
        """The list."""
        yield Label(self.SAID, classes="said", markup=False)
        yield RowList(ProblemRows(self._problems))

    def footer_words(self) -> Mapping[str, str]:
        """What leads away, since nothing here is opened."""
        return {"everywhere.back": "back"}
