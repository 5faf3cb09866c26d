"""Entries moved among their neighbours."""

from __future__ import annotations

from typing import TypeVar

from ...errors import NotFoundError
from ..brief import Judgement, Section

Entry = TypeVar("Entry", Section, Judgement)


def shifted(entries: tuple[Entry, ...], entry_id: str, step: int) -> tuple[Entry, ...]:
    """The entries with one of them moved by `step` places; at an end they stay as they are."""
    at = next((n for n, e in enumerate(entries) if e.id == entry_id), None)
    if at is None:
        raise NotFoundError(f"nothing has the id '{entry_id}'")
    if not 0 <= at + step < len(entries):
        return entries
    moved = list(entries)
    moved.insert(at + step, moved.pop(at))
    return tuple(moved)
