"""The checklist: what stands in the way of the briefing, and compiling it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from ..model import Checklist, Finding, Severity, Suppressed
from ..model.display import one_line
from ..model.finding import counts
from ..model.naming import count
from ..settings import Where
from ..workspace.briefing.rule_facts import rule_facts, why_suppressed
from ..workspace.drafting.brief_fields import fields_of
from ..workspace.drafting.entries import SUPPRESSION
from ..workspace.drafting.finding_places import Goal, goal_of
from ..workspace.drafting.source_names import with_names
from .listing import Row, lists
from .making import Making

if TYPE_CHECKING:
    from .desk import Desk


class ChecklistPlace(Making):
    """What was found about the open brief."""

    PLACES = lists(Where.CHECKLIST)
    NAME: ClassVar[str] = "Checklist"
    ROWS: ClassVar[tuple[str, str]] = ("finding", "findings")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found = Checklist(())

    def about(self) -> str:
        """How many findings of each weight there are."""
        said = ", ".join(count(n, weight) for weight, n in counts(self._found.findings).items() if n)
        return f"Checklist of “{self.desk.title}”, {said or 'nothing stands in the way'}"

    def make_rows(self) -> Sequence[Row]:
        """The findings, gravest first, then those that somebody suppressed."""
        brief = self.desk.brief
        self._found = self.desk.workspace.briefing.checklist(brief) if brief else Checklist(())
        names = self.desk.workspace.briefing.source_names(brief) if brief else {}
        rows = ((f"{n}\n{_finding(one).place}", _said(one, names)) for n, one in enumerate(self._all()))
        return [Row(*row) for row in rows]

    def _all(self) -> Sequence[Finding | Suppressed]:
        return (*self._found.findings, *self._found.suppressed)

    def _one(self, row: Row) -> Finding | Suppressed:
        """The finding of a row."""
        return self._all()[int(row.key.partition("\n")[0])]

    def opened(self, row: Row) -> None:
        """Go to the place in the draft."""
        from .draft import DraftPlace

        brief, place = self.desk.brief, row.key.partition("\n")[2]
        if brief is None:
            return
        fields = [field.name for field in fields_of(brief, self.desk.workspace.places)]
        goal, key = goal_of(brief, place, fields)
        if goal is Goal.ENTRY:
            self.desk.go_once(DraftPlace(self.desk, key)).go_to(key)
        elif goal is Goal.FIELD:
            self.say(f"That is the brief's own field {place}: in the draft, fields {place} edits it")
        elif goal is Goal.SOURCE:
            from .pinning import ReaderPlace

            excerpt = brief.excerpts[key]
            self.desk.go(ReaderPlace(self.desk, excerpt.article, offset=excerpt.span.start))
        else:
            self.say("That is about the brief as a whole")

    def do_why(self, words: str = "") -> None:
        """Say what the rule is for, where it comes from and what to do."""
        self.choose(words)
        one = self._one(self.here())
        found = _finding(one)
        facts = rule_facts(found.rule, self.desk.workspace.settings)
        said = (facts.title, facts.why, found.hint and f"What to do: {found.hint}.")
        more = f"Where it comes from: {facts.source}. It weighs: {facts.weight}. Its id: {facts.id}."
        self.say("\n".join(filter(None, (*said, more))))

    def do_suppress(self, words: str = "") -> None:
        """Let the finding stay as it is, with a reason; one that does stands again."""
        from ..workspace.drafting.suppressing import is_about_suppression, suppressed, suppressible, taken_back

        one = self._one(self.here())
        found = _finding(one)
        if is_about_suppression(one):
            made = self.desk.edit(lambda now: taken_back(now, one, self._found))
        else:
            suppressible(found.rule)
            place = f"{found.place or 'brief'}.{SUPPRESSION}"
            reason = words or self.desk.ask_text(place, "Why may this stay as it is?")
            if reason is None:
                return
            author = self.desk.workspace.settings.author
            made = self.desk.edit(lambda now: suppressed(now, found.rule, found.place, reason, by=author))
        self.changed()
        self.say(f"Done: {made.label}")

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
        errors = sum(found.severity is Severity.ERROR for found in self._found.findings)
        self.desk.talk.say(
            f"Compiling a {'final one' if final else 'draft'}; {count(errors, 'error')} in the checklist"
        )
        if (report := self.compile(final=final)) is None:
            self.say("Nothing is made")
            return
        quotes = report.quotes_verified + report.quotes_unverified
        self.say(
            f"{'Final' if final else 'Draft'}: {count(report.pages, 'page')}, {report.quotes_verified} of "
            f"{count(quotes, 'quote')} verified, {count(report.notes, 'footnote')}, {count(report.sources, 'source')}\n"
            f"{report.file}{' (as it was: nothing has changed since)' if report.same else ''}"
        )


def _finding(one: Finding | Suppressed) -> Finding:
    return one.finding if isinstance(one, Suppressed) else one


def _said(one: Finding | Suppressed, names: Mapping[str, str]) -> str:
    """A finding in a line: its weight, its place, what is wrong, and what to do or why it may stay."""
    found = _finding(one)
    weight = "suppressed" if isinstance(one, Suppressed) else found.severity.value
    message = with_names(found.message, names)
    after = why_suppressed(one) if isinstance(one, Suppressed) else found.hint
    return one_line(f"{weight}, {found.place or 'the brief'}: {message}{f'; {after}' if after else ''}")
