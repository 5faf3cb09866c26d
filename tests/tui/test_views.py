"""Views that are kept by name, by keys alone."""

from __future__ import annotations

from textual.widgets import Label

from briefing_tui.tui.screens.library.library import LibraryScreen
from briefing_tui.workspace import Workspace
from tests.tui.tools import Shell, opened


def library(shell: Shell) -> LibraryScreen:
    assert isinstance(shell.screen, LibraryScreen)
    return shell.screen


async def test_a_view_is_kept_taken_up_again_and_taken_away(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.press("tab", "j", "enter", "o")
        narrowing = library(shell).narrowing
        await shell.go("v", to="ViewsScreen")
        assert "No view yet · n keeps what is shown now" in shell.seen()
        await shell.go("n", to="Prompt")
        await shell.type("Every morning")
        await shell.go("enter", to="ViewsScreen")
        await shell.until(lambda: any(row.startswith("Every morning") for row in shell.rows()))
        await shell.go("q", to="LibraryScreen")
        await shell.press("escape", "o")
        assert library(shell).narrowing != narrowing
        await shell.go("v", to="ViewsScreen")
        await shell.go("enter", to="LibraryScreen")
        assert library(shell).narrowing == narrowing
        await shell.go("v", to="ViewsScreen")
        await shell.go("d", to="Confirm")
        await shell.go("y", to="ViewsScreen")
        await shell.until(lambda: not shell.rows())
        assert not workspace.views.names


async def test_a_view_that_is_broken_says_how_and_the_others_work(workspace: Workspace) -> None:
    (workspace.path / "briefing.yaml").write_text("views:\n  bad: {colour: red}\n  good: {year: 2019}\n", "utf-8")
    again = Workspace.open(workspace.path)
    async with opened(again) as shell:
        await shell.go("v", to="ViewsScreen")
        await shell.press("enter")
        assert "a view has no 'colour'" in shell.app.notices.last
        await shell.press("j")
        await shell.go("enter", to="LibraryScreen")
        assert "2019" in str(shell.one(Label, "#shown").render())
        await shell.go("!", to="ProblemsScreen")
        assert "views.bad" in shell.seen()
    again.close()
