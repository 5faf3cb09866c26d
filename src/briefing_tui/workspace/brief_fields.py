"""Setting a brief's own fields: a value that would be an error of the checklist is refused at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..errors import InvalidError
from ..model import Brief, edits
from .places import Places

VALUE_RULES = frozenset(
    {"form.date", "form.marking", "form.template", "form.language", "form.style", "judgement.scale"}
)
"""The rules that say which values a field takes."""


def with_own_fields(brief: Brief, fields: Mapping[str, str], places: Places) -> Brief:
    """The brief with some of its own fields set, named as in the file; an empty value is the one of a new brief.

    Raises:
        InvalidError: for an unknown field or a value that it does not take.
    """
    usual = Brief(brief.id)
    for name, value in fields.items():
        brief = edits.set_field(brief, name, value.strip())
        if not value.strip():
            brief = edits.set_field(brief, name, getattr(usual, name.replace("-", "_")))
    _refuse_wrong_values(brief, {name for name, value in fields.items() if value.strip()}, places)
    return brief


def _refuse_wrong_values(brief: Brief, names: set[str], places: Places) -> None:
    if not names:
        return
    from .compiling import Sources, findings

    own = replace(brief, excerpts={}, judgements=(), sections=(), bottom_line="")
    for found in findings(own, Sources({}, {}), places):
        if found.rule in VALUE_RULES and found.place in names:
            raise InvalidError(found.message, where=found.place, hint=found.hint)
