"""Checks: a brief, its sources and, after a layout, its layout facts go in; findings come out."""

from __future__ import annotations

from . import (
    cuts,
    fields,
    form,
    independence,
    joined_words,
    judgements,
    layout,
    likelihood,
    opinions,
    own_words,
    quotations,
    quote_alterations,
    quoted_names,
    repeated_quotes,
    seeming_sources,
    sources,
    speakers,
    stacked_marks,
    stand_ins,
    suppressions,
    templates,
    whole_words,
)
from .crediting import credit_doubt, speakers_at
from .difference import difference
from .opinions import is_opinion
from .origins import groups
from .profile import ProfileProblem, ReadProfile, limits_of, read_profile
from .registry import LAYOUT, RULES, SUPPRESSION, Age, Profile, Rule, Subject, check, checklist, weight
from .sheet import by_group, rule_sheet
from .verification import evidence_place, verify

__all__ = [
    "LAYOUT", "RULES", "SUPPRESSION", "Age", "Profile", "ProfileProblem", "ReadProfile", "Rule", "Subject",
    "by_group", "check", "checklist", "credit_doubt", "cuts", "difference", "evidence_place", "fields", "form",
    "groups", "independence", "is_opinion", "joined_words", "judgements", "layout", "likelihood", "limits_of",
    "opinions", "own_words", "quotations", "quote_alterations", "quoted_names", "read_profile", "repeated_quotes",
    "rule_sheet", "seeming_sources", "sources", "speakers", "speakers_at", "stacked_marks", "stand_ins",
    "suppressions", "templates", "verify", "weight", "whole_words",
]  # fmt: skip
