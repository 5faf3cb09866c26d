"""Keys wait until the screen that the key before them opened has its rows, however long that takes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.turns import Turn
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.test_typing import burst
from tests.tui.tools import SMALL, Shell, opened

BRIEF = "deconfliction"


class Gate:
    """Work in a thread that goes on when the test lets it, and says that it has begun."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self.begun = threading.Event()
        self.open = threading.Event()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.begun.set()
        assert self.open.wait(30)
        return self._work(*args, **kwargs)


async def held(shell: Shell, gate: Gate) -> None:
    """Wait until the slow work has begun, and longer than any key needs that nothing holds up."""
    await shell.until(gate.begun.is_set)
    for _ in range(50):
        await shell.pilot.pause()


async def test_a_brief_is_chosen_from_a_list_that_comes_late(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, SMALL) as shell:
        second = workspace.briefs.heads()[1].id
        gate = Gate(workspace.briefs.heads)
        monkeypatch.setattr(workspace.briefs, "heads", gate)
        burst(shell, "Bj", "enter")
        await held(shell, gate)
        assert workspace.last_brief == ""
        gate.open.set()
        await shell.until(lambda: workspace.last_brief == second, "the brief")


async def test_a_passage_is_pinned_in_an_article_that_comes_late(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(small, SMALL, "note") as shell:
        assert shell.one(RowList, "#articles").key == "line"
        gate = Gate(small.briefs.passages)
        monkeypatch.setattr(small.briefs, "passages", gate)
        burst(shell, "enter", "sjp")
        await shell.on("ReaderScreen")
        await held(shell, gate)
        gate.open.set()
        await shell.until(lambda: shell.app.brief and shell.app.brief.excerpts, "the pin")
        assert shell.app.brief is not None
        assert shell.app.brief.excerpts["e1"].exact == "The line is staffed at both ends. It rings twice a week."


async def test_an_entry_is_gone_to_from_a_checklist_that_comes_late(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        gate = Gate(workspace.briefing.checklist)
        monkeypatch.setattr(workspace.briefing, "checklist", gate)
        assert shell.app.desk.set_field("title", "")
        burst(shell, "C", "enter")
        await shell.on("ChecklistScreen")
        await held(shell, gate)
        gate.open.set()
        await shell.until(lambda: type(shell.screen).__name__ in {"FieldsScreen", "DraftScreen"}, "the place")


async def test_a_hit_is_opened_of_a_search_that_comes_late(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, SMALL) as shell:
        gate = Gate(workspace.articles.passages)
        monkeypatch.setattr(workspace.articles, "passages", gate)
        burst(shell, "S", "Latakia", "enter", "enter")
        await held(shell, gate)
        gate.open.set()
        await shell.on("ReaderScreen")
        await shell.until(lambda: shell.one(ReaderView).place.hits > 0, "the hits")


async def test_at_the_start_keys_are_for_the_brief_of_last_time(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.last_brief = BRIEF
    gate = Gate(workspace.briefs.heads)
    monkeypatch.setattr(workspace.briefs, "heads", gate)
    async with opened(workspace, SMALL, begun=False) as shell:
        burst(shell, "2")
        await held(shell, gate)
        gate.open.set()
        await shell.on("DraftScreen")
        assert shell.app.desk.session is not None


async def test_screen_after_screen_in_one_burst(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.tap(*"2BqCq1G?qB")  # Briefs is on top in between too
        await shell.on("BriefsScreen")
        assert [type(screen).__name__ for screen in shell.app.screen_stack] == ["LibraryScreen", "BriefsScreen"]
        assert shell.rows()


async def test_a_flow_whose_screen_is_gone_holds_up_no_key(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        turn = Turn(shell.screen, shell.app.flows)
        await shell.go("q", to="LibraryScreen")
        await shell.until(lambda: not turn.node.is_running)
        turn.take()
        await shell.press("j")
        assert shell.one(RowList, "#articles").cursor == 1


async def test_what_goes_beside_holds_up_no_key(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(workspace.articles.scan)
    async with opened(workspace, SMALL) as shell:
        monkeypatch.setattr(workspace.articles, "scan", gate)
        await shell.go("B", to="BriefsScreen")
        await shell.go("q", to="LibraryScreen")
        await shell.until(gate.begun.is_set, "the files are looked at")
        await shell.press("j")
        assert shell.one(RowList, "#articles").cursor == 1
        gate.open.set()
