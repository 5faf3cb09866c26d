"""Which step among the themes is next to be undone, beside the steps of the open brief."""

from __future__ import annotations

from dataclasses import replace

from briefing_tui.model import Brief
from briefing_tui.workspace.themes.steps import ThemeStep, ThemeSteps

BRIEF = Brief("note", title="A note")
EDITED = replace(BRIEF, title="Another")


def steps(*briefs: Brief | None) -> ThemeSteps:
    made = ThemeSteps()
    for n, brief in enumerate(briefs):
        made.add(ThemeStep(f"step {n}", b"", b""))
        made.mark(brief)
    return made


def label(made: ThemeSteps, name: str, brief: Brief | None) -> str:
    step = made.next(name, brief)  # type: ignore[arg-type] # a literal
    return step.label if step else ""


def test_the_last_step_is_next_until_the_brief_is_edited() -> None:
    made = steps(BRIEF, EDITED)
    assert label(made, "undo", EDITED) == "step 1"
    assert label(made, "undo", replace(EDITED, last_ids={"i": 4})) == "step 1"
    assert label(made, "undo", replace(EDITED, bottom_line="New")) == ""
    made.follow("undo")
    assert label(made, "undo", EDITED) == ""
    assert label(made, "undo", BRIEF) == "step 0"
    assert label(made, "redo", BRIEF) == ""
    assert label(made, "redo", EDITED) == "step 1"


def test_without_that_brief_the_last_step_is_next() -> None:
    made = steps(BRIEF)
    assert label(made, "undo", None) == label(made, "undo", Brief("other")) == "step 0"
    assert label(steps(None), "undo", BRIEF) == "step 0"
    assert label(ThemeSteps(), "undo", BRIEF) == ""


def test_a_new_step_takes_the_place_of_those_taken_back() -> None:
    made = steps(None, None)
    made.follow("undo")
    made.add(ThemeStep("new", b"", b""))
    assert label(made, "redo", None) == ""
    assert label(made, "undo", None) == "new"
