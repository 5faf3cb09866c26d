"""Every declared command is there, does something, and is reached by its keys."""

from __future__ import annotations

import pytest

from briefing_tui.settings import COMMANDS, Command, Where, resolve_keymap
from briefing_tui.tui.commands import PLACES, active, bindings, textual_keymap
from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.screens.briefing.checklist import ChecklistScreen
from briefing_tui.tui.screens.briefing.preview import PreviewScreen
from briefing_tui.tui.screens.drafting.briefs import BriefsScreen
from briefing_tui.tui.screens.drafting.draft import DraftScreen
from briefing_tui.tui.screens.library.library import LibraryScreen
from briefing_tui.tui.screens.library.views import ViewsScreen
from briefing_tui.tui.screens.place import PlaceScreen
from briefing_tui.tui.screens.review import ReviewScreen
from briefing_tui.tui.screens.searching.passage_list import PassageScreen
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, Shell, opened

DOERS = {
    Where.EVERYWHERE: PlaceScreen,
    Where.LISTS: RowList,
    Where.LIBRARY: LibraryScreen,
    Where.FACETS: LibraryScreen,
    Where.PASSAGES: PassageScreen,
    Where.VIEWS: ViewsScreen,
    Where.READER: ReaderView,
    Where.DRAFT: DraftScreen,
    Where.CHECKLIST: ChecklistScreen,
    Where.PREVIEW: PreviewScreen,
    Where.BRIEFS: BriefsScreen,
    Where.ARTICLE: ReviewScreen,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_a_command_has_its_action(command: Command) -> None:
    assert callable(getattr(DOERS[command.where], f"action_{command.name}"))


def test_no_letter_has_priority() -> None:
    assert not [b for places in PLACES for b in bindings(*places) if getattr(b, "priority", False)]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_each_place_reaches_all_its_commands(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size, brief="deconfliction") as shell:
        await reached(shell, Where.LIBRARY, Where.LISTS)
        await shell.press("f")
        await reached(shell, Where.FACETS, Where.LISTS)
        await shell.press("f")
        await shell.go("p", to="PassagesScreen")
        await reached(shell, Where.PASSAGES, Where.LISTS)
        await shell.go("v", to="ViewsScreen")
        await reached(shell, Where.VIEWS, Where.LISTS)
        await shell.go("1", to="LibraryScreen")
        await shell.go("enter", to="ReaderScreen")
        await reached(shell, Where.READER)
        await shell.go("2", to="DraftScreen")
        await reached(shell, Where.DRAFT, Where.LISTS)
        await shell.go("C", to="ChecklistScreen")
        await reached(shell, Where.CHECKLIST, Where.LISTS)
        await shell.go("B", to="BriefsScreen")
        await reached(shell, Where.BRIEFS, Where.LISTS)
        await shell.go("1", to="LibraryScreen")
        await shell.go("e", to="ReviewScreen")
        await reached(shell, Where.ARTICLE, Where.LISTS)


async def reached(shell: Shell, own: Where, *more: Where) -> None:
    """Every command of the place and of everywhere works, but those of which the place has its own."""
    await shell.pilot.pause()
    found = {a.command.id for a in active(shell.screen, shell.app.keymap)}
    names = {c.name for c in COMMANDS if c.where is own}
    wanted = {c.id for c in COMMANDS if c.where in {own, Where.EVERYWHERE} or (c.where in more and c.name not in names)}
    assert wanted - {"lists.open"} <= found


async def test_a_persons_keys_are_followed(workspace: Workspace) -> None:
    (workspace.path / "briefing.yaml").write_text(
        "format: 1\nkeymap:\n  lists.down: f8\n  library.sort: 'f7 j'\n  everywhere.help: f1\n", encoding="utf-8"
    )
    again = Workspace.open(workspace.path)
    async with opened(again) as shell:
        assert not shell.app.keymap.problems
        articles = shell.one(RowList, "#articles")
        await shell.press("f8")
        assert articles.cursor == 1
        assert isinstance(shell.screen, LibraryScreen)
        before, key = shell.screen.narrowing.sort, articles.key
        await shell.press("j")
        assert articles.key == key
        assert shell.screen.narrowing.sort is not before
        await shell.go("f1", to="HelpScreen")
    again.close()


async def test_keys_that_cannot_be_followed_are_told_by_name(workspace: Workspace) -> None:
    (workspace.path / "briefing.yaml").write_text("keymap:\n  draft.delete: e\n  draft.dance: x\n", encoding="utf-8")
    again = Workspace.open(workspace.path)
    async with opened(again) as shell:
        await shell.until(lambda: "draft.delete" in shell.app.notices.last)
        assert "draft.dance" in shell.app.notices.last
    again.close()


def test_the_keymap_of_every_pane_has_each_key_once() -> None:
    own = {"lists.down": ["o"], "reader.other_end": [","], "reader.end_char_back": ["ctrl+o"]}
    keymap = textual_keymap(resolve_keymap(overrides=own))
    assert keymap["draft/draft.source"] == "o"
    assert keymap["draft/lists.down"] == "unbound"
    assert keymap["briefs/lists.down"] == "o"
    assert keymap["reader/reader.other_end"] == "comma"
