"""An article that is written anew while it is read; and screens of few lines."""

from __future__ import annotations

import pytest

from briefing_tui.tui.reader import ReaderView
from briefing_tui.workspace import Workspace
from tests.tui.articles import FULL, lit, read
from tests.tui.tools import LARGE, SMALL, Shell, opened

MORE = "A first paragraph that was not there.\n\nAnd a second one.\n\n"


def write(workspace: Workspace, text: str) -> None:
    (workspace.places.corpus / "line.md").write_text(text)


async def seen_anew(shell: Shell, text: str) -> None:
    """Look at the files, and wait until an article with some words is shown."""
    shell.app.poll()
    await shell.until(lambda: text in shell.one(ReaderView).article.text, "the article as it is now")


async def test_the_cursor_stays_at_its_words(small: Workspace) -> None:
    async with opened(small, SMALL, "note", notices=True) as shell:
        await read(shell, "line")
        await shell.press("}", "j")
        assert lit(shell) == "“It works,” the general said."
        write(small, FULL.replace("## What it is\n\n", "## What it is\n\n" + MORE))
        await seen_anew(shell, "And a second one.")
        assert lit(shell) == "“It works,” the general said."
        assert shell.one(ReaderView).place.paragraph == "¶ 4 of 5"
        await shell.until(lambda: "‘The line between two armies’ has changed" in shell.seen())
        assert "¶ 4 of 5" in shell.seen()


async def test_what_is_selected_and_found_stays(small: Workspace) -> None:
    async with opened(small, SMALL, "note") as shell:
        await read(shell, "line", find="end", offset=0)
        await shell.until(lambda: shell.one(ReaderView).place.hits == 2)
        await shell.press("s", "less_than_sign")
        selected = lit(shell)
        write(small, FULL.replace("## What it is\n\n", MORE + "They end it.\n\n"))
        await seen_anew(shell, "They end it.")
        assert lit(shell) == selected
        assert shell.one(ReaderView).selecting
        assert shell.one(ReaderView).place.hits == 3


async def test_where_the_words_are_gone_the_paragraph_stays(small: Workspace) -> None:
    async with opened(small, SMALL, "note") as shell:
        await read(shell, "line")
        await shell.press("G")
        write(small, FULL.split("A war would")[0] + "Nobody can tell what will.\n")
        await seen_anew(shell, "Nobody can tell")
        assert lit(shell) == "Nobody can tell what will."
        write(small, FULL.split("## What it is")[0])
        shell.app.poll()
        await shell.until(lambda: shell.one(ReaderView).place.paragraph == "no text")
        await shell.press("#")
        await shell.until(lambda: shell.app.notices.last.startswith("There is no paragraph here to go to"))


async def test_pinned_passages_are_compared_again(small: Workspace) -> None:
    async with opened(small, LARGE, "note") as shell:
        await read(shell, "line")
        await shell.press("p", "j", "p")
        await shell.until(lambda: shell.app.brief and len(shell.app.brief.excerpts) == 2)
        write(small, FULL.replace("staffed at both", "staffed at neither of its").replace("## What it is\n\n", MORE))
        await seen_anew(shell, "at neither")
        await shell.until(lambda: "no longer there as it was: e1" in shell.app.notices.last)
        shell.one(ReaderView).go_to(shell.one(ReaderView).article.text.index("It rings"))
        assert shell.one(ReaderView).place.pins == ("e2",)
        shell.one(ReaderView).go_to(shell.one(ReaderView).article.text.index("The line is"))
        assert shell.one(ReaderView).place.pins == ()
        await shell.until(lambda: "≠" in shell.seen(), "the state beside the text")


async def test_an_article_that_goes_is_read_on_and_told_once(small: Workspace) -> None:
    async with opened(small, SMALL, "note") as shell:
        await read(shell, "line")
        (small.places.corpus / "line.md").unlink()
        shell.app.poll()
        await shell.until(lambda: "You read the article as it was" in shell.app.notices.last)
        assert lit(shell) == "The line is staffed at both ends."
        await shell.press("s", "p")
        await shell.until(lambda: "file of this article is gone" in shell.app.notices.last)
        assert shell.app.brief
        assert not shell.app.brief.excerpts
        shell.app.notices.forget_news()
        shell.app.notices.last = ""
        shell.app.poll()
        await shell.pilot.pause()
        write(small, FULL.replace("twice a week", "once a day"))
        await seen_anew(shell, "once a day")
        assert "as it was" not in shell.app.notices.last


@pytest.mark.parametrize("size", [(20, 6), (40, 8), (80, 12), (30, 5)])
async def test_on_few_lines_there_is_text(small: Workspace, size: tuple[int, int]) -> None:
    async with opened(small, size, "note") as shell:
        await read(shell, "line")
        view = shell.one(ReaderView)
        await shell.until(lambda: view.size.height >= max(2, size[1] - 6))
        first, second = (view.render_line(y).text.strip() for y in (view.size.height - 2, view.size.height - 1))
        assert first or second
        assert "The line is" in " ".join(shell.seen().split())
        await shell.press("slash")
        await shell.until(lambda: "find" in shell.seen())


async def test_chrome_comes_back_with_the_lines(small: Workspace) -> None:
    async with opened(small, (80, 6), "note") as shell:
        await read(shell, "line")
        assert "? help" not in shell.seen()
        await shell.pilot.resize_terminal(80, 24)
        await shell.until(lambda: "? help" in shell.seen() and "Library" in shell.seen())
