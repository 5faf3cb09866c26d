"""What a draft shows of values that are none: a date that no calendar has, a language that is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.document import cover
from briefing_tui.compile.document.runs import Gap
from briefing_tui.compile.document.tree import Fact
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.languages.wording import wording
from briefing_tui.compile.layout import boxes
from briefing_tui.compile.page.html import render
from briefing_tui.compile.worker import _engine
from briefing_tui.model import Brief, Finding, Severity
from tests.unit.compile import samples
from tests.unit.compile.page.test_html import one, quote
from tests.unit.compile.test_build import built

JUNK = "“We surrender,” said the minister"


def test_what_is_no_date_is_a_gap_and_never_printed() -> None:
    facts = {f.field: f.value for f in cover.facts(Brief("b", date=JUNK, cut_off=JUNK), wording("en"))}
    gap = Gap("[no date yet]")
    assert (facts["date"], facts["cut-off"]) == (gap, gap)


@pytest.mark.parametrize("language", ["../../en", 'en"><script>x', "“We"])
def test_a_language_that_is_none_reaches_no_page(tmp_path: Path, language: str) -> None:
    document = built(samples.job(tmp_path / "b.pdf", language=language))
    assert document.language == "en-GB"


def test_a_draft_tells_how_much_is_open_and_a_final_one_nothing(tmp_path: Path) -> None:
    found = [Finding("x.y", severity, "i1", "said") for severity in (Severity.ERROR, Severity.NOTE, Severity.ERROR)]
    draft = replace(samples.job(tmp_path / "b.pdf", final=False), findings=tuple(found))
    assert built(draft).notice == ("DRAFT", "Errors: 2 · Notes: 1")
    assert built(replace(draft, final=True)).notice == ()
    assert built(draft).version == built(replace(draft, findings=())).version


@pytest.mark.parametrize(("words", "kind"), [("w" * 5000, ' class="row"'), ("The Permanent Secretary", "")])
def test_what_may_be_longer_than_a_page_has_a_row_that_goes_on_on_the_next(words: str, kind: str) -> None:
    document = replace(one(quote("Words.")), facts=(Fact("addressee", "For", Text(words), "For:"),))
    html = render(document, load_form("research"), generator="x")
    assert f"<div{kind}><dt>For</dt>" in html
    if kind:
        assert boxes.inspect([p._page_box for p in _engine().HTML(string=html).render().pages]).outside == {}
