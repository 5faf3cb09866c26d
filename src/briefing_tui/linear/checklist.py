"""The checklist: what stands in the way of the briefing, and compiling it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from ..errors import NotFoundError
from ..model import Finding, Severity
from ..model.brief_fields import FIELDS
from ..model.display import one_line
from ..model.finding import counts
from ..model.naming import count
from ..settings import Where
from ..workspace import entries
from .listing import Listing, Row, lists

if TYPE_CHECKING:
    from .desk import Desk


class ChecklistPlace(Listing):
    """What was found about the open brief."""

    PLACES = lists(Where.CHECKLIST)
    NAME: ClassVar[str] = "Checklist"
    ROWS: ClassVar[tuple[str, str]] = ("finding", "findings")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: Path | None = None
        self._found: Sequence[Finding] = ()

    def about(self) -> str:
        """How many findings of each weight there are."""
        said = ", ".join(count(n, weight) for weight, n in counts(self._found).items() if n)
        return f"Checklist of “{self.desk.title}”, {said or 'nothing stands in the way'}"

    def make_rows(self) -> Sequence[Row]:
        """The findings, gravest first."""
        rows = []
        brief = self.desk.brief
        self._found = self.desk.workspace.briefing.check(brief) if brief else ()
        for n, found in enumerate(self._found):
            hint = f"; {found.hint}" if found.hint else ""
            text = f"{found.severity.value}, {found.place or 'the brief'}: {found.message}{hint}"
            rows.append(Row(f"{n}\n{found.place}", one_line(text)))
        return rows

    def opened(self, row: Row) -> None:
        """Go to the place in the draft."""
        from .draft import DraftPlace

        brief, place = self.desk.brief, row.key.partition("\n")[2]
        if brief is None:
            return
        if entry := entries.entry_of(brief, place):
            self.desk.go_once(DraftPlace(self.desk, entry)).go_to(entry)
        elif place in FIELDS:
            self.say(f"That is the brief's own field {place}: in the draft, fields {place} edits it")
        else:
            self.say("That is about the brief as a whole")

    def do_compile_draft(self) -> None:
        """Make a PDF that says it is a draft."""
        self._compile(final=False)

    def do_compile_final(self) -> None:
        """Make the final PDF; refused while an error stands."""
        self._compile(final=True)

    def _compile(self, *, final: bool) -> None:
        brief = self.desk.brief
        if brief is None:
            return
        errors = sum(found.severity is Severity.ERROR for found in self._found)
        self.desk.talk.say(
            f"Compiling a {'final one' if final else 'draft'}; {count(errors, 'error')} in the checklist"
        )
        report = self.desk.workspace.briefing.compile(brief, final=final)
        self._file = report.file
        quotes = report.quotes_verified + report.quotes_unverified
        self.say(
            f"{'Final' if final else 'Draft'}: {count(report.pages, 'page')}, {report.quotes_verified} of "
            f"{count(quotes, 'quote')} verified, {count(report.notes, 'footnote')}, {count(report.sources, 'source')}\n"
            f"{report.file}"
        )

    def do_view(self) -> None:
        """Say where the PDF is."""
        if self._file is None:
            raise NotFoundError("nothing is compiled yet", hint="compile makes a draft")
        self.say(f"The PDF is {self._file}")
