"""The draft: bottom line, judgements, sections and their items, arranged and edited by keys."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ....errors import InvalidError
from ....model import Brief, Excerpt, Header
from ....settings import Where
from ....workspace.articles.source_headers import read_headers
from ....workspace.drafting import entries, steps
from ...commands import bindings
from ...flows import before_keys, beside, flow
from ...lines import cut, harmless
from ...short_sources import short_source
from ...widgets.choice import Choice, Several
from ...widgets.confirm import Confirm
from ...widgets.row_list import RowList
from ...widgets.rows import Lines
from ...wording import count
from .draft_rows import DraftRows
from .editing import Editing
from .judging import add_judgement, edit_judgement

NEW_SECTION = "+"
"""The answer that makes a new section; no section has it for an id."""


class DraftList(RowList):
    """The entries; their commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DRAFT, Where.LISTS, owner="screen")


class DraftScreen(Editing):
    """The open brief.

    Args:
        entry: the entry that the cursor begins on.
    """

    NAME = "Draft"

    def __init__(self, entry: str = "") -> None:
        super().__init__()
        self._begin = entry
        self._headers: dict[str, Header] = {}
        """What is known of the articles, also of those that the index has lost since."""

    def body(self) -> ComposeResult:
        """How the draft stands, and its entries."""
        yield Label("", classes="said", markup=False)
        yield DraftList()

    def on_screen_resume(self) -> None:
        """Come back: the sources may have changed meanwhile."""
        self.briefing.verified.forget()
        self.compare()

    def brief_changed(self, brief: Brief | None) -> None:
        """Show the entries, and compare the passages that are new."""
        if brief is None:
            self.rows.rows = Lines()
            self.query_one(".said", Label).update("No brief is open: B chooses one")
            return
        another = not isinstance(self.rows.rows, DraftRows) or self.rows.rows.brief.id != brief.id
        self._fill(brief)
        if self._begin and self.rows.go_to(self._begin):
            self._begin = ""
        elif another:
            self.rows.go_to(self.briefing.desk.entries.get(brief.id, ""))
        if not self.briefing.verified.complete(brief):
            self.compare()

    def articles_changed(self) -> None:
        """Show the sources by the names that they have now."""
        if self.briefing.brief is not None:
            self._fill(self.briefing.brief)

    def _fill(self, brief: Brief) -> None:
        self._headers |= {h.id: h for h in self.briefing.workspace.articles.headers()}
        self.rows.rows = DraftRows(brief, self.briefing.verified.known(brief), dict(self._headers))
        session = self.briefing.desk.session
        unfinished = entries.unfinished_places(brief, session.typed()) if session else ""
        facts = (
            unfinished,
            self._standing(brief),
            brief.addressee and f"for {brief.addressee}",
            brief.date,
            brief.marking,
        )
        self.query_one(".said", Label).update(cut(" · ".join(filter(None, facts)), max(10, self.app.size.width - 2)))

    @on(RowList.Moved)
    def _keep_entry(self) -> None:
        """Remember the entry at the cursor: the draft begins there when one comes back to it."""
        if isinstance(self.rows.rows, DraftRows) and self.rows.key:
            self.briefing.desk.entries[self.rows.rows.brief.id] = self.rows.key

    def _standing(self, brief: Brief) -> str:
        """How many passages are provably in their sources, in words."""
        known = self.briefing.verified.known(brief)
        good = sum(found.state.verified for found in known.values())
        return f"{good} of {count(len(brief.excerpts), 'passage')} verified" if known else ""

    @flow
    async def compare(self) -> None:
        """Compare the excerpts with their sources in a thread."""
        brief = self.briefing.brief
        if brief is not None:
            await beside(self.briefing.verified.compare, brief)
            if lost := {e.article for e in brief.excerpts.values()} - self._headers.keys():
                self._headers |= await beside(read_headers, self.briefing.workspace.articles, lost)
            if self.briefing.brief is brief:
                self._fill(brief)

    def action_undo(self) -> None:
        self.show_entry(self.briefing.desk.step("undo"))

    def action_redo(self) -> None:
        self.show_entry(self.briefing.desk.step("redo"))

    def action_shift_down(self) -> None:
        self._shift(1)

    def action_shift_up(self) -> None:
        self._shift(-1)

    @flow
    async def _shift(self, step: int) -> None:
        _, key = self.here()
        self.put(lambda now: steps.shifted(now, key, step))

    def action_indent(self) -> None:
        self._level(2)

    def action_outdent(self) -> None:
        self._level(1)

    @flow
    async def _level(self, level: int) -> None:
        _, key = self.here()
        self.put(lambda now: steps.on_level(now, key, level))

    @flow
    async def action_promote(self) -> None:
        brief, key = self.to_edit()
        item = brief.item(key)
        if brief.judgement(key):
            await edit_judgement(self, key)
        elif item is None:
            raise InvalidError("only an item can become a key judgement", hint="a adds a judgement")
        else:
            await add_judgement(self, item.core or item.text, (item.excerpt,) if item.excerpt else ())

    @flow
    async def action_delete(self) -> None:
        brief, key = self.to_edit()
        section = brief.section(key)
        with_items = f" with its {count(len(section.items), 'item')}" if section and section.items else ""
        name = entries.label(brief, key)
        written = key == entries.BOTTOM_LINE and brief.bottom_line.strip()
        if (written or with_items) and not await self.app.push_screen_wait(
            Confirm(f"Delete {harmless(name)}{with_items}?", "delete")
        ):
            return
        made = self.put(lambda now: steps.without(now, key))
        if made and self.briefing.brief == brief:
            self.briefing.notice(f"There is nothing to delete: {name} is empty")
        elif made:
            self.briefing.notice(
                f"Deleted {name}{with_items}: {self.briefing.key_of('everywhere.undo')} brings it back"
            )

    @flow
    async def action_move(self) -> None:
        brief, key = self.to_edit()
        if brief.item(key) is None:
            raise InvalidError("only an item can move to another section", hint="J and K move a section or a judgement")
        options = [(s.id, s.title, count(len(s.items), "item")) for s in brief.sections]
        name = entries.label(brief, key)
        question = Choice(f"Move {name} to", [*options, (NEW_SECTION, "a new section", "")])
        answer = await self.app.push_screen_wait(question)
        if answer is None:
            return
        if answer[0] != NEW_SECTION:
            if made := self.put(lambda now: steps.moved(now, key, answer[0])):
                self.briefing.notice(f"Moved {made.label.removeprefix('move ')}")
            return

        def keep(title: str) -> bool:
            return bool(title) and self.put(lambda now: steps.moved_to_new(now, key, title)) is not None

        await self.briefing.ask.for_text("new.section", "The section's title", "", keep=keep)

    @flow
    async def action_source(self) -> None:
        brief, key = self.here()
        if chosen := await self._which_passage(brief, key):
            found = self.briefing.verified.known(brief).get(chosen.id)
            span = found.span if found and found.span else chosen.span
            self.read(chosen.article, offset=span.start)

    @flow
    async def action_widen(self) -> None:
        from ..reading.recutting import RecutScreen

        brief, key = self.to_edit()
        if chosen := await self._which_passage(brief, key):
            placed = await before_keys(self.briefing.workspace.recutting.place, brief, chosen.id)
            self.show(RecutScreen(chosen.id, key, chosen.article, offset=placed.excerpt.span.start))

    async def _which_passage(self, brief: Brief, key: str) -> Excerpt | None:
        """The passage that an entry rests on; of several, ask which, `None` where the person went away.

        Raises:
            InvalidError: where it rests on none.
        """
        excerpts = entries.passages_of(brief, key)
        if not excerpts:
            raise InvalidError("this entry rests on no passage")
        if len(excerpts) == 1:
            return excerpts[0]
        answer = await self.app.push_screen_wait(Choice("Which passage?", self._options(excerpts)))
        return brief.excerpts[answer[0]] if answer else None

    def action_fields(self) -> None:
        from .fields import FieldsScreen

        self.show(FieldsScreen())

    def action_preview(self) -> None:
        from ..briefing.preview import PreviewScreen

        self.show(PreviewScreen())

    def action_support(self) -> None:
        self._choose_excerpts("for")

    def action_contrary(self) -> None:
        self._choose_excerpts("against")

    @flow
    async def _choose_excerpts(self, side: str) -> None:
        brief, key = self.to_edit()
        judgement = brief.judgement(key)
        if judgement is None:
            raise InvalidError("only a key judgement rests on passages", hint="* makes one of an item")
        if not brief.excerpts:
            raise InvalidError("nothing is pinned yet", hint="p pins while reading")
        name = entries.label(brief, key)
        before = judgement.for_ if side == "for" else judgement.against
        answer = await self.app.push_screen_wait(
            Several(f"What speaks {side} {name}?", self._options(list(brief.excerpts.values())), chosen=before)
        )
        if answer is not None and answer != before:
            self.put(lambda now: steps.rested(now, key, side, answer, before))
        elif answer is not None:
            self.briefing.notice(f"Nothing changed {side} {name}: space ticks a passage, enter takes what is ticked")

    def _options(self, excerpts: list[Excerpt]) -> list[tuple[str, str, str]]:
        headers = self._headers
        return [(e.id, f"{e.id} “{cut(e.exact, 36)}”", short_source(e, headers.get(e.article), 30)) for e in excerpts]
