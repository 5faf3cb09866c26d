"""Where an alteration fits: it names whole words that stand there, and no other alteration is in its way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from ..edges import Cut, edges
from ..segments import segment
from .inserted import unfit_insertion
from .kinds import Alteration, AlterationKind, blocks, first_letter, headed

MOST = 200
"""Alterations of one quote: a file from elsewhere may name any number, and each is compared with all others."""

_WORD = re.compile(r"[^\W_]")


def misfits(exact: str, alterations: Sequence[Alteration]) -> tuple[tuple[Alteration, str], ...]:
    """The alterations that cannot be applied, each with why, in their order."""
    return _judged(exact, alterations)[1]


def fitting(exact: str, alterations: Sequence[Alteration]) -> tuple[Alteration, ...]:
    """The others; of two that are in each other's way the first fits."""
    return _judged(exact, alterations)[0]


def misfit(exact: str, alteration: Alteration, others: Sequence[Alteration] = ()) -> str:
    """Why an alteration cannot be applied to a quote beside others; empty where it can."""
    if len(others) >= MOST:
        return f"a quote has at most {MOST} alterations"
    alone = (rule(exact, alteration) for rule in (_elsewhere, _divides, _not_within, _unfit_text))
    beside = (_conflict(exact, alteration, other) for other in others)
    return next(filter(None, chain(alone, beside)), "")


def _judged(
    exact: str, alterations: Sequence[Alteration]
) -> tuple[tuple[Alteration, ...], tuple[tuple[Alteration, str], ...]]:
    fit: list[Alteration] = []
    unfit: list[tuple[Alteration, str]] = []
    for n, alteration in enumerate(alterations):
        why = misfit(exact, alteration, fit if n < MOST else alterations[:MOST])
        if why:
            unfit.append((alteration, why))
        else:
            fit.append(alteration)
    return tuple(fit), tuple(unfit)


def _elsewhere(exact: str, alteration: Alteration) -> str:
    span = alteration.span
    if span.end > len(exact) or span.slice(exact) != alteration.exact:
        return f"“{alteration.exact}” does not stand at {span.start} to {span.end} of the excerpt"
    if alteration.kind is AlterationKind.CASE:
        return "" if span == first_letter(exact) else "it is not the first letter, or that has no other case"
    in_front = alteration.kind is AlterationKind.INSERT and not span.start and blocks(exact)
    if not alteration.exact and not in_front:
        return "it names no words"
    return ""


def _divides(exact: str, alteration: Alteration) -> str:
    """Whether a word, a letter with its accents, or the marker of a heading is divided."""
    if alteration.kind is AlterationKind.CASE or not alteration.exact:
        return ""
    words, span = alteration.exact, alteration.span
    if words != words.strip() or edges(exact, span) != (Cut.NOTHING, Cut.NOTHING):
        return f"“{words}” begins or ends within a word or in white space"
    inside = [any(b.start <= at < b.end for b in blocks(exact)) for at in (span.start, span.end - 1)]
    return "" if all(inside) else f"“{words}” begins or ends with the marker of a heading, which is not printed"


def _not_within(exact: str, alteration: Alteration) -> str:
    if alteration.kind is not AlterationKind.OMIT:
        return ""
    around = exact[: alteration.span.start], exact[alteration.span.end :]
    if not all(map(_WORD.search, around)):
        return "what is left out stands at an end of the quote: narrow the passage instead (w in the draft)"
    span = alteration.span
    headings = [block for block, heading in headed(segment(exact)) if heading and block.overlaps(span)]
    if all(heading.covers(span) or span.covers(heading) for heading in headings):
        return ""
    return "what is left out is a part of a heading and words beyond it: leave out one of both, or all of the heading"


def _unfit_text(_: str, alteration: Alteration) -> str:
    if alteration.kind is AlterationKind.INSERT:
        return unfit_insertion(alteration.text)
    return "only an insertion has a text" if alteration.text else ""


def _conflict(exact: str, one: Alteration, other: Alteration) -> str:
    kinds = {one.kind, other.kind}
    if one.kind is other.kind is AlterationKind.OMIT:
        first, second = sorted((one.span, other.span))
        apart = _WORD.search(exact[first.end : second.start]) if first.end <= second.start else None
        return "" if apart else f"“{other.exact}” beside it is left out as well: leave out both as one"
    if AlterationKind.OMIT in kinds:
        left_out, within = (one, other) if one.kind is AlterationKind.OMIT else (other, one)
        return f"“{left_out.exact}” is left out already" if left_out.span.overlaps(within.span) else ""
    if one.kind is not other.kind:
        return ""
    if one.kind is AlterationKind.EMPHASISE:
        return f"“{other.exact}” is emphasised already" if one.span.overlaps(other.span) else ""
    if one.span.end == other.span.end:
        return {
            AlterationKind.INSERT: f"[{other.text}] is inserted there already",
            AlterationKind.SIC: "it is marked already",
        }.get(one.kind, "its case is changed already")
    return ""
