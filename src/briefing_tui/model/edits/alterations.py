"""Alterations of a quote (rule 2): made and taken back, each one step."""

from __future__ import annotations

from dataclasses import replace

from ...errors import InvalidError, NotFoundError
from ..alteration import Alteration, fitting, misfit
from ..brief import Brief
from .pins import set_excerpt


def alter(brief: Brief, excerpt_id: str, alteration: Alteration) -> Brief:
    """Alter a quote; the words of its excerpt stay as they are, and so does an alteration that does not fit.

    Raises:
        InvalidError: where the operation does not fit the words, or beside the others.
        NotFoundError: where there is no such excerpt.
    """
    excerpt = brief.excerpts.get(excerpt_id)
    if excerpt is None:
        raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id)
    before = excerpt.alterations
    if why := misfit(excerpt.exact, alteration, fitting(excerpt.exact, before)):
        in_its_way = not misfit(excerpt.exact, alteration)
        hint = "take the other alteration back first" if in_its_way else ""
        raise InvalidError(f"not done: {why}", where=excerpt_id, hint=hint)
    at = next((n for n, other in enumerate(before) if other.span > alteration.span), len(before))
    return set_excerpt(brief, replace(excerpt, alterations=(*before[:at], alteration, *before[at:])))


def unalter(brief: Brief, excerpt_id: str, number: int) -> Brief:
    """Take an alteration back.

    Args:
        brief: the brief.
        excerpt_id: the excerpt.
        number: of the alteration, from 0, in the order of the excerpt.

    Raises:
        NotFoundError: where there is none with that number.
    """
    excerpt = brief.excerpts.get(excerpt_id)
    if excerpt is None or not 0 <= number < len(excerpt.alterations):
        raise NotFoundError(f"there is no alteration {number + 1} of '{excerpt_id}'", where=brief.id)
    left = excerpt.alterations[:number] + excerpt.alterations[number + 1 :]
    return set_excerpt(brief, replace(excerpt, alterations=left))
