"""Where the cursor of the checklist is when other findings are shown."""

from __future__ import annotations

import pytest

from briefing_tui.model import Brief, Checklist, Finding, Severity, Suppressed, Suppression
from briefing_tui.tui.screens.briefing.finding_rows import FindingRows

ERROR, FIRST, SECOND, THIRD = (
    Finding(f"rule.{name}", severity, place, "It is so.")
    for name, severity, place in (
        ("error", Severity.ERROR, "i1"),
        ("one", Severity.WARNING, "i1"),
        ("one", Severity.WARNING, "i2"),
        ("two", Severity.NOTE, ""),
    )
)


def rows(*found: Finding, aside: tuple[Finding, ...] = ()) -> FindingRows:
    suppressed = tuple(Suppressed(one, Suppression(one.rule, one.place, "Because.")) for one in aside)
    return FindingRows.of(Brief("b"), Checklist(found, suppressed), {})


ALL = rows(ERROR, FIRST, SECOND, THIRD)


def key(shown: FindingRows, found: Finding) -> str:
    at = next(n for n, row in enumerate(shown.rows) if row == found or getattr(row, "finding", None) == found)
    return shown.key(at)


@pytest.mark.parametrize(
    ("before", "on", "after", "to"),
    [
        (ALL, FIRST, rows(ERROR, SECOND, THIRD, aside=(FIRST,)), SECOND),
        (ALL, SECOND, rows(ERROR, FIRST, THIRD, aside=(SECOND,)), THIRD),
        (ALL, THIRD, rows(ERROR, FIRST, SECOND, aside=(THIRD,)), SECOND),
        (ALL, ERROR, rows(FIRST, SECOND, THIRD), FIRST),
        (ALL, SECOND, rows(ERROR, SECOND, THIRD), SECOND),
        (rows(FIRST), FIRST, rows(aside=(FIRST,)), FIRST),
        (rows(THIRD, aside=(FIRST, SECOND)), FIRST, rows(FIRST, THIRD, aside=(SECOND,)), SECOND),
        (rows(THIRD, aside=(FIRST, SECOND)), SECOND, rows(SECOND, THIRD, aside=(FIRST,)), FIRST),
        (rows(THIRD, aside=(FIRST,)), FIRST, rows(FIRST, THIRD), FIRST),
    ],
)
def test_one_stays_on_a_finding_and_never_comes_to_a_heading(
    before: FindingRows, on: Finding, after: FindingRows, to: Finding
) -> None:
    assert after.nearest(before.keys, key(before, on)) == key(after, to)


def test_one_begins_on_the_first_finding() -> None:
    assert ALL.nearest((), "") == key(ALL, ERROR)
    assert rows().nearest(ALL.keys, key(ALL, ERROR)) == ""


def test_one_rule_may_hold_twice_for_a_place() -> None:
    twice = rows(FIRST, FIRST)
    assert len(set(twice.keys)) == len(twice)
    assert twice.at(twice.key(2)) == FIRST
    assert twice.at(twice.key(0)) is None
