"""The open brief, as this face has it: opened, edited, undone; an edit is journalled before the next line is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from ..errors import BriefingError, NotFoundError
from ..model import Brief
from ..model.display import one_line
from ..model.naming import count
from ..workspace.drafting.brief_fields import choices
from ..workspace.drafting.brief_ids import free_id
from ..workspace.drafting.open_brief import OpenBrief, Stepped, taken
from .talk import Talk

if TYPE_CHECKING:
    from ..storage import BriefSession
    from ..workspace import Edited, Workspace

NEW = "+"
"""The answer that makes something new; no id is so."""


class Drafting:
    """What is done with the open brief.

    Args:
        workspace: the workspace.
        talk: where is asked and told.
    """

    def __init__(self, workspace: Workspace, talk: Talk) -> None:
        self.workspace = workspace
        self.talk = talk
        self._open = OpenBrief(workspace, self._leave, "briefs chooses one")

    @property
    def session(self) -> BriefSession | None:
        """The session of the open brief."""
        return self._open.session

    @property
    def brief(self) -> Brief | None:
        """The open brief as it is now."""
        return self._open.brief

    @property
    def title(self) -> str:
        """What the open brief is called."""
        brief = self.brief
        return one_line(brief.title or brief.id) if brief else "no brief is open"

    def to_edit(self) -> BriefSession:
        """The open brief, which is asked for where none is open.

        Raises:
            InvalidError: where the person went away.
            HeldError, ReadOnlyError: where it cannot be edited.
        """
        self.ensure_brief()
        return self._open.writable()

    def edit(self, change: Callable[[Brief], Edited]) -> Edited:
        """Change the open brief in one step that can be undone.

        Raises:
            BriefingError: where that cannot be; the brief is as it was.
        """
        self.ensure_brief()
        return self._open.edit(change)

    def step(self, name: Literal["undo", "redo"]) -> Stepped:
        """Undo or redo a step.

        Raises:
            BriefingError: where that cannot be.
        """
        self.ensure_brief()
        return self._open.step(name)

    def ensure_brief(self) -> bool:
        """See that a brief is open, by asking which one; whether there is one then.

        Where nobody is there to answer, it is the one that was changed last, and that is said.
        """
        if self.session is not None:
            return True
        heads = [head for head in self.workspace.briefs.heads() if not head.problem]
        if len(heads) == 1:
            self.open(heads[0].id)
            self.talk.say(f"You work on “{self.title}”")
            return True
        if heads:
            options = [(h.id, one_line(h.title or h.id), count(h.items, "item")) for h in heads]
            options += [(NEW, "a new one", "")]
            last = max(heads, key=lambda head: head.modified).id
            answer = self.talk.choose("No brief is open: which one?", options, otherwise=last)
            if answer is None:
                return False
            if answer != NEW:
                self.open(answer)
                self.talk.say(f"You work on “{self.title}”; brief, then the name of another, changes that")
                return True
        return bool(self.make_brief())

    def make_brief(self, title: str = "", form: str | None = "") -> str:
        """Make a brief and open it; its id, or an empty text where the person went away.

        Args:
            title: asked for where it is empty.
            form: where it is empty, asked for at a terminal, and said elsewhere.

        Raises:
            NotFoundError: where there is no such form.
        """
        forms = choices("template", self.workspace.places)
        if form and form not in {known for known, _, _ in forms}:
            raise NotFoundError(f"there is no form '{form}'", hint=", ".join(known for known, _, _ in forms))
        title = title or self.talk.ask("A new brief: its title") or ""
        if title.strip() and not form and self.talk.is_at_terminal:
            form = self.talk.choose("In which form?", forms, Brief("").template)
        elif title.strip() and not form:
            form = Brief("").template
            self.talk.say(f"Its form is {form}; fields template, in the draft, changes it; new TITLE form=ID names one")
        if not title.strip() or form is None:
            return ""
        brief_id = free_id(title, {head.id for head in self.workspace.briefs.heads()})
        self.workspace.briefs.new(brief_id, title.strip(), template=form)
        self.open(brief_id)
        return brief_id

    def open(self, brief_id: str) -> None:
        """Work on a brief; the one that was open is saved and closed.

        Raises:
            BriefingError: where it cannot be read.
        """
        if self._open.is_open(brief_id):
            return
        session = self._open.open(brief_id)
        if session.read_only:
            self.talk.say(f"'{self.title}' can only be read here: {session.read_only}")
        for said in self._open.unfinished():
            self.talk.say(said)
        self.tell()

    def reopen(self) -> None:
        """Open the brief of last time, if it is there, or the only one, which is named then."""
        brief, was_open = self._open.to_begin_with()
        if brief:
            self.open(brief)
            if not was_open:
                self.talk.say(f"You work on “{self.title}”, the only brief here")

    def look(self) -> None:
        """Take in what others changed in the brief's file, and tell."""
        if self.session is not None:
            self.session.poll()
            self.tell()

    def tell(self) -> None:
        """Tell what the session wants the person to know."""
        for message in self._open.messages():
            self.talk.say(message)

    def close(self) -> None:
        """Save and close the open brief; what goes wrong is told, and is in the journal."""
        self._open.close()

    def _leave(self, session: BriefSession) -> None:
        try:
            session.close()
            for message in taken(session.messages):
                self.talk.say(message)
        except BriefingError as error:
            self.talk.say(str(error))

    def ask_text(self, place: str, question: str, value: str = "") -> str | None:
        """Ask for a text that belongs to a place of the brief; what was left unfinished there is offered again.

        It is offered until there is an answer: a question that is dropped loses nothing.

        Args:
            place: what it belongs to, such as `i3.note`.
            question: the question.
            value: what stands there.
        """
        session = self.to_edit()
        unfinished = session.typed().get(place, "")
        question = f"{question}, your unfinished text" if unfinished else question
        answer = self.talk.ask(question, unfinished or value, stands=True)
        if unfinished and answer is not None:
            session.typing(place, "")
        return answer
