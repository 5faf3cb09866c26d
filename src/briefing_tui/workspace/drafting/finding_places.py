"""Where a finding leads: an entry of the draft, one of the brief's own fields, a source, or the brief as a whole."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from ...model import Brief
from ...model.own_text import cited
from . import entries


class Goal(StrEnum):
    """What kind of place a finding leads to."""

    ENTRY = "entry"
    FIELD = "field"
    SOURCE = "source"
    """That of an excerpt which no entry uses."""
    BRIEF = "brief"


def goal_of(brief: Brief, place: str, fields: Collection[str]) -> tuple[Goal, str]:
    """The kind of place that a finding leads to, with its key: an entry, a field's name, or an excerpt.

    Args:
        brief: the brief.
        place: that of the finding.
        fields: the names of the brief's own fields, those of its form too.
    """
    if entry := entries.entry_of(brief, place) or _citing(brief, place):
        return Goal.ENTRY, entry
    if place in brief.excerpts:
        return Goal.SOURCE, place
    return (Goal.FIELD, place) if place in fields else (Goal.BRIEF, "")


def _citing(brief: Brief, excerpt_id: str) -> str:
    """The first entry whose own text cites an excerpt; empty where none does."""
    if excerpt_id not in brief.excerpts:
        return ""
    texts = [(entries.BOTTOM_LINE, brief.bottom_line), *brief.fields.items()]
    texts += [(j.id, f"{j.text} {j.confidence.because}") for j in brief.judgements]
    texts += [(item.id, f"{item.text} {item.note}") for _, item in brief.items()]
    return next((key for key, text in texts if excerpt_id in cited(text)), "")
