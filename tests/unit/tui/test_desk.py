"""The desk without a terminal: what is kept of the open brief, shown and told, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.errors import InvalidError
from briefing_tui.model import Brief
from briefing_tui.tui.desk import Desk
from briefing_tui.tui.notices import Notices
from briefing_tui.workspace import Edited, Workspace, make


class Face:
    """A desk, and what a person sees of it in turn: titles of briefs, and notices; an empty one takes them away."""

    def __init__(self, workspace: Workspace) -> None:
        self.seen: list[str] = []
        self.desk = Desk(workspace, Notices(lambda text, *_: self.seen.append(text)), self._show)

    def _show(self, brief: Brief | None) -> None:
        self.seen.append(f"<{brief.title}>" if brief else "<none>")

    def since(self) -> list[str]:
        """What was seen since this was asked last."""
        seen, self.seen = self.seen, []
        return seen


def titled(title: str) -> Edited:
    return Edited(Brief("note", title=title), f"call it {title}")


def impossible(brief: Brief) -> Edited:
    raise InvalidError(f"'{brief.id}' cannot be that")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = Workspace.open(make(tmp_path / "desk").root)
    found.briefs.new("note", "A note")
    found.briefs.new("other", "Another")
    yield found
    found.close()


@pytest.fixture
def face(workspace: Workspace) -> Iterator[Face]:
    face = Face(workspace)
    yield face
    face.desk.close()


def test_without_a_brief_nothing_is_edited_and_undo_says_why(face: Face) -> None:
    assert face.desk.edit(lambda _: titled("New")) is None
    assert not face.desk.can_edit()
    face.desk.step("undo")
    assert face.since() == ["No brief is open: B chooses one"]
    with pytest.raises(InvalidError, match="no brief is open"):
        face.desk.require_writable()


def test_a_step_is_shown_undone_and_done_again(face: Face) -> None:
    face.desk.open("note")
    assert face.since() == ["", "<A note>"]
    assert face.desk.edit(lambda brief: replace(titled("New"), to=brief.id)) == replace(titled("New"), to="note")
    assert face.since() == ["", "<New>"]
    face.desk.step("undo")
    face.desk.step("undo")
    assert face.since() == ["<A note>", "Undone: call it New", "<A note>", "There is nothing to undo"]
    face.desk.step("redo")
    assert face.since() == ["<New>", "Done again: call it New"]
    assert face.desk.set_field("title", "Newest")
    assert face.since() == ["", "<Newest>"]


def test_what_cannot_be_is_told_and_changes_nothing(face: Face) -> None:
    face.desk.open("note")
    _ = face.since()
    assert face.desk.edit(impossible) is None
    assert not face.desk.set_field("language", "none that there is")
    said = face.since()
    assert said[0] == "'note' cannot be that"
    assert len(said) == 2
    assert face.desk.session
    assert face.desk.session.brief.title == "A note"


def test_a_brief_that_was_held_is_taken_up_and_shown_before_it_is_edited(workspace: Workspace, face: Face) -> None:
    with workspace.briefs.open("note") as other:
        face.desk.open("note")
        face.desk.step("undo")
        assert all("can only be read here: held by" in said for said in face.since()[2:])
        other.edit(titled("Theirs").brief, "theirs")
    assert face.desk.edit(lambda _: titled("Mine")) is None
    assert face.since() == ["<Theirs>", "You can edit now: 'Theirs' is free"]
    assert face.desk.edit(lambda _: titled("Mine"))
    assert face.since() == ["", "<Mine>"]


def test_what_others_write_is_shown_and_told(workspace: Workspace, face: Face) -> None:
    face.desk.open("note")
    file = workspace.path / "briefs/note.yaml"
    file.write_text(file.read_text().replace("A note", "Theirs"))
    _ = face.since()
    face.desk.look(lambda: False)
    told, shown = face.since()
    assert "note" in told
    assert shown == "<Theirs>"
    face.desk.look(lambda: False)
    assert not face.since()
    face.desk.look(lambda: True)
    assert face.since() == ["<Theirs>"]


def test_an_unfinished_text_is_told_when_its_brief_is_opened_again(face: Face) -> None:
    face.desk.open("note")
    assert face.desk.session
    face.desk.session.typing("bottom-line.text", "Half a line")
    face.desk.open("other")
    face.desk.put_away()
    _ = face.since()
    face.desk.open("note")
    *before, told = face.since()
    assert before == ["", "<A note>"]
    assert told.startswith("Unfinished text kept for the bottom line")


def test_the_app_begins_with_the_brief_of_last_time_or_the_only_one_which_is_named(
    face: Face, workspace: Workspace
) -> None:
    assert face.desk.to_begin_with() == ("", False)
    workspace.last_brief = "other"
    assert face.desk.to_begin_with() == ("other", True)
    workspace.briefs.delete("other")
    assert face.desk.to_begin_with() == ("note", False)
    face.desk.begin("note", was_open=False)
    assert face.since()[-2:] == ["<A note>", "You work on ‘A note’, the only brief here"]
    face.desk.close()
    workspace.places.brief("note").write_text("id: [", encoding="utf-8")
    workspace.last_brief = ""
    assert face.desk.to_begin_with() == ("", False)
