"""Making the briefing line by line: compiling it, its pages said, other forms, the printer."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Any

from ..errors import InvalidError, NotFoundError
from ..model import Brief
from ..model.naming import count
from ..workspace.briefing import outlets
from ..workspace.briefing.destinations import expanded
from ..workspace.drafting import entries
from .listing import Listing

USAGE = "export FORM FOLDER, with the word final before the form for a final one: export final docx ~/out"


class Making(Listing):
    """What the draft and the checklist do with the finished briefing."""

    def compile(self, *, final: bool, form: str = "pdf", folder: Path | None = None) -> Any:
        """Make the briefing, and remember its PDF; `None` where the person does not want it without what is unfinished.

        Raises:
            NotFoundError: where no brief is open.
            BriefingError: where it cannot be made.
        """
        brief = self.desk.brief
        if brief is None:
            raise NotFoundError("no brief is open", hint="briefs lists them")
        if final and not self._without_unfinished(brief):
            return None
        report = self.desk.workspace.briefing.compile(brief, final=final, form=form, folder=folder)
        if form == "pdf":
            self.desk.made = (brief, report)
        return report

    def _without_unfinished(self, brief: Brief) -> bool:
        """Ask whether a final one is made without the texts that nobody has finished, where there are any."""
        left = entries.not_in_it(brief, self.desk.session.typed()) if self.desk.session else ""
        if not left:
            return True
        ways = [("y", "yes", "make it"), ("n", "no", "")]
        return self.desk.talk.choose(f"{left}. Make the final one all the same?", ways, otherwise="y") == "y"

    def do_preview(self, words: str = "") -> None:
        """Say the pages of the PDF, or the page with that number; without a PDF of the brief a draft is made."""
        pages: tuple[tuple[str, ...], ...] = (self._report() or self.compile(final=False)).texts
        if words and not (words.isdecimal() and 0 < int(words) <= len(pages)):
            raise InvalidError(f"there is no page {words}", hint=f"it has {count(len(pages), 'page')}")
        chosen = [int(words)] if words else range(1, len(pages) + 1)
        self.say("\n".join(line for n in chosen for line in (f"Page {n} of {len(pages)}", *pages[n - 1])))

    def do_view(self) -> None:
        """Open the PDF in the viewer of the desktop."""
        file = self._made()
        outlets.show(file)
        self.say(f"Opened {file}")

    def do_print(self) -> None:
        """Print the PDF on the usual printer."""
        self.say(": ".join(filter(None, ("Printing", outlets.print_out(self._made())))))

    def do_export(self, words: str = "") -> None:
        """Make the briefing in another form, in a folder."""
        from ..compile import FORMS

        try:
            parts = shlex.split(words)
        except ValueError as error:
            raise InvalidError(f"the folder cannot be understood: {error}", hint=USAGE) from error
        final = parts[:1] == ["final"]
        form, *rest = parts[final:] or [""]
        if form not in ("pdf", *FORMS) or len(rest) > 1:
            known = " ".join(("pdf", *FORMS))
            raise InvalidError("say in which form, and into which folder", hint=f"{USAGE}; forms: {known}")
        folder = Path(rest[0]) if rest else None
        made = self.compile(final=final, form=form, folder=folder) if self._there(folder) else None
        if (report := made) is None:
            self.say("Nothing is made")
            return
        said = "It is there already, the same" if report.same else "Exported"
        self.say(f"{said}: {', '.join(map(str, report.files))}")

    def _there(self, folder: Path | None) -> bool:
        """Whether a folder is there, or may be made; the usual one is made unasked."""
        full = expanded(folder) if folder else self.desk.workspace.places.out
        if full == self.desk.workspace.places.out or os.path.exists(full):  # noqa: PTH110 - one closed to us is told later
            return True
        ways = [("y", "yes", "make it"), ("n", "no", "")]
        return self.desk.talk.choose(f"There is no folder {full}: make it?", ways, otherwise="y") == "y"

    def _report(self) -> Any:
        """What was made of the brief as it is now, if its PDF is still there."""
        made = self.desk.made
        return made[1] if made and made[0] == self.desk.brief and made[1].file.exists() else None

    def _made(self) -> Path:
        if self.desk.made is None:
            raise NotFoundError("nothing is compiled yet", hint="compile makes a draft")
        file: Path = self.desk.made[1].file
        return file
