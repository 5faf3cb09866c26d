"""How a passage stands in its source, in words for people. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Excerpt, ExcerptState, ItemKind, Verification
from ..model.alteration import fitting
from ..model.excerpt import standing
from ..model.naming import count, place
from .entries import STATES

if TYPE_CHECKING:
    from .pinning import Pinned


def stands(excerpt: Excerpt, found: Verification, kind: ItemKind) -> str:
    """How it stands; of a quote that is printed with alterations with how many."""
    said = STATES[found.state.value]
    altered = len(fitting(excerpt.exact, excerpt.alterations)) if kind is ItemKind.QUOTE else 0
    if altered and found.state is ExcerptState.IDENTICAL:
        return f"{said} but for {count(altered, 'alteration')}"
    return said


def cut_out(excerpt: Excerpt) -> str:
    """What its cut leaves out, where it was pinned as it is though that was pointed out; empty where nothing."""
    if excerpt.context is None or not excerpt.context.dismissed:
        return ""
    from ..checks.context import dismissed, listed

    kinds = dismissed(excerpt)
    return f"its cut leaves out {listed(kinds)}" if kinds else ""


def pinned_as(pinned: Pinned, *, after_id: str = " · ", between: str = " · ") -> str:
    """What was pinned, where it stands, and how: ‘Pinned e3 · ¶ 4 · verified’."""
    state = pinned.verification.state
    where = place(standing(pinned.excerpt, pinned.verification))
    how = "verified" if state.verified else STATES[state.value]
    return f"Pinned {pinned.excerpt.id}{after_id}{where}{between}{how}"
