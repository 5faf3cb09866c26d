"""A short list of sources stands in two columns, however wide the paper of a house is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.page.sources import listed

SOURCES = [(Text(f"Example, Ada, “The harbour and its {n} ledgers”, Port Post, 1 May 2024"),) for n in range(1, 8)]
BODY = f'<body><section class="sources few"><h2>Sources</h2>{listed(SOURCES)}</section></body>'


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("page", ["size: A4", "size: Letter", "margin: 22mm 18mm 20mm 40mm", "size: A5"])
def test_both_columns_begin_at_one_height(page: str, direction: str) -> None:
    form = load_form("bluf", None)
    sheet = form.css + form.mirrored * (direction == "rtl")
    places = [
        (round(box.position_y), box.content_box_x(), box.width)
        for box in columns(f'<html dir="{direction}">{BODY}', sheet, page)
    ]
    (top, left, width), (other_top, right, other_width) = sorted(places, key=lambda place: place[1])
    assert top == other_top
    assert width == pytest.approx(other_width)
    assert left + width < right


def columns(html: str, sheet: str, page: str) -> Iterator[Any]:
    """The lists as WeasyPrint lays them out."""
    from weasyprint import CSS, HTML

    (laid,) = HTML(string=html).render(stylesheets=[CSS(string=f"{sheet} @page {{ {page} }}")]).pages
    return (box for box in laid._page_box.descendants() if box.element_tag == "ul")
