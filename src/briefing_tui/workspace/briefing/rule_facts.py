"""A rule as people read of it: what it finds, why, where it comes from, what it weighs here."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Suppressed
from ...settings import Settings

NAMES = {"error": "error", "warning": "warning", "note": "remark", "off": "off"}
"""What people call the weights; a note is something else in a briefing, a footnote."""


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What is said of a rule."""

    id: str
    title: str
    why: str
    source: str
    weight: str
    fixed: bool
    """Whether neither a house can weigh it otherwise nor anyone suppress what it finds."""


def rule_facts(rule_id: str, settings: Settings) -> RuleFacts:
    """What is said of a rule under some settings."""
    from ...checks import RULES, read_profile, weight

    rule = RULES[rule_id]
    here = weight(rule, read_profile(settings.rules).profile)
    said = NAMES[here.value if here else "off"]
    if rule.binding:
        said += ", for every house: it cannot be switched off or suppressed"
    elif here is not rule.severity:
        said += f", by the house profile; {NAMES[rule.severity.value]} without it"
    return RuleFacts(rule.id, rule.title, rule.why, rule.source, said, rule.binding)


def why_suppressed(one: Suppressed) -> str:
    """The reason why a finding may stay, with who gave it and when."""
    said = ", ".join(filter(None, (one.suppression.by, one.suppression.date)))
    return f"suppressed: {one.suppression.reason}" + (f" ({said})" if said else "")
