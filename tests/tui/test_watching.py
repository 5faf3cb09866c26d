"""What other programs write is shown within a second, wherever one is."""

from __future__ import annotations

from pathlib import Path

from textual.events import AppFocus

from briefing_tui.tui.reader import ReaderView
from briefing_tui.workspace import EVERYTHING, Changes, Watching, Workspace
from tests.tui.drafts import BRIEF, brief
from tests.tui.tools import Shell, opened

EDITED = "Edited just now by somebody else"


def edit(workspace: Workspace, article_id: str) -> Path:
    """Give an article another title and one paragraph more, as an editor does."""
    path = workspace.articles.path(article_id)
    lines = path.read_text(encoding="utf-8").splitlines()
    titled = [f"title: {EDITED}" if line.startswith("title:") else line for line in lines]
    path.write_text("\n".join([*titled, "", f"{EDITED}."]) + "\n", encoding="utf-8")
    return path


async def heard_first(shell: Shell, told: list[Changes]) -> None:
    """Wait until what was written before the app began has been looked at."""
    await shell.until(lambda: EVERYTHING in told)


def state(shell: Shell, excerpt: str) -> str:
    """The sign of a passage's state in the draft."""
    (row,) = (row for row in shell.rows() if row.split()[:1] == [excerpt])
    return row.rstrip()[-1]


async def test_an_edit_is_shown_in_the_library_and_in_the_reader(workspace: Workspace) -> None:
    told: list[Changes] = []
    async with opened(workspace) as shell:

        def tell(changes: Changes) -> None:
            told.append(changes)
            shell.app.heard(changes)

        with Watching(workspace.places, tell, delay=0):
            await heard_first(shell, told)
            first, second = (header.id for header in workspace.articles.headers()[:2])
            edit(workspace, second)
            await shell.until(lambda: any(EDITED in row for row in shell.rows("#articles")))
            await shell.until(lambda: Changes((f"{second}.md",)) in told)  # the first look may have shown it already
            await shell.go("enter", to="ReaderScreen")
            await shell.until(lambda: shell.one(ReaderView).sentence)
            edit(workspace, first)
            await shell.until(lambda: EDITED in shell.seen())


async def test_an_edit_of_a_quoted_article_is_shown_in_the_draft(workspace: Workspace) -> None:
    told: list[Changes] = []
    async with opened(workspace, brief=BRIEF) as shell:

        def tell(changes: Changes) -> None:
            told.append(changes)
            shell.app.heard(changes)

        with Watching(workspace.places, tell, delay=0):
            await heard_first(shell, told)
            await shell.go("2", to="DraftScreen")
            excerpt = brief(shell).excerpts["e2"]
            await shell.until(lambda: state(shell, "e2") == "✓")
            path = workspace.articles.path(excerpt.article)
            text = path.read_text(encoding="utf-8")
            head, words, tail = text.partition(excerpt.exact)
            path.write_text(f"{head}A new sentence before it. {words}{tail}", encoding="utf-8")
            await shell.until(lambda: state(shell, "e2") == "→")
            path.write_text(f"{head}{words.replace('settle', 'end')}{tail}", encoding="utf-8")
            await shell.until(lambda: state(shell, "e2") == "≠")
            path.write_text(text, encoding="utf-8")
            await shell.until(lambda: state(shell, "e2") == "✓")


async def test_without_a_watch_files_are_looked_at_with_the_focus(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        edit(workspace, workspace.articles.headers()[1].id)
        shell.app.post_message(AppFocus())
        await shell.until(lambda: any(EDITED in row for row in shell.rows("#articles")))


async def test_an_index_that_is_taken_away_is_made_anew_and_told(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        before = shell.rows("#articles")
        for file in workspace.locations.cache.glob("*.sqlite*"):
            file.unlink()
        await shell.press("o")
        shell.app.poll()
        await shell.until(lambda: sorted(shell.rows("#articles")) == sorted(before))
        assert "search index" in shell.app.notices.last
        assert not workspace.articles.incomplete
