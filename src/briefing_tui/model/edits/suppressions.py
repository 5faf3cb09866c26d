"""Findings that do not stand in the way at one place, with a person's reason."""

from __future__ import annotations

from dataclasses import replace

from ...errors import InvalidError, NotFoundError
from ..brief import Brief
from ..finding import Suppression


def suppress(brief: Brief, suppression: Suppression) -> Brief:
    """Suppress what a rule finds at a place; another reason takes the place of the one before.

    Raises:
        InvalidError: without a reason.
    """
    if not suppression.reason.strip():
        raise InvalidError(
            "a suppression needs a reason", where="reason", hint="say why this does not stand in the way"
        )
    at = {(s.rule, s.place): s for s in brief.suppressed}
    at[suppression.rule, suppression.place] = suppression
    return replace(brief, suppressed=tuple(at.values()))


def unsuppress(brief: Brief, rule: str, place: str) -> Brief:
    """Take a suppression back.

    Raises:
        NotFoundError: where there is none.
    """
    left = tuple(s for s in brief.suppressed if (s.rule, s.place) != (rule, place))
    if len(left) == len(brief.suppressed):
        raise NotFoundError(f"'{rule}' is not suppressed at '{place}'", where=brief.id)
    return replace(brief, suppressed=left)
