"""Starting: keys before there is anything to see, terminals, themes, lost folders."""

from __future__ import annotations

import io
import sys

import pytest
from textual.widgets import Label

from briefing_tui.errors import ToolError
from briefing_tui.tui import BriefingApp, run
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import SMALL, Shell, opened


async def test_keys_before_the_first_paint_are_not_lost(workspace: Workspace) -> None:
    app = BriefingApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        shell = Shell(app, pilot)
        await shell.press("j", "j", "o", "?")
        await shell.on("HelpScreen")
        await shell.go("q", to="LibraryScreen")
        assert shell.one(RowList, "#articles").cursor > 0
        assert "by title" in shell.seen()


async def test_each_setting_of_the_theme_is_taken(workspace: Workspace) -> None:
    for theme in ("dark", "light", "ansi"):
        (workspace.path / "briefing.yaml").write_text(f"theme: {theme}\n", encoding="utf-8")
        again = Workspace.open(workspace.path)
        async with opened(again) as shell:
            assert shell.app.theme == f"briefing-{theme}"
        again.close()


async def test_without_colour_every_state_still_has_its_sign(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(workspace, SMALL, "deconfliction") as shell:
        assert shell.app.theme == "briefing-ansi"
        assert "▸ ●" in shell.seen()
        await shell.go("2", to="DraftScreen")
        await shell.until(lambda: "✓" in shell.seen())


@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, terminal: str
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", terminal)
    with pytest.raises(ToolError) as caught:
        run(workspace)
    assert "briefing --help" in caught.value.hint
    assert caught.value.where == f"TERM={terminal}"


def test_without_a_terminal_it_says_so(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(ToolError) as caught:
        run(workspace)
    assert caught.value.where == "standard input is no terminal"
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with pytest.raises(ToolError) as caught:
        run(workspace)
    assert caught.value.where == "standard error is no terminal"


async def test_a_brief_of_last_time_that_is_gone_is_no_trouble(workspace: Workspace) -> None:
    workspace.last_brief = "long-gone"
    async with opened(workspace) as shell:
        assert shell.app.desk.session is None
        assert "no brief is open" in shell.seen()


async def test_what_was_left_unfinished_and_a_clash_of_keys_are_both_told(workspace: Workspace) -> None:
    with workspace.briefs.open_to_write("deconfliction") as session:
        session.typing("bottom-line.text", "Words that nobody finished")
    (workspace.path / "briefing.yaml").write_text("keymap:\n  reader.pin: j\n", encoding="utf-8")
    again = Workspace.open(workspace.path, workspace.locations)
    async with opened(again, SMALL, "deconfliction", notices=True) as shell:
        await shell.until(lambda: "Unfinished text kept for the bottom line" in shell.seen())
        assert "Keys of your settings" in shell.seen()
        assert "'j'" in shell.seen()
        await shell.go("2", to="DraftScreen")
        assert "Unfinished text kept for the bottom line" in shell.app.notices.last
        await shell.until(lambda: "unfinished text: the bottom line" in str(shell.one(Label, ".said").render()))
        await shell.go("e", to="Prompt")
        assert "Words that nobody finished" in shell.seen()
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: "unfinished" not in str(shell.one(Label, ".said").render()))
    again.close()


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True
