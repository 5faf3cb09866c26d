"""What the app asks about the draft: which brief, its title, a text that belongs to a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from ..errors import BriefingError
from ..workspace.drafting.brief_fields import choices
from ..workspace.drafting.brief_ids import free_id
from .flows import before_keys
from .lines import cut, quoted
from .short_sources import short_source
from .widgets.choice import Choice
from .widgets.citing import Citable
from .widgets.prompt import Prompt
from .wording import count

if TYPE_CHECKING:
    from ..model import Excerpt, Header
    from ..storage import BriefSession
    from .app import BriefingApp

NEW = "+"
"""The answer that makes a new brief; no brief has it for an id."""
CELLS = 120
"""Of a passage in the list of those that a text may cite."""
SOURCE = 34
"""Cells of the source of such a passage: it leaves the words as many on 80."""
FORM_HINT = "enter takes · esc no new brief · another form later: i, then template"


class Ask:
    """Questions that any screen may need to ask.

    Args:
        app: where they are asked.
    """

    def __init__(self, app: BriefingApp) -> None:
        self._app = app

    async def for_brief(self) -> bool:
        """See that a brief is open, by asking which one; `False` where the person went away.

        Call it from a flow.
        """
        if self._app.desk.session is not None:
            return True
        heads = await before_keys(self._app.workspace.briefs.heads)
        sound = [head for head in heads if not head.problem]
        titles = Counter(head.title for head in sound)
        options = []
        for head in sound:
            same = f" · {head.id}" if titles[head.title] > 1 else ""
            options.append((head.id, head.title or head.id, count(head.items, "item") + same))
        if options:
            answer = await self._app.push_screen_wait(
                Choice("No brief is open: which one?", [*options, (NEW, "a new one", "")])
            )
            if answer is None:
                return False
            if answer[0] != NEW:
                self._app.desk.open(answer[0])
                return True
        elif heads:
            await self._app.run_action("screen.briefs")
            self._app.notice(f"No brief can be read: {self._app.key_of('briefs.restore')} brings one back", error=True)
            return False
        return await self.for_new_brief()

    async def for_new_brief(self) -> bool:
        """Ask for a title and a form, and make a brief; `False` where the person went away. Call it from a flow."""
        taken = {head.id for head in await before_keys(self._app.workspace.briefs.heads)}
        question = Prompt(
            "A new brief: its title" if taken else "There is no brief yet: give the first one a title",
            placeholder="What the reader is to decide",
        )
        title = await self._app.push_screen_wait(question)
        if title is None or not title.strip():
            return False
        forms = await before_keys(choices, "template", self._app.workspace.places)
        form = await self._app.push_screen_wait(Choice("In which form?", forms, hint=FORM_HINT))
        if form is None:
            return False
        brief_id = free_id(title, taken)
        self._app.workspace.briefs.new(brief_id, title.strip(), template=form[0])
        self._app.desk.open(brief_id)
        return True

    async def for_text(
        self,
        place: str,
        title: str,
        value: str,
        *,
        multiline: bool = False,
        placeholder: str = "",
        hint: str = "",
        needed: str = "",
        cites: bool = False,
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
            hint: a line below, where the usual one does not say it.
            needed: said where it is left empty and may not be.
            cites: whether it may cite passages, which are listed then.
            keep: puts the answer into the brief and says whether that worked.
        """
        session = self._app.desk.session if self._app.desk.can_edit() else None
        if session is None:
            return False
        unfinished = session.typed().get(place, "")
        answer = await self._app.push_screen_wait(
            Prompt(
                f"{title} (your unfinished text)" if unfinished else title,
                unfinished or value,
                multiline=multiline,
                placeholder=placeholder,
                hint=hint,
                needed=needed,
                passages=self._passages() if cites else (),
                stands=value,
                typing=lambda text: self._keep_typed(session, place, text),
            )
        )
        done = answer is not None and keep(answer if multiline else answer.strip())
        if answer is not None and not done:
            with suppress(BriefingError):  # the person knows it already
                session.typing(place, answer)
        self._app.pages.typing("", "")
        if done or answer is None:
            session.typing(place, "")
        return done

    def _passages(self) -> list[Citable]:
        """The passages of the open brief, which its own texts may cite."""
        brief = self._app.brief
        known = brief.excerpts.values() if brief else ()
        headers = {h.id: h for h in self._app.workspace.articles.headers()} if known else {}
        return [_citable(excerpt, headers.get(excerpt.article)) for excerpt in known]

    def _keep_typed(self, session: BriefSession, place: str, text: str) -> None:
        """Journal what is being typed, and count it; where that fails the person is told, and types on."""
        self._app.pages.typing(place, text)
        try:
            session.typing(place, text)
        except BriefingError as error:
            self._app.report(error)


def _citable(excerpt: Excerpt, header: Header | None) -> Citable:
    """A passage with its source in short, found by the names of all who have to do with it."""
    words = cut(" ".join(excerpt.exact.split()), CELLS)
    names = [excerpt.speaker.name] if excerpt.speaker else []
    names += [*header.authors, header.outlet, header.title] if header else []
    return Citable(
        excerpt.id, f"{short_source(excerpt, header, SOURCE)} {quoted(words)}", " ".join(filter(None, names)).casefold()
    )
