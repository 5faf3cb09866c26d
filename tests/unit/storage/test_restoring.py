"""A brief whose file is broken or gone comes back as its journal has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.errors import BriefingError, FormatError, HeldError, InvalidError, NotFoundError, StorageError
from briefing_tui.storage import BriefSession, can_be_restored, restore
from briefing_tui.storage.locks import BriefLock
from tests.unit.storage.sessions import journals, stored, title

NONSENSE = b"\x00\xff: [nonsense"


@pytest.fixture
def edited(file: Path, state: Path) -> Path:
    with BriefSession.open(file, state) as session:
        title(session, "One")
        title(session, "Two")
    return file


@pytest.mark.parametrize("left", [NONSENSE, b"", b"format: 1\nid: [", b"- a\n- list\n"])
def test_a_broken_file_is_kept_and_written_anew(edited: Path, state: Path, left: bytes) -> None:
    edited.write_bytes(left)
    for write in (True, False):
        with pytest.raises(FormatError) as caught:
            BriefSession.open(edited, state, write=write)
        assert "`briefing brief restore b`" in caught.value.hint
    aside = restore(edited, state)
    assert aside == edited.with_name("b.yaml.broken")
    assert aside.read_bytes() == left
    assert stored(edited).title == "Two"
    with BriefSession.open(edited, state) as session:
        assert session.messages == []
        assert (session.undo(), session.undo(), session.brief.title) == ("title Two", "title One", "Title")


def test_a_deleted_file_is_written_again(edited: Path, state: Path) -> None:
    ids = stored(edited).last_ids
    edited.unlink()
    assert can_be_restored(edited, state)
    assert restore(edited, state) is None
    assert (stored(edited).title, stored(edited).last_ids) == ("Two", ids)


def test_each_broken_file_has_a_name_of_its_own(edited: Path, state: Path) -> None:
    names = []
    for left in (b"", b"[", b"["):
        edited.write_bytes(left)
        names.append(getattr(restore(edited, state), "name", ""))
    assert names == ["b.yaml.broken", "b.yaml.broken-2", "b.yaml.broken-2"]


def test_a_file_that_can_be_read_is_left_alone(edited: Path, state: Path) -> None:
    before = edited.read_bytes()
    with pytest.raises(InvalidError, match="can be read"):
        restore(edited, state)
    assert edited.read_bytes() == before


def test_of_what_nobody_edited_here_nothing_is_known(file: Path, state: Path) -> None:
    file.write_bytes(NONSENSE)
    assert not can_be_restored(file, state)
    with pytest.raises(FormatError) as caught:
        BriefSession.open(file, state)
    assert "restore" not in caught.value.hint
    with pytest.raises(NotFoundError, match="nothing is known"):
        restore(file, state)
    assert file.read_bytes() == NONSENSE


def test_a_damaged_journal_and_an_open_brief_are_said(edited: Path, state: Path) -> None:
    edited.write_bytes(NONSENSE)
    other = BriefLock(edited)
    assert other.acquire() == ""
    with pytest.raises(HeldError, match="held by "):
        restore(edited, state)
    other.release()
    (journal,) = journals(state)
    journal.write_bytes(b"nonsense\n" + journal.read_bytes())
    with pytest.raises(StorageError, match="damaged"):
        restore(edited, state)
    assert edited.read_bytes() == NONSENSE


def test_what_cannot_be_written_leaves_the_broken_file(
    edited: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited.write_bytes(NONSENSE)
    monkeypatch.setattr("briefing_tui.storage.restoring.atomic.write_bytes", _full)
    with pytest.raises(StorageError, match="full"):
        restore(edited, state)
    assert edited.read_bytes() == NONSENSE
    monkeypatch.undo()
    restore(edited, state)
    assert stored(edited).title == "Two"


def _full(*_: object) -> None:
    raise StorageError("the disk is full")


def test_who_has_the_lock_is_waited_for_until_he_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is written a moment after the lock is taken."""
    first, second = BriefLock(file), BriefLock(file)
    assert first.acquire() == ""
    said = file.with_name(".b.yaml.holder").read_text(encoding="utf-8").strip()
    looks = iter(("", "", said))
    monkeypatch.setattr(BriefLock, "_holder", lambda _: next(looks))
    assert second.acquire() == said
    first.release()


def test_a_lock_that_is_let_go_of_meanwhile_is_taken(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = BriefLock(file), BriefLock(file)
    assert first.acquire() == ""

    def none_any_more(_: BriefLock) -> str:
        first.release()
        return ""

    monkeypatch.setattr(BriefLock, "_holder", none_any_more)
    assert second.acquire() == ""
    second.release()


def test_one_who_never_says_so_is_someone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.storage.locks.PATIENCE", (0.001,))
    first, second = BriefLock(file), BriefLock(file)
    assert first.acquire() == ""
    file.with_name(".b.yaml.holder").unlink()
    assert second.acquire() == "someone"
    first.release()


def test_an_error_of_a_newer_format_offers_no_way_back(edited: Path, state: Path) -> None:
    edited.write_bytes(b"format: 99\nsections: what comes then\n")
    with pytest.raises(BriefingError) as caught:
        BriefSession.open(edited, state)
    assert "restore" not in str(caught.value)
