"""Which alterations a quote keeps when its cut is another one: those whose words it still has, where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..span import Span
from .kinds import Alteration
from .rules import misfit


def carried(
    alterations: Sequence[Alteration], before: str, after: str, by: int
) -> tuple[tuple[Alteration, ...], tuple[Alteration, ...]]:
    """The alterations of a quote that is now cut elsewhere, in the same text.

    One that was applied stays at its words, or is given up where it does not fit any more. One that was not applied is
    not judged anew: it stands behind the others, so that it never takes the place of one that was.

    Args:
        alterations: those of the quote as it was.
        before: its words.
        after: its words as it is cut now.
        by: where the words of `before` begin in `after`, as code points; negative where they begin before it.

    Returns:
        those that are kept, and those that are given up; none is in both or in neither.
    """
    applied: list[Alteration] = []
    kept: list[Alteration] = []
    behind: list[Alteration] = []
    given_up: list[Alteration] = []
    for one in alterations:
        was_applied = not misfit(before, one, applied)
        if was_applied:
            applied.append(one)
        moved = _moved(one, by, after)
        if moved is None or (was_applied and misfit(after, moved, kept)):
            given_up.append(one)
        else:
            (kept if was_applied else behind).append(moved)
    return (*kept, *behind), tuple(given_up)


def _moved(one: Alteration, by: int, after: str) -> Alteration | None:
    """The same at the same words; `None` where these are not all there."""
    start, end = one.span.start + by, one.span.end + by
    return replace(one, span=Span(start, end)) if start >= 0 and end <= len(after) else None
