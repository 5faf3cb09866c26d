"""Widening or narrowing a pinned passage: its article with the present words selected, until others are taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Label

from ....model import Span, Speaker
from ....workspace.drafting.recutting import Changed, Placed, Proposed
from ....workspace.drafting.speakers import evidence_said, voices
from ...flows import before_keys, flow
from ...lines import harmless
from ...widgets.confirm import Confirm
from .guarding import Guarded, guarded
from .reader import ReaderScreen
from .side import Side


class RecutScreen(ReaderScreen):
    """Reads the article of a passage, and gives the passage other words of it.

    Args:
        excerpt_id: the passage.
        entry: of the draft, to which one goes back.
        article_id: its article.
        where: see `Side`.
    """

    NAME: ClassVar[str] = "Widen or narrow"

    def __init__(self, excerpt_id: str, entry: str, article_id: str, **where: Any) -> None:
        super().__init__(article_id, **where)
        self._excerpt_id = excerpt_id
        self._entry = entry
        self._begun = False

    def body(self) -> ComposeResult:
        """The article, and below it what is being changed."""
        yield from super().body()
        pin, escape = map(self.briefing.key_of, ("reader.pin", "everywhere.cancel"))
        said = f"Changing {self._excerpt_id}: {pin} takes these words, {escape} leaves it as it was"
        yield Label(said, classes="said", markup=False)

    def footer_words(self) -> Mapping[str, str]:
        """What the keys do here."""
        return {"reader.pin": "take these words", "reader.pin_with_note": "", "everywhere.cancel": "leave it"}

    @on(Side.Shown)
    def select_passage(self, event: Side.Shown) -> None:
        """Select the words that the passage has, the first time that its article is there."""
        brief = self.briefing.brief
        if self._begun or event.side is not self._sides[0] or brief is None:
            return
        self._begun = True
        there = next((span for known, span in event.side.pins_of(brief) if known == self._excerpt_id), None)
        if there is not None:
            self.view.select(there)

    def cancel(self) -> None:
        """Drop hits; where there are none, leave the passage as it was."""
        if not self.view.drop_hits():
            self.leave()

    def key_enter(self) -> None:
        """Take the words, as in a question."""
        self.view.action_pin()

    @flow
    async def _pin(self, span: Span, note: bool) -> None:  # noqa: ARG002 - a note is of the item, and stays
        recutting, brief = self.briefing.workspace.recutting, self.briefing.brief
        self.briefing.desk.require_writable()
        if brief is None or self.article is None:
            return
        placed = await before_keys(recutting.place, brief, self._excerpt_id)
        if self.article.id != placed.article.id:
            self.briefing.notice(f"{self._excerpt_id} is not of this article; nothing of it can be taken")
            return
        if self.article.sha256 != placed.article.sha256:
            self.side.look_outside()
            return
        proposed = await before_keys(recutting.propose, brief, placed, span)
        seen = await self._seen(placed, proposed)
        if seen is None:
            return
        proposed = await before_keys(recutting.propose, brief, placed, seen.span)
        speaker = await self._speaker(placed, proposed, seen)
        if speaker is not None and await self._give_up(proposed):
            self._change(placed, proposed, replace(seen, speaker=speaker))

    async def _seen(self, placed: Placed, proposed: Proposed) -> Guarded | None:
        """Show what the cut leaves out, exactly as before a pin; `None` where the person went back."""

        @cache
        def who(there: Span) -> Speaker | None:
            return placed.excerpt.speaker or voices(placed.article, there).certain

        return await guarded(self.briefing, placed.article, proposed.span, self.ask_speaker, who)

    async def _speaker(self, placed: Placed, proposed: Proposed, seen: Guarded) -> Speaker | None:
        """Who is credited: as before, unless the text has the new words from others; `None` where the person went."""
        known = placed.excerpt.speaker
        if seen.speaker is not None or not proposed.doubt:
            return seen.speaker or known or Speaker("")
        said = await before_keys(evidence_said, placed.excerpt, placed.article)
        return await self.ask_speaker(placed.article, proposed.span, known, said, doubt=proposed.doubt)

    async def _give_up(self, proposed: Proposed) -> bool:
        """Ask before alterations are lost; whether they may be, or there is none."""
        if not proposed.loses:
            return True
        listed = "\n".join(f"· {harmless(each)}" for each in proposed.loses)
        question = f"These alterations do not fit the new words, and are given up:\n{listed}"
        return await self.app.push_screen_wait(Confirm(question, "give them up"))

    def _change(self, placed: Placed, proposed: Proposed, seen: Guarded) -> None:
        """Give the passage its words, and go back to the draft."""
        session = self.briefing.desk.session
        if session is None:
            return
        made: Changed = self.briefing.workspace.recutting.put(
            session, placed, proposed, speaker=seen.speaker, context=seen.context
        )
        self.briefing.desk.refresh()
        self.go_to_draft(self._entry)
        undo = self.briefing.key_of("everywhere.undo")
        said = [f"{made.said.replace('¶ ', '¶')} · {undo} undoes it", *made.warnings]
        said += [f"given up: {each}" for each in proposed.loses]
        self.briefing.notice("\n".join(map(harmless, said)), error=not made.verification.state.verified)
