"""The brief that a face has open: opened, edited, undone, taken up again. How that is told is the face's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from ...errors import BriefingError, HeldError, InvalidError
from . import entries

if TYPE_CHECKING:
    from ...model import Brief
    from ...storage import BriefSession
    from ..workspace import Workspace
    from .steps import Edited


class Stepped(NamedTuple):
    """What became of undoing or redoing a step."""

    said: str
    """What to say of it."""
    back: str
    """The first entry that it brought back; may be empty."""


class OpenBrief:
    """At most one brief at a time.

    Args:
        workspace: the workspace.
        leave: saves and closes a session, and tells what goes wrong with that.
        choosing: how a brief is chosen: the hint where none is open.
    """

    def __init__(self, workspace: Workspace, leave: Callable[[BriefSession], object], choosing: str) -> None:
        self._workspace = workspace
        self._leave = leave
        self._choosing = choosing
        self.session: BriefSession | None = None

    @property
    def brief(self) -> Brief | None:
        """The open brief as it is now."""
        return self.session.brief if self.session else None

    @property
    def is_held(self) -> bool:
        """Whether it is someone else who keeps the open brief from being edited."""
        try:
            if self.session is not None:
                self.session.require_writable()
        except HeldError:
            return True
        except BriefingError:
            return False
        return False

    def to_begin_with(self) -> tuple[str, bool]:
        """The brief that a program begins with, and whether it was open last time; otherwise it is the only one.

        Where several are there and none was open, a person chooses: the id is empty.
        """
        last, heads = self._workspace.last_brief, self._workspace.briefs.heads()
        if last and any(head.id == last for head in heads):
            return last, True
        return heads[0].id if len(heads) == 1 and not heads[0].problem else "", False

    def is_open(self, brief_id: str) -> bool:
        """Whether it is this brief that is open."""
        return self.session is not None and self.session.brief.id == brief_id

    def open(self, brief_id: str) -> BriefSession:
        """Open a brief in the place of the one that is open, which is left.

        Raises:
            BriefingError: where it cannot be read; what is open stays so.
        """
        session = self._workspace.briefs.open(brief_id)
        self.close()
        self.session = session
        return session

    def close(self) -> None:
        """Leave the open brief, if there is one."""
        session, self.session = self.session, None
        if session is not None:
            self._leave(session)

    def take_up_again(self) -> bool:
        """Open the brief for writing where someone else held it and has let it go; whether that came about."""
        if self.session is None or not self.is_held:
            return False
        try:
            new = self._workspace.briefs.open(self.session.brief.id)
        except BriefingError:
            return False  # the session at hand tells what is wrong with its file
        if new.read_only:
            new.close()
            return False
        self.close()
        self.session = new
        return True

    def writable(self) -> BriefSession:
        """The session of the open brief, to edit it.

        Raises:
            InvalidError: where no brief is open.
            HeldError, ReadOnlyError: where it cannot be edited.
        """
        if self.session is None:
            raise InvalidError("no brief is open", hint=self._choosing)
        self.session.require_writable()
        return self.session

    def edit(self, change: Callable[[Brief], Edited]) -> Edited:
        """Change the open brief in one step that can be undone.

        Args:
            change: makes the new value of the brief as it is now, which may no longer be what the person was asked
                about: others change its file.

        Raises:
            BriefingError: where that cannot be; the brief is as it was.
        """
        session = self.writable()
        made = change(session.brief)
        session.edit(made.brief, made.label)
        return made

    def step(self, name: Literal["undo", "redo"]) -> Stepped:
        """Undo or redo a step.

        Raises:
            BriefingError: where that cannot be.
        """
        session = self.writable()
        before = set(entries.keys(session.brief))
        label = session.undo() if name == "undo" else session.redo()
        done, nothing = ("Undone", "undo") if name == "undo" else ("Done again", "do again")
        back = next((key for key in entries.keys(session.brief) if key not in before), "")
        return Stepped(f"{done}: {label}" if label else f"There is nothing to {nothing}", back)

    def unfinished(self) -> list[str]:
        """What was being typed when the program ended, in words, once for each entry."""
        if self.session is None:
            return []
        return list(dict.fromkeys(entries.unfinished(self.session.brief, place) for place in self.session.typed()))

    def messages(self) -> list[str]:
        """What the session wants the person to know; each is given once."""
        return taken(self.session.messages) if self.session else []


def taken(messages: list[str]) -> list[str]:
    """Messages, each of which is given once."""
    given = messages[:]
    del messages[: len(given)]
    return given
