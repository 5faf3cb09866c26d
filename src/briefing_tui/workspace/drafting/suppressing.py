"""Suppressing a finding with a written reason, and taking that back: each one step that can be undone."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches

from ...checks import LAYOUT, RULES, SUPPRESSION, Rule
from ...errors import NotFoundError, RefusedError
from ...model import Brief, Checklist, Finding, Suppressed, Suppression, edits
from . import entries
from .steps import Edited


def suppressible(rule_id: str) -> Rule:
    """A rule whose findings can be suppressed.

    Raises:
        NotFoundError: where there is no such rule.
        RefusedError: for one that nobody can suppress.
    """
    rule = RULES.get(rule_id)
    if rule is None:
        near = get_close_matches(rule_id, RULES, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise NotFoundError(f"there is no rule '{rule_id}'", hint=f"{hint}`briefing check --rules` lists them")
    if rule.binding:
        message = f"this cannot be suppressed: {rule.title.rstrip('.')}"
        raise RefusedError(message, where=rule_id, hint=f"mend it; where it comes from: {rule.source}")
    return rule


def refuse_absent(found: Checklist, rule_id: str, place: str) -> None:
    """See that a rule finds something at a place, as far as that is known without a layout.

    Raises:
        NotFoundError: where it does not; with the places where it does.
    """
    every = (*found.findings, *(s.finding for s in found.suppressed))
    places = [f.place for f in every if f.rule == rule_id]
    if place not in places and not rule_id.startswith(LAYOUT):
        where = ", ".join(p or "'' (the whole brief)" for p in dict.fromkeys(places))
        hint = f"it finds something at: {where}" if where else "it finds nothing in this brief"
        raise NotFoundError(f"'{rule_id}' finds nothing at '{place}'", hint=hint)


def suppressed(brief: Brief, rule_id: str, place: str, reason: str, *, by: str = "") -> Edited:
    """A brief with a finding suppressed, dated today, by whoever says so; where nobody is named, by who signs it.

    Raises:
        InvalidError: without a reason.
        NotFoundError: where there is no such rule.
        RefusedError: for a rule that nobody can suppress.
    """
    rule = suppressible(rule_id)
    today = date.today().isoformat()  # noqa: DTZ011 - the person's own day
    made = edits.suppress(brief, Suppression(rule_id, place, reason.strip(), by.strip() or brief.author, today))
    return Edited(made, f"suppress at {_place(brief, place)}: {rule.title.rstrip('.')}", place)


def unsuppressed(brief: Brief, rule_id: str, place: str) -> Edited:
    """A brief with a suppression taken back.

    Raises:
        NotFoundError: where there is none.
    """
    rule = RULES.get(rule_id)
    title = rule.title.rstrip(".") if rule else rule_id
    return Edited(
        edits.unsuppress(brief, rule_id, place), f"no longer suppress at {_place(brief, place)}: {title}", place
    )


def is_about_suppression(one: Finding | Suppressed) -> bool:
    """Whether what can be done about a finding is to take a suppression back."""
    return isinstance(one, Suppressed) or one.rule.startswith(SUPPRESSION)


def taken_back(brief: Brief, one: Finding | Suppressed, found: Checklist) -> Edited:
    """A brief without the suppression that a finding is about: its own, or those at its place without effect.

    Args:
        brief: the brief.
        one: the finding.
        found: what was found in the brief, as the person saw it.

    Raises:
        NotFoundError: where it is not there any more.
    """
    if isinstance(one, Suppressed):
        return unsuppressed(brief, one.suppression.rule, one.suppression.place)
    effective = {(s.suppression.rule, s.suppression.place) for s in found.suppressed}
    for each in brief.suppressed:
        if each.place == one.place and (each.rule, each.place) not in effective:
            brief = edits.unsuppress(brief, each.rule, each.place)
    return Edited(brief, f"take back what suppresses nothing at {_place(brief, one.place)}", one.place)


def _place(brief: Brief, place: str) -> str:
    return entries.label(brief, place) if place else "the brief"
