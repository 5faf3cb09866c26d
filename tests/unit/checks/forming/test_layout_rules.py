"""What only a layout can tell reaches the checklist."""

from __future__ import annotations

from briefing_tui.checks import Subject, check
from briefing_tui.model import LayoutFacts, Severity
from tests.unit.checks.test_rules import ARTICLES, GOOD, rules


def test_layout_facts_are_read() -> None:
    lost = (("i1", "paragraph 1.1"),)
    facts = LayoutFacts(3, 0.2, 2, 1, ("e2",), "☃", lost, style_failure="it hangs", unplaced=("e1",), unlisted=True)
    found = rules(GOOD, layout=facts, page_limit=2)
    assert (found["layout.style"], found["layout.no-locator"], found["layout.no-sources"]) == ("style", "e1", "style")
    assert found["layout.late-note"] == "e2"
    assert found["layout.lost-text"] == "i1"
    assert {"layout.pages", "layout.missing-glyphs"} <= set(found)
    assert "layout.pages" not in rules(GOOD, layout=facts, page_limit=3)
    assert "layout.not-checked" not in found


def laid(*fills: float) -> LayoutFacts:
    return LayoutFacts(len(fills), fills[-1], 1, 1, fills=fills, body=len(fills) - 1 + fills[-1])


def test_a_last_page_of_a_few_lines_is_told_with_what_does_without_it() -> None:
    (found,) = (f for f in check(Subject(GOOD, ARTICLES, {}, layout=laid(0.92, 0.2))) if f.rule == "layout.last-page")
    assert found.message == "the last page holds about 12 lines: cut about 105 words to do without it"
    assert found.severity is Severity.NOTE
    for fills, limit in (((0.2,), 2), ((0.9, 0.25), 2), ((1.0, 1.0, 0.2), 2)):
        assert "layout.last-page" not in rules(GOOD, layout=laid(*fills), page_limit=limit)
    assert "layout.last-page" in rules(GOOD, layout=laid(1.0, 1.0, 0.2), page_limit=3)
