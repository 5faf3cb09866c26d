"""Letting a finding stay in the checklist, with a reason, and what its rule is for; by keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Label

from briefing_tui.model import Checklist, Finding, Severity, Suppression
from briefing_tui.workspace import Workspace
from tests.tui.test_checklist import at
from tests.tui.tools import SMALL, opened

BRIEF = "deconfliction"


async def test_a_rule_says_what_it_is_for(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: any("rests on one source" in row for row in shell.rows()), "the findings")
        at(shell, "rests on one source")
        assert "judgement.single-source" not in shell.seen(), "what a rule is called stands in the detail alone"
        await shell.go("w", to="Detail")
        said = " ".join(str(label.render()) for label in shell.screen.query(Label))
        assert "A judgement that rests on one source" in said
        assert "What the brief's own author wrote argues for a judgement" in said
        assert "ICD 206" in said
        assert "warning" in said
        assert "judgement.single-source" in said
        await shell.go("q", to="ChecklistScreen")


async def test_a_finding_is_suppressed_with_a_reason_seen_at_the_end_and_stands_again(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: any("rests on one source" in row for row in shell.rows()), "the findings")
        at(shell, "rests on one source")
        await shell.go("s", to="Prompt")
        assert "@ cites" not in shell.seen(), "a reason cites nothing"
        await shell.press("enter")
        await shell.until(lambda: "a reason is needed" in shell.seen(), "that a reason is needed")
        await shell.type("It is said.")
        await shell.go("enter", to="ChecklistScreen")
        await shell.until(lambda: "1 suppressed, with a reason" in shell.rows(), "the suppressed one")
        assert shell.rows()[-2] == "1 suppressed, with a reason"
        assert "rests on one source" in shell.rows()[-1]
        brief = shell.app.brief
        assert brief is not None
        assert [(s.rule, s.place, s.reason) for s in brief.suppressed] == [
            ("judgement.single-source", "j2", "It is said.")
        ]
        await shell.press("G")
        await shell.until(lambda: "suppressed: It is said. (" in shell.seen(), "the reason")
        await shell.press("s")
        await shell.until(lambda: "1 suppressed, with a reason" not in shell.rows(), "it stands again")
        await shell.press("u", "u")
        await shell.until(lambda: shell.app.brief and not shell.app.brief.suppressed, "both steps undone")


async def test_a_suppression_of_what_is_gone_is_taken_back_by_the_same_key(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        session = shell.app.desk.session
        assert session is not None
        old = Suppression("judgement.vague", "j1", "It was wanted.")
        session.edit(replace(session.brief, suppressed=(old,)), "suppress")
        shell.app.desk.refresh()
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: any("not found any more" in row for row in shell.rows()), "the note")
        at(shell, "not found any more")
        await shell.press("s")
        await shell.until(lambda: not any("not found any more" in row for row in shell.rows()), "it is taken back")
        assert shell.app.brief is not None
        assert shell.app.brief.suppressed == ()


async def test_a_suppression_needs_a_reason_and_a_rule_that_allows_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Checklist((Finding("quotation.altered", Severity.ERROR, "e2", "it differs"),))
    monkeypatch.setattr(workspace.briefing, "checklist", lambda *_: found)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: any("it differs" in row for row in shell.rows()), "the finding")
        await shell.press("s")
        await shell.until(lambda: "cannot be suppressed" in shell.app.notices.last, "why not")
        assert shell.app.brief is not None
        assert not shell.app.brief.suppressed
