"""Compiling from the checklist: what it tells, how it stops, why it refuses; by keys alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Label

from briefing_tui.errors import CancelledError, RefusedError, UnsignedError
from briefing_tui.model import Brief, Checklist, Finding, LayoutFacts, Severity, Suppressed
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])
BRIEF = "deconfliction"


@dataclass
class Made:
    """What compiling gives, as far as the screen shows it."""

    file: Path = Path("out/deconfliction.draft.pdf")
    pages: int = 2
    quotes_verified: int = 7
    quotes_unverified: int = 1
    verified: int = 12
    unverified: int = 2
    notes: int = 14
    sources: int = 8
    seconds: float = 1.5
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    layout: LayoutFacts | None = field(default_factory=lambda: LayoutFacts(2, 0.87, 14, 14))
    page_limit: int = 2
    same: bool = False
    texts: tuple[tuple[str, ...], ...] = ()


@both
async def test_compiling_tells_pages_quotes_notes_and_path(
    workspace: Workspace, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[bool] = []

    def compile_brief(brief: Brief, *, final: bool, progress: Callable[[str, float], None], **_: Any) -> Made:
        calls.append(final)
        progress("layout", 0.5)
        return Made(findings=(Finding("layout.pages", Severity.WARNING, "", "too long"),))

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with opened(workspace, size, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.press("o")
        assert "Nothing is compiled" in shell.app.notices.last
        await shell.press("D")
        result = shell.one(Label, "#result")
        await shell.until(lambda: "Draft: 2 pages" in str(result.render()))
        said = str(result.render())
        assert "7 of 8 quotes verified" in said
        assert "source passages of paraphrases: 5 of 6 found" in said
        assert "14 footnotes" in said
        assert "8 sources" in said
        assert "deconfliction.draft.pdf" in said
        assert any("too long" in row for row in shell.rows())
        await shell.press("o")
        await shell.until(lambda: "no desktop" in shell.app.notices.last, "where the file is")
        assert "deconfliction.draft.pdf" in shell.app.notices.last
        await shell.press("F")
        await shell.until(lambda: "Final: 2 pages" in str(result.render()))
        assert calls == [False, True]


async def test_a_final_one_that_was_not_signed_is_there_all_the_same(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compile_brief(*_: object, **__: object) -> None:
        error = UnsignedError("the briefing was made, but not signed: no key", where="out/b.pdf")
        error.report = Made()
        raise error

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.press("F")
        await shell.until(lambda: "not signed" in shell.app.notices.last)
        await shell.press("o")
        await shell.until(lambda: "no desktop" in shell.app.notices.last, "where the file is")


async def test_the_screen_lives_while_it_compiles_and_esc_stops(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def compile_brief(brief: Brief, *, cancelled: Callable[[], bool], **_: Any) -> Made:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.005)
        raise CancelledError("stopped; nothing was written")

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: len(shell.rows()) > 2)
        await shell.press("D")
        await shell.until(begun.is_set)
        await shell.press("j")
        assert shell.one(RowList).cursor == 2
        await shell.press("escape")
        await shell.until(lambda: "stopped" in shell.app.notices.last)
        assert not shell.one(Label, "#result").display


async def test_a_refusal_says_why(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_brief(brief: Brief, **_: Any) -> Made:
        raise RefusedError("one error stands", where=brief.id, hint="mend it")

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.press("F")
        await shell.until(lambda: "one error stands" in shell.app.notices.last)
        assert "mend it" in shell.app.notices.last


async def test_what_was_told_of_the_one_before_goes_when_the_next_begins(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = [RefusedError("one error stands", where="b", hint="mend it")]

    def compile_brief(*_: Any, **__: Any) -> Made:
        if refusals:
            raise refusals.pop()
        return Made()

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.press("F")
        await shell.until(lambda: "one error stands" in shell.app.notices.last)
        shown: list[str] = []
        monkeypatch.setattr(shell.app.notices, "_show_for", lambda text, *_: shown.append(text))
        await shell.press("F")
        await shell.until(lambda: "Final: 2 pages" in str(shell.one(Label, "#result").render()))
        assert shown[:1] == [""]


async def test_one_is_called_one_and_a_remark_is_no_footnote(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (Finding("order.x", Severity.NOTE, "", "a remark"), Finding("x.y", Severity.WARNING, "j1", "about it"))
    made = Made(pages=1, quotes_verified=0, quotes_unverified=0, verified=1, unverified=0, notes=1, sources=1)
    monkeypatch.setattr(workspace.briefing, "checklist", lambda *_: Checklist(found))
    monkeypatch.setattr(workspace.briefing, "compile", lambda *_, **__: made)
    async with opened(workspace, LARGE, BRIEF) as shell:
        await shell.go("C", to="ChecklistScreen")
        await shell.until(lambda: "1 remark" in shell.rows())
        assert any(row.split()[1] == "*1" for row in shell.rows() if "about it" in row)
        await shell.press("D")
        result = shell.one(Label, "#result")
        await shell.until(lambda: "Draft: 1 page ·" in str(result.render()))
        said = str(result.render())
        assert "source passages of paraphrases: 1 of 1 found · 1 footnote · 1 source ·" in said
        assert "quote" not in said


async def test_the_gauge_counts_pages_from_a_compile_until_the_brief_changes(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace.briefing, "compile", lambda *_, **__: Made())
    async with opened(workspace, LARGE, BRIEF) as shell:
        assert "≈2.0/2 p" in shell.seen()
        await shell.go("C", to="ChecklistScreen")
        await shell.press("D")
        await shell.until(lambda: " 1.9/2 p" in shell.seen(), "the pages that were laid out")
        await shell.go("2", to="DraftScreen")
        await shell.until(lambda: " 1.9/2 p" in shell.seen())
        await shell.press("j", "d")
        await shell.until(lambda: "≈1.8/2 p" in shell.seen(), "an estimate again")
        await shell.press("u")
        await shell.until(lambda: " 1.9/2 p" in shell.seen(), "the brief that was compiled")
