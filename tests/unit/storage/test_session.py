"""An open brief: what is edited is kept and can be taken back, by one writer at a time."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.errors import HeldError, ReadOnlyError, StorageError
from briefing_tui.model import edits
from briefing_tui.storage import BriefSession
from briefing_tui.storage.history import KEPT
from tests.unit.storage.sessions import journals, stored, title, until


def test_an_edit_reaches_journal_and_file(file: Path, state: Path, session: BriefSession) -> None:
    title(session, "New")
    assert '"new":"New"' in journals(state)[0].read_text(encoding="utf-8"), "before edit() returned"
    until(lambda: stored(file).title == "New")
    assert session.poll() == ()


def test_many_edits_are_a_second_behind_at_most(file: Path, session: BriefSession) -> None:
    first = time.monotonic()
    n = 0
    while stored(file).title == "Title":
        title(session, f"T{(n := n + 1)}")
        assert time.monotonic() - first < 10
    assert n > 1


def test_undo_and_redo(file: Path, session: BriefSession) -> None:
    title(session, "One")
    title(session, "Two")
    assert (session.undo(), session.brief.title) == ("title Two", "One")
    assert (session.undo(), session.brief.title, session.undo()) == ("title One", "Title", None)
    assert (session.redo(), session.brief.title) == ("title One", "One")
    title(session, "Three")
    assert session.redo() is None, "what was undone before an edit is gone"
    session.flush()
    assert stored(file).title == "Three"


def test_an_edit_that_changes_nothing_is_no_step(session: BriefSession) -> None:
    session.edit(replace(session.brief), "nothing")
    assert session.undo() is None


def test_undo_goes_on_after_a_restart(file: Path, state: Path) -> None:
    for text in ("One", "Two", "Three"):
        with BriefSession.open(file, state) as session:
            title(session, text)
    with BriefSession.open(file, state) as session:
        assert [session.undo(), session.undo(), session.redo()] == ["title Three", "title Two", "title Two"]
    with BriefSession.open(file, state) as session:
        assert (session.brief.title, stored(file).title) == ("Two", "Two")
        assert [session.redo(), session.undo(), session.undo(), session.undo(), session.undo()] == [
            "title Three", "title Three", "title Two", "title One", None,
        ]  # fmt: skip
        assert session.messages == []


def test_ids_are_never_used_again(file: Path, state: Path) -> None:
    with BriefSession.open(file, state) as session:
        made, section = edits.add_section(session.brief, "New")
        session.edit(made, "section")
        session.flush()
        session.undo()
        assert edits.add_section(session.brief, "Other")[1] == "s3"
        assert section == "s2"
    assert "last-ids: {s: 2}" in file.read_text(encoding="utf-8")
    with BriefSession.open(file, state) as session:
        assert edits.add_section(session.brief, "Other")[1] == "s3"


def test_a_second_one_only_reads(file: Path, state: Path, session: BriefSession) -> None:
    with BriefSession.open(file, state) as second:
        assert f"process {os.getpid()}, since " in second.read_only
        assert second.read_only.startswith("held by ")
        for change in (lambda: title(second, "x"), second.undo, second.redo, lambda: second.typing("x", "y")):
            with pytest.raises(HeldError):
                change()
        title(session, "New")
        session.flush()
        assert second.poll() == ()
        assert second.brief.title == "New"
        second.flush()
    assert BriefSession.open(file, state).read_only, "closing the second does not let go of the first's lock"
    session.close()
    with BriefSession.open(file, state) as third:
        assert third.read_only == ""


def test_a_file_that_may_not_be_written_says_what_to_do(
    file: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with BriefSession.open(file, state) as session, pytest.raises(ReadOnlyError, match="no permission") as refused:
        title(session, "x")
    assert "what its mode allows" in refused.value.hint


def test_ten_thousand_steps(file: Path, state: Path) -> None:
    with BriefSession.open(file, state) as session:
        draft = session._keeper.draft  # type: ignore[union-attr]
        monkey = pytest.MonkeyPatch()
        monkey.setattr(os, "fsync", lambda _: None)  # ten thousand times the disk would only make the test slow
        for n in range(KEPT + 1_200):
            draft.edit(replace(draft.brief, title=str(n)), str(n))
        monkey.undo()
    with BriefSession.open(file, state) as session:
        assert (session.brief.title, session.dropped) == (str(KEPT + 1_199), 1_200)
        assert "1,200 steps were dropped" in session.messages[0]
        for n in range(KEPT):
            assert session._keeper.draft.history.steps[-1 - n].label == str(KEPT + 1_199 - n)  # type: ignore[union-attr]
        assert session.undo() == str(KEPT + 1_199)
    with BriefSession.open(file, state) as session:
        assert (session.dropped, session.redo(), session.messages) == (1_200, str(KEPT + 1_199), [])


def test_a_link_is_no_second_way_to_write(file: Path, state: Path, session: BriefSession) -> None:
    for link in (file.with_name("c.yaml"), file.parent.parent / "elsewhere.yaml"):
        link.symlink_to(file)
        with BriefSession.open(link, state) as second:
            assert second.read_only.startswith("held by ")
    session.close()
    with BriefSession.open(link, state) as second:
        assert second.read_only == ""
        assert BriefSession.open(file, state).read_only


def test_to_the_trash_with_all_its_steps(file: Path, state: Path, session: BriefSession) -> None:
    title(session, "Last")
    binned = session.trash()
    assert stored(binned).title == "Last", "what was not yet written is written first"
    assert [p.name for p in file.parent.iterdir()] == [".trash"], "no lock is left of it"
    with pytest.raises(ReadOnlyError):
        session.trash()
    with BriefSession.open(binned, state) as again:
        assert again.undo() == "title Last"


def test_what_cannot_go_to_the_trash_stays(file: Path, state: Path, session: BriefSession) -> None:
    (file.parent / ".trash").write_text("in the way", encoding="utf-8")
    title(session, "Kept")
    with pytest.raises(StorageError, match="cannot be deleted"):
        session.trash()
    with BriefSession.open(file, state) as again:
        assert (again.read_only, again.brief.title, again.undo()) == ("", "Kept", "title Kept")
