"""What stands last on a page: made-up boxes, as the layout engine gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from briefing_tui.compile.layout.page_foot import leading


@dataclass
class Box:
    """As much of a box as is looked at."""

    element_tag: str
    children: Sequence[Box] = ()
    text: str | None = None
    style: dict[str, str] = field(default_factory=lambda: {"break_after": "auto"})
    flows: bool = True

    def is_in_normal_flow(self) -> bool:
        return self.flows


class LineBox(Box):
    """A line of text."""


class TableCaptionBox(Box):
    """The caption of a table."""


AVOID = {"break_after": "avoid"}


def line(text: str) -> LineBox:
    return LineBox("p", [Box("p", text=text)])


def page(*boxes: Box) -> Box:
    return Box("", [Box("html", [Box("body", boxes)])])


TEXT = Box("p", [line("Ships wait.")])
HEADING = Box("h2", [line("Themes")], style=AVOID)
LEAD = Box("div", [Box("p", [line("He said"), line("this:")])], style=AVOID)
CAPTION = Box("table", [TableCaptionBox("caption", [line("Paragraphs.")])])


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        ((TEXT, HEADING), "Themes"),
        ((HEADING, TEXT), ""),
        ((TEXT, LEAD), "this:"),
        ((HEADING, CAPTION), "Paragraphs."),
        ((TEXT, HEADING, Box("div", [line("aside")], flows=False)), "Themes"),
        ((TEXT, HEADING, Box("table", [Box("tr")])), "Themes"),
        ((), ""),
    ],
)
def test_what_leads_to_the_next_page_is_told(boxes: Sequence[Box], said: str) -> None:
    assert leading(page(*boxes)) == said
