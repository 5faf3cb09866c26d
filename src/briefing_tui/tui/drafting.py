"""The open brief: opened, edited, undone, watched; every screen sees it through `app.brief`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.reactive import reactive

from ..errors import BriefingError
from ..model import Brief
from .flows import beside, flow
from .widgets.choice import Choice
from .widgets.prompt import Prompt

if TYPE_CHECKING:
    from ..storage import BriefSession
    from ..workspace import Workspace

NEW = "+"
"""The answer that makes a new brief; no brief has it for an id."""


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

    async def ensure_brief(self) -> bool:
        """See that a brief is open, by asking which one; `False` where the person went away.

        Call it from a flow.
        """
        if self.session is not None:
            return True
        heads = await beside(self.workspace.briefs)
        options = [(head.id, head.title or head.id, f"{head.items} items") for head in heads if not head.problem]
        if options:
            answer = await self.push_screen_wait(
                Choice("Which brief is it for?", [*options, (NEW, "a new one", "")], hint="enter takes · esc cancel")
            )
            if answer is None:
                return False
            if answer[0] != NEW:
                self.open_session(answer[0])
                return True
        return await self.make_brief()

    async def make_brief(self) -> bool:
        """Ask for a title and make a brief of it; `False` where the person went away. Call it from a flow."""
        question = Prompt("A new brief: its title", placeholder="What the reader is to decide")
        title = await self.push_screen_wait(question)
        if title is None or not title.strip():
            return False
        taken = {head.id for head in await beside(self.workspace.briefs)}
        brief_id = free_id(title, taken)
        settings = self.workspace.settings
        fields = {"author": settings.author, "marking": settings.marking}
        self.workspace.new_brief(brief_id, title.strip(), **{k: v for k, v in fields.items() if v})
        self.open_session(brief_id)
        return True

    async def ask_text(
        self,
        place: str,
        title: str,
        value: str,
        *,
        multiline: bool = False,
        placeholder: str = "",
        keep: Callable[[str], bool],
    ) -> bool:
        """Ask for a text that belongs to a place of the brief; call it from a flow.

        What is typed is journalled, and comes back after a crash; it is forgotten once `keep` has taken the answer.

        Args:
            place: what it belongs to, such as `i3.note`.
            title: the question.
            value: what stands there.
            multiline: whether it may have several lines.
            placeholder: shown while nothing stands there.
            keep: puts the answer into the brief and says whether that worked.
        """
        session = self.session
        if session is None:
            return False
        unfinished = session.typed().get(place, "")
        answer = await self.push_screen_wait(
            Prompt(
                f"{title} (your unfinished text)" if unfinished else title,
                unfinished or value,
                multiline=multiline,
                placeholder=placeholder,
                typing=lambda text: session.typing(place, text),
            )
        )
        done = answer is not None and keep(answer if multiline else answer.strip())
        if done or answer is None:
            session.typing(place, "")
        return done


def free_id(title: str, taken: set[str]) -> str:
    """An id made of a title's words, with a number where it is taken."""
    import unicodedata

    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in ascii_title).split()
    stem = "-".join(words[:5])[:60] or "brief"
    return next(i for i in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if i not in taken)
