"""Reviewing an article by keys: fields, the source, themes, going back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from briefing_tui.model import State
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from tests.tui.articles import THEMES, read
from tests.tui.imports import RECORD, article, document, go_to, paste, review, told
from tests.tui.tools import LARGE, SMALL, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])


@both
async def test_fields_have_their_states_and_evidence_and_dropped_lines_stand_in_place(
    empty: Workspace, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(empty, size) as shell:
        await review(shell, document(tmp_path))
        rows = shell.rows()
        author = next(r for r in rows if " author " in r)
        assert " ".join(author.split()).startswith("✓ author Karlsen, Anna stated: line 3")
        assert any("outlet (container-title)" in r for r in rows)
        assert next(r for r in rows if " publisher " in r).startswith("– publisher")
        at = next(n for n, r in enumerate(rows) if "¶ 1 " in r)
        assert "caption: A ferry at the quay" in rows[at + 1]
        assert rows[at + 1].startswith("· ")
        assert "¶ 2 " in rows[at + 2]
        assert "Follow us" in rows[-1]
        await go_to(shell, "¶ 2 ")
        await shell.until(lambda: "would miss it in winter." in shell.seen(), "the whole paragraph")


async def test_what_is_inferred_counts_as_said_once_it_is_confirmed(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        assert article(empty).metadata.state("language") is State.INFERRED
        assert shell.one(RowList).key == "field:language", "what is to be looked at comes first"
        assert "2 inferred ?: c confirms" in shell.seen(), "the language and the type"
        await shell.press("c")
        await told(shell, "Confirmed language")
        assert article(empty).metadata.state("language") is State.USER
        assert next(r for r in shell.rows() if " language " in r).startswith("✎ ")
        await shell.press("c")
        await told(shell, "nothing to confirm")
        await shell.press("u")
        await told(shell, "Undone: confirmed language")
        assert article(empty).metadata.state("language") is State.INFERRED
        await shell.press("A")
        await told(shell, "Confirmed language, type")
        await shell.press("A")
        await told(shell, "Nothing is only inferred")


async def test_a_field_is_corrected_and_an_error_keeps_what_was_typed(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        await go_to(shell, "(issued)")
        await shell.go("e", to="Prompt")
        assert shell.one(Input).value == "2026-02-14"
        await shell.press("ctrl+u")
        await shell.type("14 Feb")
        await shell.press("enter")
        await shell.until(lambda: "is not a date" in shell.seen(), "what is wrong")
        assert "2019, 2019-11 or 2019-11-20" in shell.seen()
        assert shell.one(Input).value == "14 Feb"
        await shell.press("ctrl+u")
        await shell.type("2026-02")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Set issued")
        assert str(article(empty).metadata.issued) == "2026-02"
        assert article(empty).metadata.state("issued") is State.USER
        await go_to(shell, " author ")
        await shell.go("enter", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("Berg, Ida; Port Selva Council")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Set author")
        assert [n.short for n in article(empty).metadata.author] == ["Berg", "Port Selva Council"]
        await shell.press("u", "u", "U")
        await told(shell, "Done again: set issued")
        assert [n.short for n in article(empty).metadata.author] == ["Karlsen"]
        assert str(article(empty).metadata.issued) == "2026-02"


async def test_an_unchanged_value_confirms_nothing(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        await go_to(shell, " language ")
        await shell.go("e", to="Prompt")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "c confirms it")
        assert article(empty).metadata.state("language") is State.INFERRED


@both
async def test_dropped_lines_are_found_taken_back_and_dropped_again(
    empty: Workspace, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(empty, size) as shell:
        await review(shell, document(tmp_path))
        before = article(empty)
        await go_to(shell, "¶ 1 ")
        await shell.press("]")
        assert "caption" in shell.rows()[shell.one(RowList).cursor]
        await shell.press("r")
        await told(shell, "Took back the caption")
        assert article(empty).text == before.text.replace("it.\n", "it.\n\nA ferry at the quay (Photo: Port Selva)\n")
        assert shell.rows()[shell.one(RowList).cursor].startswith("  ¶ 2   A ferry"), "the cursor stays with it"
        await shell.press("u")
        await told(shell, "Undone: took back")
        assert article(empty) == before


async def test_a_paragraph_is_split_at_a_sentence_or_a_word_and_joined_again(empty: Workspace, tmp_path: Path) -> None:
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        before = article(empty)
        await go_to(shell, "¶ 1 ")
        await shell.go("s", to="Cut")
        await shell.until(lambda: "¶ 2 begins here" in shell.seen())
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Split ¶ 1")
        assert article(empty).text == before.text.replace("ferry. Its", "ferry.\n\nIts")
        await shell.press("J")
        await told(shell, "Joined ¶ 1 and ¶ 2")
        assert article(empty).text == before.text
        await shell.go("s", to="Cut")
        await shell.press(">", ">", "<")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Split")
        assert article(empty).text == before.text.replace("Its own", "Its\n\nown")
        await shell.go("s", to="Cut")
        await shell.go("escape", to="ReviewScreen")


async def test_escape_goes_back_from_a_correction_which_is_kept(small: Workspace) -> None:
    async with opened(small) as shell:
        shell.place.correct(["line"])
        await shell.on("ReviewScreen")
        await shell.press("slash")
        await shell.type("a")
        await shell.press("enter")
        await shell.until(lambda: shell.one(RowList).words == "a")
        await shell.press("escape")
        await shell.until(lambda: not shell.one(RowList).words)
        await shell.on("ReviewScreen")
        await shell.go("escape", to="LibraryScreen")


async def test_joining_over_a_heading_is_refused_with_a_reason(small: Workspace) -> None:
    async with opened(small) as shell:
        shell.place.correct(["line"])
        await shell.on("ReviewScreen")
        await go_to(shell, "¶ 2 ")
        await shell.press("J")
        await told(shell, "a heading stands between")


async def test_themes_are_ranked_and_written_only_by_enter(empty: Workspace, tmp_path: Path) -> None:
    themes = (
        THEMES + "- {id: sea, prefLabel: Ferries and harbours, scopeNote: Boats and quays.}\n"
        "- {id: town, prefLabel: Councils, rules: {any: [mayor]}}\n- {id: far, prefLabel: Space}\n"
    )
    empty.places.themes.write_text(themes)
    async with opened(empty) as shell:
        await review(shell, document(tmp_path))
        await shell.go("t", to="ThemeChoice")
        rows = [" ".join(row.split()) for row in shell.rows()]
        assert rows[0].startswith("[x] Councils 1 ¶: mayor")
        assert rows[1].startswith("[ ] Ferries and harbours perhaps: ")
        assert "quay" in rows[1]
        await shell.press("space", "j", "space")
        await shell.go("escape", to="ReviewScreen")
        assert article(empty).metadata.themes == ()
        await shell.go("t", to="ThemeChoice")
        await shell.press("space", "j", "space")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Themes: +sea -town")
        assert set(article(empty).metadata.themes) == {"sea", "-town"}
        await shell.go("t", to="ThemeChoice")
        assert shell.rows()[0].startswith("[ ] Councils")
        await shell.press("space")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Themes: =town")
        assert article(empty).metadata.themes == ("sea",)


@both
async def test_a_record_gets_the_text_of_a_file(empty: Workspace, tmp_path: Path, size: tuple[int, int]) -> None:
    text = document(tmp_path / "texts")
    async with opened(empty, size) as shell:
        await review(shell, document(tmp_path, "library.bib", RECORD))
        assert any("there is none" in row for row in shell.rows())
        await shell.go("a", to="PathPrompt")
        await shell.press("ctrl+u")
        await paste(shell, str(text))
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Attached ferry.txt")
        assert article(empty).metadata.title == "A record without its text"
        assert "The mayor said" in article(empty).text
        assert any("¶ 1 " in row for row in shell.rows())
        await shell.press("a")
        await told(shell, "which is frozen")
        await shell.press("u")
        await told(shell, "Undone: attached")
        assert not article(empty).text.strip()


async def test_what_quotes_it_is_said_of_metadata_too(workspace: Workspace) -> None:
    async with opened(workspace) as shell:
        shell.place.correct(["note-deconfliction-line"])
        await shell.on("ReviewScreen")
        await go_to(shell, " publisher ")
        await shell.go("e", to="Prompt")
        await shell.type("Somebody")
        await shell.go("enter", to="ReviewScreen")
        await told(shell, "Quoted by deconfliction")


@both
async def test_library_and_reader_lead_to_it_and_it_leads_to_the_text(small: Workspace, size: tuple[int, int]) -> None:
    async with opened(small, size) as shell:
        await shell.go("e", to="ReviewScreen")
        await shell.go("q", to="LibraryScreen")
        await read(shell, "line")
        await shell.press("}", "}")
        await shell.go("e", to="ReviewScreen")
        await shell.until(lambda: shell.one(RowList).key == "paragraph:3", "the paragraph that was read")
        await shell.go("enter", to="ReaderScreen")
        assert "A war would end it" in shell.seen()
        await shell.go("e", to="ReviewScreen")
        await shell.go("o", to="ReaderScreen")
        await shell.go("q", to="LibraryScreen")


async def test_reading_from_the_review_and_correcting_again_leads_back_to_it(small: Workspace) -> None:
    async with opened(small) as shell:
        await shell.go("e", to="ReviewScreen")
        await shell.until(shell.rows, "the review")
        for _ in range(3):
            await shell.go("o", to="ReaderScreen")
            await shell.go("e", to="ReviewScreen")
        await shell.go("q", to="LibraryScreen")


async def test_a_speaker_leads_to_where_the_words_are(small: Workspace) -> None:
    path = small.path / "corpus" / "line.md"
    speaker = "custom:\n  speakers:\n  - {name: Anna Petrova, role: general, paragraphs: [2]}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("custom:\n", speaker, 1), encoding="utf-8")
    async with opened(small) as shell:
        await read(shell, "line")
        await shell.go("e", to="ReviewScreen")
        await shell.until(shell.rows, "the review")
        await go_to(shell, "Anna Petrova, general  ¶ 2")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "¶ 2 of 3" in shell.seen(), "the paragraph")
