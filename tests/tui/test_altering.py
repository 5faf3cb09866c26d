"""Altering a quote, by keys alone: what is chosen, what is printed, what does not fit, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.model import AlterationKind, Brief, Span
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace, make

from .tools import Shell, opened

QUOTE = "The minister of Russia said on Friday that the line will not hold. Nobody answered."
LONG = " ".join(f"word{n}" for n in range(5000))


@pytest.fixture
def quoted(tmp_path: Path) -> Workspace:
    """A brief that quotes two passages, one of them of 5,000 words."""
    places = make(tmp_path / "quoted")
    (places.corpus / "line.md").write_text(f"---\nformat: 1\ntitle: The line\nlanguage: en\n---\n{QUOTE}\n\n{LONG}.\n")
    workspace = Workspace.open(places.root)
    workspace.articles.scan()
    workspace.briefs.new("note", "A note")
    article = workspace.articles.article("line")
    session = workspace.briefs.open_to_write("note")
    for paragraph in article.segments.paragraphs[:2]:
        workspace.briefs.pin(session, article, paragraph.span)
    session.close()
    return workspace


def done(shell: Shell, excerpt: str = "e1") -> list[tuple[AlterationKind, str]]:
    brief = shell.app.brief
    assert isinstance(brief, Brief)
    return [(a.kind, a.exact) for a in brief.excerpts[excerpt].alterations]


async def altering(shell: Shell, row: int) -> None:
    """Go to a quote of the draft and open it."""
    await shell.go("2", to="DraftScreen")
    shell.one(RowList).cursor = row
    await shell.go("A", to="Altering")


async def test_words_are_chosen_and_altered_and_it_is_seen_how_they_are_printed(quoted: Workspace) -> None:
    async with opened(quoted, brief="note") as shell:
        await altering(shell, 2)
        await shell.press("l", "l", ">", "o")
        assert shell.app.notices.last == "Left out “of Russia” in e1 · u undoes it"
        assert "“The minister […] said on Friday that the line will not hold." in shell.seen()
        await shell.press("g", "c", "l", "s", "k")
        await shell.go("i", to="Prompt")
        await shell.type("Mr Petrov")
        await shell.go("enter", to="Altering")
        await shell.press("l", "l", "l", "e")
        assert "[t]he minister [sic] [Mr Petrov] […] said" in shell.seen()
        kinds = {kind for kind, _ in done(shell)}
        assert kinds == set(AlterationKind)
        await shell.press("u")
        await shell.until(lambda: len(done(shell)) == 4)
        await shell.go("escape", to="DraftScreen")
        assert "“[t]he minister" in shell.seen()


async def test_what_does_not_fit_says_why_and_changes_nothing(quoted: Workspace) -> None:
    async with opened(quoted, brief="note") as shell:
        await altering(shell, 2)
        await shell.press("o")
        assert "stands at an end of the quote" in shell.app.notices.last
        assert not done(shell)
        await shell.press("d")
        assert shell.app.notices.last == "Nothing is done to e1 yet"
        await shell.press("l", "v", "l", "s", "G", "e")
        await shell.go("d", to="Choice")
        assert "mark “minister of” [sic]" in shell.seen()
        await shell.go("G", "enter", to="Altering")
        assert done(shell) == [(AlterationKind.SIC, "minister of")]
        await shell.go("q", to="DraftScreen")
        shell.one(RowList).cursor = 0
        await shell.press("A")
        await shell.until(lambda: "only a quote is altered" in shell.app.notices.last)


async def test_a_long_quote_shows_the_words_that_are_chosen_on_a_tiny_screen(quoted: Workspace) -> None:
    async with opened(quoted, (20, 6), brief="note") as shell:
        await altering(shell, 3)
        await shell.press("G", "h", "h", "o")
        assert done(shell, "e2") == [(AlterationKind.OMIT, "word4997")]
        seen = shell.seen()
        assert "word4998" in seen
        assert "[…]" in seen
        await shell.press("k", "+", "<", ",", ".", "-", "tab", "j", "g")
        assert "word0" in shell.seen()


async def test_a_pinned_quote_is_altered_while_reading(quoted: Workspace) -> None:
    async with opened(quoted, brief="note") as shell:
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: "▌" in shell.seen(), "the mark of the pin")
        await shell.go("A", to="Altering")
        await shell.press("c")
        assert done(shell) == [(AlterationKind.CASE, "T")]
        assert shell.app.brief
        assert shell.app.brief.excerpts["e1"].span == Span(0, len(QUOTE))
        await shell.go("u", "u", "u", to="ReaderScreen")  # the last of these takes the passage out of the draft
        assert not shell.app.brief.excerpts
        await shell.press("U")
        await shell.go("A", to="Altering")
        await shell.go("i", to="Prompt")
        shell.app.action_undo()  # as when another program takes it out while a person is asked
        await shell.go("escape", to="ReaderScreen")
        await shell.press("A")
        await shell.until(lambda: "Nothing of this passage is pinned" in shell.app.notices.last)
