"""The context guard: what a cut out of an article leaves out that bears on the words that it keeps."""

from __future__ import annotations

from ..phrasing.warning import SENTENCES, ContextKind, ContextWarning, Side
from .guard import context_warnings
from .omitted import omitted
from .report import ContextReport, dismissed, listed

__all__ = [
    "SENTENCES",
    "ContextKind",
    "ContextReport",
    "ContextWarning",
    "Side",
    "context_warnings",
    "dismissed",
    "listed",
    "omitted",
]
