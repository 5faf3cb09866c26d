"""Jump labels on panes."""

from __future__ import annotations

import pytest

from briefing_tui.tui.widgets.jump import letters
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, opened


def test_each_pane_has_a_letter_of_its_own_name_where_one_is_free() -> None:
    assert letters(["articles", "themes", "facets"]) == ["a", "t", "f"]
    assert letters(["text", "text", "draft"]) == ["t", "e", "d"]
    assert len(set(letters(["x"] * 26))) == 26


@pytest.mark.parametrize("key", ["ctrl+o", "f6"])
async def test_a_letter_on_each_pane_leads_there(workspace: Workspace, key: str) -> None:
    async with opened(workspace, LARGE) as shell:
        await shell.go(key, to="Jump")
        seen = shell.seen()
        assert "[t] themes" in seen
        assert "[a] articles" in seen
        assert "esc stay here" in seen.splitlines()[-1]
        await shell.go("t", to="LibraryScreen")
        assert shell.app.focused is not None
        assert shell.app.focused.id == "themes"
        await shell.go(key, to="Jump")
        await shell.tap("x")
        assert type(shell.screen).__name__ == "Jump"
        await shell.go("escape", to="LibraryScreen")
        assert shell.app.focused.id == "themes"


async def test_a_pane_that_is_hidden_is_offered_too(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.go("ctrl+o", to="Jump")
        assert "[t] themes" not in shell.seen()
        assert "t themes" in shell.seen().splitlines()[-1]
        await shell.go("t", to="LibraryScreen")
        assert shell.app.focused is not None
        assert shell.app.focused.id == "themes"
        assert shell.app.focused.size.width > 60


async def test_from_a_field_to_the_rows(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.go("S", to="SearchScreen")
        await shell.go("ctrl+o", to="Jump")
        assert "[q] question" in shell.seen()


async def test_where_there_is_one_pane_it_says_so(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, "deconfliction") as shell:
        await shell.go("2", to="DraftScreen")
        await shell.tap("ctrl+o")
        assert shell.app.notices.last == "There is one pane here"
