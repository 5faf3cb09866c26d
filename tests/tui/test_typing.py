"""Typing in a burst, as pasting, macros and fast hands do: nothing is lost and nothing goes where it is not meant."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input, TextArea

from briefing_tui.model import ItemKind
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting import entries
from tests.tui.drafts import brief, first, to
from tests.tui.tools import LARGE, SMALL, Shell, opened

both = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x48"])
BRIEF = "deconfliction"
REASON = "Two notes only, both our own; one named speaker"
NAMED = {"enter": "\r", "escape": "\x1b", "ctrl+j": "\n", "backspace": "\x7f", "tab": "\t"}


def burst(shell: Shell, *keys: str) -> None:
    """Press keys without a pause; what is not the name of a key is typed letter by letter."""
    for key in keys:
        typed = [(key, NAMED[key])] if key in NAMED else [(_character_to_key(c), c) for c in key]
        for name, character in typed:
            shell.app.post_message(events.Key(name, character))


@both
async def test_a_reason_and_enter_in_one_burst(workspace: Workspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        judgement = brief(shell).judgements[0].id
        await to(shell, judgement)
        before = brief(shell)
        await shell.press("e", "enter", "enter", "enter")
        await shell.until(lambda: "4 of 4" in shell.seen())
        await shell.press("ctrl+a", "backspace")
        shell.one(TextArea).text = ""
        burst(shell, REASON, "enter")
        await shell.on("DraftScreen")
        await shell.until(lambda: brief(shell).judgement(judgement).confidence.because == REASON)  # type: ignore[union-attr]
        assert brief(shell).sections == before.sections
        assert len(brief(shell).judgements) == len(before.judgements)


async def test_from_the_command_to_the_last_key_in_one_burst(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await to(shell, brief(shell).sections[0].id)
        before = brief(shell)
        burst(shell, "aj", "enter", "hjd dB 1q", "ctrl+j", "second linex", "backspace", "enter")
        await shell.until(lambda: [brief(shell).sections[0].items[-1].text] == ["hjd dB 1q\nsecond line"])
        assert type(shell.screen).__name__ == "DraftScreen"
        assert len(list(brief(shell).items())) == len(list(before.items())) + 1


async def test_one_question_after_the_other_in_one_burst(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        judgement = brief(shell).judgements[0].id
        await to(shell, judgement)
        await shell.go("e", to="Prompt")
        burst(shell, "enter", "enter", "gj", "enter")
        await shell.until(lambda: "4 of 4" in shell.seen())
        shell.one(TextArea).text = ""
        burst(shell, REASON, "enter", "J")
        await shell.until(lambda: brief(shell).judgement(judgement).confidence.because == REASON)  # type: ignore[union-attr]
        await shell.until(lambda: brief(shell).judgements[1].id == judgement, "the key after the answer")


async def test_a_title_of_one_line_in_one_burst(empty: Workspace) -> None:
    async with opened(empty) as shell:
        burst(shell, "2Who said so? B 2 q", "enter", "enter")
        await shell.on("DraftScreen")
        assert brief(shell).title == "Who said so? B 2 q"


async def test_pasted_text_and_enter(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await to(shell, brief(shell).sections[0].id)
        burst(shell, "aj", "enter")
        shell.app.post_message(events.Paste("pasted\nwords"))
        burst(shell, " and typed", "enter")
        await shell.until(lambda: brief(shell).sections[0].items[-1].text == "pasted\nwords and typed")


async def test_letters_do_nothing_in_a_picker(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await to(shell, first(shell, ItemKind.PARAPHRASE))
        before = brief(shell)
        await shell.go("e", to="Choice")
        shell.app.notices.last = ""
        burst(shell, "hlxdJKm*aBC12")
        await shell.press("left", "right")
        assert type(shell.screen).__name__ == "Choice"
        assert shell.app.notices.last == ""
        await shell.go("q", to="DraftScreen")
        assert brief(shell) is before


async def test_a_letter_that_nothing_knows_says_so(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.press("x")
        assert shell.app.notices.last == "x does nothing here · ? shows the keys"
        shell.app.notices.last = ""
        await shell.press("j", "f12")
        assert shell.app.notices.last == ""
        assert shell.one(RowList).key == entries.keys(brief(shell))[1]


async def test_letters_that_wait_are_drawn_at_once_and_keep_their_order(workspace: Workspace) -> None:
    drawn: list[str] = []
    typed = "".join(chr(0x21 + n % 90) for n in range(3000))
    async with opened(workspace, SMALL) as shell:
        await shell.go("S", to="SearchScreen")
        field = shell.one(Input)

        def note(value: str) -> None:
            drawn.append(value)

        shell.screen.watch(field, "value", note, init=False)
        burst(shell, typed)
        shell.app.post_message(events.Key("left", None))
        burst(shell, "backspace", "é∫")
        shell.app.post_message(events.Key("end", None))
        burst(shell, "!")
        await shell.until(lambda: "∫" in field.value and field.value.endswith("!"), "the last letter")
        assert field.value == f"{typed[:-2]}é∫{typed[-1]}!"
        assert len(drawn) < 30


async def test_the_end_is_in_view_of_what_comes_at_once_into_an_empty_question(workspace: Workspace) -> None:
    async with opened(workspace, SMALL) as shell:
        await shell.go("S", to="SearchScreen")
        shell.app.post_message(events.Paste("much " * 60 + "the end"))
        await shell.until(lambda: "the end" in shell.seen())


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Which berth\nis let to whom?\n", "Which berth is let to whom?"),
        ("\u2028Which berth\r\n   is let\u2029", "Which berth is let"),
        ("one  line ", "one  line "),
        ("\n\n", ""),
    ],
)
async def test_a_line_takes_all_that_is_pasted(workspace: Workspace, pasted: str, kept: str) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("i", to="FieldsScreen")
        await shell.go("enter", to="Prompt")
        await shell.press("ctrl+u")
        shell.app.post_message(events.Paste(pasted))
        await shell.until(lambda: shell.one(Input).value == kept)
        await shell.press("ctrl+u")
        shell.app.copy_to_clipboard(pasted)
        await shell.press("ctrl+v")
        await shell.until(lambda: shell.one(Input).value == kept)
