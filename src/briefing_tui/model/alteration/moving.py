"""Where alterations stand when the words that they belong to have become others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..quotation import find_all
from ..span import Span
from .kinds import Alteration, AlterationKind, first_letter


def moved_with(alterations: Sequence[Alteration], before: str, after: str) -> tuple[Alteration, ...]:
    """The alterations of words that have become others: each where its words stand now, or as it was.

    What fits no longer is kept, so that a person decides about it.
    """
    return tuple(_moved(a, before, after) for a in alterations)


def _moved(alteration: Alteration, before: str, after: str) -> Alteration:
    end = alteration.span.end
    if before == after or (after[:end] == before[:end] and alteration.span.slice(after) == alteration.exact):
        return alteration
    place = _place(alteration, before, after)
    return replace(alteration, span=place, exact=place.slice(after)) if place else alteration


def _place(alteration: Alteration, before: str, after: str) -> Span | None:
    """Where the same words stand, by rule 1: as many times as before, and the same one of them."""
    if alteration.kind is AlterationKind.CASE:
        first = first_letter(after)
        return first if first and find_all(alteration.exact, first.slice(after)) else None
    was, now = find_all(alteration.exact, before), find_all(alteration.exact, after)
    if alteration.span not in was or len(was) != len(now):
        return None
    return now[was.index(alteration.span)]
