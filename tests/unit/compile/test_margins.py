"""Every page has the marking and its own number, whatever the form says of later pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile.prepared import missing_in_margins
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

TITLE = "The 2 ledgers"


@pytest.mark.parametrize(
    ("margins", "missing"),
    [
        ([["SECRET", "Page 1 of 2"], ["SECRET", "2"]], []),
        ([["Secret", "1"], [TITLE, "SECRET", "– 2 –"]], []),
        ([["SECRET", "1"], [TITLE, "Page 1 of 1"]], ["the marking of page 2", "the number of page 2"]),
        ([["SECRET", "1"], [f"{TITLE[:9]}…", "SECRET"]], ["the number of page 2"]),
        ([[], []], ["the marking of page 1", "the number of page 1"]),
    ],
)
def test_what_the_margins_lack(margins: list[list[str]], missing: list[str], tmp_path: Path) -> None:
    document = replace(built(samples.job(tmp_path / "x.pdf")), marking="SECRET", reference="HB/1")
    document = replace(document, title=replace(document.title, text=TITLE))
    assert list(missing_in_margins(margins, document)) == missing


def test_a_briefing_without_a_marking_needs_none(tmp_path: Path) -> None:
    document = replace(built(samples.job(tmp_path / "x.pdf")), marking="")
    assert list(missing_in_margins([["1"]], document)) == []
