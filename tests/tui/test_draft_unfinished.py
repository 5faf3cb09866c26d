"""What is typed into a draft and not yet kept: it outlives a crash, and says how one goes on with it."""

from __future__ import annotations

import errno
import os

import pytest

from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting import entries
from tests.tui.drafts import BRIEF, brief, to
from tests.tui.tools import SMALL, opened


async def test_what_is_typed_is_kept_while_it_is_typed(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("e", to="Prompt")
        await shell.type(" and more")
        assert shell.app.desk.session is not None
        place = f"{entries.BOTTOM_LINE}.text"
        assert shell.app.desk.session.typed()[place].endswith(" and more")
        await shell.press("escape")
        assert "esc again" in shell.seen()
        await shell.go("escape", to="DraftScreen")
        await shell.until(lambda: place not in shell.app.desk.session.typed())  # type: ignore[union-attr]
        assert not brief(shell).bottom_line.endswith(" and more")


async def test_text_from_before_a_crash_comes_back(workspace: Workspace) -> None:
    session = workspace.briefs.open(BRIEF)
    session.typing(f"{entries.BOTTOM_LINE}.text", "half a sent")
    session.close()
    async with opened(workspace, SMALL, BRIEF) as shell:
        title = brief(shell).title
        said = f"Unfinished text kept for the bottom line in '{title}': e on the entry goes on with it"
        assert said in shell.app.notices.last
        await shell.go("2", to="DraftScreen")
        await shell.go("e", to="Prompt")
        assert "half a sent" in shell.seen()
        await shell.press("escape")
        assert "esc again throws away" in shell.seen()
        await shell.type("ence")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).bottom_line == "half a sentence")
        assert not shell.app.desk.session.typed()  # type: ignore[union-attr]


async def test_a_text_that_a_full_disk_refuses_comes_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("e", to="Prompt")
        before = brief(shell).bottom_line

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "full")

        with monkeypatch.context() as patched:
            patched.setattr(os, "write", full)
            await shell.type(" And more.")
            await shell.go("enter", to="DraftScreen")
            assert "disk is full" in shell.app.notices.last
            assert brief(shell).bottom_line == before
        await shell.go("e", to="Prompt")
        assert "your unfinished text" in shell.seen()
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).bottom_line == f"{before} And more.")


async def test_unfinished_text_of_an_item_names_the_item(workspace: Workspace) -> None:
    session = workspace.briefs.open(BRIEF)
    item = session.brief.sections[0].items[1]
    session.typing(f"{item.id}.note", "half a note")
    session.close()
    async with opened(workspace, SMALL, BRIEF) as shell:
        assert f"kept for {item.excerpt} in '{brief(shell).title}'" in shell.app.notices.last
        await shell.go("2", to="DraftScreen")
        await to(shell, item.id)
        await shell.go("e", to="Choice")
        assert any("your unfinished text" in row for row in shell.rows())


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("new.text", "a new text in 'What kept"),
        ("new.text", "a, then a text of your own, goes on with it"),
        ("new.judgement", "a, then a key judgement, goes on with it"),
        ("an-article:4-40.text", "a passage of an-article in"),
        ("an-article:4-40.note", "P on the same passage there goes on with it"),
    ],
)
async def test_unfinished_text_of_what_is_not_there_yet_says_how_to_go_on(
    workspace: Workspace, place: str, said: str
) -> None:
    session = workspace.briefs.open(BRIEF)
    session.typing(place, "half a thought")
    session.close()
    async with opened(workspace, SMALL, BRIEF) as shell:
        assert said in shell.app.notices.last
        assert "e on the entry" not in shell.app.notices.last
        assert "no longer there" not in shell.app.notices.last


async def test_an_unfinished_new_text_is_gone_on_with(workspace: Workspace) -> None:
    session = workspace.briefs.open(BRIEF)
    session.typing("new.text", "half a thought")
    session.close()
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("a", to="Choice")
        await shell.go("j", "enter", to="Prompt")
        assert "half a thought" in shell.seen()
