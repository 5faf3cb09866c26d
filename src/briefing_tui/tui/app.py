"""The terminal app: what stands over all screens."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.command import CommandPalette
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen

from ..errors import BriefingError, ToolError
from ..workspace import EVERYTHING, Watching
from . import palette, themes
from .commands import textual_keymap
from .flows import LOG, beside, flow
from .notices import log_file
from .questions import Questions
from .screens.place import PlaceScreen
from .verified import Verified

if TYPE_CHECKING:
    from ..workspace import Changes, Workspace

POLL_SECONDS = 2.0
"""How often the open brief's file is looked at for changes made elsewhere."""
FIRST_LOOK = 0.4
"""Seconds that the first paint of a new workspace may wait for its articles."""
HEIGHTS = [(0, "-flat"), (8, "-low"), (12, "-tall")]
"""Lines from which a screen has a class; what stands around the text gives way on the lower ones."""


class FilesWritten(Message):
    """Files of the workspace were written, by whomever."""

    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self.changes = changes


class BriefingApp(Questions):
    """The app on one workspace."""

    CSS_PATH: ClassVar[str] = "styles.tcss"
    ENABLE_COMMAND_PALETTE = False  # ours is opened by a declared command
    TITLE = "Briefing"
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, workspace: Workspace, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class, ansi_color=True if "NO_COLOR" in os.environ else None)
        self.workspace = workspace
        self.verified = Verified(workspace.briefing.verify, workspace.places.corpus)
        self.keymap = workspace.keymap
        self.import_folder = ""
        """Where something was imported from last."""
        self.export_folder = ""
        """Where something was exported to last."""
        self._early: list[events.Key] | None = []
        self._filling = False
        themes.register(self)
        self.theme = themes.name_for(workspace.settings.theme, no_color=self.no_color)

    def get_default_screen(self) -> Screen[Any]:
        from .screens.library import LibraryScreen

        return LibraryScreen()

    def on_mount(self) -> None:
        if self.workspace.settings.keymap:
            self.set_keymap(textual_keymap(self.keymap))
        self.screen_change_signal.subscribe(self, self.screen_changed, immediate=True)
        self.set_interval(POLL_SECONDS, self.poll)
        self.call_after_refresh(self.get_ready)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and self._early is not None:
            self._early.append(event)
            return
        await super().on_event(event)

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
        if (result.anything or result.problems) and isinstance(self.screen, PlaceScreen):
            self.screen.articles_changed()

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
        if self.session is None:
            return
        self.take_up_again()
        try:
            said = self.session.poll()
        except BriefingError as error:
            self.report(error)
            return
        if said:
            self.session.messages[:] = [m for m in self.session.messages if m not in said]
            self.notice("\n".join(said), more=True, news=True)
        if self.session.brief is not self.brief or self.verified.outdated():
            self.brief = self.session.brief
        self.say_messages()

    def _fatal_error(self) -> None:
        """Textual would show a trace; a person is told that nothing is lost and where the details are."""
        LOG.exception("the app had to stop")
        self.panic(f"The app had to stop. Nothing is lost; the details are in {log_file(self.workspace)}")

    def open_palette(self) -> None:
        """Show the command palette."""
        if not isinstance(self.screen, CommandPalette):
            _ = self.push_screen(CommandPalette(providers=[palette.Commands], placeholder="A command…"))


def run(workspace: Workspace) -> int:
    """Run the app on a workspace until the person leaves; the exit code.

    Raises:
        ToolError: where there is no terminal that it could run in.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()) or os.environ.get("TERM", "") in {"", "dumb", "unknown"}:
        raise ToolError(
            "the app needs a terminal that it can draw in",
            where=f"TERM={os.environ.get('TERM', '')}",
            hint="briefing --linear takes the same commands line by line; briefing --help lists others",
        )
    handler = _log_to(log_file(workspace))
    _first_look(workspace)
    app = BriefingApp(workspace)
    app.lays_out = True
    try:
        with Watching(workspace.places, app.heard):
            app.run()
    finally:
        app.close_session()
        workspace.briefing.close()
        LOG.removeHandler(handler)
        handler.close()
    return app.return_code or 0


def _first_look(workspace: Workspace) -> None:
    """Read articles before the first paint where none were ever read; what takes longer goes on behind it."""
    if not workspace.articles.totals()[0]:
        end = monotonic() + FIRST_LOOK
        workspace.articles.scan(cancelled=lambda: monotonic() > end)


def _log_to(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.propagate = False
    return handler
