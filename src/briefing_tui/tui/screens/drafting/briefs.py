"""The briefs: choose, make, copy, rename, throw away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ....settings import Where
from ....workspace.drafting.brief_ids import free_id
from ...commands import bindings
from ...flows import before_keys, flow
from ...lines import Line, Piece, cut, fit, harmless, line, wrap
from ...widgets.choice import Choice
from ...widgets.confirm import Confirm
from ...widgets.prompt import Prompt
from ...widgets.row_list import RowList
from ...wording import count
from ..place import PlaceScreen

if TYPE_CHECKING:
    from ....workspace import BriefHead


ID_HINT = "becomes small letters, digits, '-' and '_' · enter done · esc cancel"
NEEDED = "a title is needed · esc leaves it"


@dataclass(frozen=True, slots=True)
class BriefRows:
    """One row a brief."""

    heads: Sequence[BriefHead]
    open_id: str
    restore: str = "R"
    """The key that brings back a brief whose file is broken."""

    def __len__(self) -> int:
        return len(self.heads)

    def key(self, index: int) -> str:
        """The brief's id."""
        return self.heads[index].id

    def line(self, index: int, width: int) -> Line:
        """Title, items, when it was changed; a sign for the one that is open."""
        head = self.heads[index]
        sign = "✗ " if head.problem else ("● " if head.id == self.open_id else "  ")
        title = fit(head.title or head.id, max(8, width - 2 - 10 - 18))
        items = "" if head.problem else count(head.items, "item")
        role = "bad" if head.problem else "accent"
        return line(Piece(sign, role), title, fit(items, 10, right=True), Piece(f"  {head.modified}", "dim"))

    def letters(self, index: int) -> str:
        """The title, the id, and when it was changed."""
        head = self.heads[index]
        return f"{head.title} {head.id} {head.modified}"

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The file, or why it cannot be read."""
        head = self.heads[index]
        said = head.trouble(self.restore) or f"briefs/{head.id}.yaml"
        return [line("  ", Piece(part, "bad" if head.problem else "dim")) for part in wrap(said, width - 2)]


class BriefList(RowList):
    """The list of briefs; its commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.BRIEFS, Where.LISTS, owner="screen")


