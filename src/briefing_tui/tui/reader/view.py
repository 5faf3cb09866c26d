"""The reader: everything that can be done with the text of an article by a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from ...model import Span
from ...reading import Quotations, Selection
from ...settings import Where
from ..commands import bindings
from . import messages
from .looks import Look
from .mouse import Mouse

BY_WORDS = ("reader.end_word_back", "reader.end_word_forward")
"""The commands that go where no clause does."""


class ReaderView(Mouse):
    """Shows an article, moves in it and selects of it."""

    PANE: ClassVar[str] = "text"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Where.READER))

    # Selecting

    def action_select(self) -> None:
        self._select(Selection.of(self.sentence) if self.sentence and not self._selected else None)

    def action_extend(self) -> None:
        self._change(lambda selected: selected.extended(self.passages))

    def action_shrink(self) -> None:
        if self.sentence is None:
            return
        selected = self._selected or Selection.of(self.sentence)
        smaller = selected.shrunk(self.passages)
        self._select(smaller)
        if smaller == selected:
            self.post_message(messages.Told("What is selected stands in one sentence; {} and {} go by words", BY_WORDS))

    def action_end_word_forward(self) -> None:
        self._change(lambda selected: selected.by_word(self.passages, 1))

    def action_end_word_back(self) -> None:
        self._change(lambda selected: selected.by_word(self.passages, -1))

    def action_end_char_forward(self) -> None:
        self._change(lambda selected: selected.by_character(self.passages, 1))

    def action_end_char_back(self) -> None:
        self._change(lambda selected: selected.by_character(self.passages, -1))

    def action_end_clause_forward(self) -> None:
        self._by_clause(1)

    def action_end_clause_back(self) -> None:
        self._by_clause(-1)

    def _by_clause(self, step: int) -> None:
        """Move an end by a clause, or say why it stays."""
        if self.sentence is None:
            return
        selected = self._selected or Selection.of(self.sentence)
        moved = selected.by_clause(self.passages, step)
        self._select(moved)
        if moved == selected:
            bound, side = "ends" if selected.forward else "begins", "after" if step > 0 else "before"
            self.post_message(messages.Told(f"No clause {bound} {side} here; {{}} and {{}} go by words", BY_WORDS))

    def action_other_end(self) -> None:
        self._change(lambda selected: selected.swapped())

    def action_widen(self) -> None:
        self._change(lambda selected: selected.widened(self.passages))

    def action_select_paragraph(self) -> None:
        self._change(lambda selected: Selection.of(self.passages.paragraphs(selected.span)))

    def action_select_quotation(self) -> None:
        here = self.selection
        if here is None:
            return
        quotations = Quotations.near(self.passages, here)
        ways = [quotations.around, quotations.within, quotations.nearest]
        if not self._selected:
            ways[:2] = quotations.within, quotations.around
        elif here in quotations.spans:
            del ways[1:]
        found = next(filter(None, (way(here) for way in ways)), None)
        if found is not None:
            self._select(Selection.of(found))
        elif quotations.unpaired:
            sign = quotations.unpaired.slice(self.passages.text)
            self.post_message(messages.Told(f"The {sign} in this paragraph has no partner in it"))
        else:
            wider = "No wider quotation here" if quotations.spans else "No quotation marks in this paragraph"
            self.post_message(messages.Told(wider))

    def action_select_hit(self) -> None:
        here, hits = self.sentence or Span(0, 0), self.marked(Look.HIT)
        current = [hits[self._hit]] if self._hit >= 0 else []
        inside = (*current, *hits.overlapping(here.start, here.end))
        found = next((hit.span for hit in inside if hit.span.overlaps(here)), None)
        if found is not None:
            self._select(Selection.of(found))
        else:
            self.post_message(messages.Told("No hit in this sentence to select"))

    def _change(self, change: Callable[[Selection], Selection]) -> None:
        """Change the selection; where nothing is selected, the lit sentence is, first."""
        if self.sentence:
            self._select(change(self._selected or Selection.of(self.sentence)))

    # What the screen does

    def action_pin(self) -> None:
        self._ask(messages.PinRequested)

    def action_pin_with_note(self) -> None:
        self._ask(lambda span: messages.PinRequested(span, note=True))

    def action_copy(self) -> None:
        self._ask(messages.CopyRequested)

    def action_beside(self) -> None:
        self.post_message(messages.BesideRequested())

    def action_reorder(self) -> None:
        self.visual = not self.visual
        order = "in the order in which they are read" if self.visual else "in the order of the text"
        self.post_message(messages.Told(f"Words written from right to left stand {order}"))

    def action_edit(self) -> None:
        self.post_message(messages.EditRequested())

    def action_unpin(self) -> None:
        if self.place.pins and self.sentence:
            self.post_message(messages.UnpinRequested(self.sentence.start, self.place.pins))
        else:
            self.post_message(messages.Told("Nothing of this passage is pinned in the open brief"))

    def action_alter(self) -> None:
        if self.place.pins:
            self.post_message(messages.AlterationRequested(self.place.pins))
        else:
            self.post_message(messages.Told("Nothing of this passage is pinned in the open brief"))

    def action_speaker(self) -> None:
        if self.place.pins:
            self.post_message(messages.SpeakerRequested(self.place.pins))
        else:
            self.post_message(messages.Told("Nothing of this passage is pinned in the open brief"))

    def _ask(self, message: Callable[[Span], Message]) -> None:
        if self.selection:
            self.post_message(message(self.selection))
