"""Before compiling: what stands in the way; then the PDF."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ...model import Brief, Finding, Severity, edits
from ...settings import Where
from ...workspace import entries
from ..commands import bindings
from ..flows import before_keys, beside, flow
from ..lines import Line, Piece, fit, line, trim, wrap
from ..outside import view
from ..widgets.row_list import RowList
from ..wording import count
from .place import PlaceScreen

SIGNS = {
    Severity.ERROR: Piece("✗ ", "bad"),
    Severity.WARNING: Piece("! ", "warn"),
    Severity.NOTE: Piece("· ", "dim"),
}


BEFORE = 17
"""Cells before a message."""
NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "remark"}
"""What the screen calls the weights; a note is something else there, a footnote."""


@dataclass(frozen=True, slots=True)
class FindingRows:
    """Findings, gravest first, under a heading for each weight."""

    brief: Brief
    rows: Sequence[Finding | Severity]
    size: dict[Severity, int]
    """How many there are of each weight."""

    @classmethod
    def of(cls, brief: Brief, findings: Sequence[Finding]) -> FindingRows:
        """Group findings by weight."""
        rows: list[Finding | Severity] = []
        size = {}
        for severity in Severity:
            group = [f for f in findings if f.severity is severity]
            size[severity] = len(group)
            rows += [severity, *group] if group else []
        return cls(brief, rows, size)

    def __len__(self) -> int:
        return len(self.rows)

    def key(self, index: int) -> str:
        """Rule and place, with the row's number, as one rule can hold twice for a place."""
        row = self.rows[index]
        return str(row) if isinstance(row, Severity) else f"{row.place}\n{row.rule}\n{index}"

    def line(self, index: int, width: int) -> Line:
        """Weight, place, what is wrong."""
        row = self.rows[index]
        if isinstance(row, Severity):
            return line(Piece(count(self.size[row], NAMES[row]), "strong"))
        place = entries.label(self.brief, row.place).removeprefix("the ") if row.place else "brief"
        first, *more = wrap(row.message, width - BEFORE - 2)
        said = f" {first} …" if more else f" {first}"
        return trim(line("  ", SIGNS[row.severity], Piece(fit(place, 12), "dim"), said), width)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The rest of the message, and what to do."""
        row = self.rows[index]
        if isinstance(row, Severity):
            return ()
        lines = [Piece(part) for part in wrap(row.message, width - BEFORE - 2)[1:]]
        lines += [Piece(part, "accent") for part in wrap(row.hint, width - BEFORE - 2)] if row.hint else []
        return [line(" " * BEFORE, piece) for piece in lines]


class ChecklistList(RowList):
    """The findings; their commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.CHECKLIST, Where.LISTS, owner="screen")


class ChecklistScreen(PlaceScreen):
    """Checks the open brief and compiles it."""

    NAME = "Checklist"

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._compiling = False
        self._report: Any = None

    def body(self) -> ComposeResult:
        """What it comes to, the findings, what was compiled."""
        yield Label("", classes="said", markup=False)
        yield ChecklistList()
        result = Label("", id="result", markup=False)
        result.display = False
        yield result

    def on_unmount(self) -> None:
        self._stop.set()

    def footer_words(self) -> Mapping[str, str]:
        """Beside the draft, the final one needs no more words: one line has room for both."""
        return {"checklist.compile_final": "final"}

    def brief_changed(self, brief: Brief | None) -> None:
        """Check again."""
        if brief is not None:
            self.check()

    @flow
    async def check(self) -> None:
        """Check the brief in a thread."""
        brief = self.briefing.brief
        if brief is None:
            return
        self._say("Checking …")
        findings = await before_keys(self.briefing.workspace.briefing.check, brief)
        if self.briefing.brief is brief:  # else it is being checked as it is now
            self._show(brief, findings)

    def _show(self, brief: Brief, findings: Sequence[Finding]) -> None:
        rows = self.query_one(ChecklistList)
        first = not len(rows.rows)
        rows.rows = FindingRows.of(brief, findings)
        if first:
            rows.cursor = 1  # past the heading of the first weight
        errors = sum(f.severity is Severity.ERROR for f in findings)
        key = self.briefing.key_of
        draft, final = key("checklist.compile_draft"), key("checklist.compile_final")
        if errors:
            self._say(f"{count(errors, 'error')} to mend before a final one · {draft} compiles a draft")
        else:
            self._say(f"Nothing stands in the way · {final} compiles the final one, {draft} a draft")

    def _say(self, text: str) -> None:
        self.query_one(".said", Label).update(text)

    @on(RowList.Opened)
    def action_open(self) -> None:
        brief = self.briefing.brief
        place = self.query_one(ChecklistList).key.partition("\n")[0]
        if brief is None or place in {s.value for s in Severity}:
            return
        entry = entries.entry_of(brief, place)
        if entry:
            self.go_to_draft(entry)
            return
        from .fields import FieldsScreen

        self.show(FieldsScreen(place if place in edits.FIELDS else ""))

    def action_compile_draft(self) -> None:
        self.compile(final=False)

    def action_compile_final(self) -> None:
        self.compile(final=True)

    @flow
    async def compile(self, *, final: bool) -> None:
        """Compile in a thread; esc stops it."""
        brief = self.briefing.brief
        if brief is None or self._compiling:
            return
        self._compiling = True
        self._stop.clear()
        self._tell("Compiling … esc stops")
        compile_brief = self.briefing.workspace.briefing.compile
        try:
            report = await beside(
                compile_brief, brief, final=final, progress=self._progress, cancelled=self._stop.is_set
            )
        except BaseException:
            self._tell("")
            raise
        finally:
            self._compiling = False
        self._report = report
        self._tell(_result(report, final=final, view_key=self.briefing.key_of("checklist.view")))
        self.briefing.compiled = (brief, report.pages)
        if self.briefing.brief is brief:
            self._show(brief, report.findings)

    def _progress(self, step: str, part: float) -> None:
        """Called in the thread that compiles."""
        if not self._stop.is_set():
            done = round(part * 20)
            text = f"{'█' * done}{'░' * (20 - done)} {step} … esc stops"
            self.app.call_from_thread(self._tell, text)

    def _tell(self, text: str) -> None:
        result = self.query_one("#result", Label)
        result.display = bool(text)
        result.update(text)

    def cancel(self) -> None:
        """Stop compiling; where nothing compiles, drop the filter."""
        if self._compiling:
            self._stop.set()
        else:
            super().cancel()

    def action_view(self) -> None:
        if self._report is None:
            self.briefing.notice("Nothing is compiled yet: D compiles a draft")
        elif view(self._report.file):
            self._tell(f"Opened {self._report.file}")
        else:
            self._tell(f"The PDF is {self._report.file}")


def _result(report: Any, *, final: bool, view_key: str) -> str:
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
    return f"{' · '.join(filter(None, facts))}\n{report.file}   {view_key} opens it"
