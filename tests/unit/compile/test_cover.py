"""What a draft shows of values that are none: a date that no calendar has, a language that is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.compile.document import cover
from briefing_tui.compile.document.tree import Gap
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import Brief, Finding, Severity
from tests.unit.compile import samples
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
