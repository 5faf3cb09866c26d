"""What works everywhere: help, palette, undo, importing, leaving."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import Label

from briefing_tui.settings import COMMANDS, Where
from briefing_tui.tui.commands import active
from briefing_tui.tui.widgets.row_list import GUTTER, RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, Shell, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])
BRIEF = "deconfliction"


@both
async def test_help_shows_what_works_here_with_the_keys_that_reach_it(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with opened(workspace, size, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        expected = {a.command.help: a.keys for a in active(shell.screen, shell.app.keymap)}
        await shell.go("?", to="HelpScreen")
        await shell.until(lambda: len(shell.rows()) > len(expected), "the keys")
        rows = shell.rows()
        words = " ".join(" ".join(row[17:] for row in rows).split())
        for said, keys in expected.items():
            if said != "Go to the draft":  # where one is
                assert said in words
                assert any(all(key in row.split() for key in keys) for row in rows), said
        assert "The source now says something else" in words
        width = shell.one(RowList).scrollable_content_region.width - GUTTER
        assert not [row for row in rows if len(row.rstrip()) > width or row.rstrip().endswith("…")]
        assert rows[0] == "In the draft"
        assert "Everywhere" in rows
        assert not any(c.help in row for c in COMMANDS if c.where is Where.LIBRARY for row in rows if c.help)
        await shell.go("q", to="DraftScreen")


async def test_help_can_be_filtered(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.go("?", to="HelpScreen")
        await shell.press("slash")
        await shell.type("outlet")
        await shell.until(lambda: len(shell.rows()) < 6)
        await shell.press("enter")
        assert shell.rows()[0] == "In the library"
        assert any("Sort by date, title, outlet" in row for row in shell.rows())
        await shell.go("escape", to="LibraryScreen")


@pytest.mark.parametrize("key", [":", "ctrl+p"])
async def test_the_palette_runs_a_command_by_its_name(workspace: Workspace, key: str) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.press(key)
        await shell.until(lambda: isinstance(shell.screen, CommandPalette))
        await shell.type("search texts")
        await shell.until(lambda: "Search the full texts" in shell.seen(), "the command")
        await shell.press("enter")
        await shell.on("SearchScreen")


async def test_the_palette_says_where_a_command_works_that_does_not_work_here(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.press(":")
        await shell.until(lambda: isinstance(shell.screen, CommandPalette))
        await shell.type("compare")
        await shell.until(lambda: "article beside  |, while reading" in shell.seen(), "what works in the reader")
        await shell.press("enter")
        await shell.until(lambda: shell.app.notices.last == "‘article beside’ works while reading: |")


async def test_undo_and_redo_work_in_the_library_too(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        assert shell.app.brief is not None
        count = len(shell.app.brief.judgements)
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: len(shell.app.brief.judgements) == count - 1 if shell.app.brief else False)
        await shell.go("1", to="LibraryScreen")
        await shell.press("u")
        assert len(shell.app.brief.judgements) == count
        assert "Undone: delete" in shell.app.notices.last
        await shell.press("U")
        assert len(shell.app.brief.judgements) == count - 1
        await shell.press("u", "u")
        assert "nothing to undo" in shell.app.notices.last


async def test_undo_outlives_the_program(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: "Deleted" in shell.app.notices.last)
        await shell.press("q")
        await shell.on("LibraryScreen")
        await shell.press("q")
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.press("u")
        assert "Undone: delete" in shell.app.notices.last


async def test_q_on_the_first_screen_leaves_with_everything_saved(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("j", "d")
        await shell.until(lambda: "Deleted" in shell.app.notices.last)
        await shell.go("q", to="LibraryScreen")
        await shell.press("q")
        assert shell.app.return_code == 0
        shell.app.desk.close()
        kept = workspace.briefs.read(BRIEF)
        assert shell.app.brief is not None
        assert kept.judgements == shell.app.brief.judgements


@both
async def test_importing_lists_what_became_of_each_document(workspace: Workspace, size: tuple[int, int]) -> None:
    folder = workspace.path.parent / "new ones"
    folder.mkdir()
    (folder / "good.txt").write_text("A headline\n\nOne paragraph of text.\n\nAnother one.\n", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    async with opened(workspace, size) as shell:
        count = len(workspace.articles.headers())
        await shell.go("I", to="PathPrompt")
        await shell.type(str(folder.parent / "new"))
        await shell.until(lambda: "new ones/" in shell.seen(), "the completion")
        await shell.press("tab")
        await shell.go("enter", to="ImportScreen")
        await shell.until(lambda: len(shell.one(RowList).shown) == 2, "the results")
        rows = shell.rows()
        assert rows[0].startswith("✗ empty.txt")
        assert rows[1].startswith("✓ good.txt")
        assert "1 imported · 1 failed" in str(shell.one(Label, ".said").render())
        await shell.go("enter", to="ReviewScreen")
        await shell.go("1", to="LibraryScreen")
        await shell.until(lambda: len(shell.rows("#articles")) == count + 1)


async def test_leaving_the_question_for_a_path_goes_back(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.go("I", to="PathPrompt")
        await shell.go("escape", to="LibraryScreen")


async def test_no_key_of_any_place_harms_without_a_brief(empty: Workspace) -> None:
    async with opened(empty, SMALL) as shell:
        for command in COMMANDS:
            if command.where in {Where.LIBRARY, Where.LISTS} and command.name != "back":
                await press_and_return(shell, command.keys[0])
        for key in ("B", "C", "2", "u", "U", "z", "z", "tab", "shift+tab", "1", "3", "x", "J"):
            await press_and_return(shell, key)


async def press_and_return(shell: Shell, key: str) -> None:
    await shell.tap(key)
    for _ in range(4):
        if type(shell.screen).__name__ != "LibraryScreen" or shell.app.focused is None:
            await shell.tap("escape")
        if type(shell.screen).__name__ not in {"LibraryScreen", "Prompt", "PathPrompt", "Choice", "CommandPalette"}:
            await shell.tap("q")
    assert type(shell.screen).__name__ == "LibraryScreen"


@pytest.mark.parametrize("theme", ["briefing-dark", "briefing-light", "briefing-ansi"])
async def test_what_is_typed_into_the_palette_is_seen(workspace: Workspace, theme: str) -> None:
    async with opened(workspace, SMALL) as shell:
        shell.app.theme = theme
        await shell.press(":")
        await shell.until(lambda: isinstance(shell.screen, CommandPalette))
        await shell.type("sort")
        await shell.until(lambda: shell.seen().splitlines()[1].strip() == "sort", "the letters")
        await shell.until(lambda: "Sort by date" in shell.seen(), "the command")


async def test_help_in_the_library_explains_its_signs(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.go("?", to="HelpScreen")
        await shell.until(lambda: any("●" in row and "not read it yet" in row for row in shell.rows()))


async def test_the_themes_of_textual_and_ours_follow_each_other(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, notices=True) as shell:
        for theme in ("briefing-ansi", "briefing-light", "briefing-ansi", "briefing-dark"):
            shell.app.theme = theme
            await shell.press("u")
            await shell.until(lambda: "No brief is open" in shell.seen())
            assert {"ansi-background", "ansi-foreground"} <= shell.app.current_theme.variables.keys()


async def test_the_drafts_footer_says_how_to_compile(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.until(lambda: "C check and compile" in shell.seen().splitlines()[-1])
        assert "J K move" in shell.seen().splitlines()[-1]


async def test_a_wide_footer_has_room_for_more_than_what_matters_most(workspace: Workspace) -> None:
    async with opened(workspace, LARGE, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.until(lambda: "* key judgement" in shell.seen().splitlines()[-1])
        assert " ".join(shell.seen().splitlines()[-1].split()).endswith("? help : commands")


async def test_tab_says_that_there_is_one_pane(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("enter", to="ReaderScreen")
        await shell.press("tab")
        await shell.until(lambda: shell.app.notices.last == "There is one pane here")


async def test_help_is_searched_while_one_types_and_shows_a_persons_own_keys(workspace: Workspace) -> None:
    own = "keymap:\n  library.sort: f9\n  everywhere.help: f1\n  lists.filter: f3\n"
    (workspace.path / "briefing.yaml").write_text(own, encoding="utf-8")
    again = Workspace.open(workspace.path)
    async with opened(again, LARGE) as shell:
        await shell.go("f1", to="HelpScreen")
        await shell.until(lambda: any("f9" in row and "Sort by date" in row for row in shell.rows()))
        assert "(articles)" in shell.seen()
        assert "f3 search" in shell.seen()
        count = len(shell.rows())
        await shell.tap("f3", *"sort")
        await shell.until(lambda: len(shell.rows()) < count / 4)
        await shell.tap("escape")
        await shell.until(lambda: len(shell.rows()) == count)
        await shell.go("f1", to="LibraryScreen")
    again.close()


async def test_help_is_found_by_the_names_of_commands(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.go("enter", to="ReaderScreen")
        await shell.go("?", to="HelpScreen")
        await shell.tap("slash", *"speaker")
        await shell.until(lambda: len(shell.rows()) < 8)
        assert any("@" in row.split() and "Say who says" in row for row in shell.rows())


async def test_settings_that_are_no_yaml_are_told_at_the_start_as_keys_are(workspace: Workspace) -> None:
    (workspace.path / "briefing.yaml").write_text("format: 1\nkeymap: [\n  x: :", encoding="utf-8")
    again = Workspace.open(workspace.path)
    (problem,) = again.settings_problems
    async with opened(again, SMALL) as shell:
        assert str(problem) in shell.app.notices.last
        assert "briefing.yaml, line 3: this is not YAML" in shell.app.notices.last
        assert problem.hint in shell.app.notices.last
    again.close()


async def test_trouble_with_keys_stays_among_the_problems(workspace: Workspace) -> None:
    (workspace.path / "briefing.yaml").write_text("format: 1\nkeymap:\n  draft.dance: x\n  x.y: x\n", "utf-8")
    again = Workspace.open(workspace.path)
    async with opened(again, SMALL) as shell:
        await shell.until(lambda: "draft.dance" in shell.app.notices.last)
        await shell.until(lambda: "1 file with 2 problems" in shell.seen())
        await shell.go("!", to="ProblemsScreen")
        await shell.until(lambda: "keymap.draft.dance" in shell.seen())
        assert "line 3" in shell.seen()
    again.close()
