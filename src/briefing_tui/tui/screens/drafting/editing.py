"""Editing an entry of the draft: its fields, its text in an editor outside, new entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import on

from ....errors import InvalidError
from ....model import Brief, ItemKind
from ....workspace import Edited
from ....workspace.drafting import alterations, entries, steps
from ...flows import flow
from ...lines import cut
from ...outside import edit_outside
from ...widgets.choice import Choice
from ...widgets.row_list import RowList
from ..reading.speaking import Speaking
from .judging import add_judgement, edit_judgement

NOT_EDITED = "A quote is never edited, only altered (A); w gives it more or fewer words of its source"
ADDED = tuple((kind, said, "may cite what is pinned" if kind == "text" else "") for kind, said in entries.NEW.items())


class Editing(Speaking):
    """What the draft does with the entry at the cursor."""

    @property
    def rows(self) -> RowList:
        """The list of entries."""
        return self.query_one(RowList)

    def show_entry(self, entry: str) -> None:
        """Put the cursor on an entry."""
        if entry:
            self.rows.words = ""
            self.rows.go_to(entry)

    def here(self) -> tuple[Brief, str]:
        """The brief and the entry at the cursor.

        Raises:
            InvalidError: where no brief is open.
        """
        brief = self.briefing.brief
        if brief is None:
            raise InvalidError("no brief is open", hint="B chooses one")
        return brief, self.rows.key

    def to_edit(self) -> tuple[Brief, str]:
        """The brief and the entry at the cursor, before anything is asked in order to edit them.

        Raises:
            InvalidError: where no brief is open.
            HeldError, ReadOnlyError: where it cannot be edited.
        """
        here = self.here()
        self.briefing.desk.require_writable()
        return here

    def put(self, change: Callable[[Brief], Edited]) -> Edited | None:
        """Change the brief as it is now, go to the entry, and give what was made; see `Desk.edit`."""
        before = self.briefing.brief
        made = self.briefing.desk.edit(change)
        if made and self.briefing.brief is not before:
            self.show_entry(made.to)
        return made

    @on(RowList.Opened)
    @flow
    async def action_edit(self) -> None:
        brief, key = self.to_edit()
        if brief.judgement(key):
            await edit_judgement(self, key)
            return
        fields = entries.fields_of(brief, key)
        if not fields:
            return
        field = fields[0]
        if len(fields) > 1:
            item = brief.item(key)
            quote = item is not None and item.kind is ItemKind.QUOTE
            typed = self.briefing.desk.session.typed() if self.briefing.desk.session else {}
            options = [
                (f.name, f.title, "your unfinished text" if f"{key}.{f.name}" in typed else cut(f.value, 40))
                for f in fields
            ]
            title = f"Edit {entries.label(brief, key)}{f'. {NOT_EDITED}' if quote else ''}"
            answer = await self.app.push_screen_wait(Choice(title, options))
            if answer is None:
                return
            field = next(f for f in fields if f.name == answer[0])
        if field.name == "speaker" and (excerpts := entries.excerpts_of(brief, key)):
            await self.name_speaker(excerpts[0].id)
        else:
            await self.edit_field(key, field.name)

    @flow
    async def action_speaker(self) -> None:
        brief, key = self.to_edit()
        excerpts = [e.id for e in entries.excerpts_of(brief, key)] if brief.item(key) else []
        if not excerpts:
            raise InvalidError("only a passage has a speaker", hint="put the cursor on one")
        await self.name_speaker(excerpts[0])

    @flow
    async def action_alter(self) -> None:
        from .altering import alter

        brief, key = self.to_edit()
        await alter(self.briefing, alterations.quote_at(brief, key).id)

    async def edit_field(self, key: str, name: str) -> None:
        """Ask for a field's value and put it in. Call it from a flow."""
        brief, _ = self.here()
        field = entries.field(brief, key, name)
        title = f"{field.title[:1].upper()}{field.title[1:]}"
        source = " ".join(e.exact for e in entries.excerpts_of(brief, key)) if name == "text" else ""
        await self.briefing.ask.for_text(
            f"{key}.{name}",
            title,
            field.value,
            multiline=field.multiline,
            cites=field.multiline and name != "note",
            placeholder=source and f"The passage: “{source}”",
            keep=lambda value: self.keep_fields(key, [field], {name: value}),
        )

    def keep_fields(self, key: str, asked: Sequence[entries.Field], values: Mapping[str, str]) -> bool:
        """Put values into fields, in one step, and say whether that is done.

        Args:
            key: the entry.
            asked: the fields as they were when the person was asked.
            values: the answers; one that is what stood there changes nothing, whatever others have made of it since.

        Raises:
            NotFoundError: where a field is not there any more.
        """
        brief, _ = self.here()
        now = {name: entries.field(brief, key, name).value for name in values}
        new = [f for f in asked if f.name in values and values[f.name] not in (f.value, now[f.name])]
        if not new:
            return True
        done = self.put(lambda brief: steps.fields_put(brief, key, **{f.name: values[f.name] for f in new})) is not None
        if done and (replaced := [f.title for f in new if now[f.name] != f.value]):
            self.briefing.desk.say_replaced(", ".join(replaced))
        return done

    @flow
    async def action_edit_outside(self) -> None:
        brief, key = self.to_edit()
        item = brief.item(key)
        if item is not None and item.kind is ItemKind.QUOTE:
            raise InvalidError(NOT_EDITED, hint="e edits core statement, note and speaker")
        session = self.briefing.desk.session
        if session is None or not (fields := entries.fields_of(brief, key)):
            return
        asked, place = fields[0], f"{key}.{fields[0].name}"
        text = edit_outside(self.app, asked.value)
        session.typing(place, text)
        self.briefing.poll()  # nothing was looked at while the editor had the terminal
        if self.keep_fields(key, [asked], {asked.name: text}):
            if text != asked.value:
                self.briefing.notice(f"Taken over from the editor: {entries.label(brief, key)}")
            session.typing(place, "")

    @flow
    async def action_add(self) -> None:
        _ = self.to_edit()
        answer = await self.app.push_screen_wait(Choice("Add", ADDED))
        if answer is None:
            return
        if answer[0] == "judgement":
            await add_judgement(self)
        elif answer[0] == "section":
            await self.ask_section()
        else:
            await self.ask_own_text()

    async def ask_section(self) -> None:
        """Ask for the title of a new section, which comes after the one at the cursor. Call it from a flow."""

        def keep(title: str) -> bool:
            return bool(title) and self.put(lambda now: steps.section_added(now, self.rows.key, title)) is not None

        await self.briefing.ask.for_text("new.section", "The section's title", "", keep=keep)

    async def ask_own_text(self) -> None:
        """Ask for a text, which comes after the entry at the cursor. Call it from a flow."""

        def keep(text: str) -> bool:
            return bool(text.strip()) and self.put(lambda now: steps.text_added(now, self.rows.key, text)) is not None

        await self.briefing.ask.for_text("new.text", "Your own text", "", multiline=True, cites=True, keep=keep)
