"""The briefs and the question which one is meant, by keys alone."""

from __future__ import annotations

import pytest

from briefing_tui.model import edits
from briefing_tui.tui import BriefingApp, notices
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, Shell, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])


@both
async def test_choose_make_copy_rename_delete(workspace: Workspace, size: tuple[int, int]) -> None:
    ids = [head.id for head in workspace.briefs.heads()]
    async with opened(workspace, size) as shell:
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) == len(ids))
        await shell.go("n", to="Prompt")
        await shell.type("Who holds the line")
        await shell.go("enter", to="Choice")
        await shell.go("j", "enter", to="LibraryScreen")
        assert shell.app.notices.last == "You work on 'Who holds the line'"
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "who-holds-the-line")
        assert shell.app.desk.session is not None
        assert shell.app.desk.session.brief.template == "memo"
        await shell.go("c", to="Prompt")
        await shell.go("enter", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "who-holds-the-line-copy")
        await shell.go("r", to="Choice")
        await shell.go("enter", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("Second thoughts")
        await shell.go("enter", to="BriefsScreen")
        await shell.until(lambda: any("Second thoughts" in row for row in shell.rows()), "the list shows titles")
        await shell.go("r", to="Choice")
        await shell.go("j", "enter", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("second thoughts")
        await shell.go("enter", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "second-thoughts")
        await shell.go("d", to="Confirm")
        assert "Move the brief 'Second thoughts' to the trash folder?" in shell.seen()
        await shell.go("escape", to="BriefsScreen")
        assert len(shell.rows()) == len(ids) + 2
        assert not list((workspace.path / "briefs").glob(".trash/second-thoughts*"))
        await shell.go("d", to="Confirm")
        await shell.go("y", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) == len(ids) + 1)
        assert "trash" in shell.app.notices.last
        assert list((workspace.path / "briefs" / ".trash").glob("second-thoughts*"))
        await shell.press("g")
        chosen = shell.one(RowList).key
        await shell.go("enter", to="LibraryScreen")
        assert shell.app.brief is not None
        assert shell.app.brief.id == chosen == workspace.last_brief


async def test_escape_drops_the_filter_first_and_then_goes_back(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) > 1)
        await shell.press("slash")
        await shell.type("a")
        await shell.press("enter")
        await shell.until(lambda: shell.one(RowList).words == "a")
        await shell.press("escape")
        await shell.until(lambda: not shell.one(RowList).words)
        assert type(shell.app.screen).__name__ == "BriefsScreen"
        await shell.go("escape", to="LibraryScreen")


async def test_a_filter_finds_by_id_and_is_told(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) > 1)
        everything = f"{len(shell.rows())} briefs"
        await shell.press("slash")
        await shell.type("deconf")
        await shell.until(lambda: shell.one(RowList).key == "deconfliction" and len(shell.rows()) == 1)
        assert f"1 of {everything} with 'deconf'" in shell.seen()
        await shell.type("zz")
        await shell.press("enter")
        await shell.until(lambda: "No brief with 'deconfzz' · esc shows all" in shell.seen(), "nothing is found")
        await shell.press("escape")
        await shell.until(lambda: everything in shell.seen() and "with" not in shell.rows()[0])


async def test_deleting_the_open_brief_keeps_its_last_edit(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, "deconfliction") as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: len(shell.app.brief.judgements) < 3 if shell.app.brief else False)
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: shell.one(RowList).key == "deconfliction")
        await shell.go("d", to="Confirm")
        await shell.press("y")
        await shell.until(lambda: shell.app.brief is None)
        await shell.until(lambda: "trash" in shell.app.notices.last)
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
        await shell.go("enter", to="Choice")
        assert shell.rows()[0].startswith("bluf")
        await shell.go("escape", to="LibraryScreen")
        assert not empty.briefs.heads()
        await shell.go("2", to="Prompt")
        await shell.type("Наш ответ")
        await shell.go("enter", to="Choice")
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
        await shell.until(lambda: "broken.yaml" in shell.app.notices.last)
        assert shell.app.desk.session is None


