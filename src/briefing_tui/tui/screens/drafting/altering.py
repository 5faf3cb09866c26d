"""Altering a quote: by operations that are printed as such and can be undone, on words that are chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from ....errors import InvalidError
from ....model import AlterationKind, Brief, Span
from ....reading import Chosen
from ....workspace import Edited
from ....workspace.drafting import alterations, entries
from ...flows import before_keys, flow
from ...lines import cut
from ...widgets.choice import Choice
from .quote_lines import Marks
from .quote_words import QuoteWords

if TYPE_CHECKING:
    from ...app import BriefingApp

CELLS = 60
"""Of words in a question."""


class Altering(QuoteWords):
    """Shows a quote as it will be printed, and alters it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "alter('omit')", "omit"),
        Binding("i", "insert", "insert after"),
        Binding("I", "insert(True)", "insert before all"),
        Binding("s", "alter('sic')", "sic"),
        Binding("e", "alter('emphasise')", "emphasise"),
        Binding("c", "alter('case')", "case"),
        Binding("d,x", "take_back", "take back"),
        Binding("u", "app.undo", "undo"),
        Binding("U", "app.redo", "redo"),
        Binding("enter,escape,q", "done", "done"),
    ]
    HINT = (
        "h l j k go · v from here on · < > , . + - the end · tab the other end\n"
        "o omit · i insert after · I before all · s sic · e emphasise · c case\n"
        "d take back · u undo · U redo · esc done"
    )

    @property
    def briefing(self) -> BriefingApp:
        """The app, by its own type."""
        return cast("BriefingApp", self.app)

    def marks_printed(self) -> Marks:
        """Those of the briefing, in its language."""
        brief = self.briefing.brief
        return alterations.marks_printed(self.excerpt, brief.language) if brief else super().marks_printed()

    def on_mount(self) -> None:
        self.marks = self.marks_printed()
        super().on_mount()
        self.watch(self.app, "brief", self._follow, init=False)

    def _follow(self, brief: Brief | None) -> None:
        """Show the quote as it is now; one that is no longer there is left."""
        if brief and self.excerpt.id in brief.excerpts:
            self.show_quote(brief.excerpts[self.excerpt.id])
        elif self.app.screen is self:
            self.answer(None)

    def on_screen_resume(self) -> None:
        """Come back from a question: the quote may have been taken out meanwhile."""
        if not (self.briefing.brief and self.excerpt.id in self.briefing.brief.excerpts):
            self.answer(None)

    @flow
    async def action_alter(self, kind: str) -> None:
        span = self.chosen.span
        if self._put(lambda now: alterations.applied(now, self.excerpt.id, AlterationKind(kind), span)):
            omits = AlterationKind(kind) is AlterationKind.OMIT
            warning = alterations.omission_said(self.excerpt, span, self.language) if omits else ""
            if warning:
                self.briefing.notice(warning, more=True, lasting=True)

    @flow
    async def action_insert(self, before: bool = False) -> None:
        self.briefing.desk.require_writable()
        asked, span = self.excerpt.exact, None if before else self.chosen.span
        words = cut(" ".join(self.chosen.span.slice(self.shown).split()), CELLS)
        await self.briefing.ask.for_text(
            f"{self.excerpt.id}.{entries.INSERTION}",
            "Insert before the first word" if before else f"Insert after “{words}”",
            "",
            placeholder="words of your own; the brackets come by themselves",
            keep=lambda text: self._put(lambda now: self._inserted(now, asked, span, text)),
        )

    def _inserted(self, now: Brief, asked: str, span: Span | None, text: str) -> Edited:
        """Words of ours after some, unless the quote has others by now than when the person was asked."""
        if self.excerpt.exact != asked:
            raise InvalidError("the quote was changed outside while you were asked", hint="i offers your words again")
        return alterations.applied(now, self.excerpt.id, AlterationKind.INSERT, span, text)

    @flow
    async def action_take_back(self) -> None:
        done = self.excerpt.alterations
        if not done:
            self.briefing.notice(f"Nothing is done to {self.excerpt.id} yet")
            return
        number = "1"
        if len(done) > 1:
            here = next((str(n) for n, a in enumerate(done, 1) if a.span.overlaps(self.chosen.span)), "")
            options = [(str(n), alterations.described(a)) for n, a in enumerate(done, 1)]
            answer = await self.app.push_screen_wait(Choice("Take back which?", options, chosen=[here]))
            if answer is None:
                return
            (number,) = answer
        self._put(lambda now: alterations.taken_back(now, self.excerpt.id, int(number)))

    def _put(self, change: Callable[[Brief], Edited]) -> bool:
        """Change the brief, say what was done, and whether it was."""
        made = self.briefing.desk.edit(change)
        if made is None:
            return False
        self.choose(Chosen(self.chosen.selection))
        self.briefing.notice(f"{alterations.done(made.label)} · u undoes it")
        return True

    def action_done(self) -> None:
        self.answer(None)


async def alter(briefing: BriefingApp, excerpt_id: str) -> None:
    """Alter a quote of the open brief; call it from a flow.

    Raises:
        BriefingError: where it cannot be edited, or is no quote.
    """
    briefing.desk.require_writable()
    brief = briefing.brief
    if brief is not None:
        excerpt = alterations.quote_of(brief, excerpt_id)
        language = await before_keys(alterations.language_of, briefing.workspace.articles, excerpt)
        await briefing.push_screen_wait(Altering(excerpt, language))
