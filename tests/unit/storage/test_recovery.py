"""A crash, a torn or damaged journal, a full disk: what was edited is there afterwards."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from briefing_tui.errors import ReadOnlyError, StorageError
from briefing_tui.storage import BriefSession
from tests.unit.storage.sessions import crash, journals, stored, title, until


def test_what_a_crash_left_out_of_the_file_is_taken_up(file: Path, state: Path) -> None:
    session = BriefSession.open(file, state)
    crash(session)
    session = BriefSession.open(file, state)
    session._saver.end()
    title(session, "Kept")
    session.typing("item i1 note", "half a sen")
    crash(session)
    assert stored(file).title == "Title"
    with BriefSession.open(file, state, write=False) as reader:
        assert reader.brief.title == "Kept"
        assert stored(file).title == "Title", "reading writes nothing"
    with BriefSession.open(file, state) as session:
        assert session.brief.title == "Kept"
        assert session.typed() == {"item i1 note": "half a sen"}
        until(lambda: stored(file).title == "Kept")
        session.typing("item i1 note", "")
        assert session.undo() == "title Kept"
    with BriefSession.open(file, state) as session:
        assert session.typed() == {}


def test_a_crash_right_after_the_file_was_replaced(file: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = BriefSession.open(file, state)
    session._saver.end()
    title(session, "New")
    monkeypatch.setattr(session._keeper.draft, "wrote", lambda *_: None)  # type: ignore[union-attr]
    session.flush()
    crash(session)
    with BriefSession.open(file, state) as session:
        assert (session.brief.title, session.messages, session.undo()) == ("New", [], "title New")


def test_a_torn_last_line_is_dropped_and_a_new_one_follows(file: Path, state: Path) -> None:
    with BriefSession.open(file, state) as session:
        title(session, "One")
    with journals(state)[0].open("ab") as journal:
        journal.write(b'{"edit":"torn","at":"now","patch":[{"at"')
    with BriefSession.open(file, state) as session:
        assert (session.brief.title, session.messages) == ("One", [])
        title(session, "Two")
    with BriefSession.open(file, state) as session:
        assert [session.undo(), session.undo()] == ["title Two", "title One"]


@pytest.mark.parametrize("broken", [b'{"edit": \n', b"\0\0\0\n", b'{"undo":true}\n' * 3, b"[]\n", b"\xff\n"])
def test_a_damaged_journal_is_set_aside(file: Path, state: Path, broken: bytes) -> None:
    with BriefSession.open(file, state) as session:
        title(session, "One")
        title(session, "Two")
    journal = journals(state)[0]
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:2], broken, *lines[2:]]))
    with BriefSession.open(file, state) as session:
        assert session.brief.title == "Two"
        assert "damaged" in session.messages[0]
        assert session.undo() is None
        title(session, "Three")
    kept = [p for p in journals(state) if ".damaged-1" in p.name]
    assert broken in kept[0].read_bytes()
    with BriefSession.open(file, state) as session:
        assert (session.undo(), session.messages) == ("title Three", [])


def test_a_full_disk_under_the_journal(session: BriefSession, monkeypatch: pytest.MonkeyPatch) -> None:
    title(session, "One")
    real = os.write

    def half(file: int, data: bytes) -> int:
        if len(data) < 10:
            raise OSError(errno.ENOSPC, "full")
        return real(file, data[: len(data) // 2])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", half)
        with pytest.raises(StorageError, match="disk is full"):
            title(session, "Two")
        assert session.brief.title == "One"
    title(session, "Three")
    assert [session.undo(), session.undo()] == ["title Three", "title One"]


def test_what_is_typed_while_the_disk_is_full_is_kept_until_there_is_room(
    file: Path, state: Path, session: BriefSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(StorageError, match="disk is full"):
            session.typing("i1.text", "All of it.")
        assert session.typed() == {"i1.text": "All of it."}
    session.typing("i1.text", "All of it.")
    crash(session)
    with BriefSession.open(file, state) as again:
        assert again.typed() == {"i1.text": "All of it."}


def test_a_full_disk_under_the_file(file: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    session = BriefSession.open(file, state)
    with monkeypatch.context() as patched:
        patched.setattr("tempfile.mkstemp", full)
        title(session, "One")
        until(lambda: bool(session.messages))
        assert "disk is full" in session.messages[0]
        assert "safe" in session.messages[0]
        with pytest.raises(StorageError):
            session.flush()
    until(lambda: stored(file).title == "One")
    until(lambda: any("saved again" in m for m in session.messages))
    with monkeypatch.context() as patched:
        patched.setattr("tempfile.mkstemp", full)
        title(session, "Two")
        session.close()
    assert "next start" in session.messages[-1]
    assert stored(file).title == "One"
    with BriefSession.open(file, state) as session:
        assert session.brief.title == "Two"


def test_a_folder_that_cannot_be_written(file: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def fail(path: str | Path, *args: int, **options: int) -> int:
        if str(path).endswith(".lock"):
            raise OSError(errno.EROFS, "read-only")
        return real(path, *args, **options)

    monkeypatch.setattr(os, "open", fail)
    with BriefSession.open(file, state) as session:
        assert session.read_only == "the folder cannot be written: this disk is read-only"
        assert session.brief.title == "Title"


def test_what_a_killed_writer_left_half_written_is_taken_away(file: Path, state: Path) -> None:
    litter = [file.with_name(name) for name in (".b.yaml.a1b2c3d4.tmp", "..b.yaml.holder.a1b2c3d4.tmp")]
    others = [file.with_name(name) for name in (".c.yaml.a1b2c3d4.tmp", ".b.yaml.bak.tmp", "b.yaml.a1b2c3d4.tmp")]
    for left in (*litter, *others):
        left.write_text("half", encoding="utf-8")
    with BriefSession.open(file, state, write=False):
        assert all(left.exists() for left in litter), "reading writes nothing"
    with BriefSession.open(file, state):
        assert not any(left.exists() for left in litter)
    assert all(other.exists() for other in others)


def test_a_journal_that_cannot_be_used_leaves_the_brief_to_be_read(file: Path, state: Path) -> None:
    with BriefSession.open(file, state) as session:
        title(session, "One")
    (journal,) = journals(state)
    kept = journal.rename(journal.with_suffix(".kept"))
    journal.mkdir()
    with BriefSession.open(file, state) as session:
        assert "cannot be read" in session.read_only
        assert session.brief.title == "One"
        with pytest.raises(ReadOnlyError):
            title(session, "Two")
    journal.rmdir()
    kept.rename(journal)
    with BriefSession.open(file, state) as session:
        assert (session.read_only, session.undo()) == ("", "title One")
