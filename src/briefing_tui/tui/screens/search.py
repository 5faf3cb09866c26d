"""Full-text search: a question, and the paragraphs that answer it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Label

from ...errors import QueryError
from ...model import Filters, Header
from ..flows import before_keys, beside, flow
from ..lines import Line, Piece, cut, fit, line, wrap
from ..widgets.row_list import RowList
from ..wording import count
from .article_rows import fit_value
from .place import PlaceScreen

if TYPE_CHECKING:
    from ...search import Hit, Results

TYPING_DELAY = 0.08
"""Seconds without a key before a search begins."""
MOST = 200
"""Hits that are listed; a question can be made narrower."""


@dataclass(frozen=True)
class HitRows:
    """One row a hit: source, paragraph, snippet; opened it shows the whole snippet."""

    hits: Sequence[Hit]
    headers: Mapping[str, Header]

    def __len__(self) -> int:
        return len(self.hits)

    def key(self, index: int) -> str:
        """The place of the hit; a list has each place once."""
        hit = self.hits[index]
        return f"{hit.article}:{hit.start}"

    def line(self, index: int, width: int) -> Line:
        """Source, paragraph, snippet."""
        hit = self.hits[index]
        header = self.headers.get(hit.article)
        room = min(24, width // 3)
        if header is None:
            left = fit(hit.article, room)
        elif header.container_title:
            left = fit_value(header, "container-title", header.container_title, room)
        else:
            left = fit(header.stand_in, room)
        where = fit(f"¶{hit.paragraph}", 5, right=True)
        room = max(0, width - len(where) - room - 2)
        return line(left, Piece(where, "dim"), "  ", cut(" ".join(hit.snippet.split()), room))

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The title and the whole snippet."""
        hit = self.hits[index]
        header = self.headers.get(hit.article)
        title = [line("  ", Piece(cut(header.stand_in, width - 2), "accent"))] if header else []
        return [*title, *(line("  ", part) for part in wrap(hit.snippet, width - 2))]


class SearchLine(Input):
    """Where the question is typed."""

    HINTS = (("enter", "to the hits"), ("esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.back", "back"),
        Binding("down,tab", "screen.rows", "hits", show=False),
    ]


class SearchScreen(PlaceScreen):
    """Searches the texts of the articles that the filters let through.

    Args:
        filters: what the library is narrowed to.
        labels: the names of the themes by their ids.
    """

    NAME = "Search"
    AUTO_FOCUS = "SearchLine"

    def __init__(self, filters: Filters, labels: dict[str, str] | None = None) -> None:
        super().__init__()
        self._filters = filters
        self._labels = labels or {}
        self._pause: Timer | None = None

    def body(self) -> ComposeResult:
        """The question, what it found, the hits."""
        yield SearchLine(placeholder='words, "a phrase", begin*, -not, this OR that', compact=True)
        yield Label("", classes="said", markup=False)
        yield RowList()

    def panes(self) -> list[Widget]:
        """The hits, then the question."""
        return [self.query_one(RowList), self.query_one(SearchLine)]

    @on(Input.Changed, "SearchLine")
    def search_soon(self) -> None:
        """Search once the typing rests."""
        self._rest()
        self._pause = self.set_timer(TYPING_DELAY, self.search)

    def _rest(self) -> None:
        """Let no search begin by itself."""
        if self._pause:
            self._pause.stop()

    @flow
    async def search(self) -> None:
        """Search in a thread and show what was found, unless the question has changed since."""
        await self._search(beside)

    async def _search(self, run: Callable[..., Awaitable[Results]]) -> None:
        """Search in a thread that keys wait for or not."""
        self._rest()
        question = self.query_one(SearchLine).value.strip()
        workspace = self.briefing.workspace
        said = self.query_one(".said", Label)
        if not question:
            self.query_one(RowList).rows = HitRows((), {})
            said.update("")
            return
        try:
            results = await run(workspace.articles.search, question, filters=self._filters, limit=MOST)
        except QueryError as error:
            said.update(f"{error.message}{f': {error.hint}' if error.hint else ''}")
            return
        if self.query_one(SearchLine).value.strip() == question:
            headers = {h.id: h for h in workspace.articles.headers(self._filters)}
            self.query_one(RowList).rows = HitRows(_once(results), headers)
            said.update(self._said(results))

    def _said(self, results: Results) -> str:
        articles = len({hit.article for hit in results.hits})
        more = "" if results.exact else "more than "
        within = self._filters.describe(self._labels)
        found = f"{more}{count(results.total, 'paragraph')}, {count(articles, 'article')} shown · best first"
        found = found if results.hits else "Nothing was found"
        return f"{found} · within {within}" if within else found

    @on(Input.Submitted, "SearchLine")
    @flow
    async def action_rows(self) -> None:
        """Go to the hits; keys that follow are for these."""
        self.query_one(RowList).focus()
        await self._search(before_keys)

    @on(RowList.Opened)
    def open_hit(self, event: RowList.Opened) -> None:
        """Read the article at the hit; n and N go on through its hits."""
        article_id, _, offset = event.key.rpartition(":")
        self.read(article_id, offset=int(offset), find=self.query_one(SearchLine).value.strip())


def _once(results: Results) -> list[Hit]:
    places = {(hit.article, hit.start): hit for hit in results.hits}
    return list(places.values())
