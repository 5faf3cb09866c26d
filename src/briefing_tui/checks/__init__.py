"""Checks: a brief, its sources and, after a layout, its layout facts go in; findings come out."""

from __future__ import annotations

from . import form, judgements, layout, own_words, quotations, sources
from .difference import difference
from .registry import RULES, Subject, check
from .verification import verify

__all__ = [
    "RULES", "Subject", "check", "difference", "form", "judgements", "layout", "own_words", "quotations", "sources",
    "verify",
]  # fmt: skip
