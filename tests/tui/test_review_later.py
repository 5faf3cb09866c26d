"""What a review keeps beyond its own time: corrections to take back, texts that were not finished, new themes."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from briefing_tui.model import NamedSpeaker
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.articles import THEMES
from tests.tui.imports import RECORD, article, document, go_to, paste, told
from tests.tui.tools import SMALL, Shell, opened


def imported(workspace: Workspace, folder: Path, *names: str) -> None:
    workspace.importing.run([document(folder, *names)])


async def reviewed(shell: Shell) -> None:
    await shell.go("e", to="ReviewScreen")
    await shell.until(shell.rows, "the review")


async def test_a_correction_is_taken_back_after_coming_back(empty: Workspace, tmp_path: Path) -> None:
    imported(empty, tmp_path)
    before = article(empty)
    empty.corrections.set_fields(before.id, {"publisher": "Port Selva Press"})
    async with opened(empty) as shell:
        await reviewed(shell)
        assert "u undo" in shell.seen()
        await shell.press("u")
        await told(shell, "Undone: set publisher")
        assert article(empty) == before
        await shell.press("u")
        await told(shell, "Nothing was changed here")
        await shell.press("U")
        await told(shell, "Done again: set publisher")


async def test_what_was_being_typed_is_there_after_the_program_was_killed(empty: Workspace, tmp_path: Path) -> None:
    imported(empty, tmp_path)
    async with opened(empty) as shell:
        await reviewed(shell)
        await go_to(shell, " publisher ")
        await shell.go("e", to="Prompt")
        await shell.type("Port S")
        assert empty.corrections.unfinished.texts(article(empty).id) == {"publisher": "Port S"}
    again = Workspace.open(empty.path, empty.locations)
    async with opened(again) as shell:
        await shell.until(lambda: "What you were typing is kept in" in shell.app.notices.last)
        await reviewed(shell)
        await told(shell, "Not finished last time: publisher")
        await go_to(shell, " publisher ")
        assert any("your unfinished text: Port S" in row for row in shell.rows())
        await shell.go("e", to="Prompt")
        assert shell.one(Input).value == "Port S"
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Set publisher")
    assert again.corrections.unfinished.articles() == ()
    assert article(again).metadata.publisher == "Port S"


async def test_speakers_are_corrected(empty: Workspace, tmp_path: Path) -> None:
    imported(empty, tmp_path)
    async with opened(empty) as shell:
        await reviewed(shell)
        await go_to(shell, " speakers ")
        await shell.go("e", to="Prompt")
        await paste(shell, "Ida Berg (mayor) ¶ 9")
        await shell.press("enter")
        await shell.until(lambda: "there is no ¶ 9" in shell.seen(), "what is wrong")
        await shell.press("backspace")
        await shell.type("2")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Set speakers")
        assert article(empty).metadata.speakers == (NamedSpeaker("Ida Berg", "mayor", (2,)),)
        assert any(row.endswith("Ida Berg, mayor  ¶ 2") for row in shell.rows())


async def test_a_theme_is_made_and_renamed_where_themes_are_chosen(empty: Workspace, tmp_path: Path) -> None:
    empty.places.themes.write_text(f"# ours\n{THEMES}- {{id: town, prefLabel: Councils}}  # kept\n")
    imported(empty, tmp_path)
    async with opened(empty) as shell:
        await reviewed(shell)
        await shell.go("t", to="ThemeChoice")
        await shell.go("a", to="Prompt")
        await paste(shell, "Ferries and harbours")
        await shell.press("enter")
        await shell.until(lambda: "words that put a paragraph on it" in shell.seen(), "the words")
        await paste(shell, "ferr*, quay")
        await shell.go("enter", to="ThemeChoice")
        await shell.until(lambda: any(row.startswith("[x] Ferries and harbours") for row in shell.rows()), "the theme")
        await shell.until(lambda: "is made, and ticked for this article" in shell.seen(), "the tick")
        assert shell.one(RowList).key == "ferries-and-harbours"
        shell.one(RowList).go_to("town")
        await shell.go("r", to="Prompt")
        await shell.press("ctrl+u")
        await paste(shell, "Town halls")
        await shell.go("enter", to="ThemeChoice")
        await shell.until(lambda: any("Town halls" in row for row in shell.rows()), "the name")
        await shell.go("enter", to="ReviewScreen")
        text = empty.places.themes.read_text()
        assert text.startswith("# ours\n")
        assert "{id: town, prefLabel: Town halls}  # kept" in text
        await shell.until(
            lambda: any(row.lstrip("– ").startswith("themes") and "Ferries" in row for row in shell.rows()), "the row"
        )
        assert "ferries-and-harbours" in empty.articles.matcher.article(article(empty)).themes


async def test_what_is_told_never_hides_the_row_at_work(empty: Workspace, tmp_path: Path) -> None:
    imported(empty, tmp_path)
    async with opened(empty, SMALL, notices=True) as shell:
        await reviewed(shell)
        await shell.press("G", "r")
        await told(shell, "Took back")
        await shell.until(lambda: "Took back" in shell.seen().splitlines()[2], "the notice above the rows")
        assert "Follow us" in shell.seen().splitlines()[-2]
        await shell.press("g")
        await shell.until(lambda: "Took back" in shell.seen().splitlines()[-2], "the notice below them")


async def test_a_record_without_a_text_misses_no_lines_and_shows_where_it_stands(
    empty: Workspace, tmp_path: Path
) -> None:
    imported(empty, tmp_path, "r.bib", RECORD.replace("year", "volume = {12},\n  doi = {10.1/x},\n  year"))
    async with opened(empty) as shell:
        await reviewed(shell)
        rows = shell.rows()
        assert not any("not kept" in row for row in rows)
        assert any(" ".join(row.split()).startswith("✓ volume 12 stated: BibTeX field volume") for row in rows)
        assert any(row.startswith("– issue ") for row in rows)
        assert "a attach a text" in shell.seen()
