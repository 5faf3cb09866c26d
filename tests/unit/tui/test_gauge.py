"""The gauge agrees with what compiling gave for the briefs that ship."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.model import Brief, LayoutFacts
from briefing_tui.model.length import WORDS_A_PAGE, length_in_words, tenths
from briefing_tui.tui import gauge
from briefing_tui.tui.gauge import Laid
from briefing_tui.workspace import Workspace


@pytest.mark.parametrize(("brief", "compiled"), [("deconfliction", 1.99), ("washington-channel", 0.96)])
def test_the_estimate_is_within_a_tenth_of_a_page(shipped: Path, brief: str, compiled: float) -> None:
    found = Workspace.open(shipped).briefs.read(brief)
    assert abs(length_in_words(found) / WORDS_A_PAGE - compiled) < 0.1


def facts(pages: int, fill: float, body: float = 0.0) -> LayoutFacts:
    return LayoutFacts(pages, fill, 0, 0, body=body)


def test_what_was_laid_out_is_no_estimate() -> None:
    empty = Brief("b")
    assert gauge.in_words(empty, 2) == "≈0.2/2 p"
    assert gauge.in_words(empty, 2, Laid(empty, facts(2, 0.31), 3)) == "1.4/3 p"
    assert gauge.in_words(replace(empty), 2, Laid(empty, facts(1, 1.0), 3)) == "1.0/3 p"
    assert gauge.in_words(empty, 2, Laid(empty, None, 3)) == "– p"
    assert gauge.in_words(empty, 2, Laid(Brief("other"), facts(9, 1.0), 3)) == "≈0.2/2 p"


def test_after_a_change_the_last_layout_tells_how_much_goes_on_a_page() -> None:
    brief = Brief("b", bottom_line="word " * 845)
    laid = Laid(brief, facts(2, 1.0), 2)
    longer = replace(brief, bottom_line="word " * 1345)
    assert gauge.in_words(longer, 2, laid) == "≈3.0/2 p"
    other = replace(brief, bottom_line="other " * 845)
    close = Laid(brief, facts(2, 0.72), 2)
    assert (gauge.in_words(brief, 2, close), gauge.in_words(other, 2, close)) == ("1.8/2 p", "≈1.8/2 p"), "as long"
    assert gauge.in_words(longer, 2, Laid(brief, None, 2)) == "≈2.1/2 p"


def test_an_annex_does_not_count() -> None:
    assert facts(9, 0.5, body=1.8).length == 1.8
    assert facts(2, 0.5).length == 1.5


def test_the_pages_of_an_annex_are_told_beside_those_that_count() -> None:
    brief = Brief("b")
    annexed = replace(facts(3, 0.5, body=1.3), annexed=True)
    assert gauge.in_words(brief, 4, Laid(brief, annexed, 4)) == "1.3/4 p, PDF 3"
    assert gauge.in_words(brief, 4, Laid(brief, facts(3, 0.5, body=1.3), 4)) == "1.3/4 p", "a list of what is open"
    assert gauge.in_words(brief, 4, Laid(brief, facts(2, 0.2), 2)) == "1.2/2 p"


def test_what_runs_over_is_seen_to() -> None:
    assert (tenths(2.0), tenths(2.001), tenths(1.9999)) == ("2.0", "2.1", "2.0")


def test_the_limit_of_another_form_is_not_kept() -> None:
    brief = Brief("b")
    other = replace(brief, template="research")
    assert gauge.in_words(other, 0, Laid(brief, facts(1, 0.5), 2)) == "≈0.5 p"
    assert gauge.in_words(other, 0, Laid(brief, None, 2)) == "≈0.2 p"
