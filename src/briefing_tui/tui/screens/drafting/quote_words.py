"""Choosing words of a quote: as it will be printed, and below it the source's words, of which some are chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from ....model import Excerpt, Span
from ....model.display import display_text
from ....reading import Chosen, Selection, Words
from ...lines import Line, breaks
from ...widgets.asking import Asking
from ...widgets.passage import Passage
from ...wording import count
from .quote_lines import CHOSEN, GONE, Marks, marks_beside, printed_at, printed_lines, source_line

FRAME = 8
"""Rows of the dialog beside its two texts: border, two titles, keys; and one that stays free."""
TITLES = 2
"""The same on a screen with few lines."""

_Line = TypeVar("_Line")


class QuotePane(Passage):
    """Lines of a quote, some of their words chosen or left out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row--{CHOSEN}", f"row--{GONE}"}

    def _style(self, role: str) -> Style:
        """The style of one role or of several, one over the other."""
        styles = [super(QuotePane, self)._style(one) for one in role.split() or [""]]
        return sum(styles[1:], styles[0])


class QuoteWords(Asking[None]):
    """Shows a quote and lets a person choose some of its words.

    Args:
        excerpt: the quote.
        language: of its source, for what ends a sentence.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "word(1)", "next word"),
        Binding("h,left", "word(-1)", "word before"),
        Binding("j,down", "row(1)", "line down"),
        Binding("k,up", "row(-1)", "line up"),
        Binding("g,home", "edge(0)", "first word"),
        Binding("G,end", "edge(-1)", "last word"),
        Binding("v,space", "hold", "from here on"),
        Binding("greater_than_sign", "trim('by_word', 1)", "end a word on"),
        Binding("less_than_sign", "trim('by_word', -1)", "end a word back"),
        Binding("full_stop", "trim('by_character', 1)", "end a sign on"),
        Binding("comma", "trim('by_character', -1)", "end a sign back"),
        Binding("plus,equals_sign", "trim('extended')", "to the end of the sentence"),
        Binding("minus", "trim('shrunk')", "a sentence less"),
        Binding("tab", "other_end", "other end"),
    ]
    HINT = ""

    def __init__(self, excerpt: Excerpt, language: str = "") -> None:
        super().__init__()
        self.excerpt = excerpt
        self.language = language
        self._words = Words(excerpt.exact, language)
        self.chosen = Chosen.first(self._words)
        self.shown = display_text(excerpt.exact)
        self._broken: dict[int, list[tuple[int, int]]] = {}
        self._stretches = excerpt.printed()
        self.marks = marks_beside(self._stretches)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(f"{self.excerpt.id} as it will be printed", classes="question", markup=False)
            yield QuotePane(id="as-printed")
            yield Label("", classes="question", id="chosen", markup=False)
            yield QuotePane(id="in-source")
            yield Label(self.HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self._arrange)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        self.call_after_refresh(self._arrange)

    def show_quote(self, excerpt: Excerpt) -> None:
        """Show the quote as it is now."""
        if excerpt.exact != self.excerpt.exact:
            self._words = Words(excerpt.exact, self.language)
            self.chosen = Chosen.first(self._words)
            self.shown, self._broken = display_text(excerpt.exact), {}
        self.excerpt, self._stretches = excerpt, excerpt.printed()
        self.marks = self.marks_printed()
        self._arrange()

    def marks_printed(self) -> Marks:
        """The marks that are printed around the quote as it is now."""
        return marks_beside(self._stretches)

    def _arrange(self) -> None:
        """Give both texts the rows that they need, or as many as there are."""
        printed, source = self.query_one("#as-printed", QuotePane), self.query_one("#in-source", QuotePane)
        height = self.app.size.height
        low = self.has_class("-flat")
        room = max(2, height - TITLES if low else height * 9 // 10 - FRAME)
        width = max(1, source.size.width)
        wanted, below = len(printed_lines(self._stretches, width, self.marks)), len(self._lines(width))
        printed.styles.height = max(1, min(wanted, max(room - below, room // 2)))
        source.styles.height = max(1, min(below, max(room - wanted, room - room // 2)))
        self._draw()

    def _draw(self) -> None:
        first, last = self._words.at(self.chosen.span.start), self._words.at(self.chosen.span.end - 1)
        held = " · from here on" if self.chosen.held else ""
        self.query_one("#chosen", Label).update(f"{count(last - first + 1, 'word')} chosen in the source{held}")
        self.query_one("#as-printed", QuotePane).maker = self._printed_part
        self.query_one("#in-source", QuotePane).maker = self._source_part

    def _lines(self, width: int) -> list[tuple[int, int]]:
        """Where the lines of the source's words begin and end."""
        if width not in self._broken:
            self._broken = {width: breaks(self.shown, width) or [(0, len(self.shown))]}
        return self._broken[width]

    def _printed_part(self, width: int) -> Sequence[Line]:
        """The lines of the printed quote about where the chosen words are printed."""
        lines = printed_lines(self._stretches, width, self.marks)
        at = printed_at(self.excerpt.exact, self._stretches, self.chosen.at, self.marks)
        ends, end = [], 0
        for pieces in lines:
            end += sum(len(piece.text) for piece in pieces) + 1
            ends.append(end)
        return _part(lines, bisect_right(ends, at), self.query_one("#as-printed").size.height)

    def _source_part(self, width: int) -> Sequence[Line]:
        """The lines of the source about the chosen words."""
        places = _part(self._lines(width), self._row(width), self.query_one("#in-source").size.height)
        chosen, done = self.chosen.span, self.excerpt.alterations
        return [source_line(self.excerpt.exact, Span(*place), chosen, done) for place in places]

    def _row(self, width: int) -> int:
        """The line that one is in."""
        return max(0, bisect_right(self._lines(width), (self.chosen.at, len(self.shown))) - 1)

    # Choosing

    def choose(self, chosen: Chosen) -> None:
        """Choose other words."""
        self.chosen = chosen
        self._draw()

    def action_word(self, step: int) -> None:
        self.choose(self.chosen.by_word(self._words, step))

    def action_row(self, step: int) -> None:
        width = self.query_one("#in-source").size.width
        lines, row = self._lines(width), self._row(width)
        to = max(0, min(row + step, len(lines) - 1))
        offset = min(lines[to][0] + self.chosen.at - lines[row][0], lines[to][1] - 1)
        number = self._words.at(offset)
        if self._words.spans[number].start < lines[to][0] and number + 1 < len(self._words.spans):
            number += 1
        self.choose(self.chosen.to(self._words, number))

    def action_edge(self, number: int) -> None:
        self.choose(self.chosen.to(self._words, number % len(self._words.spans)))

    def action_hold(self) -> None:
        self.choose(self.chosen.holding(self._words))

    def action_trim(self, how: str, *step: int) -> None:
        move: Callable[..., Selection] = getattr(self.chosen.selection, how)
        self.choose(self.chosen.trimmed(move(self._words.passages, *step)))

    def action_other_end(self) -> None:
        self.choose(self.chosen.trimmed(self.chosen.selection.swapped()))


def _part(lines: Sequence[_Line], at: int, height: int) -> Sequence[_Line]:
    """As many lines as there is room for, about one of them."""
    first = max(0, min(at - height // 2, len(lines) - height))
    return lines[first : first + max(1, height)]
