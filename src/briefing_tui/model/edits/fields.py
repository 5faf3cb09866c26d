"""The brief's own fields."""

from __future__ import annotations

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
