"""Widening or narrowing a pinned passage by lines: its article with the present words selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..errors import InvalidError, NotFoundError
from ..model import Speaker
from ..model.display import one_line
from ..reading import Selection
from ..workspace.drafting.recutting import Placed, Proposed
from ..workspace.drafting.speakers import voices
from .pinning import NOBODYS, ReaderPlace
from .speaking import ask_speaker, speaker_said

if TYPE_CHECKING:
    from .desk import Desk

LEFT = "It stays as it was"


class RecutPlace(ReaderPlace):
    """The article of a passage, where the passage gets other words.

    Args:
        desk: the desk.
        placed: the passage.
    """

    NAME: ClassVar[str] = "Widen or narrow"

    def __init__(self, desk: Desk, placed: Placed) -> None:
        super().__init__(desk, placed.article.id, offset=placed.excerpt.span.start)
        self._placed = placed
        self._named: Speaker | None = None
        self.selected = Selection.of(placed.excerpt.span)

    def arrive(self) -> None:
        """Say what is changed, and how."""
        super().arrive()
        self.desk.talk.say(
            f"Changing {self._placed.excerpt.id}: select as while reading; {self.key('reader.pin')} takes these words, "
            "esc leaves it as it was"
        )

    def do_cancel(self) -> None:
        """Leave the passage as it was."""
        self.desk.back()
        self.desk.talk.say(LEFT)

    def do_pin(self, words: str = "") -> None:
        """Give the passage the words that are selected."""
        if words:
            raise InvalidError(f"'{words}' cannot be given to a passage", hint="select words, then pin alone")
        recutting, brief = self.desk.workspace.recutting, self.desk.to_edit().brief
        self._placed = placed = recutting.place(brief, self._placed.excerpt.id)
        if placed.article.sha256 != self.article.sha256:
            raise NotFoundError("the article has changed", where=self.article.id, hint="look at the words again")
        _ = recutting.propose(brief, placed, self.here())
        self._named = None
        guarded = self._guard(None)
        if guarded is None:
            self.say(LEFT)
            return
        proposed = recutting.propose(brief, placed, self.here())
        speaker = self._speaker(proposed)
        if speaker is None or not self._gives_up(proposed):
            self.say(LEFT)
            return
        made = recutting.put(self.desk.to_edit(), placed, proposed, speaker=speaker, context=guarded[0])
        self.desk.back()
        talk = self.desk.talk
        exact = one_line(" ".join(made.excerpt.exact.split()))
        talk.say(f"{made.said.replace(' · ', ', ')}: “{exact}”; {self.key('everywhere.undo')} undoes it")
        if made.excerpt.speaker != placed.excerpt.speaker and made.excerpt.speaker:
            talk.say(speaker_said(made.excerpt.speaker))
        for said in (*made.warnings, *(f"given up: {each}" for each in proposed.loses)):
            talk.say(one_line(said))

    def do_pin_with_note(self) -> None:
        """The same: the item keeps its note."""
        self.do_pin()

    def _credited(self, named: Speaker | None) -> Speaker:
        """Who is named now, or was before, or else certainly says the words."""
        known = self._placed.excerpt.speaker
        return named or known or voices(self.article, self.here()).certain or NOBODYS

    def _ask_speaker(self) -> Speaker | None:
        """Ask who says the words, and know that it was answered."""
        self._named = super()._ask_speaker() or self._named
        return self._named

    def _speaker(self, proposed: Proposed) -> Speaker | None:
        """Who is credited: as before, unless the text has the new words from others; `None` where the person went."""
        known = self._placed.excerpt.speaker
        if self._named is not None or not proposed.doubt:
            return self._named or known or NOBODYS
        self.desk.talk.say(one_line(proposed.doubt))
        return ask_speaker(self.desk, self.article, self.here(), known)

    def _gives_up(self, proposed: Proposed) -> bool:
        """Ask before alterations are lost; whether they may be, or there is none."""
        if not proposed.loses:
            return True
        self.desk.talk.say("These alterations do not fit the new words:")
        for each in proposed.loses:
            self.desk.talk.say(one_line(each))
        ways = [("y", "yes", "give them up"), ("n", "no", "leave the passage as it was")]
        return self.desk.talk.choose("Take these words all the same?", ways) == "y"
