"""Reading in the app by keys alone: pin, unpin, paraphrase, copy, find, follow a theme, come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.model import ItemKind
from briefing_tui.tui.reading import ReaderView
from briefing_tui.tui.screens.reader import ReaderScreen
from briefing_tui.tui.widgets.ask_line import AskLine
from briefing_tui.tui.widgets.draft_panel import DraftPanel
from briefing_tui.tui.widgets.reader_lines import ReaderHeader
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace, make

from .tools import LARGE, Shell, opened

FULL = """---
format: 1
type: article-newspaper
title: The line between two armies
author: [{family: Levi, given: Dana}]
container-title: The Daily Paper
issued: 2019-11-20
language: en
genre: op-ed
custom:
  text: full
  states: {author: stated, issued: inferred}
  evidence: {author: 'line 7: By Dana Levi'}
---
## What it is

The line is staffed at both ends. It rings twice a week.

Nobody likes it. “It works,” the general said. “That is all.”

## What ends it

A war would end it at once. Peace would end it slowly.
"""
DIGEST = """---
format: 1
type: article-newspaper
custom:
  text: digest
---
The report says that the line is quiet. It names no source.
"""
THEMES = """format: 1
themes:
- id: wars
  prefLabel: Wars
  rules:
    any: [war, general]
