"""What all screens share: the commands that work everywhere, the first and the last line, filtering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from ...model import Brief, View
from ...settings import Where
from ..commands import bindings
from ..flows import flow
from ..widgets.filter_line import FilterLine
from ..widgets.footer import KeyFooter
from ..widgets.row_list import RowList
from ..widgets.top_line import TopLine

if TYPE_CHECKING:
    from ..app import BriefingApp
    from .reading.reader import ReaderScreen

NARROW = 110
"""Cells. A screen with fewer shows one pane at a time."""


class PlaceScreen(Screen[None]):
    """A screen of the app."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.EVERYWHERE)
    NAME: ClassVar[str] = ""
    """What the first line calls it."""
    _behind = False
    """Whether the open brief has changed while another screen was on top."""

    @property
    def briefing(self) -> BriefingApp:
        """The app, by its own type."""
        return cast("BriefingApp", self.app)

    def compose(self) -> ComposeResult:
        size = self.app.size
        height = max(known for known in self.briefing.VERTICAL_BREAKPOINTS if known[0] <= size.height)[1]
        self.update_classes({height: True, "-narrow": size.width < NARROW}, update=False)  # its widgets are styled once
        yield TopLine(self.NAME)
        yield from self.body()
        filter_line = FilterLine(placeholder="filter: letters that must be there", compact=True)
        filter_line.display = False
        yield filter_line
        yield KeyFooter()

    def body(self) -> ComposeResult:
        """What stands between the first and the last line."""
        return ()

    def on_mount(self) -> None:
        self.on_resize()
        self.watch(self.app, "brief", self._follow_brief)

    def _follow_brief(self, brief: Brief | None) -> None:
        """Show the brief as it is now; a screen below another one waits until it is seen again."""
        self._behind = not self.is_current and self.app.screen is not self
        if not self._behind:
            self.brief_changed(brief)

    def on_screen_resume(self) -> None:
        if self._behind:
            self._follow_brief(self.briefing.brief)

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < NARROW, "-narrow")
        self.show_panes()

    def brief_changed(self, brief: Brief | None) -> None:
        """The open brief has a new value."""

    def key_comes(self) -> None:
        """A key is about to have its effect, unless it is text."""

    def look_outside(self) -> None:
        """See whether what is shown was changed by somebody else; called every now and then, and to come back."""

    def articles_changed(self) -> None:
        """Show the articles as they are now: some came, went or were written by somebody else."""

    def footer_words(self) -> Mapping[str, str]:
        """What the footer calls a command here and now, by its id, where that is not what it is called elsewhere."""
        return {}

    def panes(self) -> list[Widget]:
        """What tab goes through."""
        return list(self.query(RowList))

    def show_panes(self) -> None:
        """Show the panes that there is room for."""

    def cancel(self) -> None:
        """Drop the filters; where there is none, go back, as the first screen cannot."""
        filtered = [rows for rows in self.query(RowList) if rows.words]
        for rows in filtered:
            rows.words = ""
        if not filtered:
            self.action_outward()

    def filter_changed(self, rows: RowList, words: str) -> None:
        """A filter is being typed."""
        rows.words = words

    @on(RowList.FilterAsked)
    def start_filter(self, event: RowList.FilterAsked) -> None:
        """Let a person type a filter for a list."""
        self.query_one(FilterLine).start(event.list, self.filter_of(event.list))

    def filter_of(self, rows: RowList) -> str:
        """The letters that a list is filtered by."""
        return rows.words

    @on(Input.Changed, "FilterLine")
    def follow_filter(self, event: Input.Changed) -> None:
        """Filter while typing."""
        line = cast("FilterLine", event.input)
        if line.list is not None and line.value != self.filter_of(line.list):
            self.filter_changed(line.list, line.value)

    @on(Input.Submitted, "FilterLine")
    def keep_filter(self) -> None:
        """Go on with the rows that are left."""
        self.query_one(FilterLine).action_leave()

    def show(self, screen: Screen[Any]) -> None:
        """Put a screen on top of this one."""
        _ = self.app.push_screen(screen)

    @property
    def below(self) -> Screen[Any] | None:
        """The screen that one came from, where this one is on top."""
        stack = self.app.screen_stack
        return stack[-2] if len(stack) > 1 and stack[-1] is self else None

    def leave(self) -> None:
        """Take away the screen on top."""
        _ = self.app.pop_screen()

    def action_help(self) -> None:
        from .help import HelpScreen

        self.briefing.notices.quiet()  # it would hide the edge of what one asked for
        self.show(HelpScreen(self))

    def action_palette(self) -> None:
        self.briefing.open_palette()

    def action_back(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.leave()
        else:
            self.app.exit(0)

    def action_outward(self) -> None:
        """Go back from a list; the first screen is left by its own key alone."""
        if len(self.app.screen_stack) > 1:
            self.leave()

    def action_cancel(self) -> None:
        self.cancel()

    def action_next_pane(self) -> None:
        self._to_pane(1)

    def action_previous_pane(self) -> None:
        self._to_pane(-1)

    def _to_pane(self, step: int) -> None:
        panes = self.panes()
        if len(panes) < 2:
            self.briefing.notice("There is one pane here")
        if panes:
            at = next((n for n, pane in enumerate(panes) if pane.has_focus_within), -1)
            pane = panes[(at + step) % len(panes)]
            self.go_to_pane(pane)

    def pane_name(self, pane: Widget) -> str:
        """What a pane is called beside its jump label."""
        return str(getattr(pane, "PANE", "") or pane.name or pane.id or self.NAME.lower())

    def action_jump(self) -> None:
        from ..widgets.jump import Jump

        panes = self.panes()
        if len(panes) < 2:
            self.briefing.notice("There is one pane here")
        else:
            _ = self.app.push_screen(Jump([(pane, self.pane_name(pane)) for pane in panes]), self._jumped)

    def _jumped(self, pane: Widget | None) -> None:
        if pane is not None:
            self.go_to_pane(pane)

    def go_to_pane(self, pane: Widget) -> None:
        """Show a pane and put the focus on it."""
        pane.display = True
        for outer in pane.ancestors:
            if outer is self:
                break
            outer.display = True
        self.set_focus(pane)
        self.show_panes()

    def action_zoom(self) -> None:
        self.toggle_class("-zoomed")
        self.show_panes()

    def action_library(self) -> None:
        while len(self.app.screen_stack) > 1:
            self.leave()

    @flow
    async def action_draft(self) -> None:
        if await self.briefing.ask.for_brief():
            self.go_to_draft()

    def go_to_draft(self, entry: str = "") -> None:
        """Show the draft, with the cursor on an entry if one is named."""
        from .drafting.draft import DraftScreen

        stack = self.app.screen_stack
        at = next((n for n, screen in enumerate(stack) if isinstance(screen, DraftScreen)), None)
        if at is None:
            self.show(DraftScreen(entry))
            return
        draft = cast("DraftScreen", stack[at])
        while self.app.screen is not draft:
            self.leave()
        draft.show_entry(entry)

    def read(self, article_id: str, **where: Any) -> ReaderScreen:
        """Read an article; `where` says the theme, the offset or the words to find."""
        from .reading.reader import ReaderScreen

        self.show(reader := ReaderScreen(article_id, **where))
        return reader

    def correct(self, articles: Sequence[str], at: int = 0, *, offset: int | None = None) -> None:
        """Correct an article, the one at `at` of several, with the cursor at an offset of its text."""
        from .review import ReviewScreen

        self.show(ReviewScreen(articles, at, offset=offset))

    def action_briefs(self) -> None:
        from .drafting.briefs import BriefsScreen

        self._push_once(BriefsScreen())

    def action_all_texts(self) -> None:
        from .searching.search import SearchScreen

        themes = self.briefing.workspace.articles.matcher.themes
        self._push_once(SearchScreen(View(), {theme.id: theme.pref_label or theme.id for theme in themes}))

    def action_open_code(self) -> None:
        from .briefing.codes import open_code

        open_code(self)

    def action_import(self) -> None:
        from .importing.importing import ImportScreen

        self._push_once(ImportScreen())

    @flow
    async def action_checklist(self) -> None:
        from .briefing.checklist import ChecklistScreen

        if await self.briefing.ask.for_brief():
            self._push_once(ChecklistScreen())

    def _push_once(self, screen: PlaceScreen) -> None:
        if type(self) is not type(screen):
            self.show(screen)

    def action_undo(self) -> None:
        self.briefing.desk.step("undo")

    def action_redo(self) -> None:
        self.briefing.desk.step("redo")
