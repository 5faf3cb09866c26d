"""How long a briefing is: what its layout came to, and an estimate while that is being made."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Brief, LayoutFacts
from ..model.length import WORDS_A_PAGE, length_in_words, tenths, words_over

LONG = 4
"""Pages from which a layout takes so long that one nobody waits for is ended."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A brief as it was laid out."""

    brief: Brief
    facts: LayoutFacts | None
    """What its pages are like; `None` where they could not be made."""
    limit: int
    """Pages that it may have; 0 for any number."""
    words_a_page: float = field(init=False, default=WORDS_A_PAGE)
    """How much went on a page: counted once, where the layout was made, and not at each key."""

    def __post_init__(self) -> None:
        if self.facts and self.facts.length:
            object.__setattr__(self, "words_a_page", length_in_words(self.brief) / self.facts.length)

    @property
    def is_long(self) -> bool:
        """Whether its layout took long."""
        return self.facts is not None and self.facts.pages > LONG


def in_words(brief: Brief, limit: int, last: Laid | None = None) -> str:
    """The gauge: '≈1.4/2 p', or '1.4/2 p' of this very brief's layout, or '– p' where it could not be made.

    Where it is too long, it says how many words must go: '2.2/2 p, cut 15 words'. Behind it stands how many pages
    there are with the annex, which the limit does not count: '1.4/2 p, PDF 5'.

    Args:
        brief: as it is now.
        limit: pages that it may have, where no layout in its form said so; 0 for any number, or where nobody knows yet.
        last: the last layout.
    """
    known = last if last and last.brief.id == brief.id else None
    if known and (known.brief is brief or known.brief == brief):
        return _measured(known.facts, known.limit) if known.facts else "– p"
    limit = known.limit if known and known.brief.template == brief.template else limit
    if known and known.facts:  # counted as the layout was: as much more as there are more words
        return f"≈{tenths(length_in_words(brief) / known.words_a_page)}{_of(limit)} p"
    return f"≈{length_in_words(brief) / WORDS_A_PAGE:.1f}{_of(limit)} p"


def _measured(facts: LayoutFacts, limit: int) -> str:
    """The pages, and how many words must go where they are too many, as the checklist says."""
    cut = words_over(facts, limit)
    return f"{tenths(facts.length)}{_of(limit)} p{f', cut {cut} words' if cut else ''}{_in_all(facts)}"


def _in_all(facts: LayoutFacts) -> str:
    """The pages that the PDF has, where an annex follows those that count."""
    return f", PDF {facts.pages}" if facts.annexed else ""


def _of(limit: int) -> str:
    """The pages that it may have, where their number is limited."""
    return f"/{limit}" if limit else ""
