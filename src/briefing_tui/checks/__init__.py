"""Checks: a brief, its sources and, after a layout, its layout facts go in; findings come out."""

from __future__ import annotations

from . import cuts, form, judgements, layout, own_words, quotations, sources, speakers
from .difference import difference
from .registry import RULES, Subject, check
from .verification import evidence_place, verify

__all__ = [
    "RULES", "Subject", "check", "cuts", "difference", "evidence_place", "form", "judgements", "layout", "own_words",
    "quotations", "sources", "speakers", "verify",
]  # fmt: skip
