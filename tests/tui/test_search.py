"""Searching the texts and walking the passages, by keys alone."""

from __future__ import annotations

import pytest
from textual.widgets import Input, Label

from briefing_tui.model import Sort
from briefing_tui.tui.screens.searching.search import SearchLine
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.articles.searching import UNASKED
from tests.tui.articles import read
from tests.tui.tools import LARGE, SMALL, Shell, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])


def shown(shell: Shell) -> str:
    return str(shell.one(Label, "#shown").render())


@both
async def test_search_finds_and_opens_at_the_hit(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size) as shell:
        await shell.go("S", to="SearchScreen")
        await shell.type("Latakia")
        await shell.until(lambda: "best first" in shell.seen(), "the best hits")
        expected = workspace.articles.passages("Latakia", sort=Sort.RELEVANCE)
        assert f"{len(expected)} paragraphs in 4 articles" in shell.seen()
        row = shell.one(RowList).shown.line(0, 100)
        assert [piece.text for piece in row if piece.role == "hit"] == ["Latakia"]
        await shell.press("enter")
        assert shell.one(RowList).key == f"{expected.passages[0].article}:{expected.passages[0].at}"
        await shell.until(lambda: f"¶{expected.passages[0].paragraph} · " in shell.seen(), "all of the passage")
        await shell.go("enter", to="ReaderScreen")
        await shell.go("q", to="SearchScreen")
        await shell.press("a")
        await shell.on("LibraryScreen")
        assert shown(shell).startswith("4 of 16 · texts with ‘Latakia’ · best first")
        assert len(shell.rows("#articles")) == 4
        await shell.press("escape")
        assert len(shell.rows("#articles")) == len(workspace.articles.headers())


async def test_a_question_that_is_wrong_says_where_and_what_to_do_and_lists_nothing(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.go("S", to="SearchScreen")
        await shell.until(lambda: "theme: outlet: author:" in shell.seen())
        await shell.type("Latakia ")
        await shell.until(shell.rows, "hits")
        await shell.type('"never closed')
        await shell.until(lambda: "quotation mark is not closed" in shell.seen(), "a message")
        line, pointer = shell.seen().splitlines()[1:3]
        assert pointer.index("^") == line.index('"')
        assert not shell.rows()
        await shell.type('" nofield:x')
        await shell.until(lambda: "There is no field 'nofield:'" in shell.seen(), "a message")
        assert "put words with a colon in quotation marks" in " ".join(shell.seen().split())


async def test_an_index_that_is_lost_is_told_and_the_hits_come_by_themselves(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.go("S", to="SearchScreen")
        workspace._catalogue.database.discard()
        await shell.type("Latakia")
        await shell.until(lambda: "Nothing was found · the index is being made anew" in shell.seen(), "an answer")
        shell.app.poll()
        await shell.until(lambda: "best first" in shell.seen(), "the hits")
        await shell.press("enter", "j", "j")
        at = shell.one(RowList).key
        workspace._catalogue.database.discard()
        shell.app.poll()
        await shell.until(lambda: not workspace.articles.incomplete, "the index")
        shell.app.poll()
        await shell.until(lambda: len(shell.rows()) > 3 and "Latakia" in shell.seen())
        assert shell.one(RowList).key == at


async def test_tab_completes_a_field_and_its_value(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.go("S", to="SearchScreen")
        await shell.type("the")
        await shell.press("tab")
        await shell.type("ukr")
        await shell.until(lambda: "theme: ukraine" in shell.seen(), "the values")
        await shell.press("tab")
        assert "theme:ukraine " in shell.one(Input, "SearchLine").value
        await shell.press("enter")
        await shell.until(shell.rows, "the paragraphs on it")
        await shell.press("escape")
        assert shell.screen.focused is shell.one(Input, "SearchLine")
        await shell.type(" nowhere")
        await shell.press("enter")
        await shell.until(lambda: "Nothing was found: no article has ‘nowhere’ · esc to the question" in shell.seen())


async def test_passages_on_a_theme_are_listed_across_articles(workspace: Workspace) -> None:
    theme = workspace.articles.theme_counts()[0]
    async with opened(workspace, SMALL) as shell:
        await shell.press("tab", "j", "enter")
        await shell.go("p", to="PassagesScreen")
        rows = shell.one(RowList)
        assert len(rows.shown) == theme.paragraphs
        await shell.press("o")
        await shell.until(lambda: shell.app.notices.last == UNASKED)
        assert f"{theme.paragraphs} paragraphs in {theme.articles} articles · {theme.theme.pref_label}" in shell.seen()
        await shell.press("j")
        article = rows.key.rpartition(":")[0]
        await shell.go("enter", to="ReaderScreen")
        assert shell.screen.side.article_id == article  # type: ignore[attr-defined]
        await shell.until(lambda: f"passage 2 of {theme.paragraphs}" in shell.seen(), "the passage")


async def test_a_word_that_is_not_whole_yet_finds_what_begins_so(workspace: Workspace) -> None:
    whole, begun = (len(workspace.articles.passages(q)) for q in ("Latakia", "Lataki"))
    assert whole
    assert not begun
    async with opened(workspace) as shell:
        await shell.go("S", to="SearchScreen")
        await shell.type("Lataki")
        await shell.until(lambda: "words that begin so" in shell.seen(), "the hits")
        await shell.press("enter")
        assert len(shell.rows()) == whole
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "hit 1 of" in shell.seen(), "the hits in the article")


async def test_among_the_hits_the_key_for_all_texts_leads_back_to_the_question(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await shell.go("ctrl+f", to="SearchScreen")
        await shell.type("line")
        await shell.press("enter")
        await shell.until(lambda: isinstance(shell.app.focused, RowList), "the hits")
        await shell.press("ctrl+f")
        await shell.type("quiet")
        assert shell.one(SearchLine).value == "quiet"


async def test_all_texts_are_searched_from_an_article_and_the_way_back_leads_there(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.go("ctrl+f", to="SearchScreen")
        await shell.go("escape", to="ReaderScreen")
        await shell.go("question_mark", to="HelpScreen")
        await shell.press("/", *"search all")
        await shell.until(lambda: "Search the full texts of all articles" in " ".join(shell.seen().split()), "the way")
