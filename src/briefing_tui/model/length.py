"""How long a briefing is in words of running text: headings, notes and sources count by the room that they take."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from .alteration import printed_text
from .brief import Brief, ItemKind
from .excerpt import Excerpt

HEAD, SECTION, JUDGEMENT, EXCERPT, SOURCE = 155, 27, 14, 11, 29
"""What the cover block takes in words of running text, each heading, judgement, note, and entry of the sources."""


def length_in_words(brief: Brief) -> int:
    """Words of running text that would fill as much."""
    words = HEAD + _count(brief.bottom_line) + SECTION * len(brief.sections)
    words += sum(map(_count, brief.fields.values()))
    cited: set[str] = set()
    for judgement in brief.judgements:
        words += _count(judgement.text) + _count(judgement.confidence.because) + JUDGEMENT
        cited.update(judgement.for_, judgement.against)
    for _, item in brief.items():
        excerpt = brief.excerpts.get(item.excerpt)
        body = _printed(excerpt) if item.kind is ItemKind.QUOTE and excerpt else item.text
        words += _count(body) + _count(item.core) + _count(item.note)
        cited.add(item.excerpt)
    excerpts = [brief.excerpts[i] for i in cited if i in brief.excerpts]
    return words + EXCERPT * len(excerpts) + SOURCE * len({e.article for e in excerpts})


def tenths(pages: float) -> str:
    """A number of pages with one place, never less than it is: what runs over a limit is seen to."""
    return f"{ceil(round(pages * 10, 3)) / 10:.1f}"


def _printed(excerpt: Excerpt) -> str:
    """What is printed of a quote; without alterations nothing is looked at that has as many words."""
    return printed_text(excerpt.exact, excerpt.alterations) if excerpt.alterations else excerpt.exact


@lru_cache(maxsize=8192)
def _count(text: str) -> int:
    """The same texts are counted at every key."""
    return len(text.split())
