"""The context guard: what a cut out of an article leaves out that bears on the words that it keeps."""

from __future__ import annotations

from .guard import context_warnings
from .omitted import omitted
from .passage import marks_around
from .report import SENTENCES, ContextKind, ContextReport, ContextWarning, Side, dismissed, listed
from .told import sentences_around, tells

__all__ = [
    "SENTENCES",
    "ContextKind",
    "ContextReport",
    "ContextWarning",
    "Side",
    "context_warnings",
    "dismissed",
    "listed",
    "marks_around",
    "omitted",
    "sentences_around",
    "tells",
]
