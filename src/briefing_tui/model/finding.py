"""Findings: what a check says about a brief."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are by severity, all three always present."""
    result = {s.value: 0 for s in Severity}
    for finding in findings:
        result[finding.severity.value] += 1
    return result


def gravest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors, then warnings, then notes; otherwise in their order."""
    return tuple(sorted(findings, key=lambda f: f.severity.rank))
