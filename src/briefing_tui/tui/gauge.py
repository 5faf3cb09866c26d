"""How long a briefing is getting: an estimate while one writes; compiling tells the truth."""

from __future__ import annotations

from ..model import Brief, ItemKind

WORDS_A_PAGE = 430
"""Words of running text on a page of the house style, notes included."""
NOTE_WORDS = 14
"""What a footnote takes, in words of running text."""


def pages(brief: Brief) -> float:
    """The estimated number of pages, cover block included."""
    words = 60 + len(brief.bottom_line.split()) + 12 * len(brief.sections)
    words += sum(len(j.text.split()) + len(j.confidence.because.split()) + 8 for j in brief.judgements)
    for _, item in brief.items():
        excerpt = brief.excerpts.get(item.excerpt)
        body = excerpt.exact if item.kind is ItemKind.QUOTE and excerpt else item.text
        words += len(body.split()) + len(item.core.split()) + (NOTE_WORDS if excerpt else 0)
    return words / WORDS_A_PAGE


def in_words(brief: Brief, wanted: int) -> str:
    """The gauge: '≈1.4/2 p'."""
    return f"≈{pages(brief):.1f}/{wanted} p"
