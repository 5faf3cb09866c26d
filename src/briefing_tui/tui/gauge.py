"""How long a briefing is getting: an estimate while one writes; compiling tells the truth.

The estimate is what a least-squares fit gives for compiled briefs of the house style, from a fifth of a page to two: it
is within a tenth of a page of each.
"""

from __future__ import annotations

from ..model import Brief, ItemKind

WORDS_A_PAGE = 700
"""Words of running text on a page that has nothing else."""
HEAD, SECTION, JUDGEMENT, EXCERPT, SOURCE = 155, 27, 14, 11, 29
"""What the cover block takes in words of running text, each heading, judgement, note, and entry of the sources."""


def pages(brief: Brief) -> float:
    """The estimated number of pages."""
    words = HEAD + len(brief.bottom_line.split()) + SECTION * len(brief.sections)
    cited: set[str] = set()
    for judgement in brief.judgements:
        words += len(judgement.text.split()) + len(judgement.confidence.because.split()) + JUDGEMENT
        cited.update(judgement.for_, judgement.against)
    for _, item in brief.items():
        excerpt = brief.excerpts.get(item.excerpt)
        body = excerpt.exact if item.kind is ItemKind.QUOTE and excerpt else item.text
        words += len(body.split()) + len(item.core.split()) + len(item.note.split())
        cited.add(item.excerpt)
    excerpts = [brief.excerpts[i] for i in cited if i in brief.excerpts]
    words += EXCERPT * len(excerpts) + SOURCE * len({e.article for e in excerpts})
    return words / WORDS_A_PAGE


def in_words(brief: Brief, wanted: int, counted: int = 0) -> str:
    """The gauge: '≈1.4/2 p', or '2/2 p' where a compile of this very brief has counted the pages."""
    return f"{counted or f'≈{pages(brief):.1f}'}/{wanted} p"
