"""Items: the author's own text added, entries changed, moved and taken out."""

from __future__ import annotations

from dataclasses import replace

from ...errors import NotFoundError
from ..brief import Brief, Item, ItemKind
from .ids import new_id
from .sections import find_or_add_section, set_section


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
    if item is None:
        raise NotFoundError(f"no item '{item_id}'", where=brief.id)
    without = _without_item(brief, item_id)
    target = without.section(section_id)
    if target is None:
        raise NotFoundError(f"no section '{section_id}'", where=brief.id)
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
    prose = " ".join(brief.prose())
    kept = {k: e for k, e in brief.excerpts.items() if k in used or f"@{k}]" in prose}
    return brief if len(kept) == len(brief.excerpts) else replace(brief, excerpts=kept)


def _without_item(brief: Brief, item_id: str) -> Brief:
    sections = tuple(
        replace(s, items=tuple(i for i in s.items if i.id != item_id)) if any(i.id == item_id for i in s.items) else s
        for s in brief.sections
    )
    return replace(brief, sections=sections)
