"""Reading, whatever the screen: the passages of an article, a selection among them, and where that is."""

from __future__ import annotations

from .citing import citation
from .clauses import clauses
from .labels import LETTERS, labels
from .passages import Block, Passages
from .place import Place, edges
from .quoted import Quotations
from .selection import Selection
from .wording import Chosen, Words
from .words import Spelled, find_words

__all__ = [
    "LETTERS", "Block", "Chosen", "Passages", "Place", "Quotations", "Selection", "Spelled", "Words", "citation",
    "clauses", "edges", "find_words", "labels",
]  # fmt: skip
