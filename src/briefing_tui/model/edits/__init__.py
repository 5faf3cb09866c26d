"""Edits of a brief: each takes a brief and returns a new one; nothing else changes a brief."""

from __future__ import annotations

from ..brief_fields import FIELDS
from .alterations import alter, unalter
from .fields import fit_fields, set_field, set_template_field
from .ids import last_id, new_id
from .items import add_text, append, drop, move_item, set_item, shift_item
from .judgements import judge, promote, set_judgement, shift_judgement
from .pins import pin, pinned_before, reanchor, set_excerpt, unpin
from .recutting import Recut, recut
from .sections import add_section, find_or_add_section, first_title, set_section, shift_section
from .suppressions import suppress, unsuppress

__all__ = [
    "FIELDS",
    "Recut",
    "add_section",
    "add_text",
    "alter",
    "append",
    "drop",
    "find_or_add_section",
    "first_title",
    "fit_fields",
    "judge",
    "last_id",
    "move_item",
    "new_id",
    "pin",
    "pinned_before",
    "promote",
    "reanchor",
    "recut",
    "set_excerpt",
    "set_field",
    "set_item",
    "set_judgement",
    "set_section",
    "set_template_field",
    "shift_item",
    "shift_judgement",
    "shift_section",
    "suppress",
    "unalter",
    "unpin",
    "unsuppress",
]
