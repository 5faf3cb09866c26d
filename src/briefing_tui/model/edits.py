"""Edits of a brief: each takes a brief and returns a new one; nothing else changes a brief."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from ..errors import InvalidError, NotFoundError
from .brief import Brief, Confidence, Item, ItemKind, Judgement, Section
from .excerpt import Excerpt, Verification

_Entry = TypeVar("_Entry", Section, Judgement)

UNTITLED_SECTION = "Findings"
"""The section that a first pin makes in a brief that has none."""

FIELDS = (
    "title", "date", "reference", "author", "addressee", "marking", "language", "template", "style", "scale",
    "cut-off", "bottom-line",
)  # fmt: skip
"""The brief's own fields, as the file spells them."""


def new_id(brief: Brief, letter: str) -> tuple[Brief, str]:
    """The next id for `letter` (`e`, `i`, `s` or `j`), and a brief that remembers it was given."""
    n = last_id(brief, letter) + 1
    return replace(brief, last_ids={**brief.last_ids, letter: n}), f"{letter}{n}"


def last_id(brief: Brief, letter: str) -> int:
    """The highest number that `letter` has in the brief or ever had."""
    ids = {
        "e": brief.excerpts.keys(),
        "i": (i.id for _, i in brief.items()),
        "s": (s.id for s in brief.sections),
        "j": (j.id for j in brief.judgements),
    }[letter]
    numbers = (int(i[1:]) for i in ids if i[:1] == letter and i[1:].isdecimal())
    return max(brief.last_ids.get(letter, 0), max(numbers, default=0))


def set_field(brief: Brief, name: str, value: str) -> Brief:
    """Set one of the brief's own fields, named as in the file.

    Raises:
        InvalidError: where there is no such field.
    """
    if name not in FIELDS:
        raise InvalidError(f"a brief has no field '{name}'", where=brief.id, hint="one of: " + ", ".join(FIELDS))
    changes: dict[str, Any] = {name.replace("-", "_"): value}
    return replace(brief, **changes)


def pin(
    brief: Brief,
    excerpt: Excerpt,
    *,
    kind: ItemKind = ItemKind.QUOTE,
    text: str = "",
    note: str = "",
    section: str = "",
) -> tuple[Brief, str, str]:
    """Add an excerpt and an item that uses it, at the end of a section.

    Args:
        brief: the brief.
        excerpt: as `take` gives it, without an id; the same passage pinned before keeps its id.
        kind: quote or paraphrase.
        text: the paraphrase.
        note: for the footnote.
        section: an id or a title; a title that is not there makes a new section; empty is the last section.

    Returns:
        the new brief, the excerpt's id and the item's id.
    """
    known = next((e for e in brief.excerpts.values() if _same_passage(e, excerpt)), None)
    if known:
        excerpt_id = known.id
        if excerpt.speaker:
            brief = set_excerpt(brief, replace(known, speaker=excerpt.speaker))
    else:
        brief, excerpt_id = new_id(brief, "e")
        brief = set_excerpt(brief, replace(excerpt, id=excerpt_id))
    brief, section_id = find_or_add_section(brief, section)
    brief, item_id = new_id(brief, "i")
    item = Item(item_id, kind, excerpt=excerpt_id, text=text, note=note)
    return append(brief, section_id, item), excerpt_id, item_id


def unpin(brief: Brief, excerpt_id: str) -> Brief:
    """Take an excerpt out, with every item that uses it and from every judgement that names it."""
    if excerpt_id not in brief.excerpts:
        raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id)
    return replace(
        brief,
        excerpts={k: e for k, e in brief.excerpts.items() if k != excerpt_id},
        sections=tuple(
            replace(s, items=tuple(i for i in s.items if i.excerpt != excerpt_id))
            if any(i.excerpt == excerpt_id for i in s.items)
            else s
            for s in brief.sections
        ),
        judgements=tuple(
            replace(
                j,
                for_=tuple(e for e in j.for_ if e != excerpt_id),
                against=tuple(e for e in j.against if e != excerpt_id),
            )
            for j in brief.judgements
        ),
    )


def set_excerpt(brief: Brief, excerpt: Excerpt) -> Brief:
    """Put an excerpt in, or in place of the one with its id."""
    return replace(brief, excerpts={**brief.excerpts, excerpt.id: excerpt})


