"""A draft that somebody else holds, lets go of or changes."""

from __future__ import annotations

import pytest

from briefing_tui.model import edits
from briefing_tui.workspace import Workspace
from tests.tui.drafts import BRIEF, brief, to
from tests.tui.tools import SMALL, opened


async def test_a_brief_held_elsewhere_is_read_only_and_says_so(workspace: Workspace) -> None:
    other = workspace.briefs.open(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            before = brief(shell)
            assert "can only be read here: held by" in shell.app.notices.last
            shell.app.notices.quiet()
            shell.app.notices.last = ""
            await shell.press("j", "d")
            await shell.until(lambda: "Close it there, and you can go on here" in shell.app.notices.last)
            assert brief(shell).judgements == before.judgements
            shell.app.notices.last = ""
            await shell.press("u")
            await shell.until(lambda: "Close it there" in shell.app.notices.last)
    finally:
        other.close()


async def test_a_change_from_outside_comes_in_and_can_be_undone(workspace: Workspace) -> None:
    path = workspace.path / "briefs" / f"{BRIEF}.yaml"
    async with opened(workspace, SMALL, BRIEF) as shell:
        await shell.go("2", to="DraftScreen")
        title = brief(shell).title
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("addressee:", "addressee: The Minister #", 1), encoding="utf-8")
        shell.app.poll()
        await shell.until(lambda: brief(shell).addressee == "The Minister")
        assert brief(shell).title == title
        assert shell.app.notices.last
        await shell.press("u")
        await shell.until(lambda: brief(shell).addressee != "The Minister")


async def test_a_brief_that_becomes_free_can_be_edited_without_leaving(workspace: Workspace) -> None:
    other = workspace.briefs.open(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            count = len(brief(shell).judgements)
            other.close()
            await shell.press("j", "d")
            await shell.until(
                lambda: shell.app.desk.session is not None and not shell.app.desk.session.read_only, "the lock"
            )
            if len(brief(shell).judgements) == count:  # the app may have looked by itself before the key
                assert "You can edit now" in shell.app.notices.last
                await shell.press("d")
            await shell.until(lambda: len(brief(shell).judgements) < count, "the edit")
    finally:
        other.close()


async def test_a_brief_that_becomes_free_says_so(workspace: Workspace) -> None:
    other = workspace.briefs.open(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            other.edit(edits.set_field(other.brief, "title", "Theirs"), "set title")
            other.close()
            shell.app.poll()
            await shell.until(lambda: "You can edit now: 'Theirs' is free" in shell.app.notices.last)
            assert brief(shell).title == "Theirs"
    finally:
        other.close()


async def test_an_edit_never_goes_over_what_the_other_changed_last(workspace: Workspace) -> None:
    other = workspace.briefs.open(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            count = len(brief(shell).judgements)
            other.edit(edits.set_field(other.brief, "title", "Theirs"), "set title")
            other.close()
            await shell.press("j", "d")
            await shell.until(lambda: "You can edit now" in shell.app.notices.last)
            assert brief(shell).title == "Theirs"
            assert len(brief(shell).judgements) == count
    finally:
        other.close()


async def test_pinning_into_a_brief_that_is_held_says_what_to_do(workspace: Workspace) -> None:
    other = workspace.briefs.open(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("enter", to="ReaderScreen")
            shell.app.notices.last = ""
            await shell.press("p")
            await shell.until(lambda: "Close it there, and you can go on here" in shell.app.notices.last)
            other.close()
            await shell.press("p")
            await shell.until(lambda: "You can edit now" in shell.app.notices.last)
    finally:
        other.close()


@pytest.mark.parametrize("key", ["a", "e", "m", "*", "E"])
async def test_nothing_is_asked_before_it_is_refused(workspace: Workspace, key: str) -> None:
    other = workspace.briefs.open(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            await to(shell, brief(shell).sections[0].items[1].id)
            shell.app.notices.last = ""
            await shell.press(key)
            await shell.until(lambda: "can only be read here: held by" in shell.app.notices.last)
            assert type(shell.screen).__name__ == "DraftScreen"
    finally:
        other.close()


async def test_no_field_is_asked_for_before_it_is_refused(workspace: Workspace) -> None:
    other = workspace.briefs.open(BRIEF)
    try:
        async with opened(workspace, SMALL, BRIEF) as shell:
            await shell.go("2", to="DraftScreen")
            await shell.go("i", to="FieldsScreen")
            shell.app.notices.last = ""
            await shell.press("G", "k", "k", "k", "enter")
            await shell.until(lambda: "held by" in shell.app.notices.last)
            assert type(shell.screen).__name__ == "FieldsScreen"
    finally:
        other.close()


def addressed(workspace: Workspace) -> None:
    """Change the brief's file as another program does."""
    path = workspace.path / "briefs" / f"{BRIEF}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("addressee:", "addressee: The Minister #", 1), encoding="utf-8")


async def test_a_change_from_outside_is_told_below_what_was_just_told(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF, notices=True) as shell:
        await shell.go("2", to="DraftScreen")
        addressed(workspace)
        shell.app.notice("Something told")
        shell.app.poll()
        await shell.until(lambda: "changed outside" in shell.seen())
        assert shell.seen().count("Something told") == 1


async def test_no_key_takes_away_what_was_changed_outside_before_it_can_be_read(workspace: Workspace) -> None:
    async with opened(workspace, SMALL, BRIEF, notices=True) as shell:
        await shell.go("2", to="DraftScreen")
        addressed(workspace)
        shell.app.poll()
        await shell.press("j", "J")
        await shell.until(lambda: "changed outside" in shell.seen())
        shell.app.notice("Moved it")
        await shell.until(lambda: "Moved it" in shell.seen() and "changed outside" in shell.seen())
