"""Rules on suppressions: each has a reason, a rule that allows it, and something that it suppresses."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Severity
from ..rules.registry import LAYOUT, RULES, Hit, Subject, in_force, rule


@rule("suppression.void", Severity.WARNING, binding=True)
def void(subject: Subject) -> Iterator[Hit]:
    """A suppression that is of no effect: without a reason, or of a rule that nobody can suppress.

    A finding is suppressed at one place, with a written reason, and never where the contract on quotations holds.
    """
    for suppression in subject.brief.suppressed:
        if in_force(suppression):
            continue
        known = RULES.get(suppression.rule)
        if known is None:
            message = f"the rule '{suppression.rule}' is suppressed here, and there is no such rule"
        elif known.binding:
            message = f"this cannot be suppressed: {_title(known.title)}"
        else:
            message = f"suppressed without a reason: {_title(known.title)}"
        yield Hit(suppression.place, message, "take the suppression back (s), or give a reason")


@rule("suppression.unused", Severity.NOTE, binding=True, last=True)
def unused(subject: Subject) -> Iterator[Hit]:
    """A suppression of what is not found any more.

    Left in the brief, it would hide the next finding of its kind there.
    """
    for suppression in subject.brief.suppressed:
        unknown = subject.layout is None and suppression.rule.startswith(LAYOUT)
        if unknown or not in_force(suppression) or (suppression.rule, suppression.place) in subject.found:
            continue
        title = _title(RULES[suppression.rule].title)
        yield Hit(suppression.place, f"suppressed, and not found any more: {title}", "take the suppression back (s)")


def _title(title: str) -> str:
    return title.rstrip(".")