class BriefsScreen(PlaceScreen):
    """All briefs of the workspace."""

    NAME = "Briefs"

    def body(self) -> ComposeResult:
        """How many there are, and the list."""
        yield Label("", classes="said", markup=False)
        yield BriefList()

    def on_mount(self) -> None:
        self.refill()

    @flow
    async def refill(self, at: str = "") -> None:
        """List what is there now."""
        heads = await before_keys(self.briefing.workspace.briefs.heads)
        session = self.briefing.desk.session
        rows = self.query_one(BriefList)
        open_id = session.brief.id if session else ""
        new, at = bool(at), at or rows.key or open_id
        rows.rows = BriefRows(heads, open_id, self.briefing.key_of("briefs.restore"))
        if not rows.go_to(at) and new and rows.words:
            rows.words = ""
            rows.go_to(at)
        self._say()

    def _say(self) -> None:
        """How many briefs there are, or which of them are shown."""
        rows = self.query_one(BriefList)
        key, known = self.briefing.key_of, rows.rows
        said = f"{count(len(known), 'brief')}{' · ● is open' if isinstance(known, BriefRows) and known.open_id else ''}"
        if not len(known):
            said = f"There is no brief yet: {key('briefs.new')} makes one"
        elif rows.words.strip():
            found = f"{len(rows.shown)} of {count(len(known), 'brief')}" if len(rows.shown) else "No brief"
            said = f"{found} with '{harmless(rows.words.strip())}' · esc shows all"
        self.query_one(".said", Label).update(said)

    def filter_changed(self, rows: RowList, words: str) -> None:
        """Filter, and tell what is shown."""
        super().filter_changed(rows, words)
        self._say()

    def cancel(self) -> None:
        """Drop the filter, and tell that all are shown."""
        super().cancel()
        self._say()

    @on(RowList.Moved)
    def follow(self) -> None:
        """Name the keys of the brief at the cursor."""
        self.refresh_bindings()

    def footer_words(self) -> Mapping[str, str]:
        """Of a brief that cannot be read, what can be done with it."""
        rows = self.query_one(BriefList).rows
        heads = rows.heads if isinstance(rows, BriefRows) else ()
        here = next((head for head in heads if head.id == self.chosen), None)
        if here is None or not here.problem:
            return {}
        words = {"briefs.open": "", "briefs.copy": "", "briefs.rename": ""}
        return words if here.trouble("") == here.problem else {"briefs.restore": "bring back", **words}

    @property
    def chosen(self) -> str:
        """The id of the brief at the cursor."""
        return self.query_one(BriefList).key

    def _called(self, brief_id: str) -> str:
        """The title of a brief, or its id where it has none."""
        rows = self.query_one(BriefList).rows
        heads = rows.heads if isinstance(rows, BriefRows) else ()
        return next((head.title for head in heads if head.id == brief_id), "") or brief_id

    @on(RowList.Opened)
    @flow
    async def action_open(self) -> None:
        session, chosen = self.briefing.desk.session, self.chosen
        if session is not None and session.brief.id == chosen:
            self.briefing.desk.open(chosen)
            self.leave()
            cast("PlaceScreen", self.app.screen).go_to_draft()
        elif chosen:
            self.briefing.desk.open(chosen)
            self._go_to_work()

    @flow
    async def action_new(self) -> None:
        if await self.briefing.ask.for_new_brief():
            self._go_to_work()

    def _go_to_work(self) -> None:
        """Leave for where one came from, and say which brief is open there now."""
        self.leave()
        session = self.briefing.desk.session
        if session is not None and not session.read_only:
            self.briefing.notice(f"You work on '{harmless(session.brief.title or session.brief.id)}'", more=True)

    @flow
    async def action_copy(self) -> None:
        workspace = self.briefing.workspace
        old = self.chosen
        new = await self._ask_id(f"Copy '{old}' as", f"{old}-copy") if old else ""
        if new:
            self._save_open()
            await before_keys(workspace.briefs.copy, old, new)
            self.refill(new)
            self.briefing.notice(f"Copied to briefs/{new}.yaml")

    @flow
    async def action_rename(self) -> None:
        rows = self.query_one(BriefList).rows
        head = next((h for h in rows.heads if h.id == self.chosen), None) if isinstance(rows, BriefRows) else None
        if head is None:
            return
        names = [("title", "its title", cut(head.title, 40)), ("file", "its file", f"briefs/{head.id}.yaml")]
        answer = ("file",) if head.problem else await self.app.push_screen_wait(Choice("Rename what?", names))
        if answer == ("title",):
            await self._retitle(head)
        elif answer:
            await self._rename_file(head.id)

    async def _retitle(self, head: BriefHead) -> None:
        briefs, question = self.briefing.workspace.briefs, Prompt("Its title", head.title, needed=NEEDED)
        title = (await self.app.push_screen_wait(question) or "").strip()
        session = self.briefing.desk.session
        if not title or title == head.title:
            return
        if session is not None and session.brief.id == head.id:
            done = self.briefing.desk.set_field("title", title)
        else:
            with await before_keys(briefs.open_to_write, head.id) as session:
                done = briefs.set_fields(session, {"title": title})
        if done:
            self.refill(head.id)
            self.briefing.notice(f"Its title is now '{harmless(title)}'")

    async def _rename_file(self, old: str) -> None:
        workspace, new = self.briefing.workspace, await self._ask_id(f"Call the file of '{old}'", old)
        if new and new != old:
            was_open = self._let_go(old)
            try:
                await before_keys(workspace.briefs.rename, old, new)
            finally:
                if was_open:
                    self._take_up(new, old)
            self.refill(new)
            self.briefing.notice(f"It is briefs/{new}.yaml now")

    @flow
    async def action_delete(self) -> None:
        workspace, old = self.briefing.workspace, self.chosen
        if not old:
            return
        question = Confirm(f"Move the brief '{harmless(self._called(old))}' to the trash folder?", "move it")
        if await self.app.push_screen_wait(question):
            self._let_go(old)
            where = await before_keys(workspace.briefs.delete, old)
            self.refill()
            self.briefing.notice(f"'{old}' is in the trash folder: {where}")

    @flow
    async def action_restore(self) -> None:
        if chosen := self.chosen:
            was_open = self._let_go(chosen)
            try:
                said = await before_keys(self.briefing.workspace.briefs.restore, chosen)
            finally:
                if was_open:
                    self._take_up(chosen)
            self.refill(chosen)
            self.briefing.notice(said)

    async def _ask_id(self, question: str, value: str) -> str:
        taken = {head.id for head in await before_keys(self.briefing.workspace.briefs.heads)}
        answer = await self.app.push_screen_wait(Prompt(question, value, hint=ID_HINT))
        if not answer or (answer.strip() == value and value in taken):
            return ""
        return free_id(answer, set())

    def _save_open(self) -> None:
        if self.briefing.desk.session:
            self.briefing.desk.session.flush()

    def _let_go(self, brief_id: str) -> bool:
        """Close the open brief if it is this one, so that its file is complete and unlocked."""
        session = self.briefing.desk.session
        if session is None or session.brief.id != brief_id:
            return False
        self.briefing.desk.put_away()
        return True

    def _take_up(self, *ids: str) -> None:
        """Open the first of these briefs that is there."""
        there = {head.id for head in self.briefing.workspace.briefs.heads()}
        for brief_id in ids:
            if brief_id in there:
                self.briefing.desk.open(brief_id)
                return
