"""The lines around an article: above it what it is, below it what is selected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rich.cells import cell_len
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from ...model import Article, naming
from ..lines import fit, harmless
from ..reader import Place
from ..reader.looks import MARGIN
from ..reader.provenance import how_we_know, source

TALL = 30
"""Rows of a screen from which a line more for what we know costs the text little."""
GAP = 2
"""Cells at least between a source and how we know it."""
ENOUGH = 24
"""Cells for what is pressing about a passage below which its place gives way to it."""


class ReaderHeader(Widget, can_focus=False):
    """The title in the first line; source and how we know it below, in one line where there is room, else in two."""

    DEFAULT_CSS = """
    ReaderHeader { height: auto; padding: 0 1; background: $panel; }
    """
    article: reactive[Article | None] = reactive[Article | None](None, layout=True)
    current: reactive[bool] = reactive(False)
    """Whether it is said that this one of two articles is the one that keys go to."""

    def render(self) -> Text:
        width, low = self.size.width, self.app.size.height < TALL
        if self.article is None:
            return Text("")
        title = ("▸ " if self.current else "") + harmless(naming.title(self.article))
        return Text("\n").join(
            [
                Text(fit(title, width), "bold", no_wrap=True),
                *(Text(fit(line, width), "dim", no_wrap=True) for line in self._below(self.article, width, low=low)),
            ]
        )

    def _below(self, article: Article, width: int, *, low: bool) -> list[str]:
        """One line where there is room, or on a `low` screen for fewer words of how we know; else two lines."""
        left, forms = source(article.metadata), how_we_know(article.metadata)
        room = width - cell_len(left) - GAP if left else width
        right = next((form for form in (forms if low else forms[:1]) if cell_len(form) <= room), "")
        if right:
            return [f"{left}{' ' * (width - cell_len(left) - cell_len(right))}{right}" if left else right]
        right = next((form for form in forms if cell_len(form) <= width), forms[-1])
        return [left, right] if left else [right]


class ReaderStatus(Widget, can_focus=False):
    """Where one is and what is selected or special about the passage; at the right the hits."""

    DEFAULT_CSS = """
    ReaderStatus { height: 1; padding: 0 1; }
    """
    place: reactive[Place | None] = reactive[Place | None](None)
    """Unknown until an article is shown."""
    walked: reactive[str] = reactive("")
    """Which passage it is of the list that one came by."""
    about: reactive[str] = reactive("")
    """What is to be said about the paragraph while nothing is selected."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        """With a person's own signs of the margin, by the names of the settings."""
        super().__init__()
        self.signs = {**MARGIN, **signs}

    def render(self) -> Text:
        width, place = self.size.width, self.place
        if place is None:
            return Text("")
        where = " · ".join(filter(None, (place.paragraph, self.walked)))
        right = place.found
        room, alone = width - cell_len(where) - cell_len(right) - 4, width - cell_len(right) - 2
        found = cell_len(harmless(place.findings[0])) if place.findings and not place.selecting else 0
        wanted = max(ENOUGH, cell_len(place.asked), found if found <= alone else 0)
        if room < wanted and (place.selecting or place.asked or place.findings):
            where, room = "", alone
        said = " · ".join(filter(None, map(harmless, self._facts(place, room))))
        strong = "bold" if place.selecting or place.asked else ""
        between = "  " if where and said and room > 0 else ""
        return Text.assemble(where, between, (fit(said, max(0, room)), strong), "  ", right, no_wrap=True)

    def _facts(self, place: Place, room: int) -> Iterable[str]:
        """What is to be said about the passage in some cells, the most pressing first."""
        if place.asked:
            yield place.asked
            return
        if place.selecting:
            yield both_ends(place, room)
        yield from place.findings
        if place.pins:
            yield f"{self.signs['pin']} pinned: {' '.join(place.pins)}"
        if place.others:
            yield f"{self.signs['other']} pinned in {', '.join(place.others)}"
        if not place.selecting:
            yield self.about


def both_ends(place: Place, room: int) -> str:
    """What is selected, with as many words of either end as there is room for: the ends are what keys move."""
    opening, closing = place.opening.split(), place.closing.split()
    while closing and cell_len(place.selected) > room and len(opening) + len(closing) > 2:
        if len(opening) > len(closing):
            opening.pop()
        else:
            closing.pop(0)
        place = replace(place, opening=" ".join(opening), closing=" ".join(closing))
    return place.selected
