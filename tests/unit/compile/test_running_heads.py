"""A running line gives way to what stands beside it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from briefing_tui.compile.layout.running_heads import give_way


class MarginBox:
    """As much of one as is looked at."""

    def __init__(self, overflow: str) -> None:
        self.box = SimpleNamespace(style={"overflow": overflow})

    @property
    def min_content_size(self) -> float:
        return 80.0


@pytest.mark.parametrize(("overflow", "narrowest"), [("hidden", 0.0), ("visible", 80.0)])
def test_a_box_that_hides_what_overflows_has_no_least_width(overflow: str, narrowest: float) -> None:
    boxes = type("Boxes", (MarginBox,), {})
    give_way(boxes)
    assert boxes(overflow).min_content_size == narrowest


def test_an_engine_of_another_make_is_left_alone() -> None:
    give_way(None)
    give_way(other := type("Other", (), {"min_content_size": 3}))
    assert other.min_content_size == 3  # type: ignore[attr-defined]
