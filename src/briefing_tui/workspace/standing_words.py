"""How a passage stands in its source, in words for people. Pure."""

from __future__ import annotations

from ..model import Excerpt, ExcerptState, ItemKind, Verification
from ..model.alteration import fitting
from ..model.naming import count
from .entries import STATES


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
