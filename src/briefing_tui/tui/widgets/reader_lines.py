"""The lines around an article: above it what it is, below it what is selected."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from ...model import Article, naming
from ..lines import cut, fit, harmless
from ..reader import Place
from ..reader.provenance import how_we_know, source


class ReaderHeader(Widget, can_focus=False):
    """Title and ¶ in the first line; source and how we know it below, in one line where there is room, else in two."""

    DEFAULT_CSS = """
    ReaderHeader { height: auto; padding: 0 1; background: $panel; }
    """
    article: reactive[Article | None] = reactive[Article | None](None, layout=True)
    place: reactive[Place] = reactive(Place())

    def render(self) -> Text:
        width = self.size.width
        if self.article is None:
            return Text("")
        where = self.place.paragraph
        title = fit(naming.title(self.article), max(1, width - cell_len(where) - 2))
        return Text("\n").join(
            [
                Text.assemble((title, "bold"), "  ", where, no_wrap=True),
                *(Text(fit(line, width), "dim", no_wrap=True) for line in self._below(self.article, width)),
            ]
        )

    def _below(self, article: Article, width: int) -> list[str]:
        left, right = source(article.metadata), how_we_know(article.metadata)
        gap = width - cell_len(left) - cell_len(right)
        if not left or gap >= 3:
            return [left + " " * gap + right if left else right]
        return [left, right]


class ReaderStatus(Widget, can_focus=False):
    """What is selected or what is special about the passage; at the right the hits."""

    DEFAULT_CSS = """
    ReaderStatus { height: 1; padding: 0 1; }
    """
    place: reactive[Place] = reactive(Place())
    about: reactive[str] = reactive("")
    """What is to be said about the paragraph while nothing is selected."""

    def render(self) -> Text:
        width, place = self.size.width, self.place
        facts = []
        if place.pins:
            facts.append(f"▌ pinned: {' '.join(place.pins)}")
        if place.others:
            facts.append(f"┊ pinned in {', '.join(place.others)}")
        said = " · ".join([harmless(place.selected), *facts] if place.selecting else [*facts, self.about])
        right = place.found
        room = max(0, width - cell_len(right) - 2)
        return Text.assemble((fit(cut(said.strip(" ·"), room), room), "bold" if place.selecting else ""), "  ", right)
