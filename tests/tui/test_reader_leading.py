"""Ways out of the place that is read: headings, the list that one came by, what is related, a second article."""

from __future__ import annotations

from briefing_tui.model import Passage, Related, Span, Trail
from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.screens.reading.reader import ReaderScreen
from briefing_tui.tui.screens.reading.side import Side
from briefing_tui.tui.widgets.draft_panel import DraftPanel
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.articles import DIGEST, FULL, lit, read
from tests.tui.tools import LARGE, SMALL, Shell, opened

TEXT = FULL.split("---\n", 2)[2]


def passage(article: str, words: str, paragraph: int) -> Passage:
    """A paragraph that is found by some words of it."""
    text = TEXT if article == "line" else DIGEST.split("---\n", 2)[2]
    start = text.rfind("\n", 0, text.index(words)) + 1
    return Passage(article, paragraph, Span(start, text.index("\n", start)), (words,), at=text.index(words))


TRAIL = Trail((passage("line", "rings", 1), passage("line", "Peace", 3), passage("quiet", "names", 1)), "what rings")


async def on_article(shell: Shell, article: str) -> None:
    await shell.until(lambda: shell.one(ReaderView).article.id == article, f"no {article}")


async def test_a_theme_leads_through_the_articles_of_the_library_and_back_to_the_last(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.press("tab", "j", "enter")
        first, *_, last = (header.id for header in shell.screen.shown.articles.headers)  # type: ignore[attr-defined]
        await shell.press("G")
        await shell.go("enter", to="ReaderScreen")
        await on_article(shell, last)
        await shell.press("G", "t")
        assert "in the articles that the library shows" in shell.app.notices.last
        await shell.press("g", "T", "T")
        assert shell.one(ReaderView).article.id not in {first, last}
        before = shell.one(ReaderView).article.id
        await shell.go("q", to="LibraryScreen")
        assert shell.one(RowList, "#articles").key == before


async def test_a_list_of_passages_leads_into_the_next_article(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line", trail=TRAIL, offset=TRAIL.passages[0].at)
        assert lit(shell) == "It rings twice a week."
        assert shell.one(ReaderView).on_theme == {1, 3}
        await shell.until(lambda: "¶ 1 of 3 · passage 1 of 3" in shell.seen())
        await shell.press("t")
        assert lit(shell) == "Peace would end it slowly."
        await shell.press("t")
        await on_article(shell, "quiet")
        assert lit(shell) == "It names no source."
        await shell.until(lambda: "passage 3 of 3" in shell.seen())
        await shell.press("n")
        assert shell.app.notices.last == "This is the last of 3 passages: what rings"
        await shell.press("T")
        await on_article(shell, "line")
        assert lit(shell) == "Peace would end it slowly."
        await shell.press("T", "T")
        assert shell.app.notices.last == "This is the first of 3 passages: what rings"
        assert small.reading.position("quiet") > 0
        await shell.go("q", to="LibraryScreen")


async def test_the_only_theme_of_an_article_is_followed_without_a_question(small: Workspace) -> None:
    async with opened(small) as shell:
        await read(shell, "line")
        for paragraph in (2, 3):
            await shell.press("t")
            await shell.until(lambda n=paragraph: shell.one(ReaderView).place.first == n)  # type: ignore[misc]


async def test_hits_lead_on_too(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line", trail=TRAIL, find="end OR names", offset=TRAIL.passages[1].at)
        await shell.until(lambda: "hit 2 of 2" in shell.seen())
        await shell.press("n")
        await on_article(shell, "quiet")
        await shell.until(lambda: "hit 1 of 1" in shell.seen())
        await shell.press("N")
        await on_article(shell, "line")
        await shell.until(lambda: "hit 2 of 2" in shell.seen())
        await shell.press("/")
        await shell.type("end")
        await shell.press("enter")
        await shell.until(lambda: shell.one(ReaderView).has_focus)
        await shell.press("n")
        assert shell.one(ReaderView).article.id == "line"


async def test_an_article_of_the_list_that_is_gone_leaves_one_where_one_is(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line", trail=TRAIL, offset=TRAIL.passages[1].at)
        (small.places.corpus / "quiet.md").unlink()
        await shell.press("t")
        await shell.until(lambda: "quiet" in shell.app.notices.last)
        assert lit(shell) == "Peace would end it slowly."
        await shell.press("T")
        assert lit(shell) == "It rings twice a week."


async def test_the_outline(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.go("O", to="Choice")
        rows = [" ".join(row.split()) for row in shell.rows()]
        assert rows == ["¶ 1 What it is Wars 1¶", "¶ 3 What ends it Wars 1¶"]
        await shell.go("j", "enter", to="ReaderScreen")
        await shell.until(lambda: lit(shell) == "What ends it")


async def test_without_headings_the_outline_has_the_paragraphs(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "quiet")
        await shell.go("O", to="Choice")
        assert "No headings" in shell.seen()
        assert shell.rows()[0].startswith("¶ 1  The report says")


async def test_related_passages(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        asked: list[tuple[str, int]] = []

        def related(article: str, paragraph: int) -> tuple[Related, ...]:
            asked.append((article, paragraph))
            return (Related(TRAIL.passages[2], "the same rare words: line"),) if paragraph == 1 else ()

        small.articles.related = related  # type: ignore[method-assign, assignment]
        await shell.go("R", to="RelatedChoice")
        assert "the same rare words: line" in shell.seen()
        await shell.go("escape", to="ReaderScreen")
        await shell.press("}", "R")
        await shell.until(lambda: "shares wording or rare words with ¶ 2" in shell.app.notices.last)
        assert asked == [("line", 1), ("line", 2)]
        await shell.go("{", "R", to="RelatedChoice")
        await shell.press("enter")
        await on_article(shell, "quiet")
        assert lit(shell) == "It names no source."


async def test_two_articles_beside_each_other(small: Workspace) -> None:
    async with opened(small, LARGE, brief="note") as shell:
        await read(shell, "line")
        await shell.go("|", to="Choice")
        await shell.go("enter", to="ReaderScreen")
        screen = shell.screen
        assert isinstance(screen, ReaderScreen)
        await shell.until(lambda: screen.article is not None and screen.article.id == "quiet")
        first, second = (side.view for side in screen.query(Side))
        await shell.until(lambda: second.has_focus)
        assert [screen.pane_name(view) for view in (first, second)] == ["first text", "second text"]
        await shell.go("|", to="Choice")
        assert [row.strip() for row in shell.rows()] == ["none: put the second article away"]
        await shell.go("escape", to="ReaderScreen")
        assert first.size.width > 60
        assert second.size.width > 60
        assert not shell.one(DraftPanel).display
        await shell.until(lambda: "▸ [untitled; our digest" in shell.seen())
        await shell.press("s", "tab", "j")
        assert (first.selecting, second.selecting) == (False, True)
        assert first.sentence
        assert first.sentence.slice(TEXT) == "It rings twice a week."
        await shell.until(lambda: "▸ The line between" in shell.seen())
        assert "¶ 1 of 3" in shell.seen()
        await shell.press("tab", "z")
        assert second.size.width > 120
        assert not first.parent.display  # type: ignore[union-attr]
        await shell.press("z")
        await shell.pilot.resize_terminal(90, 24)
        await shell.until(lambda: not first.parent.display, "one article where two have no room")  # type: ignore[union-attr]
        await shell.press("tab")
        assert first.has_focus
        await shell.go("|", to="Choice")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: len(screen.query(Side)) == 1)
        await shell.press("|")
        assert shell.app.notices.last == "Two articles need 100 columns; this terminal has 90"


async def test_a_passage_used_with_an_error_and_one_that_reads_otherwise(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("p")
        await shell.until(lambda: shell.app.brief and shell.app.brief.excerpts)
        (small.places.corpus / "line.md").write_text(FULL.replace("staffed at both", "staffed at neither of its"))
        shell.app.poll()
        view = shell.one(ReaderView)
        await shell.until(lambda: view.place.findings == ("≠ e1 reads otherwise now",))
        assert "≠ e1 reads otherwise now" in shell.seen()
        assert any(line.startswith("≠›") for line in shell.seen().splitlines())
