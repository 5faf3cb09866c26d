"""The briefs and the question which one is meant, by keys alone."""

from __future__ import annotations

import pytest

from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])


@both
async def test_choose_make_copy_rename_delete(workspace: Workspace, size: tuple[int, int]) -> None:
    ids = [head.id for head in workspace.briefs()]
    async with opened(workspace, size) as shell:
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) == len(ids))
        await shell.go("n", to="Prompt")
        await shell.type("Who holds the line")
        await shell.go("enter", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "who-holds-the-line")
        assert shell.app.session is not None
        await shell.go("c", to="Prompt")
        await shell.go("enter", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "who-holds-the-line-copy")
        await shell.go("r", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("second thoughts")
        await shell.go("enter", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "second-thoughts")
        await shell.press("d")
        await shell.until(lambda: len(shell.rows()) == len(ids) + 1)
        assert "trash" in shell.app.last_notice
        assert list((workspace.path / "briefs" / ".trash").glob("second-thoughts*"))
        await shell.press("g")
        chosen = shell.one(RowList).key
        await shell.go("enter", to="LibraryScreen")
        assert shell.app.brief is not None
        assert shell.app.brief.id == chosen == workspace.last_brief


async def test_deleting_the_open_brief_keeps_its_last_edit(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, "deconfliction") as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: len(shell.app.brief.judgements) < 3 if shell.app.brief else False)
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "deconfliction")
        await shell.press("d")
        await shell.until(lambda: shell.app.brief is None)
        await shell.until(lambda: "trash" in shell.app.last_notice)
        await shell.go("q", to="DraftScreen")
        assert "No brief is open" in shell.seen()
        for key in ("j", "e", "d", "J", "*", "m", "o", "u"):
            await shell.press(key)


async def test_the_draft_asks_which_brief_and_can_make_one(empty: Workspace) -> None:
    async with opened(empty) as shell:
        await shell.go("2", to="Prompt")
        await shell.go("escape", to="LibraryScreen")
        await shell.go("2", to="Prompt")
        await shell.type("Наш ответ")
        await shell.go("enter", to="DraftScreen")
        assert shell.app.brief is not None
        assert shell.app.brief.title == "Наш ответ"


async def test_a_brief_that_cannot_be_read_says_why(workspace: Workspace) -> None:
    (workspace.path / "briefs" / "broken.yaml").write_text("format: 1\nid: [", encoding="utf-8")
    async with opened(workspace) as shell:
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) > 1)
        assert shell.one(RowList).go_to("broken")
        await shell.press("enter")
        await shell.until(lambda: "broken.yaml" in shell.app.last_notice)
        assert shell.app.session is None
