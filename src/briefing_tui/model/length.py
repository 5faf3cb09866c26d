"""How long a briefing is in words of running text: headings, notes and sources count by the room that they take."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from .alteration import printed_text
from .brief import Brief, ItemKind
from .excerpt import Excerpt
from .layout_facts import LayoutFacts

HEAD, SECTION, JUDGEMENT, EXCERPT, SOURCE = 155, 27, 14, 11, 29
"""What the cover block takes in words of running text, each heading, judgement, note, and entry of the sources."""

WORDS_A_PAGE = 700
"""Words of running text on a page that has nothing else: what compiled briefs of the house style come to."""
LINES_A_PAGE, WORDS_A_LINE, STEP = 60, 13, 5
"""Lines of running text, and words in a full one, on a page of nothing else; what words to cut are counted in."""
FEWEST = 4.0
"""Words in a line, below which a script is one without spaces, whose words nobody can count."""


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


def words_over(layout: LayoutFacts, limit: int) -> int:
    """About how many words of running text must go so that a laid-out brief keeps to a limit of pages; 0 where it does.

    Whole lines go, at least one, with as many words as those of this brief have; told in steps of five, rounded up.
    """
    if not limit or layout.length <= limit:
        return 0
    lines = max(1, ceil(layout.over(limit) * LINES_A_PAGE))
    words = layout.words_a_line if layout.words_a_line >= FEWEST else WORDS_A_LINE
    return ceil(round(lines * words / STEP, 6)) * STEP


def lines_on_last_page(layout: LayoutFacts) -> int:
    """About how many lines of running text would fill the last page that counts as far, at least one; 0 without one."""
    return max(1, round(layout.fills[-1] * LINES_A_PAGE)) if layout.fills else 0


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
