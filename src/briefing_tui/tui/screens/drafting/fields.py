"""The brief's own fields: title, addressee, date, marking and the rest, each edited by enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import Label

from ....model import Brief
from ....workspace.drafting.brief_fields import OwnField, choices, fields_of, value_of
from ...flows import before_keys, flow
from ...lines import Line, Piece, cut, fit, line, wrap
from ...widgets.choice import Choice
from ...widgets.row_list import RowList
from ..place import PlaceScreen

WIDTH = 16
"""Cells of the column of names."""
FREE = "\N{PENCIL}"
"""The answer that lets a person type a value of their own."""
OWN = {"marking": "in your own words", "style": "by name, or the path of a .csl file"}
"""The fields with a list that take other values too, and how these are written."""
OWN_HINT = "enter takes · ‘another’: type one of your own · / filter · esc cancel"


@dataclass(frozen=True, slots=True)
class FieldRows:
    """One row a field."""

    brief: Brief
    fields: tuple[OwnField, ...]

    def __len__(self) -> int:
        return len(self.fields)

    def key(self, index: int) -> str:
        """The field's name as in the file."""
        return self.fields[index].name

    def line(self, index: int, width: int) -> Line:
        """Name and value, or what belongs there."""
        name, about = self.fields[index].name, self.fields[index].about
        value = value_of(self.brief, name)
        shown = Piece(cut(value, width - WIDTH)) if value else Piece(cut(f"– ({about})", width - WIDTH), "dim")
        return line(Piece(fit(name, WIDTH), "strong"), shown)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The whole of a long value."""
        value = value_of(self.brief, self.fields[index].name)
        return [line(" " * WIDTH, part) for part in wrap(value, width - WIDTH)] if len(value) > width - WIDTH else ()


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
            rows.rows = FieldRows(brief, fields_of(brief, self.briefing.workspace.places))
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
        self.briefing.desk.require_writable()
        value = value_of(brief, name)
        places = self.briefing.workspace.places
        field = next(f for f in fields_of(brief, places) if f.name == name)
        options = await before_keys(choices, name, places)
        if options:
            own = name in OWN
            options += [(FREE, "another", OWN[name])] if own else []
            begin = FREE if own and value not in {option[0] for option in options} else value
            question = Choice(f"{name}: {field.about}", options, chosen=[begin], hint=OWN_HINT if own else "")
            answer = await self.app.push_screen_wait(question)
            if answer is None:
                return
            if answer[0] != FREE:
                self._keep(name, value, answer[0])
                return
        await self.briefing.ask.for_text(
            f"brief.{name}",
            f"{name}: {field.about}",
            value,
            multiline=field.is_long,
            cites=field.is_long,
            keep=lambda text: self._keep(name, value, text.strip()),
        )

    def _keep(self, name: str, asked: str, value: str) -> bool:
        """Set a field that had a value when the person was asked; an answer that is the same value changes nothing."""
        brief = self.briefing.brief
        now = value_of(brief, name) if brief else asked
        if value in (asked, now):
            return True
        done = self.briefing.desk.set_field(name, value)
        if done and now != asked:
            self.briefing.desk.say_replaced(name)
        return done
