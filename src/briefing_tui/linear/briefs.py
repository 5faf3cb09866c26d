"""The briefs: choose, make, copy, rename, throw away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..model.display import one_line
from ..model.naming import count
from ..settings import Where
from ..workspace.drafting.brief_ids import free_id
from .listing import Listing, Row, lists

FORM = " form="
"""Before the id of the form of a new brief, behind its title."""
_UNREADABLE = "cannot be read"


class BriefsPlace(Listing):
    """All briefs of the workspace."""

    PLACES = lists(Where.BRIEFS)
    NAME: ClassVar[str] = "Briefs"
    ROWS: ClassVar[tuple[str, str]] = ("brief", "briefs")

    def make_rows(self) -> Sequence[Row]:
        """One row a brief."""
        rows = []
        now = self.desk.brief.id if self.desk.brief else ""
        for head in self.desk.workspace.briefs.heads():
            trouble = head.problem if _UNREADABLE in head.problem else f"{_UNREADABLE}: {head.problem}"
            facts = (
                head.title or head.id,
                head.id,
                trouble if head.problem else count(head.items, "item"),
                head.modified,
                "open" if head.id == now else "",
            )
            rows.append(Row(head.id, one_line(", ".join(filter(None, facts)))))
        return rows

    def opened(self, row: Row) -> None:
        """Work on the brief."""
        self.desk.open(row.key)
        self.desk.back()
        self.desk.talk.say(f"You work on “{self.desk.title}”")

    def do_new(self, words: str = "") -> None:
        """Make a brief: new, or new Title, or new Title form=research."""
        title, _, form = f" {words}".partition(FORM)
        made = self.desk.make_brief(title.strip(), form.strip())
        self.changed()
        self.go_to(made)

    def do_copy(self, words: str = "") -> None:
        """Copy the brief under another name."""
        old = self.here().key
        new = self._id(words or self.desk.talk.ask(f"Copy '{old}' as", f"{old}-copy"))
        if new:
            if self.desk.session:
                self.desk.session.flush()
            self.desk.workspace.briefs.copy(old, new)
            self.changed()
            self.go_to(new)
            self.desk.talk.say(f"Copied to briefs/{new}.yaml")

    def do_rename(self, words: str = "") -> None:
        """Give the brief another title, or its file another name: the one that is asked for; with words, a title."""
        old, what = self.here().key, "title"
        head = next(head for head in self.desk.workspace.briefs.heads() if head.id == old)
        if head.problem:
            what = "file"
        elif not words:
            names = [("title", "its title", head.title), ("file", "its file", f"briefs/{old}.yaml")]
            what = self.desk.talk.choose("Rename what?", names, "title") or ""
        if what == "title":
            self._retitle(old, words or self.desk.talk.ask("Its title", head.title) or "")
        elif what:
            self._rename_file(old, words)

    def _retitle(self, brief_id: str, title: str) -> None:
        session, briefs = self.desk.session, self.desk.workspace.briefs
        if not title.strip():
            return
        if session is not None and session.brief.id == brief_id:
            briefs.set_fields(self.desk.to_edit(), {"title": title.strip()})
        else:
            with briefs.open_to_write(brief_id) as other:
                briefs.set_fields(other, {"title": title.strip()})
        self.changed()
        self.desk.talk.say(f"Its title is now “{one_line(title.strip())}”")

    def _rename_file(self, old: str, words: str) -> None:
        new = self._id(words or self.desk.talk.ask(f"Call the file of '{old}'", old))
        if not new or new == old:
            return
        was_open = self._let_go(old)
        try:
            self.desk.workspace.briefs.rename(old, new)
        except BaseException:
            if was_open:
                self.desk.open(old)
            raise
        if was_open:
            self.desk.open(new)
        self.changed()
        self.go_to(new)
        self.desk.talk.say(f"It is briefs/{new}.yaml now")

    def do_delete(self) -> None:
        """Move the brief to the trash folder."""
        old = self.here().key
        title = next((head.title for head in self.desk.workspace.briefs.heads() if head.id == old), "")
        if self.sure(f"Move the brief '{one_line(title or old)}' to the trash folder?"):
            self._let_go(old)
            where = self.desk.workspace.briefs.delete(old)
            self.changed()
            self.desk.talk.say(f"'{old}' is in the trash folder: {where}")

    def do_restore(self) -> None:
        """Bring the brief back as it was after its last edit."""
        broken = self.here().key
        was_open = self._let_go(broken)
        try:
            said = self.desk.workspace.briefs.restore(broken)
        finally:
            if was_open:
                self.desk.open(broken)
        self.changed()
        self.desk.talk.say(said)

    def _let_go(self, brief_id: str) -> bool:
        """Close the brief if it is the open one; whether it was."""
        was_open = self.desk.brief is not None and self.desk.brief.id == brief_id
        if was_open:
            self.desk.close()
        return was_open

    @staticmethod
    def _id(answer: str | None) -> str:
        return free_id(answer, set()) if answer and answer.strip() else ""