def reanchor(brief: Brief, excerpt_id: str, found: Verification, sha256: str, context: tuple[str, str]) -> Brief:
    """Move an excerpt to where its words stand now (for *moved*, or after a person saw the difference)."""
    if found.span is None:
        raise InvalidError("nothing to anchor to", where=excerpt_id)
    excerpt = brief.excerpts[excerpt_id]
    moved = replace(
        excerpt,
        sha256=sha256,
        span=found.span,
        exact=found.found,
        prefix=context[0],
        suffix=context[1],
        paragraph=found.paragraph,
        heading=found.heading,
    )
    return set_excerpt(brief, moved)


def add_section(brief: Brief, title: str, *, after: str = "") -> tuple[Brief, str]:
    """A new section after the one with the id `after`, or at the end."""
    brief, section_id = new_id(brief, "s")
    at = next((n for n, s in enumerate(brief.sections, 1) if s.id == after), len(brief.sections))
    new = Section(section_id, title)
    return replace(brief, sections=(*brief.sections[:at], new, *brief.sections[at:])), section_id


def find_or_add_section(brief: Brief, name: str) -> tuple[Brief, str]:
    """The id of the section with that id or title, made where there is none; for an empty name the last one."""
    if not name:
        if brief.sections:
            return brief, brief.sections[-1].id
        return add_section(brief, UNTITLED_SECTION)
    for section in brief.sections:
        if name in (section.id, section.title):
            return brief, section.id
    return add_section(brief, name)


def set_section(brief: Brief, section: Section) -> Brief:
    """Put a section in place of the one with its id."""
    if brief.section(section.id) is None:
        raise NotFoundError(f"no section '{section.id}'", where=brief.id)
    return replace(brief, sections=tuple(section if s.id == section.id else s for s in brief.sections))


def add_text(brief: Brief, text: str, *, section: str = "", after: str = "") -> tuple[Brief, str]:
    """The author's own text as a new item, after the item `after` or at the end of a section."""
    brief, section_id = find_or_add_section(brief, section)
    brief, item_id = new_id(brief, "i")
    return append(brief, section_id, Item(item_id, ItemKind.TEXT, text=text), after=after), item_id


def append(brief: Brief, section_id: str, item: Item, *, after: str = "") -> Brief:
    """Add an item after another one, or at the end of a section."""
    section = brief.section(section_id)
    if section is None:
        raise NotFoundError(f"no section '{section_id}'", where=brief.id)
    at = next((n for n, i in enumerate(section.items, 1) if i.id == after), len(section.items))
    return set_section(brief, replace(section, items=(*section.items[:at], item, *section.items[at:])))


def set_item(brief: Brief, item: Item) -> Brief:
    """Put an item in place of the one with its id."""
    for section in brief.sections:
        if any(i.id == item.id for i in section.items):
            items = tuple(item if i.id == item.id else i for i in section.items)
            return set_section(brief, replace(section, items=items))
    raise NotFoundError(f"no item '{item.id}'", where=brief.id)


def move_item(brief: Brief, item_id: str, section_id: str, position: int) -> Brief:
    """Move an item to a 0-based position of a section (clamped to its ends)."""
    item = brief.item(item_id)
    target = brief.section(section_id)
    if item is None or target is None:
        missing = f"no item '{item_id}'" if item is None else f"no section '{section_id}'"
        raise NotFoundError(missing, where=brief.id)
    without = _without_item(brief, item_id)
    target = without.section(section_id)
    assert target is not None
    at = max(0, min(position, len(target.items)))
    return set_section(without, replace(target, items=(*target.items[:at], item, *target.items[at:])))


def shift_item(brief: Brief, item_id: str, step: int) -> Brief:
    """Move an item one place up (-1) or down (1), over the border into the neighbouring section too."""
    for n, section in enumerate(brief.sections):
        at = next((k for k, i in enumerate(section.items) if i.id == item_id), None)
        if at is None:
            continue
        if 0 <= at + step < len(section.items):
            return move_item(brief, item_id, section.id, at + step)
        if 0 <= n + step < len(brief.sections):
            neighbour = brief.sections[n + step]
            return move_item(brief, item_id, neighbour.id, 0 if step > 0 else len(neighbour.items))
        return brief
    raise NotFoundError(f"no item '{item_id}'", where=brief.id)


