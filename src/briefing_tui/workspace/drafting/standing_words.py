"""How a passage stands in its source, in words for people. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Excerpt, ExcerptState, Header, ItemKind, TextKind, Verification
from ...model.alteration import fitting
from ...model.excerpt import standing
from ...model.naming import NO_DATE, count, place, shown
from .entries import STATES, STATES_OF_DIGEST

if TYPE_CHECKING:
    from .pinning import Pinned


def stands(excerpt: Excerpt, found: Verification, kind: ItemKind, header: Header | None) -> str:
    """How it stands; of a quote that is printed with alterations with how many.

    Args:
        excerpt: the passage.
        found: what became of it.
        kind: how it is used.
        header: of its article, where it is in the library.
    """
    said = (STATES_OF_DIGEST if _is_digest(header) else STATES)[found.state.value]
    altered = len(fitting(excerpt.exact, excerpt.alterations)) if kind is ItemKind.QUOTE else 0
    if altered and found.state is ExcerptState.IDENTICAL:
        return f"{said} but for {count(altered, 'alteration')}"
    return said


def source_of(excerpt: Excerpt, header: Header | None, found: Verification | None) -> str:
    """Who says it, and where it stands: with a question mark at what is only inferred, of a digest that it is one.

    A speaker is parted from who wrote the article that has their words: 'Dana Levi · A. Berg, The plan, …'.
    """
    where = place(standing(excerpt, found))
    speaker = excerpt.speaker.name if excerpt.speaker else ""
    if header is None:
        return _both(speaker, f"{excerpt.article}, which is not in the library, {where}")
    title = shown(header, "title", header.stand_in) if header.title else header.stand_in
    outlet = shown(header, header.outlet_field, header.outlet)
    date = shown(header, "issued", header.issued) or NO_DATE
    digest = "our digest" if _is_digest(header) else ""
    authors = shown(header, "author", ", ".join(header.authors))
    return _both(speaker, ", ".join(filter(None, (authors, title, outlet, date, digest, where))))


def _both(speaker: str, source: str) -> str:
    return " · ".join(filter(None, (speaker, source)))


def _is_digest(header: Header | None) -> bool:
    return header is not None and header.text == TextKind.DIGEST.value


def cut_out(excerpt: Excerpt) -> str:
    """What its cut leaves out, where it was pinned as it is though that was pointed out; empty where nothing."""
    if excerpt.context is None or not excerpt.context.dismissed:
        return ""
    from ...checks.context import dismissed, listed

    kinds = dismissed(excerpt)
    return f"its cut leaves out {listed(kinds)}" if kinds else ""


def pinned_as(pinned: Pinned, *, after_id: str = " · ", between: str = " · ") -> str:
    """What was pinned, where it stands, and how: ‘Pinned e3 · ¶ 4 · verified’."""
    state = pinned.verification.state
    where = place(standing(pinned.excerpt, pinned.verification))
    how = "verified" if state.verified else STATES[state.value]
    return f"Pinned {pinned.excerpt.id}{after_id}{where}{between}{how}"
