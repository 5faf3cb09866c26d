"""Checks: a brief, its sources and, after a layout, its layout facts go in; findings come out."""

from __future__ import annotations

from . import (
    cuts,
    form,
    independence,
    judgements,
    layout,
    likelihood,
    opinions,
    own_words,
    quotations,
    sources,
    speakers,
    suppressions,
    templates,
)
from .difference import difference
from .opinions import is_opinion
from .origins import groups
from .profile import ProfileProblem, ReadProfile, read_profile
from .registry import LAYOUT, RULES, SUPPRESSION, Age, Profile, Rule, Subject, check, checklist, weight
from .sheet import by_group, rule_sheet
from .verification import evidence_place, verify

__all__ = [
    "LAYOUT", "RULES", "SUPPRESSION", "Age", "Profile", "ProfileProblem", "ReadProfile", "Rule", "Subject",
    "by_group", "check", "checklist", "cuts", "difference", "evidence_place", "form", "groups", "independence",
    "is_opinion", "judgements", "layout", "likelihood", "opinions", "own_words", "quotations", "read_profile",
    "rule_sheet", "sources", "speakers", "suppressions", "templates", "verify", "weight",
]  # fmt: skip