async def test_a_broken_brief_is_brought_back(workspace: Workspace) -> None:
    workspace.briefs.open("deconfliction").close()
    file = workspace.path / "briefs" / "deconfliction.yaml"
    before = workspace.briefs.read("deconfliction")
    file.write_bytes(b"")
    async with opened(workspace) as shell:
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) > 1)
        assert shell.one(RowList).go_to("deconfliction")
        await shell.until(lambda: "R brings back" in shell.seen(), "the key instead of the command")
        await shell.until(lambda: "R bring back" in shell.seen(), "the footer")
        await shell.press("R")
        await shell.until(lambda: "as it was after its last edit" in shell.app.notices.last)
    assert workspace.briefs.read("deconfliction") == before


async def test_where_the_only_brief_is_broken_the_draft_leads_to_the_list(empty: Workspace) -> None:
    empty.briefs.new("one", "One")
    empty.places.brief("one").write_bytes(b"")
    async with opened(empty, SMALL) as shell:
        await shell.go("2", to="BriefsScreen")
        await shell.until(lambda: "R brings one back" in shell.app.notices.last)
        assert shell.app.desk.session is None


@both
async def test_the_open_brief_is_gone_to_and_not_opened_again(workspace: Workspace, size: tuple[int, int]) -> None:
    workspace.briefs.new("a-first-one", "A first one")
    async with opened(workspace, size, "deconfliction") as shell:
        session = shell.app.desk.session
        assert session is not None
        await shell.go("B", to="BriefsScreen")
        await shell.until(lambda: len(shell.rows()) > 1)
        assert shell.one(RowList).key == "deconfliction", "the cursor begins on the open one"
        await shell.go("enter", to="DraftScreen")
        assert shell.app.desk.session is session
        assert not session.read_only
        shell.app.desk.open("deconfliction")
        assert shell.app.desk.session is session
        await shell.go("q", to="LibraryScreen")


async def test_what_was_told_of_one_brief_does_not_stand_over_another(workspace: Workspace) -> None:
    workspace.briefs.new("a-first-one", "A first one")
    other = workspace.briefs.open("a-first-one")
    try:
        async with opened(workspace, SMALL, "deconfliction") as shell:
            await shell.go("B", to="BriefsScreen")
            await shell.until(lambda: len(shell.rows()) > 1)
            assert shell.one(RowList).go_to("a-first-one")
            await shell.go("enter", to="LibraryScreen")
            await shell.until(lambda: "can only be read here" in shell.app.notices.last)
            assert "You work on" not in shell.app.notices.last
            await shell.go("B", to="BriefsScreen")
            await shell.until(lambda: len(shell.rows()) > 1)
            assert shell.one(RowList).go_to("deconfliction")
            await shell.go("enter", to="LibraryScreen")
            await shell.until(lambda: "You work on" in shell.app.notices.last)
            assert "can only be read" not in shell.app.notices.last
            assert "can only be read" not in shell.seen()
    finally:
        other.close()


async def test_an_old_notice_goes_with_its_screen(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "FRESH", 0.0)
    workspace.last_brief = "deconfliction"
    app = BriefingApp(workspace)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        shell = Shell(app, pilot)
        await shell.until(lambda: app.desk.session is not None and app._early is None, "the brief of last time")
        app.notice("something that was told", error=True)
        await shell.until(lambda: "something that was told" in shell.seen())
        await shell.go("2", to="DraftScreen")
        await shell.until(lambda: "something that was told" not in shell.seen())
        app.notice("something else", error=True)
        await shell.until(lambda: "something else" in shell.seen())
        await shell.press("j", "J")
        await shell.until(lambda: "something else" not in shell.seen())
    app.desk.close()


async def test_one_item_is_not_one_items(workspace: Workspace) -> None:
    workspace.briefs.new("lone", "A lone one")
    session = workspace.briefs.open("lone")
    session.edit(edits.add_text(session.brief, "Own words")[0], "add")
    session.close()
    workspace.last_brief = ""
    async with opened(workspace) as shell:
        await shell.go("2", to="Choice")
        assert "No brief is open: which one?" in shell.seen()
        assert any(row.endswith("1 item") for row in shell.rows())


async def test_without_a_brief_the_draft_asks_for_the_first_ones_title(empty: Workspace) -> None:
    async with opened(empty) as shell:
        await shell.go("2", to="Prompt")
        assert "There is no brief yet: give the first one a title" in shell.seen()
