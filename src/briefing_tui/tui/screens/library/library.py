"""The library: themes or facets, the articles that they let through, and the paragraphs that say why."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Label

from ....errors import BriefingError
from ....model import Facet, View
from ....settings import Where
from ...commands import bindings
from ...flows import beside, flow
from ...lines import Line, Piece, line, wrap
from ...rest import Rest
from ...widgets.passage import Passage
from ...widgets.row_list import RowList
from .article_rows import ALL, headline, preview
from .faceting import FacetList
from .shown import Shown
from .theming import Theming

if TYPE_CHECKING:
    from ..reading.reader import ReaderScreen

LOOK_DELAY = 0.5
"""Seconds before the files are looked at: the first keys come first."""
PREVIEW_DELAY = 0.04
"""Seconds that the cursor must rest before an article is read for the preview."""


class LibraryList(RowList):
    """A list of the library; its commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.LIBRARY, Where.LISTS, owner="screen")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as there are: known before the first layout, which is painted."""
        return len(self.shown)


class LibraryScreen(Theming):
    """The first screen."""

    NAME = "Library"
    AUTO_FOCUS = "#articles"

    def __init__(self) -> None:
        super().__init__()
        self._left = threading.Event()
        self._resting = Rest(self, PREVIEW_DELAY, self.preview)
        self._away = False
        self._reader: ReaderScreen | None = None
        """Where an article of the list is read, and perhaps the next ones."""

    def body(self) -> ComposeResult:
        """Themes or facets, articles, preview."""
        yield Label("", id="shown", markup=False)
        with Horizontal(id="panes"):
            yield LibraryList(id="themes")
            yield FacetList(id="facets")
            with Vertical(id="reading"):
                yield LibraryList(id="articles")
                yield Label("", id="problems", markup=False)
                yield Passage(id="preview")

    def on_mount(self) -> None:
        self.fill_at_once()
        self.call_after_refresh(self.begin)

    async def begin(self) -> None:
        """Let keys through, which wait for the brief of last time; then look for what changed on the disk."""
        self.briefing.reopen()
        await self.briefing.open_keys()
        self.set_timer(LOOK_DELAY, self.look_for_changes)

    def on_unmount(self) -> None:
        self._left.set()

    def on_screen_suspend(self) -> None:
        self._away = True

    def on_screen_resume(self) -> None:
        """Come back: articles may have been read, imported or pinned from meanwhile."""
        if self._away:
            self._away = False
            if self._reader is not None:
                self.articles.go_to(self._reader.reached[0])
                self._reader = None
            self.refill()
            self.look_for_changes()

    @flow
    async def look_for_changes(self) -> None:
        """Bring the catalogue up to date in a thread; the list keeps its cursor."""
        result = await beside(self.briefing.workspace.articles.scan, cancelled=self._left.is_set)
        if not self._left.is_set():
            (self.refill if result.problems else self.look_outside)()

    def panes(self) -> list[Widget]:
        """The articles, then the themes or the facets."""
        return [self.articles, self.facets if self.faceting else self.themes]

    def footer_words(self) -> Mapping[str, str]:
        """On the themes, `enter` goes to the articles."""
        if self.focused in {self.themes, self.facets}:
            return {"library.open": "articles", "everywhere.next_pane": ""}
        return {"everywhere.next_pane": "facets", "library.facets": ""} if self.faceting else {}

    def show_panes(self) -> None:
        """Where there is room for one list, show the one in use."""
        alone = self.has_class("-narrow") or self.has_class("-zoomed")
        choosing = self.focused in {self.themes, self.facets}
        left = choosing or not alone
        self.themes.display = left and not self.faceting
        self.facets.display = left and self.faceting
        self.query_one("#reading").display = not (choosing and alone)

    # What is shown

    def take(self, shown: Shown) -> None:
        """Put on the screen what was worked out; the preview follows."""
        super().take(shown)
        self.preview_soon()

    @on(RowList.Moved, "#themes")
    def narrow_to_theme(self, event: RowList.Moved) -> None:
        """Show the articles on the theme that the cursor is on."""
        if self.focused is event.list:
            self.narrowing = self.narrowing.on_theme(event.key)

    @on(RowList.Moved, "#articles")
    def preview_soon(self) -> None:
        """Show the article's paragraphs once the cursor rests."""
        self._resting.begin()

    @flow
    async def preview(self) -> None:
        """Read the article at the cursor and show its paragraphs on the theme."""
        key, theme, labels = self.articles.key, self.narrowing.theme, self.shown.labels
        pane = self.query_one("#preview", Passage)
        if not key:
            pane.maker = None
            return
        workspace = self.briefing.workspace
        measure = workspace.settings.measure + 6
        try:
            header = await beside(workspace.articles.header, key)
            article = await beside(workspace.articles.article, key)
            themes = await beside(workspace.articles.article_themes, key)
        except BriefingError as error:
            said = str(error)
            pane.maker = lambda width: [line(Piece(text, "bad")) for text in wrap(said, width)]
            return
        if self.articles.key != key or header is None:
            return

        def lines(width: int) -> Iterator[Line]:
            yield headline(header, width)
            yield from preview(article, themes, theme, labels, min(width, measure))

        pane.maker = lines

    # Commands

    @on(RowList.Opened, "#themes,#articles")
    def action_open(self) -> None:
        if self.focused is self.themes:
            self.go_to_pane(self.articles)
        elif self.articles.key:
            self._reader = self.read(
                self.articles.key,
                theme=self.narrowing.theme,
                find=self.narrowing.query,
                among=self.shown.articles.headers,
            )

    def filter_of(self, rows: RowList) -> str:
        """The letters that a list is filtered by; the articles' are part of what is shown."""
        if rows is self.articles:
            return self.narrowing.filters.words
        return super().filter_of(rows)

    def filter_changed(self, rows: RowList, words: str) -> None:
        """Filter by other letters."""
        if rows is self.articles:
            self.narrowing = self.narrowing.with_words(words)
        else:
            super().filter_changed(rows, words)

    def cancel(self) -> None:
        """Show more again: what narrows most goes first."""
        if self.leave_facets():
            return
        self.themes.words = ""
        self.narrowing = self.narrowing.wider()
        if not self.narrowing.theme:
            self.themes.go_to(ALL)

    def action_back(self) -> None:
        if not self.leave_facets():
            super().action_back()

    def action_outward(self) -> None:
        if self.leave_facets():
            return
        if self.focused is self.themes:
            self.briefing.notice(f"{self.briefing.key_of('everywhere.back')} leaves")
        self.go_to_pane(self.panes()[1])

    def show_view(self, view: View) -> None:
        """Show the articles of a view."""
        self.narrowing = view
        self.themes.go_to(view.theme)

    def action_search(self) -> None:
        from ..searching.search import SearchScreen

        self.show(SearchScreen(replace(self.narrowing, query=""), self.shown.labels, self.narrowing.query))

    def action_passages(self) -> None:
        from ..searching.passages import PassagesScreen

        self.show(PassagesScreen(self.narrowing, self.shown.labels))

    def action_views(self) -> None:
        from .views import ViewsScreen

        self.show(ViewsScreen(self.narrowing, self.shown.labels))

    def action_sort(self) -> None:
        self.narrowing = self.narrowing.next_sort()

    def action_mark(self) -> None:
        self._toggle("marked")

    def action_read(self) -> None:
        self._toggle("read")

    def _toggle(self, what: str) -> None:
        key, state = self.articles.key, self.briefing.workspace.reading
        if not key:
            return
        try:
            if what == "read":
                state.set_read(key, not state.is_read(key))
            else:
                state.set_marked(key, not state.is_marked(key))
        except BriefingError as error:
            self.briefing.report(error)
        self.redraw(Facet.READING if what == "read" else Facet.MARK, read=state.read, marked=state.marked)

    def action_edit(self) -> None:
        if self.articles.key:
            self.correct([self.articles.key])

    def action_problems(self) -> None:
        from ..importing.problems import ProblemsScreen

        problems = self.briefing.workspace.problems()
        if problems:
            self.show(ProblemsScreen(problems))
        else:
            self.briefing.notice("Every file could be read")
