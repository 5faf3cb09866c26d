"""Reading in the app by keys alone: copy, find, follow a theme, come back."""

from __future__ import annotations

import pytest

from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.widgets.ask_line import AskLine
from briefing_tui.tui.widgets.draft_panel import DraftPanel
from briefing_tui.tui.widgets.reader_lines import ReaderHeader
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.articles.in_article import InArticle
from tests.tui.articles import FULL, THEMES, lit, read

from .tools import LARGE, opened


async def test_copying_says_so_and_cites(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("y")
        await shell.until(lambda: "Copied 7 words" in shell.app.notices.last)
        assert shell.app.clipboard == (
            "“The line is staffed at both ends.”\n"
            "Dana Levi, The line between two armies, The Daily Paper, [2019-11-20?], ¶ 1\n"
        )


async def test_what_is_copied_is_in_a_file_too(small: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    def refuse(text: str) -> bool:
        given.append(text)
        return False

    monkeypatch.setattr("briefing_tui.tui.screens.reading.pinning.write_clipboard", refuse)
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("y")
        await shell.until(lambda: "It is also in" in shell.app.notices.last)
        kept = small.locations.state / "copied.txt"
        assert shell.app.notices.last.endswith(f"It is also in {kept}")
        assert kept.read_text() == shell.app.clipboard == given[0]
        monkeypatch.setattr("briefing_tui.tui.screens.reading.pinning.write_clipboard", lambda text: True)
        await shell.press("j", "y")
        await shell.until(lambda: shell.app.notices.last.startswith("Copied 5 words:"))
        assert "copied.txt" not in shell.app.notices.last


async def test_finding(small: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InArticle, "is_long", True)  # the nearest hits first
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("/")
        await shell.until(lambda: shell.one(AskLine, "#find").has_class("-asking"))
        await shell.type('"END IT"')
        await shell.until(lambda: shell.one(ReaderView).place.hits == 2)
        assert "END IT" in shell.seen()
        await shell.press("enter")
        await shell.until(lambda: shell.one(ReaderView).has_focus)
        assert lit(shell) == "A war would end it at once."
        assert "hit 1 of 2" in shell.seen()
        await shell.press("n")
        assert lit(shell) == "Peace would end it slowly."
        await shell.press("escape")
        assert not shell.one(ReaderView).place.hits
        await shell.press("g", "/")
        await shell.type("peace")
        await shell.press("escape")
        await shell.until(lambda: lit(shell) == "The line is staffed at both ends.")
        await shell.press("/")
        await shell.type("end")
        await shell.until(lambda: shell.one(ReaderView).place.hits == 2)
        assert lit(shell) == "A war would end it at once."
        await shell.type("xyz")
        await shell.press("enter")
        await shell.until(lambda: shell.app.notices.last == "‘endxyz’ is not in this article")
        assert lit(shell) == "The line is staffed at both ends."
        shell.app.notices.last = ""
        await shell.press("n")
        await shell.until(lambda: shell.app.notices.last == "‘endxyz’ is not in this article")
        assert not shell.one(AskLine, "#find").has_class("-asking")


async def test_going_to_a_paragraph(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        for typed, expected in (("3", "A war would end it at once."), ("9", "A war would end it at once.")):
            await shell.press("#")
            await shell.until(lambda: shell.one(AskLine, "#paragraph").has_class("-asking"))
            await shell.type(typed)
            await shell.press("enter")
            await shell.until(lambda: shell.one(ReaderView).has_focus)
            await shell.until(lambda e=expected: lit(shell) == e)  # type: ignore[misc]
        assert shell.app.notices.last == "There is no ¶ 9 here: the article has ¶ 1 to ¶ 3"
        assert "¶ 3 of 3" in shell.seen()


ENDS = "No further paragraph on the theme; p in the library walks across articles"


async def test_where_no_clause_ends_it_says_so(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("H")
        await shell.until(lambda: shell.app.notices.last == "No clause ends before here; < and > go by words")


async def test_following_a_theme(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line", theme="wars")
        await shell.until(lambda: "t follows Wars" in shell.seen(), "where the paragraph is not on it")
        await shell.press("t")
        assert shell.one(ReaderView).place.first == 2
        await shell.until(lambda: "t follows Wars (general)" in shell.seen())
        await shell.press("t")
        assert shell.one(ReaderView).place.first == 3
        await shell.press("t")
        await shell.until(lambda: shell.app.notices.last == ENDS)


async def test_choosing_a_theme_while_reading(small: Workspace) -> None:
    small.places.themes.write_text(f"{THEMES}- {{id: lines, prefLabel: Lines, rules: {{any: [line]}}}}\n", "utf-8")
    small.articles.scan()
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.go("t", to="Choice")
        assert "Wars" in shell.seen()
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: shell.one(ReaderView).place.first == 2)


async def test_reading_goes_on_where_it_stopped(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("G")
        await shell.go("q", to="LibraryScreen")
        await read(shell, "line")
        assert lit(shell) == "Peace would end it slowly."
        await shell.go("q", to="LibraryScreen")
        await read(shell, "line", offset=FULL.split("---\n")[2].index("Nobody"))
        assert lit(shell) == "Nobody likes it."


async def test_what_the_library_searched_for_is_marked(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line", find='"end it" OR rings', offset=0)
        await shell.until(lambda: shell.one(ReaderView).place.hits == 3)


async def test_provenance_in_view(small: Workspace) -> None:
    async with opened(small, brief="note", size=LARGE) as shell:
        await read(shell, "line")
        seen = shell.seen()
        assert "The line between two armies" in seen
        assert "The Daily Paper · op-ed · Dana Levi · [2019-11-20?]" in seen
        assert "stated title, author (l.7), outlet · inferred date · full text" in seen


async def test_the_draft_beside_the_text_where_there_is_room(small: Workspace) -> None:
    async with opened(small, brief="note", size=LARGE) as shell:
        await read(shell, "line")
        assert shell.one(DraftPanel).display
        await shell.press("z")
        assert not shell.one(DraftPanel).display
        assert shell.one(ReaderView).zoomed
        await shell.press("z", "tab")
        assert shell.one(DraftPanel).has_focus_within
        await shell.press("z")
        assert (shell.one(DraftPanel).display, shell.one(ReaderView).is_on_screen) == (True, False)
        assert shell.one(DraftPanel).has_focus_within
        await shell.press("tab")
        assert (shell.one(DraftPanel).display, shell.one(ReaderView).has_focus) == (False, True)
        await shell.press("z", "tab")
        assert shell.one(DraftPanel).has_focus_within
        await shell.pilot.resize_terminal(80, 24)
        await shell.until(lambda: not shell.one(DraftPanel).display)
        assert shell.one(ReaderView).has_focus
        assert shell.one(ReaderHeader).size.height == 3


async def test_an_article_that_is_gone(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        (small.places.corpus / "line.md").unlink()
        shell.place.read("line")
        await shell.until(lambda: "line" in shell.app.notices.last)
        await shell.on("LibraryScreen")


async def test_where_a_heading_was_left_reading_goes_on_under_it(small: Workspace) -> None:
    small.reading.set_position("line", FULL.index("What ends it") - FULL.index("## What it is"))
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        assert lit(shell) == "A war would end it at once."


async def test_what_is_told_never_covers_what_is_selected(small: Workspace) -> None:
    async with opened(small, brief="note", notices=True) as shell:
        await read(shell, "line", theme="wars")
        await shell.press("G", "s", "t")
        await shell.until(lambda: "No further paragraph on the theme" in shell.seen())
        await shell.until(lambda: "5 words: Peace would end" in shell.seen(), "the status line below it")
        await shell.press("less_than_sign")
        await shell.until(lambda: "No further paragraph" not in shell.seen(), "gone at the next key")


async def test_what_is_told_fills_its_line(small: Workspace) -> None:
    async with opened(small, brief="note", notices=True) as shell:
        await shell.press("u")
        await shell.until(lambda: "There is nothing to undo" in shell.seen())
        assert shell.screen.query_one("Toast").region.width == shell.app.size.width


async def test_the_readers_footer_names_what_matters(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.until(lambda: "p pin" in shell.seen())
        said = shell.seen().splitlines()[-1].split()
        assert " ".join(said) == "s select + extend < > end by word p pin P note t on theme / find ? help"


async def test_the_draft_beside_the_text_follows_the_source(small: Workspace) -> None:
    async with opened(small, LARGE, brief="note") as shell:
        await read(shell, "line")
        await shell.press("p")
        await shell.until(lambda: "✓" in shell.seen())
        (small.path / "corpus" / "line.md").write_text(FULL.replace("staffed at both", "staffed at neither of its"))
        shell.app.poll()
        await shell.until(lambda: "≠" in shell.seen(), "the altered passage")


async def test_a_persons_own_signs_of_the_margin_are_those_of_help_and_of_the_line_below(small: Workspace) -> None:
    (small.path / "briefing.yaml").write_text("guard: no\nmargin: {pin: '*', other: '+'}\n", encoding="utf-8")
    again = Workspace.open(small.path)
    async with opened(again, LARGE, "note") as shell:
        await read(shell, "line")
        await shell.press("p")
        await shell.until(lambda: "* pinned: e1" in shell.seen(), "the sign in the line below")
        await shell.go("question_mark", to="HelpScreen")
        await shell.tap("slash", *"pinned")
        await shell.until(lambda: any("* e4" in row and "Pinned in the open draft" in row for row in shell.rows()))
        assert any("+ " in row and "Pinned in another brief" in row for row in shell.rows())
        assert not {"▌", "┊"} & set(shell.seen())
    again.close()


async def test_escape_drops_one_thing_after_another_and_then_goes_back(small: Workspace) -> None:
    async with opened(small) as shell:
        await read(shell, "line")
        await shell.press("/")
        await shell.type("end")
        await shell.press("enter", "s")
        await shell.until(lambda: shell.one(ReaderView).selecting and shell.one(ReaderView).place.hits == 2)
        await shell.press("escape")
        assert not shell.one(ReaderView).selecting
        assert shell.one(ReaderView).place.hits == 2
        await shell.press("escape")
        assert not shell.one(ReaderView).place.hits
        await shell.go("escape", to="LibraryScreen")


async def test_escape_lets_go_of_a_selection_in_the_other_article_before_it_goes_back(small: Workspace) -> None:
    async with opened(small, LARGE) as shell:
        await read(shell, "line")
        await shell.go("|", to="Choice")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: len(shell.screen.query(ReaderView)) == 2)
        first, second = shell.screen.query(ReaderView)
        await shell.until(lambda: second.has_focus)
        await shell.press("tab", "s", "tab")
        await shell.until(lambda: first.selecting and second.has_focus)
        await shell.press("escape")
        assert not first.selecting
        await shell.go("escape", to="LibraryScreen")
