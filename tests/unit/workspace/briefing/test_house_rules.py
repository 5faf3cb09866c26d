"""A house profile and suppressed findings, from the files to the final briefing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.errors import RefusedError
from briefing_tui.model import Brief, Suppression
from briefing_tui.storage import parse_brief, render_brief
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting.suppressing import suppressed

MIXED = "We have high confidence that it is likely."
WHY = Suppression("judgement.mixed", "j1", "The minister wants one sentence.", "A. Berg", "2026-11-21")


@pytest.fixture
def house(shipped: Path, tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """Opens the workspace with rules of its own."""
    opened: list[Workspace] = []

    def open_with(rules: str) -> Workspace:
        (shipped / "briefing.yaml").write_text(rules, encoding="utf-8")
        opened.append(Workspace.open(shipped, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache")))
        return opened[-1]

    yield open_with
    for workspace in opened:
        workspace.close()


def mixed(brief: Brief) -> Brief:
    first, *others = brief.judgements
    return replace(brief, judgements=(replace(first, text=MIXED), *others))


def test_a_suppressed_error_stands_in_nobodys_way(house: Callable[[str], Workspace]) -> None:
    workspace = house("title: Here\n")
    brief = mixed(workspace.briefs.read("deconfliction"))
    with pytest.raises(RefusedError, match="one sentence"):
        workspace.briefing.compile(brief, form="html", final=True)
    report = workspace.briefing.compile(replace(brief, suppressed=(WHY,)), form="html", final=True)
    assert [(s.finding.rule, s.suppression) for s in report.suppressed] == [("judgement.mixed", WHY)]
    assert "judgement.mixed" not in {f.rule for f in report.findings}


def test_what_a_house_weighs_as_an_error_refuses_a_final_one(house: Callable[[str], Workspace]) -> None:
    workspace = house("rules:\n  judgement.single-source: error\n")
    brief = workspace.briefs.read("deconfliction")
    with pytest.raises(RefusedError, match="rests on one source"):
        workspace.briefing.compile(brief, form="html", final=True)


def test_what_a_house_switches_off_is_found_nowhere(house: Callable[[str], Workspace]) -> None:
    workspace = house("rules:\n  judgement.mixed: off\n")
    found = workspace.briefing.checklist(mixed(workspace.briefs.read("deconfliction")))
    assert "judgement.mixed" not in {f.rule for f in found.findings}
    assert workspace.problems() == ()


def test_the_reason_is_in_the_brief_that_goes_into_the_briefing(house: Callable[[str], Workspace]) -> None:
    brief = replace(house("title: Here\n").briefs.read("deconfliction"), suppressed=(WHY,))
    kept = render_brief(brief)
    assert "suppressed:\n- rule: judgement.mixed\n  place: j1\n  reason: The minister wants one sentence.\n" in kept
    assert parse_brief(kept, file="b.yaml").suppressed == (WHY,)


@pytest.mark.parametrize(("by", "kept"), [("A. Berg", "A. Berg"), ("", "The desk")])
def test_who_suppresses_is_kept_and_otherwise_who_signs(house: Callable[[str], Workspace], by: str, kept: str) -> None:
    brief = replace(mixed(house("title: Here\n").briefs.read("deconfliction")), author="The desk")
    made = suppressed(brief, WHY.rule, WHY.place, "The minister wants it.", by=by).brief
    assert [one.by for one in made.suppressed] == [kept]


def test_a_draft_lists_what_is_open_by_the_names_of_sources_and_nothing_suppressed(
    house: Callable[[str], Workspace],
) -> None:
    workspace = house("title: Here\n")
    brief = mixed(workspace.briefs.read("deconfliction"))
    text = workspace.briefing.compile(replace(brief, suppressed=(WHY,)), form="txt").file.read_text(encoding="utf-8")
    listed = text[text.index("\nOpen points\n") :]
    assert "judgement.single-source" in listed
    assert "rests on one source: The Moscow Times" in listed
    assert "judgement.mixed" not in listed
    assert "layout." not in listed
    assert "judgement.mixed" in workspace.briefing.compile(brief, form="txt").file.read_text(encoding="utf-8")
