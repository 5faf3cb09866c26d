"""The library: themes, the articles on them, and the paragraphs that say why."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Label

from ...errors import BriefingError
from ...model import Brief, Facet
from ...settings import Where
from ..commands import bindings
from ..flows import beside, flow
from ..lines import Line, Piece, harmless, line, wrap
from ..widgets.choice import Choice
from ..widgets.passage import Passage
from ..widgets.row_list import RowList
from .article_rows import ALL, ArticleRows, ThemeRows, headline, pins_of, preview
from .narrowing import Narrowing, Only
from .place import PlaceScreen

THEMES = 54  # cells that they and what is around them take at most
FIRST_LINE = "enter reads · s selects · p pins · ? help"
LOOK_DELAY = 0.5
"""Seconds before the files are looked at: the first keys come first."""
PREVIEW_DELAY = 0.04
"""Seconds that the cursor must rest before an article is read for the preview."""


class LibraryList(RowList):
    """A list of the library; its commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.LIBRARY, Where.LISTS, owner="screen")


class LibraryScreen(PlaceScreen):
    """The first screen."""

    NAME = "Library"
    AUTO_FOCUS = "#articles"

    narrowing: reactive[Narrowing] = reactive(Narrowing(), init=False)

    def __init__(self) -> None:
        super().__init__()
        self._labels: dict[str, str] = {}
        self._total = 0
        self._left = threading.Event()
        self._resting: Timer | None = None
        self._away = False

    def body(self) -> ComposeResult:
        """Themes, articles, preview."""
        with Horizontal(id="panes"):
            yield LibraryList(id="themes")
            with Vertical(id="reading"):
                yield Label("", id="shown", markup=False)
                yield LibraryList(id="articles")
                yield Label("", id="problems", markup=False)
                yield Passage(id="preview")

    def on_mount(self) -> None:
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
            self.refill()
            self.look_for_changes()

    @flow
    async def look_for_changes(self) -> None:
        """Bring the catalogue up to date in a thread; the list keeps its cursor."""
        result = await beside(self.briefing.workspace.articles.scan, cancelled=self._left.is_set)
        if not self._left.is_set() and (result.anything or result.problems):
            self.refill()

    @property
    def articles(self) -> RowList:
        """The list of articles."""
        return self.query_one("#articles", RowList)

    @property
    def themes(self) -> RowList:
        """The list of themes."""
        return self.query_one("#themes", RowList)

    def panes(self) -> list[Widget]:
        """The articles, then the themes."""
        return [self.articles, self.themes]

    def footer_words(self) -> Mapping[str, str]:
        """On the themes, `enter` goes to the articles."""
        return {"library.open": "articles", "everywhere.next_pane": ""} if self.focused is self.themes else {}

    def show_panes(self) -> None:
        """Where there is room for one list, show the one in use."""
        alone = self.has_class("-narrow") or self.has_class("-zoomed")
        choosing = self.focused is self.themes
        self.themes.display = choosing or not alone
        self.query_one("#reading").display = not (choosing and alone)

    def watch_narrowing(self) -> None:
        self.refill()

    def brief_changed(self, brief: Brief | None) -> None:  # noqa: ARG002 - pins are read from the app
        """Show what is pinned now."""
        self.refill()

    def refill(self) -> None:
        """Show what the workspace has now."""
        workspace, now = self.briefing.workspace, self.narrowing
        self._total, _ = workspace.articles.totals()
        counts = workspace.articles.theme_counts(now.filters)
        self._labels = {c.theme.id: c.theme.pref_label or c.theme.id for c in counts}
        read, marked = workspace.reading.read, workspace.reading.marked
        headers = now.of_person(workspace.articles.headers(now.filters, now.sort), read, marked)
        self.themes.rows = ThemeRows(counts, *workspace.articles.totals(now.filters.without(Facet.THEME)))
        self.articles.rows = ArticleRows(headers, now.theme, pins_of(self.briefing.brief), read, marked)
        self.query_one("#shown", Label).update(self._shown(len(headers)))
        self._say_problems(len(workspace.problems()))
        self.preview_soon()

    def _shown(self, count: int) -> str:
        if self._total:
            said = self.narrowing.describe(count, self._total, self._labels)
            room = self.size.width - (THEMES if self.themes.display else 2)
            return f"{said}   {FIRST_LINE}" if len(said) + len(FIRST_LINE) + 6 < room else said
        return f"Nothing here yet: {self.briefing.key_of('everywhere.import')} imports articles from files"

    def _say_problems(self, n: int) -> None:
        label = self.query_one("#problems", Label)
        label.display = n > 0
        files = "1 file with a problem" if n == 1 else f"{n} files with problems"
        label.update(f"{files}: {self.briefing.key_of('library.problems')} shows what to do")

    @on(RowList.Moved, "#themes")
    def narrow_to_theme(self, event: RowList.Moved) -> None:
        """Show the articles on the theme that the cursor is on."""
        if self.focused is event.list:
            self.narrowing = self.narrowing.on_theme(event.key)

    @on(RowList.Moved, "#articles")
    def preview_soon(self) -> None:
        """Show the article's paragraphs once the cursor rests."""
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(PREVIEW_DELAY, self.preview)

    @flow
    async def preview(self) -> None:
        """Read the article at the cursor and show its paragraphs on the theme."""
        key, theme, labels = self.articles.key, self.narrowing.theme, self._labels
        pane = self.query_one("#preview", Passage)
        if not key:
            pane.maker = None
            return
        workspace = self.briefing.workspace
        measure = workspace.settings.measure + 6
        header = next((h for h in workspace.articles.headers() if h.id == key), None)
        try:
            article = await beside(workspace.articles.article, key)
            themes = await beside(workspace.articles.article_themes, key)
        except BriefingError as error:
            said = str(error)
            pane.maker = lambda width: [line(Piece(text, "bad")) for text in wrap(said, width)]
            return
        if self.articles.key != key or header is None:
            return

        def lines(width: int) -> list[Line]:
            return [headline(header, width), *preview(article, themes, theme, labels, min(width, measure))]

        pane.maker = lines

    @on(RowList.Opened)
    def action_open(self) -> None:
        if self.focused is self.themes:
            self.go_to_pane(self.articles)
        elif self.articles.key:
            self.read(self.articles.key, theme=self.narrowing.theme)

    def filter_of(self, rows: RowList) -> str:
        """The letters that a list is filtered by; the articles' are part of what is shown."""
        return self.narrowing.filters.words if rows is self.articles else rows.words

    def filter_changed(self, rows: RowList, words: str) -> None:
        """Filter by other letters."""
        if rows is self.articles:
            self.narrowing = self.narrowing.with_words(words)
        else:
            rows.words = words

    def cancel(self) -> None:
        """Show more again: what narrows most goes first."""
        self.themes.words = ""
        self.narrowing = self.narrowing.wider()
        if not self.narrowing.theme:
            self.themes.go_to(ALL)

    def action_outward(self) -> None:
        if self.focused is self.themes:
            self.briefing.notice(f"{self.briefing.key_of('everywhere.back')} leaves")
        self.go_to_pane(self.themes)

    def action_search(self) -> None:
        from .search import SearchScreen

        self.show(SearchScreen(self.narrowing.filters, self._labels))

    @flow
    async def action_facets(self) -> None:
        workspace, now = self.briefing.workspace, self.narrowing
        facets = [(f.value, f.value, now.filters.value(f)) for f in Facet]
        whose = ("only", "read, unread or marked", now.only or "")
        chosen = await self.app.push_screen_wait(Choice("Narrow by", [*facets, whose]))
        if chosen is None:
            return
        if chosen[0] == "only":
            await self._choose_only()
            return
        facet = Facet(chosen[0])
        labels = self._labels if facet is Facet.THEME else {}
        counted = workspace.articles.facet_values(facet, now.filters)
        values = [(value, harmless(labels.get(value, value)), str(n)) for value, n in counted]
        value = await self.app.push_screen_wait(
            Choice(f"Which {facet.value}?", [(ALL, "every one", ""), *values], chosen=[now.filters.value(facet)])
        )
        if value is not None:
            self.narrowing = self.narrowing.with_value(facet, value[0])
            if facet is Facet.THEME:
                self.themes.go_to(value[0])

    async def _choose_only(self) -> None:
        answer = await self.app.push_screen_wait(
            Choice("Which articles?", [(ALL, "every one"), *((o.value, f"only the {o.value} ones") for o in Only)])
        )
        if answer is not None:
            only = Only(answer[0]) if answer[0] else None
            self.narrowing = Narrowing(self.narrowing.filters, self.narrowing.sort, only)

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
        self.refill()

    def action_edit(self) -> None:
        if self.articles.key:
            self.correct([self.articles.key])

    def action_problems(self) -> None:
        from .problems import ProblemsScreen

        problems = self.briefing.workspace.problems()
        if problems:
            self.show(ProblemsScreen(problems))
        else:
            self.briefing.notice("Every file could be read")
