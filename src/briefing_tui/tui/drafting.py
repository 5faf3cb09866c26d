"""The open brief: opened, edited, undone, watched; every screen sees it through `app.brief`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.reactive import reactive

from ..errors import BriefingError
from ..model import Brief
from .flows import beside, flow

if TYPE_CHECKING:
    from ..storage import BriefSession
    from ..workspace import Workspace


class Drafting(App[int]):
    """What the app does with the open brief."""

    workspace: Workspace
    session: BriefSession | None = None
    brief: reactive[Brief | None] = reactive[Brief | None](None, always_update=True)
    """The open brief as it is now; `None` where none is open. Screens watch it."""

    def notice(self, text: str, *, error: bool = False, more: bool = False) -> None:
        """Tell something; given by the app."""
        raise NotImplementedError

    def report(self, error: BaseException) -> None:
        """Tell what went wrong; given by the app."""
        raise NotImplementedError

    def edit(self, brief: Brief, label: str) -> bool:
        """Put a new value in place of the open brief, as one step that can be undone.

        Returns:
            whether it was kept; where not, the person has been told why.
        """
        if self.session is None:
            return False
        try:
            self.session.edit(brief, label)
        except BriefingError as error:
            self.report(error)
            return False
        self.brief = self.session.brief
        return True

    def refresh_brief(self) -> None:
        """Show the session's brief after something else changed it, such as a pin."""
        if self.session:
            self.brief = self.session.brief
            self.say_messages()

    def say_messages(self) -> None:
        """Tell what the session wants the person to know."""
        if self.session and self.session.messages:
            messages = list(self.session.messages)
            self.session.messages.clear()
            self.notice("\n".join(messages), more=True)

    def action_undo(self) -> None:
        self._step("undo", "Undone", "There is nothing to undo")

    def action_redo(self) -> None:
        self._step("redo", "Done again", "There is nothing to do again")

    def _step(self, name: str, done: str, nothing: str) -> None:
        if self.session is None:
            self.notice("No brief is open: B chooses one")
            return
        try:
            label = self.session.undo() if name == "undo" else self.session.redo()
        except BriefingError as error:
            self.report(error)
            return
        self.brief = self.session.brief
        self.notice(f"{done}: {label}" if label else nothing)

    def open_session(self, brief_id: str) -> None:
        """Work on a brief; the one that was open is saved and closed.

        Raises:
            BriefingError: where it cannot be read.
        """
        session = self.workspace.open_brief(brief_id)
        self.close_session()
        self.session = session
        self.workspace.last_brief = brief_id
        self.brief = session.brief
        if session.read_only:
            session.messages.append(f"Read only: {session.read_only}")
        if session.typed():
            session.messages.append("Text that was not finished is kept: e on its entry goes on with it")
        self.say_messages()

    def close_session(self) -> None:
        """Save and close the open brief; its folder may be gone, and then the journal has every step."""
        if self.session is None:
            return
        session, self.session = self.session, None
        try:
            session.close()
        except BriefingError as error:
            self.report(error)

    @flow
    async def reopen(self) -> None:
        """Open the brief of last time, if there is one."""
        last = self.workspace.last_brief
        if self.session is None and last and any(head.id == last for head in await beside(self.workspace.briefs)):
            self.open_session(last)
