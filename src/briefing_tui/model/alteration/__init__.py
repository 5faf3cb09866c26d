"""Alterations of a quote: operations that can be undone, never edits of its words (rule 2 of the contract).

They stand beside the words that were pinned; what is printed is made of both. Positions count code points of those
words, not of the article, so that they stay right when the passage moves in its source.
"""

from __future__ import annotations

from .carrying import carried
from .inserted import LONGEST_INSERTION
from .kinds import OMITTED, SIC, Alteration, AlterationKind, altered, first_letter, headed, other_case
from .moving import moved_with
from .printing import Run, Stretch, printed, printed_text
from .rules import fitting, misfit, misfits

__all__ = [
    "LONGEST_INSERTION",
    "OMITTED",
    "SIC",
    "Alteration",
    "AlterationKind",
    "Run",
    "Stretch",
    "altered",
    "carried",
    "first_letter",
    "fitting",
    "headed",
    "misfit",
    "misfits",
    "moved_with",
    "other_case",
    "printed",
    "printed_text",
]
