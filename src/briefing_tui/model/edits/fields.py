"""The brief's own fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...errors import InvalidError
from ..brief import Brief
from ..brief_fields import FIELDS


def set_field(brief: Brief, name: str, value: str) -> Brief:
    """Set one of the brief's own fields, named as in the file.

    Raises:
        InvalidError: where there is no such field.
    """
    if name not in FIELDS:
        raise InvalidError(f"a brief has no field '{name}'", where=name, hint="one of: " + ", ".join(FIELDS))
    changes: dict[str, Any] = {name.replace("-", "_"): value}
    return replace(brief, **changes)


def set_template_field(brief: Brief, name: str, value: str) -> Brief:
    """Set a text that the brief's form asks for."""
    return replace(brief, fields={**brief.fields, name: value})


def fit_fields(brief: Brief, asked: Iterable[str]) -> Brief:
    """The texts that a form asks for, in its order and empty where there are none yet; then what else is written."""
    fields = {name: brief.fields.get(name, "") for name in asked}
    return replace(brief, fields=fields | {name: text for name, text in brief.fields.items() if text})
