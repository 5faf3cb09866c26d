"""A text that fits into a line but for its last space stays in it, whatever the room."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from briefing_tui.compile.layout.line_ends import CUT, SET, TAKEN, close_up, hang_last_spaces
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


@pytest.mark.parametrize("way", ["ltr", "rtl"])
@pytest.mark.parametrize(
    "words",
    [
        "הקו הזה <b>והמחירהזההארוך</b> כאן",
        'כהן, <bdi dir="ltr">The War, <span class="unit">1947–1948</span></bdi> סוף',
        'Cohen, <bdi dir="rtl">הקו הזה <span class="unit">1947–1948</span></bdi> end',
        "כהן <b>הקו הזה <i>והמחירהזההארוך</i></b>",
        "<b>כהן</b> <b>הקו</b> <b>והמחירהזההארוך</b> <b>כאן</b>",
        'Cohen, <b>The <bdi dir="rtl">הקו <i>1947–1948</i></bdi></b>, <i>1947–1948</i>',
    ],
)
def test_a_space_that_is_taken_away_leaves_no_gap_and_no_line_out_of_its_column(words: str, way: str) -> None:
    style = "<style>@page { size: 400px 4000px; margin: 50px } body { margin: 0 } .unit { white-space: nowrap }</style>"
    html = "".join(f'<p style="width: {width}px">{words}</p>' for width in range(120, 300, 6))
    made: Any = _engine().HTML(string=f'<html dir="{way}"><body>{style}{html}').render()
    for line in (found for page in made.pages for found in line_boxes(page._page_box)):
        texts = [box for box in line.descendants() if getattr(box, "text", "")]
        left = min(box.position_x for box in texts)
        right = max(box.position_x + box.width for box in texts)
        assert (right == pytest.approx(350)) if way == "rtl" else (left == pytest.approx(50))
        assert sum(box.width for box in texts) == pytest.approx(right - left)
        from_right = [box for box in texts if box.pango_layout.first_line_direction % 2]
        drawn = [box.pango_layout.text for box in from_right]
        assert drawn == [box.text for box in from_right], "a space on the left would move what is drawn"


WORDS = "Lindqvist O’Brien Institute of a in the for Shipping Policy, 4. Mai 2025 harbour-side (told) – 12 4,5".split()
TAGS = {"": ("", ""), "em": ("<em>", "</em>"), "unit": ('<span class="unit">', "</span>")}


def sentence(seed: int) -> tuple[str, str]:
    """Words with elements among them, and the same without: what is kept on one line has signs that do that."""
    chosen = random.Random(seed)
    html = plain = ""
    for _ in range(chosen.randint(3, 6)):
        kind, space = chosen.choice(("", "em", "unit")), chosen.choice("  \u00a0")
        said = " ".join(chosen.choices(WORDS, k=chosen.randint(1, 3)))
        begin, end = TAGS[kind]
        html += f"{begin}{said}{space}{end}" if kind == "em" else f"{begin}{said}{end}{space}"
        plain += ("\u2060".join(said.replace(" ", "\u00a0")) if kind == "unit" else said) + space
    return html + "end", plain + "end"


@pytest.mark.parametrize("seed", range(12))
def test_lines_end_where_they_would_without_the_elements_in_them(seed: int) -> None:
    style = "<style>p { font: 14px 'Noto Sans'; margin: 0 } em { font-style: normal } .unit { white-space: nowrap }"
    ended = []
    for words in sentence(seed):
        html = "".join(f'<p style="width: {width}px">{words}</p>' for width in range(190, 600, 9))
        made: Any = _engine().HTML(string=f"{style} @page {{ size: 700px 9000px }}</style>{html}").render()
        lines = [line for page in made.pages for line in lines_of(page._page_box)]
        ended.append([line.replace("\u2060", "").replace("\u00a0", " ").strip() for line in lines])
    assert ended[0] == ended[1]


def line_boxes(box: Any) -> list[Any]:
    if type(box).__name__ == "LineBox":
        return [box]
    return [line for child in getattr(box, "children", ()) for line in line_boxes(child)]


@pytest.mark.parametrize("mend", [hang_last_spaces, close_up])
def test_an_engine_of_another_make_is_left_alone(mend: Callable[[Any], None]) -> None:
    def cut(text: str) -> str:
        return text

    made = (SimpleNamespace(), *(SimpleNamespace(**{name: of}) for name in (CUT, TAKEN, SET) for of in (cut, dict.get)))
    for other in made:
        before = dict(vars(other))
        mend(other)
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


def test_it_is_put_in_its_place_once() -> None:
    def take(context: Any, line: Any) -> None:
        """As the engine's is called."""

    def set_anew(context: Any, box: Any, available_width: Any, skip: Any, is_line_start: Any = True) -> None:
        """As the engine's is called."""

    inline = SimpleNamespace(**{TAKEN: take, SET: set_anew})
    close_up(inline)
    placed = vars(inline)[TAKEN]
    close_up(inline)
    assert vars(inline)[TAKEN] is placed
    assert placed is not take
