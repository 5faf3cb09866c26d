"""What stands in which section, and the number of each of its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.model import Brief, ItemKind, Section
from briefing_tui.model.own_text import paragraphs
from briefing_tui.model.sections import is_bare
from briefing_tui.model.template import Numbering, Template

from ..languages.wording import Wording

_REQUIRED = "required-"


def paragraph_numbers(brief: Brief, numbering: Numbering) -> dict[str, list[str]]:
    """The numbers of the paragraphs of each item: 1.1, 1.2 … within each section of the first level, or 1, 2, 3 …."""
    numbers: dict[str, list[str]] = {}
    chapter = paragraph = 0
    for section in brief.sections:
        if chapter == 0 or section.level == 1:
            chapter += 1
            paragraph = 0 if numbering is Numbering.SECTIONS else paragraph
        for item in section.items:
            count = 1 if item.kind is ItemKind.QUOTE else len(paragraphs(item.text)) or 1
            before = f"{chapter}." if numbering is Numbering.SECTIONS else ""
            numbers[item.id] = [f"{before}{paragraph + n}" for n in range(1, count + 1)]
            paragraph += count
    return numbers


def judgement_number(n: int, numbering: Numbering, words: Wording) -> str:
    """The number of the n-th judgement, from 1; a letter of the language's where paragraphs have the numbers."""
    if numbering is Numbering.SECTIONS or n > len(words.letters):
        return str(n)
    return words.letters[n - 1]


def section_number(n: int, numbering: Numbering) -> str:
    """The number of the n-th section, from 1; none where paragraphs are numbered through."""
    return str(n) if numbering is Numbering.SECTIONS else ""


def with_required(brief: Brief, template: Template, words: Wording) -> tuple[Section, ...]:
    """The sections, with an empty one for each that the form requires and the brief lacks; after the one before it."""
    result = list(brief.sections)
    after = 0
    for key in template.sections:
        title = words.label(key)
        there = next((n for n, s in enumerate(result) if s.is_called(title)), None)
        if there is None:
            result.insert(after, Section(_REQUIRED + key, title))
            there = after
        after = max(after, _end(result, there))
    return tuple(result)


def gaps(sections: Sequence[Section], template: Template, words: Wording) -> frozenset[str]:
    """The ids of the sections that the form requires and in which nothing stands."""
    titles = [words.label(key) for key in template.sections]
    return frozenset(
        section.id for n, section in enumerate(sections) if any(map(section.is_called, titles)) and is_bare(sections, n)
    )


def _end(sections: list[Section], n: int) -> int:
    """Where the sections below one end."""
    return next((m for m in range(n + 1, len(sections)) if sections[m].level <= 1), len(sections))
