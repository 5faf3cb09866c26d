"""Rules on the fields of a brief's file: what somebody wrote in one is printed, or it is said that it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from difflib import get_close_matches
from typing import Any

from ...model import Brief, Item, ItemKind, Severity
from ...model.alteration import Alteration
from ...model.blank import is_blank
from ...model.brief import Confidence, Judgement, Section
from ...model.excerpt import ContextChoice, Evidence, Excerpt, Speaker
from ...model.own_text import cited
from ..rules.registry import Hit, Subject, rule

OWN = "x-"
"""What the name of a house's own field begins with, which is never taken for a misspelt one."""
_NEAR = 0.75
"""How alike a name and a known one are (difflib) that are taken for the same."""
_FILED = {"span": ("start", "end"), "newer-format": ("format",)}
"""Fields that a file has under other names."""


def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a kind of entry, as the file spells them."""
    spelt = (f.name.strip("_").replace("_", "-") for f in fields_of(kind) if f.name != "extra")
    return tuple(name for field in spelt for name in _FILED.get(field, (field,)))


KNOWN = {
    "a brief": _names(Brief),
    "a section": _names(Section),
    "an item": _names(Item),
    "a judgement": _names(Judgement),
    "the confidence of a judgement": _names(Confidence),
    "an excerpt": _names(Excerpt),
    "a speaker": _names(Speaker),
    "the evidence of a speaker": _names(Evidence),
    "a choice of context": _names(ContextChoice),
    "an alteration": _names(Alteration),
}
"""The fields of each kind of entry, as the file spells them."""
_ANYWHERE = frozenset(name for names in KNOWN.values() for name in names)


@rule("form.lost-field", Severity.ERROR, binding=True)
def lost_field(subject: Subject) -> Iterator[Hit]:
    """A field that is written and that an entry of its kind does not print.

    What somebody wrote would be missing from the pages, and nobody would be told.
    """
    for _, item in subject.brief.items():
        yield from _lost_of_item(item)
    for judgement in subject.brief.judgements:
        if not is_blank(judgement.confidence.because) and is_blank(judgement.confidence.level):
            yield _lost(
                judgement.id, "because", "a judgement without a level of confidence", "give it a level (e in the draft)"
            )


@rule("form.misspelt-field", Severity.ERROR, binding=True)
def misspelt_field(subject: Subject) -> Iterator[Hit]:
    """A field that is nearly one of the program's, or is one of another kind of entry: it is kept and not printed.

    One wrong letter would take a judgement or a section out of the briefing, and nobody would be told.
    """
    for place, kind, name in _unknown(subject.brief):
        if near := _meant(kind, name):
            hint = f"did you mean {near}? " if near != name else "take it out; "
            hint += f"a field of your own, which is not printed, has a name that begins with {OWN}"
            yield Hit(place, f"{kind} has no field '{name}': what is in it is not printed", hint)


@rule("form.unknown-field", Severity.NOTE)
def unknown_field(subject: Subject) -> Iterator[Hit]:
    """A field that the program does not know: it is kept as it is, and not printed.

    A house may keep there what it likes; none of it reaches the reader.
    """
    for place, kind, name in _unknown(subject.brief):
        if not _meant(kind, name):
            yield Hit(place, f"{kind} has no field '{name}': it is kept, and not printed", "nothing, if it is your own")


def _lost_of_item(item: Item) -> Iterator[Hit]:
    quote, own = item.kind is ItemKind.QUOTE, item.kind is ItemKind.TEXT
    if quote and not is_blank(item.text):
        yield _lost(item.id, "text", "a quote", "make it an item of its own, or a note")
    if own and not is_blank(item.note):
        yield _lost(item.id, "note", "a text of your own", "write it into the text, or to an item with a passage")
    if own and item.excerpt and item.excerpt not in cited(item.text):
        yield _lost(item.id, "excerpt", "a text of your own", f"cite it in the text as [@{item.excerpt}]")


def _lost(place: str, name: str, kind: str, hint: str) -> Hit:
    return Hit(place, f"'{name}' of {place} is not printed: {kind} does not show it", f"{hint}, or take it out")


def _meant(kind: str, name: str) -> str:
    """The known field that an unknown one is taken for; empty for one of somebody's own."""
    spelt = name.casefold().replace("_", "-")
    if spelt.startswith(OWN):
        return ""
    near = get_close_matches(spelt, KNOWN[kind], 1, _NEAR)
    return near[0] if near else spelt if spelt in _ANYWHERE else ""


def _unknown(brief: Brief) -> Iterator[tuple[str, str, str]]:
    """Each field that the program does not know and that holds something: its place, kind of entry and name."""
    for place, kind, extra in _extras(brief):
        yield from ((place, kind, str(name)) for name, value in extra.items() if _filled(value))


def _filled(value: Any) -> bool:
    return not is_blank(value) if isinstance(value, str) else value not in (None, [], {})


def _extras(brief: Brief) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    yield "", "a brief", brief.extra
    for judgement in brief.judgements:
        yield judgement.id, "a judgement", judgement.extra
        yield judgement.id, "the confidence of a judgement", judgement.confidence.extra
    for section in brief.sections:
        yield section.id, "a section", section.extra
        yield from ((item.id, "an item", item.extra) for item in section.items)
    for excerpt in brief.excerpts.values():
        yield from _extras_of(excerpt)


def _extras_of(excerpt: Excerpt) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    yield excerpt.id, "an excerpt", excerpt.extra
    if excerpt.speaker:
        yield excerpt.id, "a speaker", excerpt.speaker.extra
        yield from ((excerpt.id, "the evidence of a speaker", e.extra) for e in excerpt.speaker.evidence)
    if excerpt.context:
        yield excerpt.id, "a choice of context", excerpt.context.extra
    yield from ((excerpt.id, "an alteration", a.extra) for a in excerpt.alterations)
