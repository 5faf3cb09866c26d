"""Before compiling: what stands in the way; then the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ....model import Brief, Checklist, Finding, Severity, Suppressed
from ....settings import Where
from ....workspace.briefing.rule_facts import rule_facts, why_suppressed
from ....workspace.drafting import entries
from ....workspace.drafting.brief_fields import fields_of
from ....workspace.drafting.entries import SUPPRESSION
from ....workspace.drafting.finding_places import Goal, goal_of
from ....workspace.drafting.source_names import with_names
from ...commands import bindings
from ...flows import before_keys, flow
from ...lines import harmless
from ...widgets.detail import Detail
from ...widgets.row_list import RowList
from ...wording import count
from .finding_rows import FindingRows
from .making import Making, result_in_words

ABSENT = "form.required"
"""The rule on what the form asks for; where that is a section, there is no place yet that it leads to."""


class ChecklistList(RowList):
    """The findings; their commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.CHECKLIST, Where.LISTS, owner="screen")


class ChecklistScreen(Making):
    """Checks the open brief and compiles it."""

    NAME = "Checklist"
    _found = Checklist(())
    """What is shown."""
    _names: Mapping[str, str] = {}
    """What its sources are called, by article id."""

    def body(self) -> ComposeResult:
        """What it comes to, the findings, what was compiled."""
        yield Label("", classes="said", markup=False)
        yield ChecklistList()
        yield from self.result()

    def footer_words(self) -> Mapping[str, str]:
        """Beside the draft, the final one needs no more words: one line has room for both."""
        return {"checklist.compile_final": "final"}

    def on_mount(self) -> None:
        super().on_mount()
        self.watch(self.app, "laid", self._follow_layout, init=False)

    def _follow_layout(self) -> None:
        """Check again with what the layout of the brief as it is now has shown."""
        brief = self.briefing.brief
        if brief is not None and self.briefing.pages.facts_of(brief) and not self._compiling:
            self.check()

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
        facts = self.briefing.pages.facts_of(brief)
        briefing = self.briefing.workspace.briefing
        found = await before_keys(briefing.checklist, brief, facts)
        self._names = await before_keys(briefing.source_names, brief)
        if self.briefing.brief is brief:  # else it is being checked as it is now
            self._show(brief, found)

    def _show(self, brief: Brief, found: Checklist) -> None:
        self._found = found
        rows = self.query_one(ChecklistList)
        before, was_on = self.briefing.desk.findings.get(brief.id, ((), ""))
        shown = FindingRows.of(brief, found, self._names)
        to = shown.nearest(before, was_on)
        rows.rows = shown
        rows.go_to(to)
        errors = sum(f.severity is Severity.ERROR for f in found.findings)
        key = self.briefing.key_of
        draft, final = key("checklist.compile_draft"), key("checklist.compile_final")
        typed = self.briefing.desk.session.typed() if self.briefing.desk.session else {}
        said = entries.unfinished_places(brief, typed)
        stands = f"{count(errors, 'error')} to mend before a final one" if errors else "Nothing stands in the way"
        keys = f"{draft} compiles a draft" if errors else f"{final} compiles the final one, {draft} a draft"
        self._say(f"{stands} · {harmless(said) or keys}")

    @on(RowList.Moved)
    def _keep_finding(self) -> None:
        """Remember the finding at the cursor: the checklist begins there, or near it, when one comes back to it."""
        rows = self.query_one(ChecklistList)
        if isinstance(rows.rows, FindingRows) and rows.key:
            self.briefing.desk.findings[rows.rows.brief.id] = rows.rows.keys, rows.key

    def _say(self, text: str) -> None:
        self.query_one(".said", Label).update(text)

    def _here(self) -> Finding | Suppressed | None:
        """The finding that the cursor is on, if it is on one; on a heading, a person is told where they are."""
        rows = self.query_one(ChecklistList)
        if not isinstance(rows.rows, FindingRows) or not rows.key:
            return None
        if (found := rows.rows.at(rows.key)) is None:
            self.briefing.notice("This is a heading: the findings stand below it")
        return found

    @on(RowList.Opened)
    def action_open(self) -> None:
        brief, row = self.briefing.brief, self._here()
        if brief is None or row is None:
            return
        found = row.finding if isinstance(row, Suppressed) else row
        fields = [field.name for field in fields_of(brief, self.briefing.workspace.places)]
        goal, key = goal_of(brief, found.place, fields)
        if goal is Goal.FIELD:
            from ..drafting.fields import FieldsScreen

            self.show(FieldsScreen(key))
        elif goal is Goal.SOURCE:
            excerpt = brief.excerpts[key]
            self.read(excerpt.article, offset=excerpt.span.start)
        elif found.rule == ABSENT and not key:
            self.go_to_draft(entries.keys(brief)[-1])
            add = self.briefing.key_of("draft.add")
            self.briefing.notice(
                f"{found.message[:1].upper()}{found.message[1:]}: {add}, then “a section”, adds it here"
            )
        else:
            self.go_to_draft(key)

    @flow
    async def action_why(self) -> None:
        row = self._here()
        if row is None:
            return
        found = row.finding if isinstance(row, Suppressed) else row
        facts = await before_keys(rule_facts, found.rule, self.briefing.workspace.settings)
        await self.app.push_screen_wait(
            Detail(
                facts.title,
                [
                    ("found here", with_names(found.message, self._names)),
                    ("why it stays", why_suppressed(row) if isinstance(row, Suppressed) else ""),
                    ("what to do", found.hint),
                    ("why there is this rule", facts.why),
                    ("where it comes from", facts.source),
                    ("what it weighs", facts.weight),
                    ("its id", found.rule),
                ],
                more=self._more(row, fixed=facts.fixed),
            )
        )

    def _more(self, row: Finding | Suppressed, *, fixed: bool) -> str:
        """What can be done about a finding, beside mending it."""
        if fixed:
            return ""
        key = self.briefing.key_of("checklist.suppress")
        what = "lets it stand again" if isinstance(row, Suppressed) else "suppresses it"
        return f"{key} in the checklist {what}"

    @flow
    async def action_suppress(self) -> None:
        row = self._here()
        if row is None:
            return
        from ....workspace.drafting.suppressing import is_about_suppression, suppressed, suppressible, taken_back

        self.briefing.desk.require_writable()
        if isinstance(row, Suppressed) or is_about_suppression(row):
            if made := self.briefing.desk.edit(lambda now: taken_back(now, row, self._found)):
                self.briefing.notice(f"Done: {made.label}")
            return
        suppressible(row.rule)
        author = self.briefing.workspace.settings.author
        await self.briefing.ask.for_text(
            f"{row.place or 'brief'}.{SUPPRESSION}",
            "Why may this stay as it is? The reason is kept in the brief",
            "",
            multiline=True,
            placeholder=with_names(row.message, self._names),
            needed="a reason is needed · esc lets the finding stand",
            keep=lambda text: (
                self.briefing.desk.edit(lambda now: suppressed(now, row.rule, row.place, text, by=author)) is not None
            ),
        )

    def action_compile_draft(self) -> None:
        self.compile(final=False)

    def action_compile_final(self) -> None:
        self.compile(final=True)

    @flow
    async def compile(self, *, final: bool) -> None:
        """Compile in a thread; esc stops it."""
        brief = self.briefing.brief
        report = await self.compiled(final=final)
        if report is None or brief is None:
            return
        key = self.briefing.key_of
        keys = f"{key('checklist.preview')} shows it"
        self.tell(result_in_words(report, final=final, keys=keys))
        if self.briefing.brief is brief:
            self._show(brief, Checklist(report.findings, report.suppressed))

    def action_preview(self) -> None:
        from .preview import PreviewScreen

        self.show(PreviewScreen(self._made))