"""


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    """Two articles, one brief."""
    places = make(tmp_path / "small")
    (places.corpus / "line.md").write_text(FULL)
    (places.corpus / "quiet.md").write_text(DIGEST)
    places.themes.write_text(THEMES)
    workspace = Workspace.open(places.root)
    workspace.scan()
    workspace.new_brief("note", "A note")
    return workspace


def lit(shell: Shell) -> str:
    view = shell.one(ReaderView)
    return view.selection.slice(view.article.text) if view.selection else ""


async def read(shell: Shell, article: str, **where: object) -> None:
    shell.place.read(article, **where)
    await shell.on("ReaderScreen")
    await shell.until(lambda: isinstance(shell.screen, ReaderScreen) and shell.screen.article is not None)
    await shell.until(lambda: shell.one(ReaderView).sentence is not None)


async def test_pinning_with_two_keys(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("j", "p")
        await shell.until(lambda: shell.app.last_notice)
        assert shell.app.last_notice == "Pinned e1 · ¶1 · verified\nonly inferred, not stated: date"
        assert shell.app.brief
        excerpt = shell.app.brief.excerpts["e1"]
        assert excerpt.exact == "It rings twice a week."
        assert shell.one(ReaderView).place.pins == ("e1",)
        assert "▌" in shell.seen()
        assert "e1" in shell.seen()
        await shell.press("p")
        await shell.until(lambda: shell.app.last_notice == "Already pinned as e1; P pins it once more")
        await shell.press("u")
        await shell.until(lambda: not shell.one(ReaderView).place.pins)
        await shell.press("U")
        await shell.until(lambda: shell.one(ReaderView).place.pins == ("e1",))


async def test_pinning_a_selection_lets_it_go(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("j", "s", "+", "less_than_sign")
        assert lit(shell) == "It rings twice a week.\n\nNobody likes it"
        assert "words: It rings twice" in shell.seen()
        await shell.press("p")
        await shell.until(lambda: "e1" in shell.app.last_notice)
        assert shell.app.brief
        assert shell.app.brief.excerpts["e1"].exact == "It rings twice a week.\n\nNobody likes it"
        assert not shell.one(ReaderView).selecting


async def test_pinning_without_a_brief_asks_which(small: Workspace) -> None:
    async with opened(small) as shell:
        await read(shell, "line")
        await shell.press("j", "p")
        await shell.on("Choice")
        await shell.press("escape")
        await shell.on("ReaderScreen")
        assert shell.app.session is None
        await shell.press("p")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "Pinned e1" in shell.app.last_notice)


async def test_pinning_with_kind_place_speaker_and_note(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("j", "p")
        await shell.until(lambda: "e1" in shell.app.last_notice)
        await shell.press("}")
        await shell.press("j", "P")
        await shell.on("Choice")
        await shell.go("enter", to="Choice")
        await shell.until(lambda: "section" in shell.seen())
        await shell.press("end")
        await shell.go("enter", to="Prompt")
        await shell.type("Voices")
        await shell.press("enter")
        await shell.on("Choice")
        await shell.until(lambda: "Who said it" in shell.seen())
        await shell.go("end", "enter", to="Prompt")
        await shell.until(lambda: "a name, not a note" in shell.seen())
        await shell.type("The general")
        await shell.press("enter")
        await shell.until(lambda: "footnote" in shell.seen())
        await shell.type("by phone")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "e2" in shell.app.last_notice)
        assert shell.app.brief
        section = shell.app.brief.sections[-1]
        assert (section.title, section.items[0].note) == ("Voices", "by phone")
        speaker = shell.app.brief.excerpts["e2"].speaker
        assert speaker
        assert speaker.name == "The general"


async def test_a_digest_is_paraphrased_never_quoted(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "quiet")
        assert "digest: paraphrase only" in shell.seen()
        assert "no author stated" in shell.seen()
        await shell.press("p")
        await shell.on("Prompt")
        assert "The report says that the line is quiet." in shell.seen()
        await shell.type("Quiet, it says")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "Pinned e1" in shell.app.last_notice)
        assert shell.app.brief
        item = shell.app.brief.sections[0].items[0]
        assert (item.kind, item.text) == (ItemKind.PARAPHRASE, "Quiet, it says")


async def test_a_brief_that_cannot_be_written_says_so_before_asking(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        assert shell.app.session
        shell.app.session.read_only = "held by dana@host"
        await shell.press("P")
        await shell.until(lambda: "held by dana@host" in shell.app.last_notice)
        assert isinstance(shell.screen, ReaderScreen)


async def test_unpinning(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("x")
        await shell.until(lambda: shell.app.last_notice.startswith("Nothing of this passage"))
        await shell.press("j", "p")
        await shell.until(lambda: "e1" in shell.app.last_notice)
        await shell.press("x")
        await shell.until(lambda: shell.app.last_notice == "Unpinned e1; u brings it back")
        assert shell.app.brief
        assert not shell.app.brief.excerpts


async def test_copying_says_so_and_cites(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("y")
        await shell.until(lambda: "Copied 7 words" in shell.app.last_notice)
        assert shell.app.clipboard == (
            "“The line is staffed at both ends.”\n"
            "Dana Levi, The line between two armies, The Daily Paper, [2019-11-20?], ¶ 1\n"
        )


async def test_finding(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("/")
        await shell.until(lambda: shell.one(AskLine, "#find").has_class("-asking"))
        await shell.type("END IT")
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
        await shell.type("xyz")
        await shell.press("enter")
        await shell.until(lambda: shell.app.last_notice == "‘xyz’ is not in this article")


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
        assert shell.app.last_notice == "There is no ¶ 9 here: the article has ¶ 1 to ¶ 3"
        assert "¶ 3 of 3" in shell.seen()


async def test_following_a_theme(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line", theme="wars")
        await shell.press("t")
        assert shell.one(ReaderView).place.first == 2
        await shell.until(lambda: "Wars (general)" in shell.seen())
        await shell.press("t")
        assert shell.one(ReaderView).place.first == 3
        await shell.press("t")
        await shell.until(lambda: shell.app.last_notice == "No further paragraph on the theme")


async def test_choosing_a_theme_while_reading(small: Workspace) -> None:
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
        assert "author stated l.7 · date inferred · full text" in seen


async def test_the_draft_beside_the_text_where_there_is_room(small: Workspace) -> None:
    async with opened(small, brief="note", size=LARGE) as shell:
        await read(shell, "line")
        assert shell.one(DraftPanel).display
        await shell.press("z")
        assert not shell.one(DraftPanel).display
        assert shell.one(ReaderView).zoomed
        await shell.press("z", "tab")
        assert shell.one(DraftPanel).has_focus_within
        await shell.press("tab")
        assert shell.one(ReaderView).has_focus
        await shell.pilot.resize_terminal(80, 24)
        await shell.until(lambda: not shell.one(DraftPanel).display)
        assert shell.one(ReaderHeader).size.height == 3


async def test_an_article_that_is_gone(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        (small.places.corpus / "line.md").unlink()
        shell.place.read("line")
        await shell.until(lambda: "line" in shell.app.last_notice)
        await shell.on("LibraryScreen")


async def pinned_with_words(shell: Shell, *kind: str) -> None:
    """Press P, choose a kind, and come to the question who said it."""
    await shell.press("P")
    await shell.until(lambda: "Pin how?" in shell.seen())
    await shell.press(*kind, "enter")
    await shell.until(lambda: "Who said it" in shell.seen())


async def test_no_words_of_ones_own_ask_again_and_keep_the_speaker(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await pinned_with_words(shell, "j")
        await shell.go("end", "enter", to="Prompt")
        await shell.type("Levi")
        await shell.press("enter")
        await shell.until(lambda: "In your own words" in shell.seen())
        await shell.press("enter")
        await shell.until(lambda: "words of your own are needed here" in shell.seen())
        assert "--" not in shell.app.last_notice
        await shell.type("It stays")
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "Pinned e1" in shell.app.last_notice)
        assert shell.app.brief
        speaker = shell.app.brief.excerpts["e1"].speaker
        assert speaker
        assert speaker.name == "Levi"
        assert next(item for _, item in shell.app.brief.items()).text == "It stays"


async def test_the_speakers_of_the_article_are_offered_nearest_first(small: Workspace) -> None:
    speakers = (
        "  speakers:\n  - {name: A Far One, paragraphs: [3]}\n  - {name: A Near One, role: General, paragraphs: [2]}\n"
    )
    (small.path / "corpus" / "line.md").write_text(FULL.replace("  text: full\n", "  text: full\n" + speakers))
    small.scan()
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press("}")
        await pinned_with_words(shell)
        rows = shell.rows()
        assert [row.split("  ")[0] for row in rows] == [
            "nobody in particular", "A Near One", "A Far One", "someone else: type a name",
        ]  # fmt: skip
        assert shell.one(RowList).cursor == 0
        await shell.press("j", "enter")
        await shell.until(lambda: "footnote" in shell.seen())
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: shell.app.brief and shell.app.brief.excerpts)
        assert shell.app.brief
        speaker = shell.app.brief.excerpts["e1"].speaker
        assert speaker
        assert (speaker.name, speaker.role) == ("A Near One", "General")


async def test_a_heading_is_pinned_as_one(small: Workspace) -> None:
    async with opened(small, brief="note") as shell:
        await read(shell, "line")
        await shell.press(")", "p")
        await shell.until(lambda: shell.app.last_notice.startswith("Pinned e1 · heading before ¶3 · verified"))


async def test_where_a_heading_was_left_reading_goes_on_under_it(small: Workspace) -> None:
    small.remember_position("line", FULL.index("What ends it") - FULL.index("## What it is"))
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
        assert " ".join(said) == "s select + extend < > trim p pin P with note t on theme / find ? help"


async def test_the_draft_beside_the_text_follows_the_source(small: Workspace) -> None:
    async with opened(small, LARGE, brief="note") as shell:
        await read(shell, "line")
        await shell.press("p")
        await shell.until(lambda: "✓" in shell.seen())
        (small.path / "corpus" / "line.md").write_text(FULL.replace("staffed at both", "staffed at neither of its"))
        shell.app.poll()
        await shell.until(lambda: "≠" in shell.seen(), "the altered passage")
