"""Widening and narrowing a passage of the draft, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.model import AlterationKind, ContextChoice, Excerpt, Span, Speaker, edits
from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.widgets.footer import KeyFooter
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace, make
from briefing_tui.workspace.drafting import alterations
from tests.tui.articles import lit

from .tools import LARGE, SMALL, Shell, opened

TEXT = """The council did not agree to a ceasefire on the border. The ferries run again.

“The port is closed,” Mira Talvik told the Courier. “The quay will open in May,” Otto Brandt told the Courier.
"""
HEAD = "---\nformat: 1\ntitle: The harbour\nlanguage: en\n---\n"
FIRST = "The council did not agree to a ceasefire on the border."
BOTH = "The port is closed,” Mira Talvik told the Courier. “The quay will open in May"
QUOTE = 2
"""The row of the first passage: behind the bottom line and the section."""


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """A brief that quotes two passages; the first is altered, a judgement and a text rest on it."""
    places = make(tmp_path / "desk")
    (places.corpus / "harbour.md").write_text(HEAD + TEXT, encoding="utf-8")
    workspace = Workspace.open(places.root)
    workspace.articles.scan()
    workspace.briefs.new("note", "A note")
    article = workspace.articles.article("harbour")
    session = workspace.briefs.open_to_write("note")
    for words, speaker in ((FIRST, ""), (BOTH, "Mira Talvik")):
        start = TEXT.index(words)
        workspace.briefs.pin(session, article, Span(start, start + len(words)), speaker=speaker)
    for kind, words in ((AlterationKind.EMPHASISE, "not"), (AlterationKind.SIC, "border")):
        place = alterations.place_of(session.brief.excerpts["e1"], words)
        session.edit(alterations.applied(session.brief, "e1", kind, place).brief, str(kind))
    brief, _ = edits.add_text(session.brief, "They refuse [@e1].", section="Ours")
    session.edit(brief, "add text")
    session.close()
    return workspace


def now(shell: Shell, excerpt: str = "e1") -> Excerpt:
    assert shell.app.brief
    return shell.app.brief.excerpts[excerpt]


async def changing(shell: Shell, row: int = QUOTE) -> None:
    """Go to a passage of the draft and open it to be widened or narrowed."""
    await shell.go("2", to="DraftScreen")
    shell.one(RowList).cursor = row
    await shell.go("w", to="RecutScreen")
    await shell.until(lambda: shell.one(ReaderView).selecting, "the words that it has")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])
async def test_a_passage_is_widened_where_it_is_used_and_all_that_names_it_stays(
    desk: Workspace, size: tuple[int, int]
) -> None:
    async with opened(desk, size, "note") as shell:
        await changing(shell)
        assert lit(shell) == FIRST
        assert "Changing e1: p takes these words, escape leaves it as it was" in shell.seen()
        assert ("p", "take these words") in shell.one(KeyFooter).here
        before = shell.app.brief
        await shell.press("+")
        await shell.go("p", to="DraftScreen")
        assert shell.app.notices.last == "Widened e1 · ¶1 · verified · u undoes it"
        assert now(shell).exact == f"{FIRST} The ferries run again."
        assert [a.exact for a in now(shell).alterations] == ["not", "border"]
        assert shell.one(RowList).key == "i1"
        assert len(shell.app.brief.excerpts) == 2  # type: ignore[union-attr]
        await shell.until(lambda: "✓ verified" in shell.seen(), "the state of the passage")
        await shell.press("u")
        assert shell.app.brief == before
        assert shell.app.notices.last == "Undone: widen e1"


async def test_enter_takes_the_words_and_what_is_lost_is_asked_before(desk: Workspace) -> None:
    async with opened(desk, brief="note") as shell:
        await changing(shell)
        await shell.press(*["less_than_sign"] * 3)
        assert lit(shell) == "The council did not agree to a ceasefire"
        await shell.go("enter", to="Confirm")
        assert "mark “border” [sic]" in shell.seen()
        assert "“not”" not in shell.seen()
        await shell.go("n", to="RecutScreen")
        assert now(shell).exact == FIRST
        assert lit(shell) == "The council did not agree to a ceasefire"
        await shell.press("enter")
        await shell.go("y", to="DraftScreen")
        assert now(shell).exact == "The council did not agree to a ceasefire"
        assert [a.exact for a in now(shell).alterations] == ["not"]
        assert "given up: mark “border” [sic]" in shell.app.notices.last


async def test_escape_leaves_it_as_it_was(desk: Workspace) -> None:
    async with opened(desk, brief="note") as shell:
        await changing(shell)
        before = shell.app.brief
        await shell.press("+")
        await shell.go("escape", to="DraftScreen")
        assert shell.app.brief is before
        await shell.press("u")
        assert shell.app.notices.last.startswith("Undone: add"), "there was no step"


async def test_what_the_cut_leaves_out_is_asked_as_before_a_pin(desk: Workspace) -> None:
    async with opened(desk, brief="note") as shell:
        await changing(shell)
        await shell.press("o", *["greater_than_sign"] * 4)
        assert lit(shell) == FIRST.removeprefix("The council did not ")
        await shell.go("p", to="Guarding")
        assert "a negation" in shell.seen()
        await shell.go("escape", to="RecutScreen")
        assert now(shell).exact == FIRST
        await shell.go("p", to="Guarding")
        await shell.go("p", to="Confirm")
        await shell.go("y", to="DraftScreen")
        assert now(shell).context == ContextChoice(dismissed=("negation",))
        shell.one(RowList).cursor = QUOTE
        await shell.go("w", to="RecutScreen")
        await shell.until(lambda: shell.one(ReaderView).selecting)
        await shell.press("o", "<", "<", "<", "<")
        await shell.go("p", to="DraftScreen")
        assert now(shell).exact == FIRST
        assert now(shell).context is None


async def test_words_of_somebody_else_ask_who_says_them(desk: Workspace) -> None:
    async with opened(desk, brief="note") as shell:
        await changing(shell, QUOTE + 1)
        assert lit(shell) == BOTH
        await shell.press("o", *["greater_than_sign"] * 9)
        assert lit(shell).endswith("The quay will open in May")
        await shell.press("p")
        await shell.until(lambda: type(shell.screen).__name__ in {"SpeakerQuestion", "Guarding"})
        if type(shell.screen).__name__ == "Guarding":
            await shell.press("p")
        await shell.on("SpeakerQuestion")
        assert "the text has these words from Otto Brandt" in " ".join(shell.seen().split())
        await shell.go("escape", to="RecutScreen")
        assert now(shell, "e2").exact == BOTH
        await shell.press("p")
        await shell.until(lambda: type(shell.screen).__name__ in {"SpeakerQuestion", "Guarding"})
        if type(shell.screen).__name__ == "Guarding":
            await shell.press("p")
        await shell.on("SpeakerQuestion")
        await shell.press("j")
        await shell.go("enter", to="DraftScreen")
        speaker = now(shell, "e2").speaker
        assert isinstance(speaker, Speaker)
        assert speaker.name == "Otto Brandt"


async def test_the_same_words_and_others_altogether_are_refused(desk: Workspace) -> None:
    async with opened(desk, brief="note") as shell:
        await changing(shell)
        before = shell.app.brief
        await shell.press("p")
        await shell.until(lambda: "its words already" in shell.app.notices.last)
        await shell.press("s", "j", "p")
        await shell.until(lambda: "none of these words" in shell.app.notices.last)
        assert shell.app.brief is before


async def test_a_passage_that_a_text_alone_cites_is_found(desk: Workspace) -> None:
    async with opened(desk, brief="note") as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("G")
        await shell.go("w", to="RecutScreen")
        await shell.until(lambda: lit(shell) == FIRST)
        await shell.go("q", to="DraftScreen")
        await shell.press("g", "w")
        await shell.until(lambda: "rests on no passage" in shell.app.notices.last)


async def test_an_article_that_was_changed_is_told_and_nothing_is_asked(desk: Workspace) -> None:
    async with opened(desk, brief="note") as shell:
        await shell.go("2", to="DraftScreen")
        shell.one(RowList).cursor = QUOTE
        file = desk.articles.path("harbour")
        file.write_text(HEAD + TEXT.replace("did not agree", "did agree"), encoding="utf-8")
        await shell.press("w")
        await shell.until(lambda: "it was changed since" in shell.app.notices.last)
        assert type(shell.screen).__name__ == "DraftScreen"
        file.write_text(f"{HEAD}It rained.\n\n{TEXT}", encoding="utf-8")
        await shell.go("w", to="RecutScreen")
        await shell.until(lambda: lit(shell) == FIRST)
        await shell.press("+")
        await shell.go("p", to="DraftScreen")
        assert now(shell).sha256 == desk.articles.article("harbour").sha256


async def test_a_brief_held_elsewhere_says_so_before_anything(desk: Workspace) -> None:
    other = desk.briefs.open("note")
    try:
        async with opened(desk, brief="note") as shell:
            await shell.go("2", to="DraftScreen")
            shell.one(RowList).cursor = QUOTE
            shell.app.notices.last = ""
            await shell.press("w")
            await shell.until(lambda: "Close it there" in shell.app.notices.last)
            assert type(shell.screen).__name__ == "DraftScreen"
    finally:
        other.close()
