"""The brief's own fields: title, addressee, date, marking and the rest, each edited by enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import Label

from ...model import Brief, edits
from ...workspace.brief_fields import SAID, choices, value_of
from ..flows import before_keys, flow
from ..lines import Line, Piece, cut, fit, line, wrap
from ..widgets.choice import Choice
from ..widgets.row_list import RowList
from .place import PlaceScreen

FREE = "\N{PENCIL}"
"""The answer that lets a person type a value of their own."""


@dataclass(frozen=True, slots=True)
class FieldRows:
    """One row a field."""

    brief: Brief

    def __len__(self) -> int:
        return len(edits.FIELDS)

    def key(self, index: int) -> str:
        """The field's name as in the file."""
        return edits.FIELDS[index]

    def line(self, index: int, width: int) -> Line:
        """Name and value, or what belongs there."""
        name = edits.FIELDS[index]
        value = value_of(self.brief, name)
        shown = Piece(cut(value, width - 14)) if value else Piece(cut(f"– ({SAID[name]})", width - 14), "dim")
        return line(Piece(fit(name, 14), "strong"), shown)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The whole of a long value."""
        value = value_of(self.brief, edits.FIELDS[index])
        return [line(" " * 14, part) for part in wrap(value, width - 14)] if len(value) > width - 14 else ()


class FieldsScreen(PlaceScreen):
    """A form for the open brief.

    Args:
        field: the one that the cursor begins on.
    """

    NAME = "Fields"

    def __init__(self, field: str = "") -> None:
        super().__init__()
        self._begin = field

    def body(self) -> ComposeResult:
        """The fields."""
        yield Label("The brief's own fields · enter edits · q back", classes="said", markup=False)
        yield RowList()

    def brief_changed(self, brief: Brief | None) -> None:
        """Show the values."""
        if brief is not None:
            rows = self.query_one(RowList)
            rows.rows = FieldRows(brief)
            if self._begin:
                rows.go_to(self._begin)
                self._begin = ""

    @on(RowList.Opened)
    @flow
    async def edit_field(self, event: RowList.Opened) -> None:
        """Ask for a value: from a list where there is one, else as text."""
        name, brief = event.key, self.briefing.brief
        if brief is None:
            return
        self.briefing.require_writable()
        value = value_of(brief, name)
        options = await before_keys(choices, name)
        if options:
            options += [(FREE, "another", "")] if name == "marking" else []
            answer = await self.app.push_screen_wait(Choice(f"{name}: {SAID[name]}", options, chosen=[value]))
            if answer is None:
                return
            if answer[0] != FREE:
                self._keep(name, value, answer[0])
                return
        await self.briefing.ask_text(
            f"brief.{name}",
            f"{name}: {SAID[name]}",
            value,
            multiline=name == "bottom-line",
            keep=lambda text: self._keep(name, value, text.strip()),
        )

    def _keep(self, name: str, asked: str, value: str) -> bool:
        """Set a field that had a value when the person was asked; an answer that is the same value changes nothing."""
        brief = self.briefing.brief
        now = value_of(brief, name) if brief else asked
        if value in (asked, now):
            return True
        done = self.briefing.set_field(name, value)
        if done and now != asked:
            self.briefing.say_replaced(name)
        return done
