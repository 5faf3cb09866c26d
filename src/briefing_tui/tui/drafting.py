"""The open brief: opened, edited, undone, watched; every screen sees it through `app.brief`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.reactive import reactive

from ..errors import BriefingError, HeldError, InvalidError, ReadOnlyError
from ..model import Brief
from ..workspace import Edited, entries
from .flows import before_keys, flow, in_words
from .lines import harmless
from .notices import Notices, log_file

if TYPE_CHECKING:
    from ..settings import Keymap
    from ..storage import BriefSession
    from ..workspace import Workspace


class Drafting(Notices):
    """What the app does with the open brief."""

    workspace: Workspace
    keymap: Keymap
    session: BriefSession | None = None
    brief: reactive[Brief | None] = reactive[Brief | None](None, always_update=True)
    """The open brief as it is now; `None` where none is open. Screens watch it."""

    def key_of(self, command_id: str) -> str:
        """The key that a command has, as it is shown."""
        return self.keymap.keys[command_id][0]

    def report(self, error: BaseException) -> None:
        """Tell what went wrong; what should not have happened says where it is written down."""
        if isinstance(error, (HeldError, ReadOnlyError)) and self.session is not None and self.session.read_only:
            _ = self.can_edit()
            return
        text = in_words(error)
        if not isinstance(error, BriefingError):
            text += f"\nNothing is lost; the details are in {log_file(self.workspace)}"
        self.notice(text, error=True)

    def edit(self, change: Callable[[Brief], Edited]) -> Edited | None:
        """Change the open brief, in one step that can be undone.

        Args:
            change: makes the new value of the brief as it is now, which may no longer be what the person was asked
                about: others change its file.

        Returns:
            what was made; `None` where it was not kept, and the person has been told why.
        """
        made: Edited | None = None

        def step(session: BriefSession) -> None:
            nonlocal made
            made = change(session.brief)
            session.edit(made.brief, made.label)

        return made if self._kept(step) else None

    def set_field(self, name: str, value: str) -> bool:
        """Set one of the open brief's own fields; whether it was kept, else the person has been told why."""
        return self._kept(lambda session: self.workspace.briefs.set_fields(session, {name: value}))

    def _kept(self, step: Callable[[BriefSession], object]) -> bool:
        """Do something to the open brief and show it; whether that worked, else the person has been told why."""
        if not self.can_edit() or self.session is None:
            return False
        try:
            step(self.session)
        except BriefingError as error:
            self.report(error)
            return False
        self.quiet()
        self.brief = self.session.brief
        return True

    def say_replaced(self, what: str) -> None:
        """Tell that others had changed, while a person was asked, what the answer has now taken the place of."""
        undo = self.key_of("everywhere.undo")
        self.notice(f"The {what} was changed outside while you were asked; {undo} brings that back", news=True)

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
            self.notice(_refusal(self.session), error=True)
        return False

    def require_writable(self) -> None:
        """See that the open brief can be edited before anything is asked for.

        Raises:
            InvalidError: where no brief is open.
            HeldError, ReadOnlyError: where it cannot be edited; `report` tells why and what to do.
        """
        if self.session is None:
            raise InvalidError("no brief is open", hint="B chooses one")
        self.session.require_writable()

    def take_up_again(self) -> bool:
        """Open the brief for writing where someone else held it and has let it go; whether that came about."""
        old = self.session
        if old is None or not _is_held(old):
            return False
        try:
            new = self.workspace.briefs.open(old.brief.id)
        except BriefingError:
            return False  # the session at hand tells what is wrong with its file
        if new.read_only:
            new.close()
            return False
        self.close_session()
        self.session = new
        self.brief = new.brief
        self.notice(f"You can edit now: '{harmless(new.brief.title or new.brief.id)}' is free")
        self._say_unfinished()
        return True

    def refresh_brief(self) -> None:
        """Show the session's brief after something else changed it, such as a pin."""
        if self.session:
            self.quiet()
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
        if not self.can_edit():
            return
        try:
            label = self.session.undo() if name == "undo" else self.session.redo()
        except BriefingError as error:
            self.report(error)
            return
        self.brief = self.session.brief
        self.notice(f"{done}: {label}" if label else nothing)

    def open_session(self, brief_id: str) -> None:
        """Work on a brief; the one that was open is saved and closed. The one that is open already stays open.

        Raises:
            BriefingError: where it cannot be read.
        """
        if self.session is not None and self.session.brief.id == brief_id:
            self.take_up_again()
            return
        session = self.workspace.briefs.open(brief_id)
        self.close_session()
        self.forget_news()
        self.quiet()
        self.session = session
        self.workspace.last_brief = brief_id
        self.brief = session.brief
        if session.read_only:
            session.messages.append(_refusal(session))
        self._say_unfinished()

    def _say_unfinished(self) -> None:
        """Tell what the session wants the person to know, and what was being typed when the program ended."""
        self.say_messages()
        if self.session is not None and (typed := self.session.typed()):
            said = [entries.unfinished(self.session.brief, place) for place in typed]
            self.notice("\n".join(said), more=True, news=True, lasting=True)

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
        """Open the brief of last time, if there is one; what is wrong with settings is told beside what that tells."""
        last = self.workspace.last_brief
        try:
            if self.session is None and last and await before_keys(self._is_there, last):
                self.open_session(last)
            if articles := self.workspace.corrections.being_typed():
                said = f"What you were typing is kept in {', '.join(articles[:3])}: {self.key_of('library.edit')} there"
                self.notice(said, more=True, news=True, lasting=True)
        finally:
            self._say_settings()

    def _say_settings(self) -> None:
        """Tell what in the files of settings could not be read, and in the keys not be followed."""
        said = [str(problem) for problem in (*self.workspace.settings_problems, *self.workspace.rule_problems)]
        if self.keymap.problems:
            said += ["Keys of your settings:", *self.keymap.problems]
        if said:
            self.notice("\n".join(said), error=True, more=True, news=True)

    def _is_there(self, brief_id: str) -> bool:
        return any(head.id == brief_id for head in self.workspace.briefs.heads())


def _is_held(session: BriefSession) -> bool:
    """Whether it is someone else who keeps a brief from being edited."""
    try:
        session.require_writable()
    except HeldError:
        return True
    except BriefingError:
        return False
    return False


def _refusal(session: BriefSession) -> str:
    """Why a brief cannot be edited, and what to do."""
    title = harmless(session.brief.title or session.brief.id)
    hint = "Close it there, and you can go on here; " if _is_held(session) else ""
    return f"'{title}' can only be read here: {session.read_only}\n{hint}B chooses another brief"
