"""The files that could not be read: all of what is wrong and of what to do is on the screen."""

from __future__ import annotations

import re

import pytest

from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, Shell, opened


@pytest.mark.parametrize("size", [SMALL, LARGE, (40, 12)], ids=["80x24", "160x48", "40x12"])
async def test_the_whole_remedy_is_read(workspace: Workspace, size: tuple[int, int]) -> None:
    for n in range(40):
        (workspace.path / "corpus" / f"zz-{n:02}-with-a-name-that-is-rather-long.md").write_text("Words alone\n")
    (workspace.path / "corpus" / "zzz.md").write_text("---\nformat: 99\ntitle: x\n---\nwords\n")
    workspace.articles.scan()
    problems = workspace.problems()
    assert len(problems) == 41
    async with opened(workspace, size) as shell:
        await shell.go("!", to="ProblemsScreen")
        for key, problem in (("g", problems[0]), ("G", problems[-1])):
            await shell.press(key)
            await shell.until(lambda p=problem: f"{p.message} {p.hint}" in words(shell))  # type: ignore[misc]


async def test_the_footer_says_what_leads_away_and_escape_does_too(workspace: Workspace) -> None:
    (workspace.path / "corpus" / "zzz.md").write_text("---\nformat: 99\ntitle: x\n---\nwords\n")
    workspace.articles.scan()
    async with opened(workspace, SMALL) as shell:
        await shell.go("!", to="ProblemsScreen")
        await shell.until(lambda: "q back" in shell.seen(), "the footer")
        await shell.go("escape", to="LibraryScreen")


def words(shell: Shell) -> str:
    """What is on the screen, but for the scroll bar, in one line."""
    return " ".join(re.sub("[▁-█]", " ", shell.seen()).split())
