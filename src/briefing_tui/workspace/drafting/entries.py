"""The entries of a draft: what each one is, which of its fields can be edited, and how. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from ...errors import InvalidError, NotFoundError
from ...model import Brief, Confidence, Excerpt, Item, ItemKind, Judgement, Section, Speaker, SpeakerKind, edits
from ...model.display import one_line
from ...model.own_text import cited
from ...model.standards import CONFIDENCE, SCALES
from .reasons import reason

BOTTOM_LINE = "bottom-line"
"""The key of the entry that every brief has."""
STATES = {
    "identical": "verified: the source says this, word for word",
    "moved": "verified: the same words stand elsewhere in the changed source",
    "altered": "ALTERED: the source now says something else",
    "vanished": "VANISHED: the source no longer says this",
}
"""How a passage stands in its source, in words."""
STATES_OF_DIGEST = {
    "identical": "verified: our digest says this, word for word",
    "moved": "verified: the same words stand elsewhere in our changed digest",
    "altered": "ALTERED: our digest now says something else",
    "vanished": "VANISHED: our digest no longer says this",
}
"""The same of a passage of our own summary: the source itself is compared with nothing."""
SUPPRESSION = "suppression"
"""What the text is for that says why a finding may stay as it is."""
INSERTION = "insertion"
"""What the text is for that is inserted in a quote."""
NEW = {"section": "a section", "text": "a text of your own", "judgement": "a key judgement"}
"""What can be added, and what it is called where one is asked."""
UNSTATED = ("", "none stated", "")
"""The choice that says nothing."""
PART_OF = dict.fromkeys(("likelihood", "confidence", "reason"), "judgement")
"""What is asked for while something else is added, and what that is."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry that a person can edit."""

    name: str
    title: str
    value: str
    put: Callable[[str], Brief]
    """Gives the brief with another value in the field."""
    multiline: bool = False
    choices: tuple[tuple[str, str, str], ...] = ()
    """Where only these values make sense: value, what is shown, what is said about it."""


def keys(brief: Brief) -> list[str]:
    """The entries in the order in which they are read."""
    sections = [key for s in brief.sections for key in (s.id, *(i.id for i in s.items))]
    return [BOTTOM_LINE, *brief.fields, *(j.id for j in brief.judgements), *sections]


def label(brief: Brief, key: str) -> str:
    """What the draft calls an entry: `e4` by its passage, `*1` for a judgement, a section by its title."""
    if item := brief.item(key):
        return item.excerpt or item.id
    if brief.judgement(key):
        return f"*{[j.id for j in brief.judgements].index(key) + 1}"
    if section := brief.section(key):
        return f"'{one_line(section.title) or section.id}'"
    return f"the {key.replace('-', ' ')}" if key == BOTTOM_LINE or key in brief.fields else key


def unfinished(brief: Brief, place: str) -> str:
    """Says that a text was being typed when the program ended, and how to go on with it.

    Args:
        brief: the brief that it belongs to.
        place: what it was for, such as `i3.note`, `new.text` or `brief.title`.
    """
    what, how = _place(brief, place)
    return f"Unfinished text kept for {what} in '{one_line(brief.title or brief.id)}': {how}"


def unfinished_places(brief: Brief, places: Collection[str]) -> str:
    """Says in a few words where unfinished texts belong; nothing where there is none."""
    return f"unfinished text: {_named(brief, places)}" if places else ""


def not_in_it(brief: Brief, places: Collection[str]) -> str:
    """Says which unfinished texts a compiled brief does not have; nothing where there is none."""
    return f"Unfinished text is not in it: {_named(brief, places)}" if places else ""


def _named(brief: Brief, places: Collection[str]) -> str:
    return ", ".join(dict.fromkeys(_place(brief, place)[0] for place in places))


def _place(brief: Brief, place: str) -> tuple[str, str]:
    """What a text was for, and how to go on with it."""
    key, _, name = place.rpartition(".")
    if name == SUPPRESSION:
        where = label(brief, key) if key in keys(brief) else key
        return f"the reason why a finding at {where} may stay", "s on it in the checklist goes on with it"
    if key == "new":
        name = PART_OF.get(name, name)
        return f"a new {name}", f"a, then {NEW.get(name, name)}, goes on with it"
    if name == INSERTION:
        return f"words to insert in {key}", "A on the quote, then i, goes on with it"
    if ":" in key:
        return f"a passage of {key.rpartition(':')[0]}", "P on the same passage there goes on with it"
    if key == "brief":
        return f"the field {name}", "i, then enter on the field, goes on with it"
    if key in keys(brief):
        return label(brief, key), "e on the entry goes on with it"
    return f"{key}, which is no longer there", "u may bring the entry back"


def fields_of(brief: Brief, key: str) -> tuple[Field, ...]:
    """The fields of an entry, the most important one first."""
    if key == BOTTOM_LINE:
        return (
            Field(
                "text", "bottom line", brief.bottom_line, lambda v: edits.set_field(brief, BOTTOM_LINE, v.strip()), True
            ),
        )
    if key in brief.fields:
        text = brief.fields[key]
        return (Field("text", key, text, lambda v: edits.set_template_field(brief, key, v.strip()), True),)
    if item := brief.item(key):
        return _item_fields(brief, item)
    if judgement := brief.judgement(key):
        return _judgement_fields(brief, judgement)
    if section := brief.section(key):
        return (Field("title", "title", section.title, lambda v: edits.set_section(brief, replace(section, title=v))),)
    return ()


def field(brief: Brief, key: str, name: str) -> Field:
    """A field of an entry by its name.

    Raises:
        NotFoundError: where there is no such entry, or it has no such field, any more.
    """
    found = next((f for f in fields_of(brief, key) if f.name == name), None)
    if found is None:
        raise NotFoundError(f"{label(brief, key)} has no {name} any more", hint="u may bring it back")
    return found


