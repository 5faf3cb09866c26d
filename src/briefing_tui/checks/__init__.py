"""Checks: a brief, its sources and, after a layout, its layout facts go in; findings come out."""

from __future__ import annotations

from .forming import fields, form, layout, suppressions, templates
from .judging import judgements, likelihood
from .quoting import (
    cuts,
    half_marks,
    joined_words,
    own_words,
    quotations,
    quote_alterations,
    quoted_names,
    repeated_quotes,
    seeming_sources,
    stacked_marks,
    stand_ins,
    whole_words,
)
from .quoting.difference import difference
from .quoting.verification import evidence_place, verify
from .rules.profile import ProfileProblem, ReadProfile, limits_of, read_profile
from .rules.registry import LAYOUT, RULES, SUPPRESSION, Age, Profile, Rule, Subject, check, checklist, weight
from .rules.sheet import by_group, rule_sheet
from .sourcing import independence, opinions, reported, sources, speakers
from .sourcing.opinions import is_opinion
from .sourcing.origins import groups
from .speaking.crediting import credit_doubt, reported_by, speakers_at

__all__ = [
    "LAYOUT", "RULES", "SUPPRESSION", "Age", "Profile", "ProfileProblem", "ReadProfile", "Rule", "Subject",
    "by_group", "check", "checklist", "credit_doubt", "cuts", "difference", "evidence_place", "fields", "form",
    "groups", "half_marks", "independence", "is_opinion", "joined_words", "judgements", "layout", "likelihood",
    "limits_of", "opinions", "own_words", "quotations", "quote_alterations", "quoted_names", "read_profile",
    "repeated_quotes", "reported", "reported_by", "rule_sheet", "seeming_sources", "sources", "speakers",
    "speakers_at", "stacked_marks", "stand_ins", "suppressions", "templates", "verify", "weight", "whole_words",
]  # fmt: skip
