"""The question before a pin that leaves out what bears on it, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from briefing_tui.model import ContextChoice
from briefing_tui.tui.reader import ReaderView
from briefing_tui.workspace import Workspace, make
from tests.tui.articles import lit, read

from .tools import SMALL, Shell, opened

TRAP = """---
format: 1
title: What the generals say
language: en
---
The generals keep saying that the north is safe. Neither side wants a war.

The council did not agree to a ceasefire on the border.
"""
FOREIGN = """---
format: 1
title: שלום
language: he
---
הקו שקט. הוא לא צלצל.
"""


@pytest.fixture
def trapped(tmp_path: Path) -> Workspace:
    """Two articles, one of them in a language without word lists, and a brief."""
    places = make(tmp_path / "trapped")
    (places.corpus / "trap.md").write_text(TRAP)
    (places.corpus / "foreign.md").write_text(FOREIGN)
    workspace = Workspace.open(places.root)
    workspace.articles.scan()
    workspace.briefs.new("note", "A note")
    return workspace


async def cut(shell: Shell, words: int) -> None:
    """Select the lit sentence without its first words."""
    await shell.press("s", "o", *["greater_than_sign"] * words)


async def pinned(shell: Shell) -> ContextChoice | None:
    await shell.until(lambda: shell.app.notices.last.startswith("Pinned e1"))
    assert shell.app.brief
    return shell.app.brief.excerpts["e1"].context


async def test_a_whole_sentence_is_pinned_with_two_keys(trapped: Workspace) -> None:
    async with opened(trapped, brief="note") as shell:
        await read(shell, "trap")
        await shell.press("j", "p")
        assert await pinned(shell) is None


async def test_keys_from_before_the_question_can_be_seen_do_not_answer_it(trapped: Workspace) -> None:
    async with opened(trapped, brief="note") as shell:
        await read(shell, "trap")
        await cut(shell, 5)
        for _ in range(3):
            shell.app.post_message(events.Key("p", "p"))
        await shell.on("Guarding")
        await shell.until(lambda: shell.app._in_turn is None)
        assert "This cut leaves out:" in shell.seen()
        await shell.go("p", to="ReaderScreen")
        assert await pinned(shell) == ContextChoice(dismissed=("attribution",))


async def test_a_cut_is_widened_and_pinned(trapped: Workspace) -> None:
    async with opened(trapped, brief="note") as shell:
        await read(shell, "trap")
        await cut(shell, 5)
        assert lit(shell).startswith("the north is safe")
        await shell.go("p", to="Guarding")
        seen = shell.seen()
        assert "This cut leaves out:" in seen
        assert "1 before  ‘The generals keep saying that’ · who says so" in seen
        assert "▸the north is safe.◂" in seen
        await shell.press("w")
        assert "Nothing is left out any more" in shell.seen()
        await shell.press("escape")
        assert "This cut leaves out:" in shell.seen()
        await shell.press("w")
        await shell.go("p", to="ReaderScreen")
        assert await pinned(shell) == ContextChoice(kept=("attribution",))
        assert shell.app.brief
        assert shell.app.brief.excerpts["e1"].exact == "The generals keep saying that the north is safe."
        await shell.press("u")
        await shell.until(lambda: not shell.one(ReaderView).place.pins)


async def test_on_the_smallest_screen_it_says_its_keys(trapped: Workspace) -> None:
    async with opened(trapped, (20, 6), brief="note") as shell:
        await read(shell, "trap")
        await cut(shell, 4)
        await shell.go("p", to="Guarding")
        seen = " ".join(shell.seen().split())
        assert "before ‘The" in seen
        assert "w widen · p pin · @ speaker · esc" in seen


async def test_a_cut_is_pinned_as_it_is_and_the_checks_say_so(trapped: Workspace) -> None:
    async with opened(trapped, SMALL, brief="note") as shell:
        await read(shell, "trap")
        await shell.press("j", "j")
        await cut(shell, 4)
        await shell.go("p", to="Guarding")
        await shell.go("escape", to="ReaderScreen")
        assert shell.app.brief
        assert shell.app.brief.excerpts == {}
        await shell.go("p", to="Guarding")
        await shell.go("p", to="ReaderScreen")
        assert await pinned(shell) == ContextChoice(dismissed=("negation",))
        assert shell.app.notices.last == "Pinned e1 · ¶2 · verified"
        findings = trapped.briefing.check(shell.app.brief)
        assert [f.place for f in findings if f.rule == "context.cut"] == ["e1"]


async def test_naming_the_speaker_answers_who_says_so(trapped: Workspace) -> None:
    async with opened(trapped, brief="note") as shell:
        await read(shell, "trap")
        await cut(shell, 5)
        await shell.go("p", to="Guarding")
        await shell.go("@", to="SpeakerQuestion")
        await shell.go("end", "enter", to="Prompt")
        await shell.type("The generals")
        await shell.press("enter")
        await shell.until(lambda: "Who is The generals?" in shell.seen())
        await shell.go("enter", to="Guarding")
        assert "speaker   The generals" in shell.seen()
        assert "Nothing is left out any more" in shell.seen()
        await shell.go("p", to="ReaderScreen")
        assert await pinned(shell) is None
        assert shell.app.brief
        speaker = shell.app.brief.excerpts["e1"].speaker
        assert speaker
        assert speaker.name == "The generals"


async def test_a_language_without_word_lists_is_said_not_to_be_checked(trapped: Workspace) -> None:
    async with opened(trapped, brief="note") as shell:
        await read(shell, "foreign")
        await shell.press("p")
        await shell.until(lambda: shell.app.notices.last.startswith("Pinned e1"))
        assert "context checked in part: no words of negation" in shell.app.notices.last


async def test_a_wider_passage_is_not_put_down_to_the_speaker_of_the_narrower_one(trapped: Workspace) -> None:
    words = "“The tunnel is closed,” Mark Jones said. “It never worked,” Jane Smith said.\n"
    (trapped.path / "corpus" / "tunnel.md").write_text("---\nformat: 1\ntitle: A tunnel\nlanguage: en\n---\n" + words)
    trapped.articles.scan()
    async with opened(trapped, brief="note") as shell:
        await read(shell, "tunnel")
        await shell.press("j", "s", *["less_than_sign"] * 3)
        assert lit(shell) == "“It never worked"
        await shell.go("p", to="Guarding")
        assert "speaker   Jane Smith" in shell.seen()
        await shell.press("w")
        assert "▸“The tunnel is closed,” Mark Jones said." in shell.seen()
        assert "speaker   Jane Smith" not in shell.seen()
        await shell.go("p", to="ReaderScreen")
        await pinned(shell)
        assert shell.app.brief
        assert shell.app.brief.excerpts["e1"].exact.startswith("“The tunnel is closed,” Mark Jones said.")
        assert shell.app.brief.excerpts["e1"].speaker is None