def shift_section(brief: Brief, section_id: str, step: int) -> Brief:
    """Move a section one place up (-1) or down (1)."""
    return replace(brief, sections=_shifted(brief.sections, section_id, step))


def shift_judgement(brief: Brief, judgement_id: str, step: int) -> Brief:
    """Move a judgement one place up (-1) or down (1)."""
    return replace(brief, judgements=_shifted(brief.judgements, judgement_id, step))


def drop(brief: Brief, entry_id: str) -> Brief:
    """Take out an item, a section with its items, or a judgement.

    An excerpt that nothing uses any more goes with it.
    """
    if brief.item(entry_id):
        brief = _without_item(brief, entry_id)
    elif brief.section(entry_id):
        brief = replace(brief, sections=tuple(s for s in brief.sections if s.id != entry_id))
    elif brief.judgement(entry_id):
        brief = replace(brief, judgements=tuple(j for j in brief.judgements if j.id != entry_id))
    else:
        raise NotFoundError(f"no item, section or judgement '{entry_id}'", where=brief.id)
    used = {i.excerpt for _, i in brief.items()} | {e for j in brief.judgements for e in (*j.for_, *j.against)}
    cited = " ".join([i.text for _, i in brief.items()] + [brief.bottom_line] + [j.text for j in brief.judgements])
    kept = {k: e for k, e in brief.excerpts.items() if k in used or f"@{k}" in cited}
    return brief if len(kept) == len(brief.excerpts) else replace(brief, excerpts=kept)


def judge(
    brief: Brief,
    text: str,
    *,
    likelihood: str = "",
    confidence: Confidence | None = None,
    for_: tuple[str, ...] = (),
    against: tuple[str, ...] = (),
) -> tuple[Brief, str]:
    """Add a key judgement.

    Raises:
        NotFoundError: where an excerpt that it names is not in the brief.
    """
    _known_excerpts(brief, (*for_, *against))
    brief, judgement_id = new_id(brief, "j")
    new = Judgement(judgement_id, text, likelihood, confidence or Confidence(), for_, against)
    return replace(brief, judgements=(*brief.judgements, new)), judgement_id


def promote(brief: Brief, item_id: str) -> tuple[Brief, str]:
    """Make a key judgement of an item: its core statement, else its text, rests on its excerpt."""
    item = brief.item(item_id)
    if item is None:
        raise NotFoundError(f"no item '{item_id}'", where=brief.id)
    return judge(brief, item.core or item.text, for_=(item.excerpt,) if item.excerpt else ())


def set_judgement(brief: Brief, judgement: Judgement) -> Brief:
    """Put a judgement in place of the one with its id."""
    if brief.judgement(judgement.id) is None:
        raise NotFoundError(f"no judgement '{judgement.id}'", where=brief.id)
    _known_excerpts(brief, (*judgement.for_, *judgement.against))
    return replace(
        brief, judgements=tuple(judgement if j.id == judgement.id else j for j in brief.judgements)
    )


def _known_excerpts(brief: Brief, ids: tuple[str, ...]) -> None:
    for excerpt_id in ids:
        if excerpt_id not in brief.excerpts:
            raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id)


def _same_passage(a: Excerpt, b: Excerpt) -> bool:
    return (a.article, a.sha256, a.span) == (b.article, b.sha256, b.span)


def _without_item(brief: Brief, item_id: str) -> Brief:
    sections = tuple(
        replace(s, items=tuple(i for i in s.items if i.id != item_id)) if any(i.id == item_id for i in s.items) else s
        for s in brief.sections
    )
    return replace(brief, sections=sections)


def _shifted(entries: tuple[_Entry, ...], entry_id: str, step: int) -> tuple[_Entry, ...]:
    at = next((n for n, e in enumerate(entries) if e.id == entry_id), None)
    if at is None:
        raise NotFoundError(f"nothing has the id '{entry_id}'")
    if not 0 <= at + step < len(entries):
        return entries
    moved = list(entries)
    moved.insert(at + step, moved.pop(at))
    return tuple(moved)
