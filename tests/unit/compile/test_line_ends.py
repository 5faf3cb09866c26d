"""A text that fits into a line but for its last space stays in it, whatever the room."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from briefing_tui.compile.layout.line_ends import CUT, hang_last_spaces
from briefing_tui.compile.worker import _engine

NAMES = "Märta Lindqvist, Seán O’Brien, Meridian Institute for Shipping and Trade Policy, 4."
PAGE = "<style>@page {{ size: 200mm 1000mm }} p {{ font: 8pt 'Noto Sans' }} .unit {{ white-space: nowrap }}</style>{}"


def lines_of(box: Any) -> list[str]:
    """The words of each line of a page, in order."""
    if type(box).__name__ == "LineBox":
        return ["".join(found.text for found in box.descendants() if hasattr(found, "text"))]
    return [line for child in getattr(box, "children", ()) for line in lines_of(child)]


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_no_line_ends_behind_a_first_word_that_has_room_beside_it(space: str) -> None:
    weasyprint = _engine()
    widths = [380 + n / 2 for n in range(200)]
    html = "".join(
        f'<p style="width: {width}px">{NAMES}{space}<span class="unit">Dezember 2025</span>, Abs. 3</p>'
        for width in widths
    )
    pages = weasyprint.HTML(string=PAGE.format(html)).render().pages
    first = [line for page in pages for line in lines_of(page._page_box) if line.startswith("Märta")]
    assert len(first) == len(widths)
    assert not any(line.endswith("4.\u00a0") for line in first)
    assert min(map(len, first)) > len("Märta Lindqvist, Seán")


def test_an_engine_of_another_make_is_left_alone() -> None:
    def cut(text: str) -> str:
        return text

    for other in (SimpleNamespace(), SimpleNamespace(**{CUT: cut}), SimpleNamespace(**{CUT: dict.get})):
        before = dict(vars(other))
        hang_last_spaces(other)
        assert vars(other) == before


@pytest.mark.parametrize("white_space", ["nowrap", "pre", "pre-wrap"])
def test_spaces_that_stay_or_lines_that_do_not_break_are_the_engine_s(white_space: str) -> None:
    asked: list[str] = []

    def cut(
        text: str, style: Any, context: Any, max_width: Any, justification_spacing: Any,
        is_line_start: Any = True, minimum: Any = False,
    ) -> tuple[Any, ...]:  # fmt: skip
        asked.append(text)
        return None, 2, 2, 1.0, 1.0, 1.0

    inline = SimpleNamespace(**{CUT: cut})
    hang_last_spaces(inline)
    inline.split_first_line("a b ", {"white_space": white_space}, None, 5.0, 0)
    assert asked == ["a b "]
