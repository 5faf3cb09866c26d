"""The draft: its entries as rows, arranged and edited by lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from ..errors import InvalidError, NotFoundError
from ..model import Brief, Excerpt, ItemKind
from ..model.display import one_line
from ..model.naming import count
from ..settings import Where
from ..workspace import Edited, entries, steps
from ..workspace.brief_fields import choices, fields_of, value_of
from .draft_rows import rows_of
from .drafting import NEW
from .library import named
from .listing import Row, lists
from .making import Making
from .speaking import name_speaker

if TYPE_CHECKING:
    from .desk import Desk

NOT_EDITED = "a quote is never edited: unpin it in its source, then pin again"


class DraftPlace(Making):
    """The open brief.

    Args:
        desk: what all places share.
        entry: the entry to begin on.
    """

    PLACES = lists(Where.DRAFT)
    NAME: ClassVar[str] = "Draft"
    ROWS: ClassVar[tuple[str, str]] = ("entry", "entries")
    NUMBER: ClassVar[str] = "a number says one whole, edit edits it"

    def __init__(self, desk: Desk, entry: str = "") -> None:
        super().__init__(desk)
        self._key = entry

    def about(self) -> str:
        """What is drafted."""
        return f"Draft “{self.desk.title}”"

    def make_rows(self) -> Sequence[Row]:
        """The entries, each with how its passage stands."""
        brief = self.desk.brief
        if brief is None:
            return ()
        verified = self.desk.workspace.briefing.verify(brief)
        wanted = {e.article for e in brief.excerpts.values()}
        headers = {h.id: h for h in self.desk.workspace.articles.headers() if h.id in wanted}
        return [Row(key, one_line(text)) for key, text in rows_of(brief, verified, headers)]

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

    def opened(self, row: Row) -> None:
        """Say the entry whole, as where one is: nothing is edited but by its own command."""

    # Arranging

    def do_shift_down(self) -> None:
        """Move the entry down."""
        self._shift(1)

    def do_shift_up(self) -> None:
        """Move the entry up."""
        self._shift(-1)

    def _shift(self, step: int) -> None:
        _, key = self.entry()
        self.put(self.desk.edit(lambda now: steps.shifted(now, key, step)))

    def do_indent(self) -> None:
        """Put the section under the one before it."""
        self._level(2)

    def do_outdent(self) -> None:
        """Make it a section of its own again."""
        self._level(1)

    def _level(self, level: int) -> None:
        _, key = self.entry()
        self.put(self.desk.edit(lambda now: steps.on_level(now, key, level)))

    def do_promote(self, words: str = "") -> None:
        """Make a key judgement of the item; with words, of these, resting on it."""
        brief, key = self.entry()
        item = brief.item(key)
        if item is None and not words:
            raise InvalidError("only an item can become a key judgement", hint="judge, then the words of one")
        if item is not None and (item.core or item.text) and not words:
            self.put(self.desk.edit(lambda now: steps.promoted(now, key)))
            return
        self._judge(words, (item.excerpt,) if item and item.excerpt else ())

    def _judge(self, words: str = "", for_: tuple[str, ...] = ()) -> None:
        text = words or self.desk.ask_text("new.judgement", "The judgement, in your own words") or ""
        if text.strip():
            self.put(self.desk.edit(lambda now: steps.judged(now, text, for_)))

    def do_delete(self) -> None:
        """Delete the entry."""
        _, key = self.entry()
        self.put(self.desk.edit(lambda now: steps.without(now, key)))

    def do_move(self, words: str = "") -> None:
        """Move the item to another section: by its name, or asked for."""
        brief, key = self.entry()
        if brief.item(key) is None:
            raise InvalidError("only an item can move to another section", hint="J and K move a section or a judgement")
        options = [(s.id, one_line(s.title), count(len(s.items), "item")) for s in brief.sections]
        if words:
            section = next((i for i, title, _ in options if words.casefold() in {i, title.casefold()}), "")
            if not section:
                raise NotFoundError(f"there is no section '{words}'", hint=", ".join(title for _, title, _ in options))
        else:
            section = self.desk.talk.choose("Move it to", [*options, (NEW, "a new section", "")]) or ""
        if section == NEW:
            title = self.desk.ask_text("new.section", "The section's title")
            if title:
                self.put(self.desk.edit(lambda now: steps.moved_to_new(now, key, title)))
        elif section:
            self.put(self.desk.edit(lambda now: steps.moved(now, key, section)))

    # Editing

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
        if not name and len(fields) > 1:
            options = [(f.name, f.title, one_line(f.value)[:60]) for f in fields.values()]
            name = self.desk.talk.choose(f"Edit which of {entries.label(brief, key)}?", options) or ""
            if not name:
                return
        name = name.casefold() or next(iter(fields))
        if name not in fields:
            raise NotFoundError(f"{entries.label(brief, key)} has no '{name}' to edit", hint=_how_to_edit(fields))
        self._edit_field(key, name, text.strip())

    def _edit_field(self, key: str, name: str, text: str = "") -> None:
        field = entries.field(self.entry()[0], key, name)
        answer: str | None
        if text:
            answer = named(text, field.choices) if field.choices else text
        elif field.choices:
            answer = self.desk.talk.choose(field.title.capitalize(), field.choices, field.value)
        else:
            answer = self.desk.ask_text(f"{key}.{name}", f"{field.title[:1].upper()}{field.title[1:]}", field.value)
        if answer is None or answer == field.value:
            return
        self.put(self.desk.edit(lambda now: steps.field_put(now, key, name, answer)))
        if name == "confidence" and answer:
            self._edit_field(key, "because")

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
            self._judge(text)
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

    # Sources

    def _which_passage(self) -> str:
        """The passage that the entry rests on; of several, the one asked for, an empty text where there is no answer.

        Raises:
            InvalidError: where it rests on none.
        """
        brief = self.desk.brief
        excerpts = entries.excerpts_of(brief, self.here().key) if brief else []
        if not excerpts:
            raise InvalidError("this entry rests on no passage")
        if len(excerpts) == 1:
            return excerpts[0].id
        return self.desk.talk.choose("Which passage?", _passages(excerpts)) or ""

    def do_speaker(self) -> None:
        """Say who says the passage."""
        chosen = self._which_passage()
        if chosen and (said := name_speaker(self.desk, chosen)):
            self.changed()
            self.desk.talk.say(said)

    def do_source(self) -> None:
        """Read the passage in its source."""
        from .pinning import ReaderPlace

        chosen, brief = self._which_passage(), self.desk.brief
        if chosen and brief:
            excerpt = brief.excerpts[chosen]
            found = self.desk.workspace.briefing.verify(brief).get(chosen)
            span = found.span if found and found.span else excerpt.span
            self.desk.go(ReaderPlace(self.desk, excerpt.article, offset=span.start))

    def do_support(self) -> None:
        """Choose what speaks for the judgement."""
        self._rest("for")

    def do_contrary(self) -> None:
        """Choose what speaks against it."""
        self._rest("against")

    def _rest(self, side: str) -> None:
        brief, key = self.entry()
        judgement = brief.judgement(key)
        if judgement is None:
            raise InvalidError("only a key judgement rests on passages", hint="judge makes one of an item")
        if not brief.excerpts:
            raise InvalidError("nothing is pinned yet", hint="pin while reading")
        before = judgement.for_ if side == "for" else judgement.against
        options = _passages(list(brief.excerpts.values()))
        chosen = self.desk.talk.several(f"What speaks {side} {entries.label(brief, key)}?", options, before)
        if chosen is not None and chosen != before:
            self.put(self.desk.edit(lambda now: steps.rested(now, key, side, chosen, before)))


def _how_to_edit(fields: Iterable[str]) -> str:
    return f"edit, then one of: {', '.join(fields)}; its new words may follow"


def _passages(excerpts: Sequence[Excerpt]) -> list[tuple[str, str, str]]:
    return [
        (e.id, f"{e.id}, “{one_line(' '.join(e.exact.split()))}”", f"{e.article} ¶ {e.paragraph}") for e in excerpts
    ]
