"""The library, by keys alone."""

from __future__ import annotations

import pytest
from textual.widgets import Label

from briefing_tui.model import Facet, Filter, Filters, Sort
from briefing_tui.tui.lines import plain
from briefing_tui.tui.screens.library.library import LibraryScreen
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, SMALL, Shell, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])


def library(shell: Shell) -> LibraryScreen:
    assert isinstance(shell.screen, LibraryScreen)
    return shell.screen


def shown(shell: Shell) -> str:
    return str(shell.one(Label, "#shown").render())


@both
async def test_it_opens_with_all_articles_and_says_how_to_go_on(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size) as shell:
        total = len(workspace.articles.headers())
        assert len(shell.rows("#articles")) == total
        assert f"{total} of {total} · newest first" in shown(shell)
        assert "enter reads; there s selects, p pins · ? help" in shell.seen()
        await shell.until(lambda: "¶1" in shell.seen(), "the preview")
        articles, preview = shell.one(RowList, "#articles"), shell.screen.query_one("#preview")
        assert preview.region.y == articles.region.bottom  # what a short list leaves free is the preview's
        assert articles.size.height == min(total, 12 if size == SMALL else total)


@both
async def test_a_theme_narrows_and_the_preview_says_why(workspace: Workspace, size: tuple[int, int]) -> None:
    theme = workspace.articles.theme_counts()[0]
    async with opened(workspace, size) as shell:
        await shell.press("tab", "j")
        assert library(shell).narrowing.theme == theme.theme.id
        await shell.press("enter")
        assert shell.app.focused is shell.one(RowList, "#articles")
        assert f"{theme.articles} of {len(workspace.articles.headers())} · {theme.theme.pref_label}" in shown(shell)
        await shell.until(lambda: "matched: " in shell.seen(), "the words that matched")
        assert "paragraphs" not in shown(shell)


