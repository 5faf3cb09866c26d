"""The floors below which the guard's precision and recall must not fall; docs/context.md states the figures."""

from __future__ import annotations

import pytest

from briefing_tui.checks.context import ContextKind

from .labelled import EVERY, Case, cases, figures


@pytest.mark.parametrize(
    ("part", "precision", "recall"),
    [
        ("development", 0.99, 0.99),
        ("held-out-1", 0.94, 0.97),
        ("held-out-2", 0.93, 0.88),
        ("held-out-3", 0.88, 0.94),
        ("held-out-4", 1.0, 1.0),
        ("held-out-5", 0.98, 0.94),
        ("held-out-6", 1.0, 0.96),
        ("held-out-7", 1.0, 1.0),
        ("held-out-8", 0.93, 1.0),
        ("phrases", 1.0, 1.0),
    ],
)
def test_the_figures_do_not_fall(part: str, precision: float, recall: float) -> None:
    found = figures(cases(part))
    assert found.precision >= precision
    assert found.recall >= recall


def test_ordinary_passages_are_let_pass() -> None:
    alarms = [each.span.slice(each.article.text) for part in EVERY for each in cases(part) if each.found > each.expect]
    ordinary = [each for part in EVERY for each in cases(part) if not each.expect]
    assert len([each for each in ordinary if each.found]) <= len(ordinary) // 50, alarms


def test_the_set_is_large_enough_and_has_every_kind() -> None:
    every: list[Case] = [each for part in EVERY for each in cases(part)]
    assert len(every) >= 150
    assert sum(not each.expect for each in every) >= 60
    assert {kind for each in every for kind in each.expect} == {kind.value for kind in ContextKind}
