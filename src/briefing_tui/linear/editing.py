"""Editing the entries of the draft by lines: a field, all fields of a judgement, new entries, the brief's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..errors import InvalidError, NotFoundError
from ..model import Brief, ItemKind
from ..model.display import one_line
from ..workspace import Edited
from ..workspace.drafting import entries, steps
from ..workspace.drafting.brief_fields import choices, fields_of, value_of
from .library import named
from .making import Making

NOT_EDITED = "a quote is never edited, only altered (alter), or given more or fewer words of its source (widen)"


class Editing(Making):
    """What the draft does with the entry that one is on."""

    def entry(self) -> tuple[Brief, str]:
        """The brief, which can be edited, and the entry that one is on.

        Raises:
            BriefingError: where it cannot.
        """
        return self.desk.to_edit().brief, self.here().key

    def put(self, made: Edited) -> None:
        """Say what was made, and go to it."""
        self.changed()
        self.go_to(made.to)
        self.desk.talk.say(f"Done: {made.label}; {self.key('everywhere.undo')} undoes it")

    def do_edit(self, words: str = "") -> None:
        """Edit a field of the entry, asked for or named; with what is to stand in it: edit core In short.

        A number before these is that of another entry: edit 3 core.
        """
        number, _, rest = words.partition(" ")
        if number.isdecimal():
            self.choose(number)
            words = rest.strip()
        brief, key = self.entry()
        fields = {field.name: field for field in entries.fields_of(brief, key)}
        item = brief.item(key)
        if item is not None and item.kind is ItemKind.QUOTE:
            self.desk.talk.say(NOT_EDITED)
        name, _, text = words.partition(" ")
        if not name and brief.judgement(key) and self.desk.talk.is_at_terminal:
            self._edit_in_turn(key, fields)
            return
        if not name and len(fields) > 1:
            options = [(f.name, f.title, one_line(f.value)[:60]) for f in fields.values()]
            name = self.desk.talk.choose(f"Edit which of {entries.label(brief, key)}?", options) or ""
            if not name:
                return
        name = name.casefold() or next(iter(fields))
        if name not in fields:
            raise NotFoundError(f"{entries.label(brief, key)} has no '{name}' to edit", hint=_how_to_edit(fields))
        answer = self._edit_field(key, name, text.strip())
        if name == "confidence" and answer and answer != fields[name].value:
            self._edit_field(key, "because")

    def _edit_in_turn(self, key: str, names: Iterable[str]) -> None:
        """Edit one field after another, each in a step of its own, until the person goes away."""
        for name in names:
            if name == "because" and not entries.field(self.entry()[0], key, "confidence").value:
                return
            if self._edit_field(key, name) is None:
                return

    def _edit_field(self, key: str, name: str, text: str = "") -> str | None:
        """Edit a field; the answer, `None` where there was none."""
        field = entries.field(self.entry()[0], key, name)
        place = f"{key}.{name}"
        answer: str | None
        if text:
            answer = named(text, field.choices) if field.choices else text
        elif field.choices:
            session = self.desk.to_edit()
            unfinished = session.typed().get(place, "")
            title = f"{field.title.capitalize()}{', your unfinished answer' if unfinished else ''}"
            answer = self.desk.talk.choose(title, field.choices, unfinished or field.value)
            if answer is not None:
                session.typing(place, "")
        else:
            answer = self.desk.ask_text(place, f"{field.title[:1].upper()}{field.title[1:]}", field.value)
        if answer is not None and answer != field.value:
            self.put(self.desk.edit(lambda now: steps.fields_put(now, key, **{name: answer})))
        return answer

    def do_add(self, words: str = "") -> None:
        """Add a section, a text or a judgement: add section Background."""
        self.desk.to_edit()
        at = self.row.key if self.row else ""
        kind, _, text = words.partition(" ")
        if kind.casefold() not in entries.NEW:
            kind, text = "", words
        options = [(name, said, "") for name, said in entries.NEW.items()]
        kind = kind.casefold() or self.desk.talk.choose("Add", options) or ""
        if kind == "judgement":
            self.judge(text)
        elif kind:
            text = text or self.desk.ask_text(f"new.{kind}", f"The words of {entries.NEW[kind]}") or ""
            make = steps.section_added if kind == "section" else steps.text_added
            if text.strip():
                self.put(self.desk.edit(lambda now: make(now, at, text)))

    def do_fields(self, words: str = "") -> None:
        """Edit the brief's own fields: by name and value, or asked for."""
        brief = self.desk.to_edit().brief
        fields = fields_of(brief, self.desk.workspace.places)
        name, _, value = words.partition(" ")
        if not name:
            options = [(f.name, f.name, one_line(value_of(brief, f.name)) or f.about) for f in fields]
            name = self.desk.talk.choose("Which field?", options) or ""
        if not name:
            return
        field = next((f for f in fields if f.name == name), None)
        if field is None:
            raise InvalidError(f"there is no field '{name}'", hint=f"one of: {', '.join(f.name for f in fields)}")
        known = choices(name, self.desk.workspace.places)
        hint = f" ({', '.join(key for key, _, _ in known if key)})" if known else ""
        answer = value or self.desk.ask_text(f"brief.{name}", f"{name}: {field.about}{hint}", value_of(brief, name))
        if answer is not None and answer != value_of(brief, name):
            changed = self.desk.workspace.briefs.set_fields(self.desk.to_edit(), {name: answer.strip()})
            self.changed()
            undo = self.key("everywhere.undo")
            self.say(f"Set {name}; {undo} undoes it" if changed else f"Nothing changed: {name} had that value already")

    def judge(self, words: str = "", for_: tuple[str, ...] = ()) -> None:
        """Add a judgement, whose words are asked for where they are not written."""
        text = words or self.desk.ask_text("new.judgement", "The judgement, in your own words") or ""
        if text.strip():
            self.put_judgement(lambda now: steps.judged(now, text, for_))

    def put_judgement(self, change: Callable[[Brief], Edited]) -> None:
        """Add a judgement; at a terminal its other fields are asked for as well, else it is said how they are set."""
        made = self.desk.edit(change)
        self.put(made)
        names = [field.name for field in entries.fields_of(made.brief, made.to)[1:]]
        if self.desk.talk.is_at_terminal:
            self._edit_in_turn(made.to, names)
        else:
            self.say(f"How likely it is, how sure you are, and why: {_how_to_edit(names)}")


def _how_to_edit(fields: Iterable[str]) -> str:
    return f"edit, then one of: {', '.join(fields)}; its new words may follow"