async def test_filter_as_one_types_then_esc(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        words = workspace.articles.headers()[3].stand_in.split()[0]
        await shell.press("slash")
        await shell.type(words)
        expected = workspace.articles.headers(Filters(words=words))
        await shell.until(lambda: len(shell.rows("#articles")) == len(expected))
        await shell.press("enter")
        assert f"“{words}”" in shown(shell)
        await shell.press("escape")
        assert len(shell.rows("#articles")) == len(workspace.articles.headers())


@both
async def test_facets_combine_in_their_pane_and_counts_follow(workspace: Workspace, size: tuple[int, int]) -> None:
    digests = len(workspace.articles.headers(Filters((Filter(Facet.TEXT, "digest"),))))
    everything = len(workspace.articles.headers())
    async with opened(workspace, size) as shell:
        await shell.press("f")
        facets = shell.one(RowList, "#facets")
        assert shell.app.focused is facets
        await shell.until(lambda: len(facets.shown), "the facets")
        assert facets.go_to("text=digest")
        assert row_at(facets).split() == ["digest", str(digests)]
        await shell.press("space")
        await shell.until(lambda: len(shell.rows("#articles")) == digests)
        assert row_at(facets).startswith("✓ digest")
        assert facets.go_to("text=full")  # what is chosen in a facet does not take from its own counts
        assert int(row_at(facets).split()[-1]) == everything - digests
        await shell.press("enter")
        await shell.until(lambda: len(shell.rows("#articles")) == everything)
        assert facets.go_to("reading=unread")
        await shell.press("space", "f")
        assert shell.app.focused is shell.one(RowList, "#articles")
        assert not facets.display
        assert shown(shell).startswith(f"{everything} of {everything} · digest or full · unread")
        await shell.press("escape")  # one facet at a time, the last that was chosen first
        assert "· digest or full · newest" in shown(shell)
        await shell.press("escape")
        assert "digest" not in shown(shell)


async def test_values_are_filtered_while_typing_and_a_facet_is_let_go(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.press("f")
        await shell.until(lambda: shell.rows("#facets"), "the facets")
        await shell.press("slash")
        await shell.type("moscow")
        await shell.press("enter")
        facets = shell.one(RowList, "#facets")
        assert [row.split()[0] for row in shell.rows("#facets")] == ["Outlet", "The"]
        await shell.press("j", "enter")
        await shell.until(lambda: "The Moscow Times" in shown(shell))
        await shell.press("x")
        await shell.until(lambda: "The Moscow Times" not in shown(shell))
        await shell.press("q")
        assert shell.app.is_running
        assert not facets.display


async def test_sorting_keeps_the_cursor_on_its_article(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        articles = shell.one(RowList, "#articles")
        await shell.press("j", "j")
        key = articles.key
        await shell.press("o")
        assert library(shell).narrowing.sort is Sort.TITLE
        assert articles.key == key
        assert "by title" in shown(shell)


async def test_marked_and_read_are_kept_and_can_be_asked_for(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        key = shell.one(RowList, "#articles").key
        assert shell.rows("#articles")[0].startswith("● ")
        await shell.press("r", "m")
        assert shell.rows("#articles")[0].startswith(" *")
        assert workspace.reading.is_read(key)
        await shell.press("f")
        await shell.until(lambda: shell.one(RowList, "#facets").go_to("mark=marked"), "the facets")
        await shell.press("enter", "f")
        assert len(shell.rows("#articles")) == 1
        assert "marked" in shown(shell)
    again = Workspace.open(workspace.path)
    assert again.reading.is_marked(key)
    again.close()


async def test_a_malformed_file_is_a_problem_and_hides_nothing(workspace: Workspace) -> None:
    (workspace.path / "corpus" / "broken.md").write_text("---\nformat: 1\ntitle: [\n---\ntext\n", encoding="utf-8")
    workspace.articles.scan()
    async with opened(workspace, LARGE) as shell:
        assert len(shell.rows("#articles")) == len(workspace.articles.headers()) > 10
        assert "1 file with a problem" in shell.seen()
        await shell.go("!", to="ProblemsScreen")
        assert "broken.md" in shell.rows()[0]
        await shell.go("q", to="LibraryScreen")


async def test_an_empty_workspace_says_how_to_import(empty: Workspace) -> None:
    async with opened(empty, SMALL) as shell:
        assert "I imports articles" in shell.seen()
        for key in ("enter", "j", "o", "m", "r", "f"):
            await shell.press(key)
        await shell.press("escape")


async def test_how_far_one_came_is_shown(workspace: Workspace) -> None:
    article = workspace.articles.article("jiss-study-relations")
    workspace.reading.set_position(article.id, len(article.text) * 43 // 100)
    async with opened(workspace, LARGE) as shell:
        (row,) = (row for row in shell.rows("#articles") if " 43 %" in row or " 42 %" in row)
        assert "To mark Israel" in row


@pytest.mark.parametrize("size", [(20, 6), (400, 100)])
async def test_titles_are_there_at_any_size(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size) as shell:
        assert "Leningrad" in shell.seen()
        await shell.press("f")
        await shell.until(lambda: "unread" in shell.seen(), "the facets")


async def test_new_files_come_while_the_cursor_stays(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.press("j", "j", "j")
        articles = shell.one(RowList, "#articles")
        key, count = articles.key, len(articles.shown)
        source = workspace.path / "corpus" / f"{key}.md"
        text = source.read_text(encoding="utf-8").replace("issued: 2", "issued: 9")
        (workspace.path / "corpus" / "brand-new.md").write_text(text, encoding="utf-8")
        library(shell).look_for_changes()
        await shell.until(lambda: len(articles.shown) == count + 1, "the new article")
        assert articles.key == key


@both
async def test_zoom_gives_the_passages_the_room(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size) as shell:
        before = shell.screen.query_one("#preview").size.height
        await shell.press("z")
        await shell.pilot.pause()
        assert shell.screen.query_one("#preview").size.height > before
        assert not shell.one(RowList, "#themes").display
        await shell.press("z")
        await shell.pilot.pause()
        assert shell.screen.query_one("#preview").size.height == before


async def test_going_back_from_the_articles_leads_to_the_themes_and_never_out(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        await shell.press("h")
        assert shell.app.focused is shell.one(RowList, "#themes")
        await shell.press("left", "h")
        assert shell.app.return_code is None
        assert shell.app.is_running
        await shell.press("l")
        assert shell.app.focused is shell.one(RowList, "#articles")


async def test_resizing_never_hides_the_focus(workspace: Workspace) -> None:
    async with opened(workspace, LARGE) as shell:
        await shell.press("tab")
        for size in (SMALL, LARGE, (40, 10), SMALL):
            await shell.pilot.resize_terminal(*size)
            await shell.pilot.pause()
            assert shell.app.focused is not None
            assert shell.app.focused.display


async def test_the_footer_leads_to_the_themes_and_back(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.until(lambda: "tab themes" in footer(shell))
        assert "enter read " in footer(shell)
        await shell.press("tab")
        await shell.until(lambda: "enter articles" in footer(shell))
        assert "enter read" not in footer(shell)


async def test_while_typing_the_footer_names_enter_and_esc(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.press("slash")
        await shell.until(lambda: footer(shell) == "enter keep   esc show all")
        await shell.press("escape")
        await shell.go("S", to="SearchScreen")
        await shell.until(lambda: footer(shell) == "enter to the hits   tab complete   esc back")


async def test_what_is_inferred_has_a_question_mark(workspace: Workspace) -> None:
    async with opened(workspace, LARGE) as shell:
        row = next(row for row in shell.rows("#articles") if "Al-Monitor" in row)
        assert "2023-10? " in row
        assert "Al-Monitor? " in row
        assert shell.one(RowList, "#articles").go_to("jns-2019-missile")
        await shell.until(lambda: "JNS" in shell.seen() and " · 2019-11-08 · our digest" in shell.seen())


async def test_the_themes_have_room_on_a_wide_screen(workspace: Workspace) -> None:
    async with opened(workspace, LARGE) as shell:
        assert "Syria and deconfliction " in shell.seen()
        assert "Arms trade and military technology " in shell.seen()


async def test_a_search_counts_one_as_one_and_names_the_theme(workspace: Workspace) -> None:
    theme = workspace.articles.theme_counts()[0].theme
    async with opened(workspace, SMALL) as shell:
        await shell.press("tab", "j", "enter")
        await shell.go("S", to="SearchScreen")
        await shell.type("Ilyushin")
        await shell.until(lambda: "best first" in shell.seen())
        assert "1 paragraph in 1 article" in shell.seen()
        assert f"within {theme.pref_label}" in shell.seen()


def row_at(rows: RowList) -> str:
    return plain(rows.shown.line(rows.cursor, 60))


def footer(shell: Shell) -> str:
    return shell.seen().splitlines()[-1].strip()
