"""An answer changes the brief as it is when the answer comes: others may have changed its file meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.model import Brief, ItemKind, edits
from briefing_tui.storage import render_brief
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting import evidence
from tests.tui.articles import read
from tests.tui.drafts import BRIEF, brief, first, to
from tests.tui.tools import SMALL, Shell, opened

THEIRS = "Theirs, set while you were asked"


def file_of(shell: Shell) -> Path:
    return shell.app.workspace.path / "briefs" / f"{brief(shell).id}.yaml"


def outside(shell: Shell, old: str, new: str) -> None:
    """Change a line of the open brief's file, as another program does, and let the app see it."""
    text = file_of(shell).read_text(encoding="utf-8")
    assert old in text
    file_of(shell).write_text(text.replace(old, new, 1), encoding="utf-8")
    shell.app.poll()


def write(shell: Shell, changed: Brief) -> None:
    """Put another value into the open brief's file, as another program does, and let the app see it."""
    file_of(shell).write_text(render_brief(changed), encoding="utf-8")
    shell.app.poll()


async def retitled(shell: Shell) -> None:
    title = brief(shell).title
    outside(shell, f"title: {title}", f"title: {THEIRS}")
    await shell.until(lambda: brief(shell).title == THEIRS, "the title that was set outside")


async def drafting(shell: Shell, entry: str) -> None:
    await shell.go("2", to="DraftScreen")
    await to(shell, entry)


def rests(shell: Shell, judgement: str) -> tuple[str, ...]:
    found = brief(shell).judgement(judgement)
    assert found is not None
    return found.for_


async def test_choosing_passages_keeps_what_was_set_meanwhile(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        judgement = workspace.briefs.read(BRIEF).judgements[0]
        await drafting(shell, judgement.id)
        await shell.go("+", to="Several")
        await retitled(shell)
        await shell.go("space", "enter", to="DraftScreen")
        await shell.until(lambda: rests(shell, judgement.id) != judgement.for_)
        assert brief(shell).title == THEIRS


async def test_a_passage_that_was_added_meanwhile_stays_with_the_judgement(workspace: Workspace) -> None:
    before = workspace.briefs.read(BRIEF)
    judgement = before.judgements[0]
    free = next(e for e in before.excerpts if e not in (*judgement.for_, *judgement.against))
    async with opened(workspace, SMALL, BRIEF) as shell:
        await drafting(shell, judgement.id)
        await shell.go("+", to="Several")
        write(shell, evidence.resting_on(before, judgement.id, "for", [free], []))
        await shell.until(lambda: free in rests(shell, judgement.id))
        ids = list(before.excerpts)
        await shell.press(*"j" * ids.index(judgement.for_[0]), "space")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: judgement.for_[0] not in rests(shell, judgement.id))
        assert set(rests(shell, judgement.id)) == {*judgement.for_[1:], free}


@pytest.mark.parametrize("keys", [("G", "k", "enter"), ("G", "enter")], ids=["a section", "a new section"])
async def test_moving_keeps_what_was_set_meanwhile(workspace: Workspace, keys: tuple[str, ...]) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        item = workspace.briefs.read(BRIEF).sections[0].items[0].id
        await drafting(shell, item)
        await shell.go("m", to="Choice")
        await retitled(shell)
        await shell.press(*keys)
        if type(shell.screen).__name__ == "Prompt":
            await shell.type("New")
            await shell.press("enter")
        await shell.on("DraftScreen")
        await shell.until(lambda: all(i.id != item for i in brief(shell).sections[0].items), "the move")
        assert brief(shell).title == THEIRS


async def test_unpinning_one_of_several_keeps_what_was_set_meanwhile(small: Workspace) -> None:
    async with opened(small, SMALL, "note") as shell:
        await read(shell, "line")
        await shell.press("j", "p", "s", "+", "p")
        await shell.until(lambda: len(brief(shell).excerpts) == 2)
        assert shell.app.desk.session is not None
        shell.app.desk.session.flush()
        await shell.go("k", "x", to="Choice")
        await retitled(shell)
        await shell.go("enter", to="ReaderScreen")
        await shell.until(lambda: len(brief(shell).excerpts) == 1, "the one that is gone")
        assert brief(shell).title == THEIRS


async def test_an_answer_that_changes_nothing_leaves_what_was_set_meanwhile(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        section = workspace.briefs.read(BRIEF).sections[0]
        await drafting(shell, section.id)
        await shell.go("e", to="Prompt")
        outside(shell, f"title: {section.title}", f"title: {THEIRS}")
        await shell.until(lambda: brief(shell).sections[0].title == THEIRS)
        await shell.go("enter", to="DraftScreen")
        assert brief(shell).sections[0].title == THEIRS


async def test_an_answer_to_a_field_that_was_set_meanwhile_says_so(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        section = workspace.briefs.read(BRIEF).sections[0]
        await drafting(shell, section.id)
        await shell.go("e", to="Prompt")
        outside(shell, f"title: {section.title}", f"title: {THEIRS}")
        await shell.type("!")
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: brief(shell).sections[0].title == f"{section.title}!")
        assert "changed outside while you were asked" in shell.app.notices.last
        await shell.press("u")
        await shell.until(lambda: brief(shell).sections[0].title == THEIRS)


async def test_words_for_an_entry_that_was_taken_away_meanwhile_are_kept(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        item = first(shell, ItemKind.TEXT)
        await drafting(shell, item)
        await shell.go("e", to="Choice")
        await shell.go("enter", to="Prompt")
        await shell.type("Mine, ")
        write(shell, edits.drop(brief(shell), item))
        await shell.until(lambda: brief(shell).item(item) is None)
        await shell.go("enter", to="DraftScreen")
        await shell.until(lambda: "any more" in shell.app.notices.last)
        assert shell.app.desk.session is not None
        assert "Mine, " in shell.app.desk.session.typed()[f"{item}.text"]


async def test_a_value_that_a_field_does_not_take_is_refused_and_kept(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        before = brief(shell)
        await shell.go("2", to="DraftScreen")
        await shell.go("i", to="FieldsScreen")
        await shell.press(*"j" * edits.FIELDS.index("language"))
        await shell.go("enter", to="Prompt")
        await shell.press("ctrl+u")
        await shell.type("qqq")
        await shell.go("enter", to="FieldsScreen")
        await shell.until(lambda: "language" in shell.app.notices.last, "why it is refused")
        assert brief(shell) == before
        assert shell.app.desk.session is not None
        assert shell.app.desk.session.typed() == {"brief.language": "qqq"}


async def test_a_field_of_the_brief_that_was_set_meanwhile_stays_where_the_answer_changes_nothing(
    workspace: Workspace,
) -> None:
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        await shell.go("i", to="FieldsScreen")
        await shell.go("enter", to="Prompt")
        await retitled(shell)
        await shell.go("enter", to="FieldsScreen")
        assert brief(shell).title == THEIRS
