"""Choosing where a paragraph is split: both parts are shown, and keys move the cut."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from ....model import Span, sentences
from ...lines import Line, Piece, line, wrap
from ...widgets.asking import Asking
from ...widgets.passage import Passage

_WORD = re.compile(r"(?<=\s)\S")


class Cut(Asking["int | None"]):
    """Asks where a paragraph is to be split; the answer is an offset, or `None` where the person went away.

    Args:
        n: the paragraph's number.
        words: its text.
        language: a language tag, for what ends a sentence.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("greater_than_sign,right,l", "move(1)", "a word on"),
        Binding("less_than_sign,left,h", "move(-1)", "a word back"),
        Binding("j,down,plus", "sentence(1)", "a sentence on"),
        Binding("k,up,minus", "sentence(-1)", "a sentence back"),
        Binding("enter", "done", "split"),
        Binding("escape,q", "cancel", "cancel"),
    ]
    DEFAULT_CSS = """
    Cut .dialog { width: 96; height: 90%; }
    Cut Passage { height: 1fr; background: $panel; }
    """

    def __init__(self, n: int, words: str, language: str = "") -> None:
        super().__init__()
        self._n = n
        self._words = words
        self._sentences = [s.start for s in sentences(words, Span(0, len(words)), language)][1:]
        self._places = sorted({m.start() for m in _WORD.finditer(words)} | set(self._sentences))
        self._at = (self._sentences or self._places[len(self._places) // 2 :] or [0])[0]

    @property
    def is_possible(self) -> bool:
        """Whether there is a place to cut at."""
        return bool(self._places)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(f"Split ¶ {self._n}", classes="question", markup=False)
            yield Passage()
            yield Label("j k by sentence · < > by word · enter splits · esc cancel", classes="hint", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Passage).maker = self._lines

    def _lines(self, width: int) -> list[Line]:
        """The end of the first part and the beginning of the second, as much as there is room for."""
        height = max(3, self.query_one(Passage).size.height) - 1
        first, second = wrap(self._words[: self._at], width), wrap(self._words[self._at :], width)
        above = max(height // 2, height - len(second))
        first = first if len(first) <= above else ["…", *first[len(first) - above + 1 :]]
        second = second if len(first) + len(second) <= height else [*second[: height - len(first) - 1], "…"]
        rule = f"── ¶ {self._n + 1} begins here "
        return [
            *(line(Piece(part)) for part in first),
            line(Piece(rule + "─" * max(0, width - len(rule)), "accent")),
            *(line(Piece(part)) for part in second),
        ]

    def _go(self, at: int | None) -> None:
        if at is not None:
            self._at = at
            self.query_one(Passage).maker = self._lines

    def action_move(self, step: int) -> None:
        self._go(_next(self._places, self._at, step))

    def action_sentence(self, step: int) -> None:
        self._go(_next(self._sentences, self._at, step))

    def action_done(self) -> None:
        self.answer(self._at)

    def action_cancel(self) -> None:
        self.answer(None)


def _next(places: list[int], at: int, step: int) -> int | None:
    """The place after another or, with a step back, before it."""
    ahead = [place for place in places if (place > at if step > 0 else place < at)]
    return (ahead[0] if step > 0 else ahead[-1]) if ahead else None
