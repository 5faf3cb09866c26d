"""Sections: added, renamed, moved."""

from __future__ import annotations

from dataclasses import replace

from ...errors import NotFoundError
from ..brief import Brief, Section
from .ids import new_id
from .order import shifted

_FIRST = {
    "en": "Findings",
    "fr": "Constats",
    "de": "Befunde",
    "ru": "Выводы",
    "he": "ממצאים",
    "ar": "النتائج",
}


def first_title(language: str) -> str:
    """The title of the section that a first pin makes in a brief that has none, by the brief's language."""
    return _FIRST.get(language.partition("-")[0].lower(), _FIRST["en"])


def add_section(brief: Brief, title: str, *, after: str = "") -> tuple[Brief, str]:
    """A new section after the one with the id `after`, or at the end."""
    brief, section_id = new_id(brief, "s")
    at = next((n for n, s in enumerate(brief.sections, 1) if s.id == after), len(brief.sections))
    new = Section(section_id, title)
    return replace(brief, sections=(*brief.sections[:at], new, *brief.sections[at:])), section_id


def find_or_add_section(brief: Brief, name: str) -> tuple[Brief, str]:
    """The id of the section with that id or title, made where there is none; for an empty name the last one.

    A title in other case is the same one, unless a section has it letter for letter.
    """
    if not name:
        if brief.sections:
            return brief, brief.sections[-1].id
        return add_section(brief, first_title(brief.language))
    for section in brief.sections:
        if name in (section.id, section.title):
            return brief, section.id
    alike = next((section.id for section in brief.sections if section.is_called(name)), "")
    return (brief, alike) if alike else add_section(brief, name)


def set_section(brief: Brief, section: Section) -> Brief:
    """Put a section in place of the one with its id."""
    if brief.section(section.id) is None:
        raise NotFoundError(f"no section '{section.id}'", where=brief.id)
    return replace(brief, sections=tuple(section if s.id == section.id else s for s in brief.sections))


def shift_section(brief: Brief, section_id: str, step: int) -> Brief:
    """Move a section one place up (-1) or down (1)."""
    return replace(brief, sections=shifted(brief.sections, section_id, step))
