"""Steps of drafting: what each makes of a brief, and what undo calls it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import BriefingError
from ...model import Brief, edits
from . import entries, evidence


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit makes of a brief."""

    brief: Brief
    label: str
    """What undo calls the step."""
    to: str = ""
    """The entry to go to."""


def promoted(brief: Brief, key: str) -> Edited:
    """An item made a key judgement."""
    made, new = edits.promote(brief, key)
    return Edited(made, f"make {entries.label(made, new)} of {entries.label(brief, key)}", new)


def without(brief: Brief, key: str) -> Edited:
    """A brief without an entry; the bottom line, and what its form asks for, is emptied."""
    if key in brief.fields:
        left = edits.set_template_field(brief, key, "")
    else:
        left = edits.set_field(brief, key, "") if key == entries.BOTTOM_LINE else edits.drop(brief, key)
    return Edited(left, f"delete {entries.label(brief, key)}")


def moved(brief: Brief, key: str, section: str) -> Edited:
    """An item at the end of a section."""
    made = edits.move_item(brief, key, section, sum(len(s.items) for s in brief.sections))
    return Edited(made, f"move {entries.label(brief, key)} to {entries.label(made, section)}", key)


def moved_to_new(brief: Brief, key: str, title: str) -> Edited:
    """An item in a new section."""
    added, new = edits.add_section(brief, title)
    return moved(added, key, new)


def shifted(brief: Brief, key: str, step: int) -> Edited:
    """An entry moved up (-1) or down (1) among its like."""
    label = f"move {entries.label(brief, key)} {'down' if step > 0 else 'up'}"
    return Edited(entries.shift(brief, key, step), label, key)


def on_level(brief: Brief, key: str, level: int) -> Edited:
    """A section on another level."""
    return Edited(entries.with_level(brief, key, level), f"level {level} for {entries.label(brief, key)}", key)


def section_added(brief: Brief, at: str, title: str) -> Edited:
    """A new section after the one of an entry."""
    here = entries.section_of(brief, at)
    added, new = edits.add_section(brief, title, after=here.id if here else "")
    return Edited(added, f"add section {entries.label(added, new)}", new)


def text_added(brief: Brief, at: str, text: str) -> Edited:
    """A text of the author's own after an entry."""
    here = entries.section_of(brief, at)
    added, new = edits.add_text(brief, text.strip(), section=here.id if here else "", after=at)
    return Edited(added, f"add {new}", new)


def judged(brief: Brief, text: str, for_: tuple[str, ...] = (), **fields: str) -> Edited:
    """A new key judgement that rests on some passages, with what some of its other fields say."""
    made, new = edits.judge(brief, text.strip(), for_=for_)
    return Edited(fields_put(made, new, **fields).brief, f"add {entries.label(made, new)}", new)


def fields_put(brief: Brief, key: str, **values: str) -> Edited:
    """An entry with other values in some of its fields, by their names.

    Raises:
        NotFoundError: where one of them is not there any more.
    """
    label = f"edit {', '.join(values)} of {entries.label(brief, key)}"
    for name, value in values.items():
        brief = entries.field(brief, key, name).put(value)
    return Edited(brief, label, key)


def typed_in(brief: Brief, place: str, text: str) -> Brief:
    """The brief as it would be with what is being typed; as it is where that belongs to no entry yet.

    Args:
        brief: the brief.
        place: what it is for, such as `i3.note`, `new.text` or `brief.title`.
        text: what was typed so far.
    """
    key, _, name = place.rpartition(".")
    try:
        if key == "brief":
            if name in brief.fields:
                return edits.set_template_field(brief, name, text)
            put = edits.set_field if name in edits.FIELDS else edits.set_template_field
            return put(brief, name, text)
        if key == "new":
            made = {"text": text_added, "section": section_added}.get(name)
            at = entries.keys(brief)[-1:]
            return made(brief, at[0] if at else "", text).brief if made else judged(brief, text).brief
        return fields_put(brief, key, **{name: text}).brief
    except BriefingError:
        return brief


def rested(brief: Brief, key: str, side: str, chosen: tuple[str, ...], before: tuple[str, ...]) -> Edited:
    """A judgement with other passages for or against it.

    Args:
        brief: the brief.
        key: the judgement.
        side: `for` or `against`.
        chosen: the passages that are wanted there.
        before: those that were there when the person was asked.
    """
    taken, left = [i for i in chosen if i not in before], [i for i in before if i not in chosen]
    label = f"passages {side} {entries.label(brief, key)}"
    return Edited(evidence.resting_on(brief, key, side, taken, left), label, key)
