"""The checklist, by keys alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.model import Checklist, Finding, Severity
from briefing_tui.tui.screens.briefing.finding_rows import FindingRows
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting import entries
from tests.tui.tools import SMALL, Shell, opened

BRIEF = "deconfliction"


async def test_a_section_that_is_asked_for_leads_to_where_it_is_added(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        brief = shell.app.brief
        assert brief is not None
        shell.app.desk.set_field("template", "submission")
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: any("a section “Argument”" in row for row in shell.rows()), "the finding")
        rows = shell.one(RowList)
        assert isinstance(rows.rows, FindingRows)
        pairs = zip(rows.rows.keys, rows.rows.rows, strict=True)
        rows.go_to(next(key for key, row in pairs if "“Argument”" in str(row)))
        await shell.go("enter", to="DraftScreen")
        assert shell.one(RowList).key == entries.keys(brief)[-1]
        assert shell.app.notices.last == "The form asks for a section “Argument”: a, then “a section”, adds it here"


async def test_one_comes_back_to_the_finding_that_one_left(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        rows = shell.one(RowList)
        await shell.until(lambda: isinstance(rows.rows, FindingRows))
        await shell.press("G")
        left = rows.key
        assert "\n" in left, "a finding, no heading"
        await shell.press("enter")
        await shell.until(lambda: type(shell.screen).__name__ != "ChecklistScreen", "the place of the finding")
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: isinstance(shell.one(RowList).rows, FindingRows))
        await shell.until(lambda: shell.one(RowList).key == left, "the finding that was left")


async def test_a_heading_says_that_it_is_one(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: isinstance(shell.one(RowList).rows, FindingRows))
        for key in ("enter", "w"):
            await shell.press("g", key)
            assert type(shell.screen).__name__ == "ChecklistScreen"
            assert shell.app.notices.last == "This is a heading: the findings stand below it"
            shell.app.notices.quiet()


async def test_findings_are_grouped_and_lead_to_their_places(workspace: Workspace) -> None:
    article = workspace.path / "corpus" / "note-deconfliction-line.md"
    session = workspace.briefs.open(BRIEF, write=False)
    excerpt = next(e for e in session.brief.excerpts.values() if e.article == "note-deconfliction-line")
    session.close()
    words = excerpt.exact.split()
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace(" ".join(words[:4]), " ".join(["Never", *words[1:4]])), encoding="utf-8")
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: any(row.startswith("1 error") for row in shell.rows()), "the findings")
        assert shell.rows()[0] == "1 error"
        assert "to mend before a final one" in shell.seen()
        assert shell.one(RowList).cursor == 1, "the first finding, not its heading"
        await shell.go("enter", to="DraftScreen")
        item = shell.app.brief.item(shell.one(RowList).key) if shell.app.brief else None
        assert item is not None
        assert item.excerpt == excerpt.id
        await shell.until(lambda: "≠" in shell.seen() or "✗" in shell.seen(), "the state")
        await shell.go("q", to="ChecklistScreen")
        await shell.press("F")
        await shell.until(lambda: f"{excerpt.id}: " in shell.app.notices.last, "why it is refused")


async def test_an_unexpected_error_is_told_and_written_down(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def checklist(*_: Any) -> Checklist:
        raise RuntimeError("a bug")

    monkeypatch.setattr(workspace.briefing, "checklist", checklist)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: "a bug" in shell.app.notices.last)
        assert "briefing.log" in shell.app.notices.last
        assert "RuntimeError: a bug" in caplog.text


async def test_the_footer_names_both_ways_to_compile(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: "D compile a draft F final" in " ".join(shell.seen().splitlines()[-1].split()))


async def test_each_kind_of_place_is_gone_to(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"scale": "FieldsScreen", "s2": "DraftScreen", "": "DraftScreen", "e17": "ReaderScreen"}
    found = Checklist(tuple(Finding("x.y", Severity.NOTE, place, f"at {n}") for n, place in enumerate(places)))
    monkeypatch.setattr(workspace.briefing, "checklist", lambda *_: found)
    async with opened(workspace, SMALL, BRIEF) as shell:
        session = shell.app.desk.session
        assert session is not None
        one = session.brief.excerpts["e1"]
        session.edit(replace(session.brief, excerpts={**session.brief.excerpts, "e17": replace(one, id="e17")}), "pin")
        shell.app.desk.refresh()
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: len(shell.rows()) == 1 + len(places))
        for n, screen in enumerate(places.values()):
            at(shell, f"at {n}")
            await shell.go("enter", to=screen)
            await shell.go("q", to="ChecklistScreen")


def at(shell: Shell, words: str) -> None:
    """Put the cursor on the first row with some words."""
    rows = shell.one(RowList)
    rows.cursor = next(n for n, row in enumerate(shell.rows()) if words in row)


async def test_an_unfinished_text_is_told_beside_what_stands_in_the_way(small: Workspace) -> None:
    async with opened(small, SMALL, "note") as shell:
        assert shell.app.desk.session
        shell.app.desk.session.typing("new.text", "half a sen")
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: "before a final one · unfinished text: a new text" in shell.seen())
        await shell.go("F", to="Confirm")
        assert "Unfinished text is not in it: a new text." in shell.seen()
        await shell.go("n", to="ChecklistScreen")
