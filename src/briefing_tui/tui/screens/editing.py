"""Editing an entry of the draft: its fields, its text in an editor outside, new entries."""

from __future__ import annotations

from textual import on

from ...errors import InvalidError
from ...model import Brief, ItemKind, edits
from .. import entries
from ..flows import flow
from ..lines import cut
from ..outside import edit_outside
from ..widgets.choice import Choice
from ..widgets.row_list import RowList
from .place import PlaceScreen

NOT_EDITED = "A quote is never edited: x unpins it in its source (o), then pin again"
ADDED = tuple((kind, said, "may cite [@e1]" if kind == "text" else "") for kind, said in entries.NEW.items())


class Editing(PlaceScreen):
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
        self.briefing.require_writable()
        return here

    def put(self, brief: Brief, label: str, *, to: str = "") -> bool:
        """Keep an edit, go to an entry, and say whether it was kept."""
        kept = self.briefing.edit(brief, label)
        if kept and to:
            self.show_entry(to)
        return kept

    @on(RowList.Opened)
    @flow
    async def action_edit(self) -> None:
        brief, key = self.to_edit()
        fields = entries.fields_of(brief, key)
        if not fields:
            return
        field = fields[0]
        if len(fields) > 1:
            item = brief.item(key)
            quote = item is not None and item.kind is ItemKind.QUOTE
            typed = self.briefing.session.typed() if self.briefing.session else {}
            options = [
                (f.name, f.title, "your unfinished text" if f"{key}.{f.name}" in typed else cut(f.value, 40))
                for f in fields
            ]
            title = f"Edit {entries.label(brief, key)}{f'. {NOT_EDITED}' if quote else ''}"
            answer = await self.app.push_screen_wait(Choice(title, options))
            if answer is None:
                return
            field = next(f for f in fields if f.name == answer[0])
        await self.edit_field(key, field.name)

    async def edit_field(self, key: str, name: str) -> None:
        """Ask for a field's value and put it in. Call it from a flow."""

        def fresh() -> entries.Field:
            return next(f for f in entries.fields_of(self.here()[0], key) if f.name == name)

        def keep(value: str) -> bool:
            now = fresh()
            return value == now.value or self.put(now.put(value), edited(now), to=key)

        def edited(now: entries.Field) -> str:
            return f"edit {now.name} of {entries.label(self.here()[0], key)}"

        field = fresh()
        if field.choices:
            question = Choice(field.title.capitalize(), field.choices, chosen=[field.value])
            answer = await self.app.push_screen_wait(question)
            if answer is not None:
                keep(answer[0])
                if name == "confidence" and answer[0]:
                    await self.edit_field(key, "because")
            return
        title = f"{field.title[:1].upper()}{field.title[1:]}"
        source = " ".join(e.exact for e in entries.excerpts_of(self.here()[0], key)) if name == "text" else ""
        await self.briefing.ask_text(
            f"{key}.{name}", title, field.value, multiline=field.multiline, placeholder=source, keep=keep
        )

    @flow
    async def action_edit_outside(self) -> None:
        brief, key = self.to_edit()
        item = brief.item(key)
        if item is not None and item.kind is ItemKind.QUOTE:
            raise InvalidError(NOT_EDITED, hint="e edits core statement, note and speaker")
        fields = entries.fields_of(brief, key)
        if not fields:
            return
        session = self.briefing.session
        text = edit_outside(self.app, fields[0].value)
        if session is not None:
            session.typing(f"{key}.{fields[0].name}", text)
        name = entries.label(brief, key)
        if text != fields[0].value and self.put(fields[0].put(text), f"edit {fields[0].name} of {name}", to=key):
            self.briefing.notice(f"Taken over from the editor: {name}")
        if session is not None:
            session.typing(f"{key}.{fields[0].name}", "")

    @flow
    async def action_add(self) -> None:
        _ = self.to_edit()
        answer = await self.app.push_screen_wait(Choice("Add", ADDED))
        if answer is None:
            return
        if answer[0] == "judgement":
            await self.ask_judgement()
        elif answer[0] == "section":
            await self.ask_section()
        else:
            await self.ask_own_text()

    async def ask_section(self) -> None:
        """Ask for the title of a new section, which comes after the one at the cursor. Call it from a flow."""

        def keep(title: str) -> bool:
            brief, key = self.here()
            here = entries.section_of(brief, key)
            added, new = edits.add_section(brief, title, after=here.id if here else "")
            return bool(title) and self.put(added, f"add section {entries.label(added, new)}", to=new)

        await self.briefing.ask_text("new.section", "The section's title", "", keep=keep)

    async def ask_own_text(self) -> None:
        """Ask for a text, which comes after the entry at the cursor. Call it from a flow."""

        def keep(text: str) -> bool:
            brief, key = self.here()
            here = entries.section_of(brief, key)
            added, new = edits.add_text(brief, text.strip(), section=here.id if here else "", after=key)
            return bool(text.strip()) and self.put(added, f"add {new}", to=new)

        await self.briefing.ask_text("new.text", "Your own text", "", multiline=True, keep=keep)

    async def ask_judgement(self, for_: tuple[str, ...] = ()) -> None:
        """Ask for the words of a new judgement. Call it from a flow."""

        def keep(text: str) -> bool:
            brief, _ = self.here()
            judged, new = edits.judge(brief, text.strip(), for_=for_)
            return bool(text.strip()) and self.put(judged, f"add {entries.label(judged, new)}", to=new)

        await self.briefing.ask_text("new.judgement", "The judgement, in your own words", "", multiline=True, keep=keep)
