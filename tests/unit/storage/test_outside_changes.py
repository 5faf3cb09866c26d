"""What others do to the file of an open brief is noticed, and nobody's work is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing_tui.errors import ConflictError, FormatError
from briefing_tui.storage import BriefSession, brief_paths
from tests.unit.storage.sessions import crash, outside, stored, title, until


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


def test_a_change_is_noticed_though_the_clock_went_back(file: Path, session: BriefSession) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("title: Title", "title: Other"), encoding="utf-8")
    os.utime(file, ns=(0, 1))
    assert session.poll()
    assert session.brief.title == "Other"
    title(session, "Ours")
    session.flush()
    assert stored(file).title == "Ours"
