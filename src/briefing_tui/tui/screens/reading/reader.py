"""The reader: one article, a second one or the draft beside it where there is room."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from ....model import Brief
from ....reading import Place
from ...flows import before_keys, beside, flow
from ...lines import harmless
from ...reader import ReaderView, messages
from ...rest import Rest
from ...widgets.answers import Option
from ...widgets.ask_line import AskLine
from ...widgets.choice import Choice
from ...widgets.draft_panel import DraftPanel
from ...widgets.reader_lines import ReaderStatus
from ...widgets.row_list import RowList
from .leading import Leading
from .side import Side

BESIDE = 120
"""Cells from which the draft has room beside the text."""
TWO = 100
"""Cells from which two articles have room beside each other."""
ALL = 180
"""Cells from which the draft has room beside two articles."""
READY = 0.3
"""Seconds of an article's being there after which what pins need is loaded."""
OFFERED = 1000
"""Articles that are offered to be read beside another one."""
NO_SECOND = ""
"""The answer that puts the second article away; no article has it for an id."""


class ReaderScreen(Leading):
    """Reads an article, and perhaps another one beside it.

    Args:
        article_id: which one.
        where: the theme, the offset, the words to find or the list of passages that one came by; see `Side`.
    """

    NAME: ClassVar[str] = "Reader"
    AUTO_FOCUS = "ReaderView"

    def __init__(self, article_id: str, **where: Any) -> None:
        super().__init__()
        self._sides = [Side(article_id, **where)]
        self._side = self._sides[0]
        self._rested = Rest(self, READY, self._get_ready)

    @property
    def side(self) -> Side:
        """The article that one is in."""
        return self._side

    @property
    def reached(self) -> tuple[str, int]:
        """The article, and the offset in it, that one has come to from the one that was opened."""
        return self._sides[0].article_id, self._sides[0].at or 0

    def body(self) -> ComposeResult:
        """The article, and the draft beside it."""
        with Horizontal():
            yield from self._sides
            yield DraftPanel()
        yield ReaderStatus(self.briefing.workspace.settings.margin)
        yield AskLine("find", id="find")
        yield AskLine("go to ¶", id="paragraph")

    def on_mount(self) -> None:
        self._watch(self.side)

    def _watch(self, side: Side) -> None:
        def show_place() -> None:
            if side is self.side:
                self.show_place()

        self.watch(side.view, "place", show_place)

    def panes(self) -> list[Widget]:
        """The texts, then the draft where there is room for it."""
        return [*(side.view for side in self._sides), *(self._panel.query(RowList) if self._has_room else ())]

    def pane_name(self, pane: Widget) -> str:
        """What a pane is called beside its jump label; of two texts, which one it is."""
        texts = [side.view for side in self._sides]
        which = ("first ", "second ")[texts.index(pane)] if len(texts) > 1 and pane in texts else ""
        return which + super().pane_name(pane)

    @property
    def _panel(self) -> DraftPanel:
        return self.query_one(DraftPanel)

    @property
    def _has_room(self) -> bool:
        """Whether there is room for the draft beside what is read."""
        return self.app.size.width >= (ALL if len(self._sides) > 1 else BESIDE)

    def show_panes(self) -> None:
        """Show the second article and the draft where there is room; zoomed, the pane in use alone."""
        panel, zoomed = self._panel, self.has_class("-zoomed")
        drafting = self.focused is not None and panel in self.focused.ancestors
        if drafting and not self._has_room:
            self.set_focus(self.view)
            drafting = False
        both = len(self._sides) > 1 and self.app.size.width >= TWO and not zoomed
        for side in self._sides:
            side.display = both or (side is self.side and not (zoomed and drafting))
            side.set_class(both and side is not self._sides[0], "-second")
            side.view.zoomed = zoomed
            side.header.current = both and side is self.side
        panel.display = self._has_room and (drafting or not zoomed)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus into the other article."""
        side = next((s for s in self._sides if isinstance(event.widget, ReaderView) and event.widget.parent is s), None)
        if side is not None and side is not self.side:
            self._side = side
            self.show_panes()
            self.show_place()

    def cancel(self) -> None:
        """Drop a selection or hits, here before beside it, then a filter of the draft; where there is none, go back."""
        if not any(view.cancel() for view in (self.view, *(side.view for side in self._sides))):
            super().cancel()

    def look_outside(self) -> None:
        """Read the articles again where their files were written meanwhile."""
        for side in self._sides:
            side.look_outside()

    def on_screen_resume(self) -> None:
        """Come back: the article may have been changed meanwhile."""
        self.look_outside()

    @on(Side.Unreadable)
    def leave_side(self, event: Side.Unreadable) -> None:
        """Go back where there is nothing to read."""
        if event.side in self._sides[1:]:
            self._put_away()
        else:
            self.action_back()

    @on(Side.Shown)
    def follow_article(self, event: Side.Shown) -> None:
        """Tell where one is in an article that has come in the place of another."""
        self._rested.begin()
        if event.side is self.side:
            self.show_place()

    def _get_ready(self) -> None:
        """Load what the first pin will need."""
        from ....workspace.drafting.pinning import get_ready

        if self.article is not None:
            self.run_worker(beside(get_ready, self.article), group="ready", exit_on_error=False)

    def brief_changed(self, brief: Brief | None) -> None:
        """Mark what is pinned now."""
        for side in self._sides:
            side.brief_changed(brief)

    def key_comes(self) -> None:
        """What was told last has been read: it makes room for the text."""
        self.briefing.notices.quiet()

    def show_place(self) -> None:
        """Tell where the cursor is and what is selected."""
        place: Place = self.view.place
        status = self.query_one(ReaderStatus)
        status.place = place if self.side.article else None
        status.walked = self.side.walked()
        status.about = self.side.about(place)

    # A second article

    @on(messages.BesideRequested)
    def choose_beside(self) -> None:
        """Ask which article to read beside this one."""
        if self.app.size.width < TWO and len(self._sides) == 1:
            self.briefing.notice(f"Two articles need {TWO} columns; this terminal has {self.app.size.width}")
        else:
            self._choose_beside()

    @flow
    async def _choose_beside(self) -> None:
        options = await before_keys(self._offered)
        if not options:
            self.briefing.notice("There is no other article to read beside this one")
            return
        answer = await self.app.push_screen_wait(Choice("Which article beside this one?", options))
        if answer is None:
            return
        self._put_away()
        if answer[0] != NO_SECOND:
            second = Side(answer[0])
            self._sides.append(second)
            await self.query_one(Horizontal).mount(second, after=self._sides[0])
            self._watch(second)
            self.go_to_pane(second.view)

    def _put_away(self) -> None:
        """Go on with the first article alone."""
        for side in self._sides[1:]:
            _ = side.remove()
        del self._sides[1:]
        self.go_to_pane(self._sides[0].view)

    def _offered(self) -> list[Option]:
        """What can be read beside: the articles read last, then the others, newest first."""
        workspace = self.briefing.workspace
        headers = {h.id: h for h in workspace.articles.headers()}
        last = [article for article in reversed(workspace.reading.positions) if article in headers]
        shown = {side.article_id for side in self._sides}
        ids = [i for i in dict.fromkeys([*last, *headers]) if i not in shown][:OFFERED]
        none: list[Option] = [(NO_SECOND, "none: put the second article away", "")] if len(self._sides) > 1 else []
        return none + [(i, harmless(headers[i].stand_in), headers[i].outlet) for i in ids]

    # The rest

    @on(messages.EditRequested)
    def correct_article(self) -> None:
        """Correct what is read, with the cursor at the same paragraph, or where one came from to read it."""
        from ..review import ReviewScreen

        below = self.below
        if isinstance(below, ReviewScreen) and below.article_id == self.side.article_id:
            self.leave()
        else:
            self.correct([self.side.article_id], offset=self.side.at or 0)

    @on(RowList.Opened)
    def open_entry(self, event: RowList.Opened) -> None:
        """Go to an entry of the draft beside the text."""
        self.go_to_draft(event.key)

    @on(messages.Told)
    def tell(self, event: messages.Told) -> None:
        """Say why a key did nothing."""
        keys = map(self.briefing.key_of, event.commands)
        self.briefing.notice(event.text.format(*keys) if event.commands else event.text)
