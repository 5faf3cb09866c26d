"""The file of an open brief: its format, its comments, its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.errors import FormatError, InvalidError, NotFoundError, ReadOnlyError
from briefing_tui.storage import BriefSession, render_brief, trash
from tests.unit.storage.drafts import brief
from tests.unit.storage.sessions import outside, title


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


def test_half_a_surrogate_pair_is_refused(session: BriefSession) -> None:
    with pytest.raises(InvalidError):
        title(session, "a\ud800")
    assert session.brief.title == "Title"
    assert session.undo() is None