def _item_fields(brief: Brief, item: Item) -> tuple[Field, ...]:
    def put(name: str) -> Callable[[str], Brief]:
        def with_value(value: str) -> Brief:
            changes: dict[str, Any] = {name: value.strip()}
            return edits.set_item(brief, replace(item, **changes))

        return with_value

    fields = []
    if item.kind is not ItemKind.QUOTE:
        title = "paraphrase" if item.kind is ItemKind.PARAPHRASE else "text"
        fields.append(Field("text", title, item.text, put("text"), True))
    fields.append(Field("core", "core statement (one line: what this item says)", item.core, put("core")))
    if excerpt := brief.excerpts.get(item.excerpt):
        fields.append(Field("note", "note, for the footnote", item.note, put("note"), True))
        fields.extend(_speaker_fields(brief, excerpt))
    return tuple(fields)


def _speaker_fields(brief: Brief, excerpt: Excerpt) -> tuple[Field, ...]:
    speaker = excerpt.speaker or Speaker("")

    def put(changed: Speaker) -> Brief:
        return edits.set_excerpt(brief, replace(excerpt, speaker=changed if changed.name else None))

    def renamed(value: str) -> Brief:
        """Another name: what was found about the one before says nothing about it."""
        wanted = " ".join(value.split())
        return put(
            speaker if wanted == speaker.name else Speaker(wanted, kind=SpeakerKind.of(wanted), extra=speaker.extra)
        )

    def through(value: str) -> Brief:
        return put(replace(speaker, via=tuple(filter(None, map(str.strip, value.split(";"))))))

    name = Field("speaker", "speaker: who says these words", speaker.name, renamed)
    if not speaker.name:
        return (name,)
    return (
        name,
        Field("role", "the speaker's role", speaker.role, lambda v: put(replace(speaker, role=v.strip()))),
        Field("via", "through whom the words came (several: with ;)", "; ".join(speaker.via), through),
    )


def _judgement_fields(brief: Brief, judgement: Judgement) -> tuple[Field, ...]:
    confidence = judgement.confidence

    def put(changed: Judgement) -> Brief:
        return edits.set_judgement(brief, changed)

    def put_confidence(changed: Confidence) -> Brief:
        return put(replace(judgement, confidence=changed))

    return (
        Field("text", "judgement", judgement.text, lambda v: put(replace(judgement, text=v.strip())), True),
        Field(
            "likelihood",
            "likelihood",
            judgement.likelihood,
            lambda v: put(replace(judgement, likelihood=v)),
            choices=likelihoods(brief),
        ),
        Field(
            "confidence",
            "confidence",
            confidence.level,
            lambda v: put_confidence(replace(confidence, level=v)),
            choices=(UNSTATED, *((level, level, "") for level in CONFIDENCE)),
        ),
        Field(
            "because",
            "reason for the confidence (what follows ‘because’, or a sentence)",
            confidence.because,
            lambda v: put_confidence(replace(confidence, because=reason(v, brief.language))),
            True,
        ),
    )


def likelihoods(brief: Brief) -> tuple[tuple[str, str, str], ...]:
    """The words of the brief's scale with the range each stands for."""
    terms = SCALES.get(brief.scale, ())
    return (UNSTATED, *((t.word, t.word, f"{t.low} to {t.high} %") for t in terms))


def section_of(brief: Brief, key: str) -> Section | None:
    """The section that an entry is or stands in; the last one for an entry outside sections."""
    for section in brief.sections:
        if key == section.id or any(item.id == key for item in section.items):
            return section
    return brief.sections[-1] if brief.sections else None


def shift(brief: Brief, key: str, step: int) -> Brief:
    """Move an entry up (-1) or down (1) among its like."""
    if brief.item(key):
        return edits.shift_item(brief, key, step)
    if brief.section(key):
        return edits.shift_section(brief, key, step)
    if brief.judgement(key):
        return edits.shift_judgement(brief, key, step)
    return brief


def excerpts_of(brief: Brief, key: str) -> list[Excerpt]:
    """The excerpts that an entry rests on."""
    item, judgement = brief.item(key), brief.judgement(key)
    ids = [item.excerpt] if item and item.excerpt else []
    if judgement:
        ids = [*judgement.for_, *judgement.against]
    return [brief.excerpts[i] for i in ids if i in brief.excerpts]


def passages_of(brief: Brief, key: str) -> list[Excerpt]:
    """The excerpts that an entry rests on or, where it rests on none, those that its text cites."""
    texts = () if brief.section(key) else (field.value for field in fields_of(brief, key))
    calls = dict.fromkeys(call for text in texts for call in cited(text))
    return excerpts_of(brief, key) or [brief.excerpts[i] for i in calls if i in brief.excerpts]


def entry_of(brief: Brief, place: str) -> str:
    """The entry that a finding's place belongs to; empty where it belongs to none."""
    if place in brief.excerpts:
        citing = (key for key in keys(brief) if any(e.id == place for e in passages_of(brief, key)))
        return next(chain(brief.uses(place), citing), "")
    return place if place in keys(brief) else ""


def with_level(brief: Brief, key: str, level: int) -> Brief:
    """A section on another level; the first one cannot stand under another.

    Raises:
        InvalidError: for an entry that is no section, and for the first section.
    """
    section = brief.section(key)
    if section is None:
        raise InvalidError("only a section has a level", hint="put the cursor on a section")
    if level > 1 and brief.sections[0].id == key:
        raise InvalidError("the first section has none before it to stand under")
    return brief if section.level == level else edits.set_section(brief, replace(section, level=level))
