"""Themes are made, corrected and removed in the library."""

from __future__ import annotations

from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.tools import LARGE, opened


async def test_a_theme_is_made_in_the_library_and_undone(small: Workspace) -> None:
    before = small.places.themes.read_bytes()
    small.briefs.new("other", "None of the two is open")
    async with opened(small, LARGE) as shell:
        await shell.go("t", to="Choice")
        assert [row.strip() for row in shell.rows()] == ["Wars", "a new theme…"]
        await shell.go("G", "enter", to="Prompt")
        await shell.type("Bells")
        await shell.press("enter")
        await shell.until(lambda: "Bells: words that put a paragraph on it" in shell.seen())
        await shell.type("ring*")
        await shell.go("enter", to="LibraryScreen")
        await shell.until(lambda: "of 2 · Bells" in shell.seen(), "the theme")
        assert shell.app.notices.last == "‘Bells’ is in corpus/themes.yaml now · u in the library undoes it"
        assert shell.one(RowList, "#themes").key == "bells"
        await shell.press("u")
        await shell.until(lambda: shell.app.notices.last == "Undone: add the theme ‘Bells’")
        assert small.places.themes.read_bytes() == before
        await shell.press("u")
        assert shell.app.notices.last == "No brief is open: B chooses one"


async def test_a_theme_is_corrected_and_removed_from_the_list(small: Workspace) -> None:
    async with opened(small, LARGE) as shell:
        await shell.press("tab", "j")
        await shell.until(lambda: shell.screen.narrowing.theme == "wars")  # type: ignore[attr-defined]
        await shell.go("t", to="Choice")
        await shell.go("j", "enter", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("bell*, twice")
        await shell.go("enter", to="LibraryScreen")
        await shell.until(lambda: small.themes.theme("wars").rules.any == ("bell*", "twice"))
        await shell.go("t", to="Choice")
        await shell.go("G", "k", "enter", to="Confirm")
        await shell.go("y", to="LibraryScreen")
        await shell.until(lambda: "is removed; the file as it was: corpus/.trash/" in shell.app.notices.last)
        await shell.until(lambda: not shell.screen.narrowing.theme and "All" in shell.seen())  # type: ignore[attr-defined]
