"""The gauge agrees with what compiling gave for the briefs that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.model import Brief
from briefing_tui.tui import gauge
from briefing_tui.workspace import Workspace


@pytest.mark.parametrize(("brief", "compiled"), [("deconfliction", 1.99), ("washington-channel", 0.91)])
def test_the_estimate_is_within_a_tenth_of_a_page(shipped: Path, brief: str, compiled: float) -> None:
    found = Workspace.open(shipped).briefs.read(brief)
    assert abs(gauge.pages(found) - compiled) < 0.1


def test_an_estimate_says_that_it_is_one() -> None:
    empty = Brief("b")
    assert gauge.in_words(empty, 2) == "≈0.2/2 p"
    assert gauge.in_words(empty, 2, 1) == "1/2 p"
