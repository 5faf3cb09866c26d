"""Importing: files, folders or a pasted text, then what became of each document."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Label

from ...flows import before_keys, beside, flow
from ...lines import harmless
from ...widgets.confirm import Confirm
from ...widgets.footer import KeyFooter
from ...widgets.path_prompt import Chosen, PathPrompt
from ...widgets.row_list import RowList
from ...wording import count
from ..place import PlaceScreen
from .import_rows import ResultRows, article_at, articles, head

if TYPE_CHECKING:
    from ....workspace.importing import Import, ImportReport

OFTEN = 0.1
"""Seconds between two tellings of how far an import is."""


class ImportScreen(PlaceScreen):
    """Asks what to import, imports it, and lists the results."""

    NAME = "Import"

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._running = False
        self._told = 0.0

    def body(self) -> ComposeResult:
        """How far it is, and what became of each document."""
        yield Label("", classes="said", markup=False)
        yield RowList()

    def on_mount(self) -> None:
        self.start()

    def on_unmount(self) -> None:
        self._stop.set()

    def on_screen_resume(self) -> None:
        """Come back from an article: it may have been corrected or taken out."""
        super().on_screen_resume()
        rows = self.query_one(RowList)
        if isinstance(rows.rows, ResultRows):
            rows.rows = self._rows(rows.rows.report)

    def footer_words(self) -> Mapping[str, str]:
        """What `enter` does to an imported article, and what else there is to do."""
        rows = self.query_one(RowList).rows
        done = isinstance(rows, ResultRows) and not self._running
        new = isinstance(rows, ResultRows) and any(one.is_new for one in rows.report.imported)
        return {
            "lists.open": "review" if done else "",
            "everywhere.undo": "take the import back" if done and new else "",
            "everywhere.import": "import more" if done else "",
        }

    def cancel(self) -> None:
        """Stop importing after the document at hand; where nothing is imported, drop the filter."""
        if self._running:
            self._stop.set()
            self._say("Stopping … what is in stays in")
        else:
            super().cancel()

    def action_import(self) -> None:
        """Import more."""
        if self._running:
            self.briefing.notice("An import is under way: esc stops it")
        else:
            self.start()

    @flow
    async def start(self) -> None:
        """Ask, import in a thread, list."""
        question = PathPrompt("Import which file or folder?", self.briefing.import_folder)
        chosen = await self.app.push_screen_wait(question)
        if chosen is not None:
            await self._import(chosen)
        elif not len(self.query_one(RowList).rows):
            self.leave()

    async def _import(self, chosen: Chosen) -> None:
        from ....workspace.importing import STANDARD_INPUT

        if chosen.paths:
            first = chosen.paths[0]
            self.briefing.import_folder = f"{first if first.is_dir() else first.parent}/"
        self._stop.clear()
        self._running = True
        self._say(f"Importing {harmless(str(chosen.paths[0])) if chosen.paths else 'the pasted text'} … esc stops")
        try:
            report = await beside(
                self.briefing.workspace.importing.run,
                chosen.paths or [STANDARD_INPUT],
                progress=self._progress,
                cancelled=self._stop.is_set,
                read_input=lambda: chosen.text.encode("utf-8", errors="replace"),
            )
        except BaseException:
            self._say("Nothing was imported")
            raise
        finally:
            self._running = False
        if self.is_attached:
            self._show(report)
        else:
            self.briefing.notice(f"The import was stopped: {head(report)}. What is in stays in")

    def _progress(self, done: int, total: int) -> None:
        """Called in the thread that imports."""
        now = monotonic()
        if now - self._told > OFTEN and not self._stop.is_set():
            self._told = now
            self.app.call_from_thread(self._say, f"{done} of {count(total, 'file')} … esc stops")

    def _say(self, text: str) -> None:
        if self.is_attached:
            self.query_one(".said", Label).update(text)

    def _show(self, report: ImportReport) -> None:
        rows = self.query_one(RowList)
        rows.rows = self._rows(report)
        rows.cursor = len(report.failed) if report.imported else 0
        self._tell_counts(report)

    def _tell_counts(self, report: ImportReport) -> None:
        self._say(f"Stopped: {head(report)}. The same again goes on" if report.stopped else head(report))
        self.query_one(KeyFooter).look()

    def _rows(self, report: ImportReport) -> ResultRows:
        return ResultRows(report, {header.id: header for header in self.briefing.workspace.articles.headers()})

    @on(RowList.Opened)
    def review(self, event: RowList.Opened) -> None:
        """Review an article; `n` and `N` go on to the others."""
        rows = event.list.rows
        if not isinstance(rows, ResultRows):
            return
        article, all_of_them = article_at(rows, event.key), articles(rows)
        if article:
            self.correct(all_of_them, all_of_them.index(article))
        else:
            self.briefing.notice("There is no article of it")

    @flow
    async def action_undo(self) -> None:  # type: ignore[override] # a flow gives its worker
        """Take the import back."""
        rows = self.query_one(RowList).rows
        if self._running or not isinstance(rows, ResultRows):
            return
        last = await before_keys(self.briefing.workspace.removal.last_import)
        new = {one.article.id for one in rows.report.imported if one.is_new}
        if last is None or not new.issuperset(last.articles):
            self.briefing.notice("This import made no article that is still there, or another one came after it")
            return
        if self.briefing.desk.session:
            self.briefing.desk.session.flush()  # what was pinned a moment ago counts
        asked = f"Take {_told(last)} out again? They go to the trash folder."
        if await self.app.push_screen_wait(Confirm(asked, "take out")):
            removed = await before_keys(self.briefing.workspace.removal.undo_import)
            self.on_screen_resume()
            self.briefing.notice(f"{count(len(removed), 'article')} taken out: the import of {_began(last)}")


def _told(one: Import) -> str:
    """Which articles an import made, and when."""
    named = ", ".join(one.articles[:3]) + (" …" if len(one.articles) > 3 else "")
    return f"{count(len(one.articles), 'article')} of the import of {_began(one)} ({named})"


def _began(one: Import) -> str:
    return f"{datetime.fromisoformat(one.at).astimezone():%Y-%m-%d %H:%M}"
