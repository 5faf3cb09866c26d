"""Making the briefing from a screen: compiling it, and what can be done with the file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Label

from ....errors import UnsignedError
from ....model import Brief
from ....workspace.briefing import outlets
from ....workspace.drafting import entries
from ...flows import before_keys, beside, flow
from ...gauge import Laid
from ...lines import harmless
from ...widgets.choice import Choice
from ...widgets.confirm import Confirm
from ...widgets.path_prompt import PathPrompt
from ...wording import count
from ..place import PlaceScreen

FORMS = (
    ("pdf", "PDF", "pages, for archives and screen readers"),
    ("docx", "DOCX", "for a word processor, with footnotes"),
    ("html", "HTML", "one file for a browser"),
    ("md", "Markdown", "with its sources beside it"),
    ("txt", "plain text", "for e-mail"),
    ("json", "JSON", "for programs"),
)
BAR = 20
"""Cells of the bar that shows how far it is."""


class Making(PlaceScreen):
    """A screen that can compile the open brief; it shows how far that is, and what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._compiling = False
        self._made: tuple[Brief, Any] | None = None
        """The brief that became a PDF last, as it was then, and the report."""

    def result(self) -> ComposeResult:
        """Where is told what was compiled."""
        result = Label("", id="result", markup=False)
        result.display = False
        yield result

    def on_unmount(self) -> None:
        self._stop.set()

    def tell(self, text: str) -> None:
        """Say how far it is, or what came of it."""
        if self.is_attached:
            result = self.query_one("#result", Label)
            result.display = bool(text)
            result.update(text)

    def cancel(self) -> None:
        """Stop compiling; where nothing compiles, drop the filter."""
        if self._compiling:
            self._stop.set()
            self.tell("Stopping …")
        else:
            super().cancel()

    async def compiled(self, *, final: bool, form: str = "pdf", folder: Path | None = None) -> Any:
        """Compile in a thread, and give the report; esc stops it. Call it from a flow."""
        brief = self.briefing.brief
        if brief is None or self._compiling or (final and not await self._without_unfinished(brief)):
            return None
        self._compiling = True
        self._stop.clear()
        self.briefing.notices.quiet()  # what was told of the one before stands over the line below
        self.tell("Compiling … esc stops")
        compile_brief: Callable[..., Any] = self.briefing.workspace.briefing.compile
        more = {"form": form, "folder": folder} if folder else {}
        try:
            report = await beside(
                compile_brief, brief, final=final, progress=self._progress, cancelled=self._stop.is_set, **more
            )
            if report.layout:
                self.briefing.laid = Laid(brief, report.layout, report.page_limit)
        except UnsignedError as error:
            self.tell("")
            self._made = (brief, error.report)
            raise
        except BaseException:
            self.tell("")
            raise
        finally:
            self._compiling = False
        if form == "pdf":
            self._made = (brief, report)
        return report

    async def _without_unfinished(self, brief: Brief) -> bool:
        """Ask whether a final one is made without the texts that nobody has finished, where there are any."""
        session = self.briefing.desk.session
        left = entries.not_in_it(brief, session.typed()) if session else ""
        if not left:
            return True
        question = Confirm(f"{harmless(left)}. Make the final one all the same?", "make it")
        return await self.app.push_screen_wait(question)

    def _progress(self, step: str, part: float) -> None:
        """Called in the thread that compiles."""
        if not self._stop.is_set():
            done = round(part * BAR)
            text = f"{'█' * done}{'░' * (BAR - done)} {step} … esc stops"
            self.app.call_from_thread(self.tell, text)

    @property
    def pdf(self) -> Path | None:
        """The PDF that was made last, here or before."""
        return self._made[1].file if self._made else None

    def action_view(self) -> None:
        self._view()

    @flow
    async def _view(self) -> None:
        if self.pdf is None:
            self.briefing.notice(f"Nothing is compiled yet: {self.briefing.key_of('checklist.compile_draft')} does")
            return
        await before_keys(outlets.show, self.pdf)
        self.briefing.notice(f"Opened {harmless(str(self.pdf))}")

    def action_print(self) -> None:
        self._print()

    @flow
    async def _print(self) -> None:
        if self.pdf is None:
            self.briefing.notice(f"Nothing is compiled yet: {self.briefing.key_of('checklist.compile_draft')} does")
            return
        outlets.printing_program(self.pdf)
        pages = self._made[1].pages if self._made else 0
        asked = f"Print {count(pages, 'page')} on the usual printer?"
        if await self.app.push_screen_wait(Confirm(asked, "print")):
            said = await beside(outlets.print_out, self.pdf)
            self.briefing.notice(": ".join(filter(None, (f"Printing {harmless(self.pdf.name)}", harmless(said)))))

    def action_export(self) -> None:
        self._export()

    @flow
    async def _export(self) -> None:
        """Ask for form, state and folder, and make the file there."""
        form = await self.app.push_screen_wait(Choice("Export in which form?", FORMS))
        if form is None:
            return
        states = (("draft", "a draft", "it says so, and what is open"), ("final", "the final one", "refused on errors"))
        last = "final" if self._made and self._made[1].final else "draft"
        state = await self.app.push_screen_wait(Choice("As what?", states, chosen=[last]))
        if state is None:
            return
        start = self.briefing.export_folder or f"{self.briefing.workspace.places.out}/"
        folder = await self._folder(start)
        if folder is None or not await self._there(folder):
            return
        self.briefing.export_folder = f"{folder}/"
        report = await self.compiled(final=state[0] == "final", form=form[0], folder=folder)
        if report:
            self.tell("")
            files = ", ".join(harmless(str(file)) for file in report.files)
            self.briefing.notice(f"{'It is there already, the same:' if report.same else 'Exported'} {files}")

    async def _there(self, folder: Path) -> bool:
        """Whether a folder is there, or may be made; the usual one is made unasked."""
        if folder == self.briefing.workspace.places.out or await before_keys(folder.exists):
            return True
        question = Confirm(f"There is no folder {harmless(str(folder))}: make it?", "make it")
        return await self.app.push_screen_wait(question)

    async def _folder(self, start: str) -> Path | None:
        question = PathPrompt("Into which folder?", start, texts=False, folders=True)
        chosen = await self.app.push_screen_wait(question)
        return chosen.paths[0] if chosen and chosen.paths else None


def result_in_words(report: Any, *, final: bool, keys: str) -> str:
    """What was compiled: pages, quotations, notes and the file.

    Args:
        report: of the compilation.
        final: whether it is no draft.
        keys: which keys do something with the file.
    """
    quotes = report.quotes_verified + report.quotes_unverified
    paraphrased = report.verified + report.unverified - quotes
    found = report.verified - report.quotes_verified
    facts = [
        f"{'Final' if final else 'Draft'}: {count(report.pages, 'page')}",
        f"{report.quotes_verified} of {count(quotes, 'quote')} verified" if quotes else "",
        f"source passages of paraphrases: {found} of {paraphrased} found" if paraphrased else "",
        count(report.notes, "footnote"),
        count(report.sources, "source"),
        f"{report.seconds:.1f} s",
    ]
    same = " (as it was: nothing has changed since)" if report.same else ""
    return f"{' · '.join(filter(None, facts))}\n{report.file}{same}   {keys}"
