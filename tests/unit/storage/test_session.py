"""An open brief: what is edited is kept, what others do is noticed, and nobody's work is lost."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.errors import (
    ConflictError,
    FormatError,
    HeldError,
    InvalidError,
    NotFoundError,
    ReadOnlyError,
    StorageError,
)
from briefing_tui.model import Brief, edits
from briefing_tui.storage import BriefSession, brief_paths, parse_brief, render_brief, trash
from briefing_tui.storage.history import KEPT
from tests.unit.storage.drafts import brief


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A brief with three quotes."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    path = folder / "b.yaml"
    path.write_text(render_brief(brief()), encoding="utf-8")
    return path


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def session(file: Path, state: Path) -> Iterator[BriefSession]:
    with BriefSession.open(file, state) as opened:
        yield opened


def stored(file: Path) -> Brief:
    return parse_brief(file.read_text(encoding="utf-8"), file=file.name)


def title(session: BriefSession, text: str) -> None:
    session.edit(replace(session.brief, title=text), f"title {text}")


def outside(file: Path, old: str, new: str) -> None:
    """Change the file as an editor would, with another time stamp for sure."""
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))


def journals(state: Path) -> list[Path]:
    return sorted((state / "journals").iterdir())


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "waited for 20 seconds"
        time.sleep(0.01)


def crash(session: BriefSession) -> None:
    """Let go of everything as a killed process does: nothing is written any more."""
    session._saver.end()
    session._journal.close()
    session._lock.release()
    session._closed = True


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


def test_an_outside_change_is_a_step(file: Path, state: Path, session: BriefSession) -> None:
    title(session, "Ours")
    session.flush()
    assert session.poll() == ()
    outside(file, "Ours", "Theirs")
    assert any("changed outside" in m for m in session.poll())
    assert session.brief.title == "Theirs"
    assert session.poll() == ()
    assert (session.undo(), session.brief.title) == ("changed outside", "Ours")
    session.flush()
    assert stored(file).title == "Ours"
    assert session.poll() == ()


def test_an_outside_change_while_closed_is_a_step(file: Path, state: Path) -> None:
    with BriefSession.open(file, state) as session:
        title(session, "Ours")
    outside(file, "Ours", "Theirs")
    with BriefSession.open(file, state) as session:
        assert session.brief.title == "Theirs"
        assert len(session.messages) == 1
        assert [session.undo(), session.undo()] == ["changed outside", "title Ours"]
    assert not list(file.parent.glob("*.conflict.yaml"))


def test_going_back_to_an_earlier_version_outside_is_a_step_too(file: Path, state: Path) -> None:
    first = file.read_bytes()
    with BriefSession.open(file, state) as session:
        title(session, "Ours")
    file.write_bytes(first)
    with BriefSession.open(file, state) as session:
        assert session.brief.title == "Title"
        assert session.undo() == "changed outside"


def test_a_touch_is_no_change(file: Path, session: BriefSession) -> None:
    outside(file, "x", "x")
    file.write_text("# a comment\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert session.poll() == ()
    assert session.undo() is None
    title(session, "New")
    session.flush()
    assert file.read_text(encoding="utf-8").startswith("# a comment\nformat: 1\n")


@pytest.mark.parametrize("by", ["poll", "flush", "close", "start"])
def test_a_conflict_loses_neither_side(file: Path, state: Path, by: str) -> None:
    (file.parent / "b.conflict.yaml").write_text("from an earlier one", encoding="utf-8")
    session = BriefSession.open(file, state)
    session._saver.end()
    title(session, "Ours")
    outside(file, "title: Title", "title: Theirs")
    if by == "poll":
        assert any("yours" in m for m in session.poll())
    elif by == "flush":
        with pytest.raises(ConflictError, match=r"b-2\.conflict\.yaml"):
            session.flush()
    elif by == "start":
        crash(session)
        session = BriefSession.open(file, state)
    if by != "close":
        assert (session.brief.title, session.undo(), session.brief.title) == ("Theirs", "changed outside", "Ours")
        assert session.redo() == "changed outside"
    session.close()
    assert any("b-2.conflict.yaml" in m for m in session.messages)
    assert stored(file).title == "Theirs"
    assert stored(file.parent / "b-2.conflict.yaml").title == "Ours"
    assert (file.parent / "b.conflict.yaml").read_text(encoding="utf-8") == "from an earlier one"
    assert brief_paths(file.parent) == [file]


def test_the_same_change_on_both_sides_is_no_conflict(file: Path, session: BriefSession) -> None:
    session._saver.end()
    title(session, "Same")
    outside(file, "title: Title", "title: Same")
    session.flush()
    assert session.poll() == ()
    assert not list(file.parent.glob("*.conflict.yaml"))


def test_the_background_never_overwrites_an_outside_change(file: Path, session: BriefSession) -> None:
    """Whether the background was quicker or not, both titles are there afterwards."""
    theirs = file.read_text(encoding="utf-8").replace("title: Title", "title: Theirs")
    title(session, "Ours")
    file.write_text(theirs, encoding="utf-8")
    until(lambda: bool(session.poll()))
    session.flush()
    assert stored(file).title == session.brief.title == "Theirs"
    assert (session.undo(), session.brief.title) == ("changed outside", "Ours")


def test_a_file_that_is_broken_outside(file: Path, state: Path, session: BriefSession) -> None:
    good = file.read_text(encoding="utf-8")
    session._saver.end()
    outside(file, "title: Title", "title: a: b")
    (message,) = session.poll()
    assert "line 3" in message
    assert session.brief.title == "Title"
    title(session, "Ours")
    with pytest.raises(ConflictError):
        session.flush()
    title(session, "Ours too")
    with pytest.raises(ConflictError):
        session.flush()
    assert "a: b" in file.read_text(encoding="utf-8"), "what is on the disk stays"
    assert stored(file.parent / "b.conflict.yaml").title == "Ours too"
    with pytest.raises(FormatError):
        BriefSession.open(file, state, write=False)
    file.write_text(good.replace("title: Title", "title: Mended"), encoding="utf-8")
    session.poll()
    assert (session.brief.title, session.undo(), session.brief.title) == ("Mended", "changed outside", "Ours too")


def test_a_file_that_is_deleted_outside(file: Path, session: BriefSession) -> None:
    file.unlink()
    (message,) = session.poll()
    assert "deleted" in message
    assert session.poll() == ()
    title(session, "Still here")
    session.flush()
    assert stored(file).title == "Still here"
    assert session.poll() == ()


def test_a_newer_format_is_only_read(file: Path, state: Path) -> None:
    with BriefSession.open(file, state) as session:
        outside(file, "format: 1", "format: 2")
        session.poll()
        assert session.read_only == "format 2 is newer than this program"
    content = file.read_text(encoding="utf-8")
    with BriefSession.open(file, state) as session:
        assert session.read_only == "format 2 is newer than this program"
        assert session.brief.title == "Title"
        with pytest.raises(ReadOnlyError):
            title(session, "New")
        session.flush()
    assert file.read_text(encoding="utf-8") == content


def test_an_older_format_is_raised_and_a_copy_kept(file: Path, state: Path) -> None:
    older = file.read_text(encoding="utf-8").replace("format: 1\n", "")
    file.write_text(older, encoding="utf-8")
    with BriefSession.open(file, state) as session:
        assert file.read_text(encoding="utf-8") == older, "opening writes nothing"
        title(session, "New")
    assert file.read_text(encoding="utf-8").startswith("format: 1\n")
    assert [p.read_text(encoding="utf-8") for p in (state / "copies").iterdir()] == [older]


def test_comments_at_the_top_stay_and_others_are_kept_as_a_copy(file: Path, state: Path) -> None:
    plain = file.read_text(encoding="utf-8")
    file.write_text("# mine\n\n# and mine\n" + plain, encoding="utf-8")
    with BriefSession.open(file, state) as session:
        title(session, "One")
    assert file.read_text(encoding="utf-8").startswith("# mine\n\n# and mine\nformat: 1\n")
    assert not (state / "copies").exists()
    commented = file.read_text(encoding="utf-8").replace("title: One", "title: One # why")
    file.write_text(commented, encoding="utf-8")
    with BriefSession.open(file, state) as session:
        title(session, "Two # no comment")
        title(session, "Three")
    assert "# why" not in file.read_text(encoding="utf-8")
    assert [p.read_text(encoding="utf-8") for p in (state / "copies").iterdir()] == [commented]
    assert any("comments" in m for m in session.messages)


def test_a_file_is_named_by_its_name(file: Path, state: Path) -> None:
    file.rename(file.with_name("other.yaml"))
    with BriefSession.open(file.with_name("other.yaml"), state) as session:
        assert session.brief.id == "other"
        title(session, "New")
    assert "id: other\n" in file.with_name("other.yaml").read_text(encoding="utf-8")


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


def test_half_a_surrogate_pair_is_refused(session: BriefSession) -> None:
    with pytest.raises(InvalidError):
        title(session, "a\ud800")
    assert session.brief.title == "Title"
    assert session.undo() is None


def test_what_is_no_brief(tmp_path: Path, state: Path, file: Path) -> None:
    with pytest.raises(NotFoundError):
        BriefSession.open(tmp_path / "gone.yaml", state)
    file.write_text("", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(FormatError):
            BriefSession.open(file, state)


def test_a_new_brief_of_an_old_name_begins_anew(file: Path, state: Path) -> None:
    with BriefSession.open(file, state) as session:
        title(session, "Old")
    binned = trash(file, state)
    file.write_text(render_brief(brief(1)), encoding="utf-8")
    with BriefSession.open(file, state) as session:
        assert (session.brief.title, session.undo(), session.messages) == ("Title", None, [])
    with BriefSession.open(binned, state) as session:
        assert session.undo() == "title Old"


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
