"""Findings: what a check says about a brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding weighs; an error stands in the way of a final briefing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found."""

    rule: str
    """The id of the rule, e.g. `quotation.altered`."""
    severity: Severity
    place: str
    """What it is about: an id (`e7`, `i3`, `j1`, `s2`), a field (`bottom-line`), or empty for the whole brief."""
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A person's word that what a rule finds at a place does not stand in the way there; it is kept in the brief."""

    rule: str
    place: str
    reason: str
    """Why; without one it is of no effect."""
    by: str = ""
    date: str = ""
    """The day, given with the edit: nothing reads the clock while compiling."""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody suppressed; it is shown with the reason, and stands in nobody's way."""

    finding: Finding
    suppression: Suppression


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything that the checks say about a brief."""

    findings: tuple[Finding, ...]
    """What stands, gravest first."""
    suppressed: tuple[Suppressed, ...] = ()


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are by severity, all three always present."""
    result = {s.value: 0 for s in Severity}
    for finding in findings:
        result[finding.severity.value] += 1
    return result


def gravest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors, then warnings, then notes; otherwise in their order."""
    return tuple(sorted(findings, key=lambda f: f.severity.rank))
