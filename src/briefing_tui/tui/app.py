"""The terminal app: what stands over all screens, and its parts: notices, desk, pages, questions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.command import CommandPalette
from textual.driver import Driver
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from ..model import Brief
from ..workspace import EVERYTHING
from . import palette, themes
from .commands import textual_keymap
from .desk import Desk
from .flows import LOG, before_keys, beside, flow
from .gauge import Laid
from .notices import Notices, log_file
from .pages import Pages
from .questions import Ask
from .screens.place import PlaceScreen
from .toasts import OneToast
from .verified import Verified

if TYPE_CHECKING:
    from ..workspace import Changes, Workspace

POLL_SECONDS = 2.0
"""How often the open brief's file is looked at for changes made elsewhere."""
HEIGHTS = [(0, "-flat"), (8, "-low"), (12, "-tall")]
"""Lines from which a screen has a class; what stands around the text gives way on the lower ones."""


class FilesWritten(Message):
    """Files of the workspace were written, by whomever."""

    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self.changes = changes


class BriefingApp(OneToast):
    """The app on one workspace.

    Its bases only change how Textual itself works; what the app does is done by its parts, which screens ask for by
    name: `desk` has the open brief, `pages` its layout, `ask` puts questions, `notices` tells.
    """

    CSS_PATH: ClassVar[str] = "styles.tcss"
    ENABLE_COMMAND_PALETTE = False  # ours is opened by a declared command
    TITLE = "Briefing"
    VERTICAL_BREAKPOINTS = HEIGHTS

    brief: reactive[Brief | None] = reactive[Brief | None](None, always_update=True, repaint=False)
    """The open brief as it is now; `None` where none is open. Screens watch it; the desk sets it."""
    laid: reactive[Laid | None] = reactive[Laid | None](None, always_update=True, repaint=False)
    """The last layout. Screens watch it; nothing else is painted anew for it."""
    typed: reactive[tuple[str, str] | None] = reactive[tuple[str, str] | None](None, repaint=False)
    """What is being typed, its place and the text, as if it stood in the brief: the page gauge counts it."""

    def __init__(self, workspace: Workspace, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class, ansi_color=True if "NO_COLOR" in os.environ else None)
        self.workspace = workspace
        self.verified = Verified(workspace.briefing.verify, workspace.places.corpus)
        self.keymap = workspace.keymap
        self.notices = Notices(self.show_toast)
        self.notice = self.notices.tell
        self.desk = Desk(workspace, self.notices, self.show_brief)
        self.report = self.desk.report
        self.pages = Pages(self, workspace.briefing)
        self.ask = Ask(self)
        self.import_folder = ""
        """Where something was imported from last."""
        self.export_folder = ""
        """Where something was exported to last."""
        self._early: list[events.Key] | None = []
        self._filling = False
        themes.register(self)
        self.theme = themes.name_for(workspace.settings.theme, no_color=self.no_color)

    def get_default_screen(self) -> Screen[Any]:
        from .screens.library.library import LibraryScreen

        return LibraryScreen()

    def on_mount(self) -> None:
        if self.workspace.settings.keymap:
            self.set_keymap(textual_keymap(self.keymap))
        self.screen_change_signal.subscribe(self, self.screen_changed, immediate=True)
        self.set_interval(POLL_SECONDS, self.poll)
        self.call_after_refresh(self.pages.get_ready)

    def key_of(self, command_id: str) -> str:
        """The key that a command has, as it is shown."""
        return self.keymap.keys[command_id][0]

    def show_brief(self, brief: Brief | None) -> None:
        """Have all screens show a brief as it is now."""
        self.brief = brief

    def watch_brief(self) -> None:
        self.pages.changed()

    def screen_changed(self, _: Screen[Any]) -> None:
        """Take away what was told on another screen."""
        self.notices.leave_screen()

    def action_undo(self) -> None:
        self.desk.step("undo")

    def action_redo(self) -> None:
        self.desk.step("redo")

    @flow
    async def reopen(self) -> None:
        """Open the brief of last time, or the only one; what is wrong with settings is told beside what that tells."""
        try:
            brief, was_open = await before_keys(self.desk.to_begin_with)
            if self.desk.session is None and brief:
                self.desk.begin(brief, was_open=was_open)
            if articles := self.workspace.corrections.being_typed():
                said = f"What you were typing is kept in {', '.join(articles[:3])}: {self.key_of('library.edit')} there"
                self.notice(said, more=True, news=True, lasting=True)
        finally:
            self._say_settings()

    def _say_settings(self) -> None:
        """Tell what in the files of settings could not be read, and in the keys not be followed."""
        said = [str(problem) for problem in (*self.workspace.settings_problems, *self.workspace.rule_problems)]
        if self.keymap.problems:
            said += ["Keys of your settings:", *self.keymap.problems]
        if said:
            self.notice("\n".join(said), error=True, more=True, news=True)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and self._early is not None:
            self._early.append(event)
            return
        await super().on_event(event)

    def key_comes(self) -> None:
        if isinstance(self.screen, PlaceScreen):
            self.screen.key_comes()

    def on_key(self, event: events.Key) -> None:
        """Say of a letter that nothing here knows that it does nothing; over a question it is passed over."""
        if event.is_printable and not self.screen.is_modal and event.key not in self.screen.active_bindings:
            self.notice(f"{event.character} does nothing here · {self.key_of('everywhere.help')} shows the keys")

    async def open_keys(self) -> None:
        """Let keys through, first those that were typed before there was anything to see."""
        early, self._early = self._early or [], None
        for event in early:
            await self.on_event(event)

    def on_app_focus(self) -> None:
        self.poll()
        self.look_at_files(EVERYTHING)

    def heard(self, changes: Changes) -> None:
        """Take what other programs wrote, from any thread."""
        self.post_message(FilesWritten(changes))

    @on(FilesWritten)
    def follow(self, event: FilesWritten) -> None:
        """Show what other programs wrote."""
        self.poll()
        if event.changes.articles != ():
            self.look_at_files(event.changes)

    @flow
    async def look_at_files(self, changes: Changes) -> None:
        """Bring the lists up to date with articles that may have changed."""
        scan = self.workspace.articles.scan
        try:
            result = await beside(scan, cancelled=lambda: not self.is_running, only=changes.articles)
        finally:
            self._filling = False
        if isinstance(self.screen, PlaceScreen):
            changed = result.anything or result.problems
            (self.screen.articles_changed if changed else self.screen.look_outside)()  # another process may be first

    def follow_index(self) -> None:
        """Tell what happened to the search index, and fill it again where it was lost."""
        for message in self.workspace.news_of_the_index():
            self.notice(message, news=True)
        if self.workspace.articles.incomplete and not self._filling:
            self._filling = True
            self.look_at_files(EVERYTHING)

    def poll(self) -> None:
        """See what was changed outside, and tell."""
        if not self.screen_stack:
            return  # the app is being left
        self.follow_index()
        if isinstance(self.screen, PlaceScreen):
            self.screen.look_outside()
        self.desk.look(self.verified.outdated)

    def _fatal_error(self) -> None:
        """Textual would show a trace; a person is told that nothing is lost and where the details are."""
        LOG.exception("the app had to stop")
        self.panic(f"The app had to stop. Nothing is lost; the details are in {log_file(self.workspace)}")

    def open_palette(self) -> None:
        """Show the command palette."""
        if not isinstance(self.screen, CommandPalette):
            _ = self.push_screen(CommandPalette(providers=[palette.Commands], placeholder="A command…"))
