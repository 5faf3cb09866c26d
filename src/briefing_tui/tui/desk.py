"""The desk: what the app does with the open brief, and what a person is told of it. No widget, no screen: see `app`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from ..errors import BriefingError, HeldError, ReadOnlyError
from ..workspace.drafting.open_brief import OpenBrief
from .lines import harmless
from .notices import Notices, log_file
from .wording import in_words

if TYPE_CHECKING:
    from ..model import Brief
    from ..storage import BriefSession
    from ..workspace import Edited, Workspace

CHOOSING = "B chooses one"
"""How a brief is chosen."""


class Desk:
    """The open brief, as a person at the keyboard has it: what cannot be done is told, not raised.

    Args:
        workspace: the workspace.
        notices: where it is told.
        show: shows a brief as it is now, or that none is open.
    """

    def __init__(self, workspace: Workspace, notices: Notices, show: Callable[[Brief | None], object]) -> None:
        self._workspace = workspace
        self._notices = notices
        self._show = show
        self._shown: Brief | None = None
        self._open = OpenBrief(workspace, self._leave, CHOOSING)
        self.entries: dict[str, str] = {}
        """The entry of each draft that its cursor was on last, by the brief's id."""
        self.findings: dict[str, tuple[Sequence[str], str]] = {}
        """The rows of each checklist, and the one that its cursor was on last, by the brief's id."""

    @property
    def session(self) -> BriefSession | None:
        """The session of the open brief."""
        return self._open.session

    def report(self, error: BaseException) -> None:
        """Tell what went wrong; what should not have happened says where it is written down."""
        if isinstance(error, (HeldError, ReadOnlyError)) and self.session is not None and self.session.read_only:
            _ = self.can_edit()
            return
        text = in_words(error)
        if not isinstance(error, BriefingError):
            text += f"\nNothing is lost; the details are in {log_file(self._workspace)}"
        self._notices.tell(text, error=True)

    def edit(self, change: Callable[[Brief], Edited]) -> Edited | None:
        """Change the open brief, in one step that can be undone; see `OpenBrief.edit`.

        Returns:
            what was made; `None` where it was not kept, and the person has been told why.
        """
        made: list[Edited] = []
        return made[0] if self._kept(lambda: made.append(self._open.edit(change))) else None

    def set_field(self, name: str, value: str) -> bool:
        """Set one of the open brief's own fields; whether it was kept, else the person has been told why."""
        return self._kept(lambda: self._workspace.briefs.set_fields(self._open.writable(), {name: value}))

    def _kept(self, step: Callable[[], object]) -> bool:
        """Do something to the open brief and show it; whether that worked, else the person has been told why."""
        if not self.can_edit():
            return False
        try:
            step()
        except BriefingError as error:
            self.report(error)
            return False
        self._notices.quiet()
        self._show_now()
        return True

    def step(self, name: Literal["undo", "redo"]) -> str:
        """Undo or redo a step, and tell which; the entry that came back, if one did."""
        if self.session is None:
            self._notices.tell(f"No brief is open: {CHOOSING}")
            return ""
        if not self.can_edit():
            return ""
        try:
            said, back = self._open.step(name)
        except BriefingError as error:
            self.report(error)
            return ""
        self._show_now()
        self._notices.tell(said)
        return back

    def say_replaced(self, what: str) -> None:
        """Tell that others had changed, while a person was asked, what the answer has now taken the place of."""
        undo = self._workspace.keymap.keys["everywhere.undo"][0]
        self._notices.tell(f"The {what} was changed outside while you were asked; {undo} brings that back", news=True)

    def can_edit(self) -> bool:
        """Whether the open brief can be edited; where not, the person is told why and what to do.

        One that someone else held and has let go of is taken up and shown first: it may no longer be what the person
        saw when they asked for the edit.
        """
        if self.session is None:
            return False
        if not self.session.read_only:
            return True
        if not self.take_up_again():
            self._notices.tell(self._refusal(self.session), error=True)
        return False

    def require_writable(self) -> None:
        """See that the open brief can be edited before anything is asked for.

        Raises:
            InvalidError: where no brief is open.
            HeldError, ReadOnlyError: where it cannot be edited; `report` tells why and what to do.
        """
        _ = self._open.writable()

    def open(self, brief_id: str) -> None:
        """Work on a brief; the one that was open is saved and closed. The one that is open already stays open.

        Raises:
            BriefingError: where it cannot be read.
        """
        if self._open.is_open(brief_id):
            self.take_up_again()
            return
        session = self._open.open(brief_id)
        self._notices.forget_news()
        self._notices.quiet()
        self._show_now()
        if session.read_only:
            session.messages.append(self._refusal(session))
        self._say_unfinished()

    def begin(self, brief_id: str, *, was_open: bool) -> None:
        """Work on the brief that the app begins with; the only one there is, which nobody chose, is named."""
        self.open(brief_id)
        if not was_open and self.session is not None:
            said = f"You work on ‘{_name(self.session)}’, the only brief here"
            self._notices.tell(said, more=True, news=True)

    def to_begin_with(self) -> tuple[str, bool]:
        """The brief that the app begins with, and whether it was open last time; it may be slow."""
        return self._open.to_begin_with()

    def take_up_again(self) -> bool:
        """Open the brief for writing where someone else held it and has let it go; whether that came about."""
        if not self._open.take_up_again() or self.session is None:
            return False
        self._show_now()
        self._notices.tell(f"You can edit now: '{_name(self.session)}' is free")
        self._say_unfinished()
        return True

    def close(self) -> None:
        """Save and close the open brief; it stays on the screen."""
        self._open.close()

    def put_away(self) -> None:
        """Save and close the open brief, and show that none is open."""
        self.close()
        self._show_now()

    def refresh(self) -> None:
        """Show the session's brief after something else changed it, such as a pin."""
        if self.session:
            self._notices.quiet()
            self._show_now()
            self.say_messages()

    def look(self, outdated: Callable[[], bool]) -> None:
        """Take in what others changed in the brief's file, and tell; take the brief up where they let it go.

        Args:
            outdated: whether what is shown of an unchanged brief no longer holds.
        """
        self.take_up_again()
        session = self.session
        if session is None:
            return
        try:
            said = session.poll()
        except BriefingError as error:
            self.report(error)
            return
        if said:
            session.messages[:] = [message for message in session.messages if message not in said]
            self._notices.tell("\n".join(said), more=True, news=True)
        if session.brief is not self._shown or outdated():
            self._show_now()
        self.say_messages()

    def say_messages(self) -> None:
        """Tell what the session wants the person to know."""
        if messages := self._open.messages():
            self._notices.tell("\n".join(messages), more=True)

    def _say_unfinished(self) -> None:
        """Tell what the session wants the person to know, and what was being typed when the program ended."""
        self.say_messages()
        if said := self._open.unfinished():
            self._notices.tell("\n".join(said), more=True, news=True, lasting=True)

    def _show_now(self) -> None:
        self._shown = self._open.brief
        self._show(self._shown)

    def _leave(self, session: BriefSession) -> None:
        """Save and close; the brief's folder may be gone, and then the journal has every step."""
        try:
            session.close()
        except BriefingError as error:
            self.report(error)

    def _refusal(self, session: BriefSession) -> str:
        """Why the open brief cannot be edited, and what to do."""
        hint = "Close it there, and you can go on here; " if self._open.is_held else ""
        return f"'{_name(session)}' can only be read here: {session.read_only}\n{hint}B chooses another brief"


def _name(session: BriefSession) -> str:
    return harmless(session.brief.title or session.brief.id)
