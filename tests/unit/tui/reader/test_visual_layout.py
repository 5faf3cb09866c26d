"""A layout with words written from right to left: the maps between offsets and cells hold in both directions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Article, Metadata
from briefing_tui.model.display import display_text
from briefing_tui.reading import Passages
from briefing_tui.tui.reader import Layout
from briefing_tui.tui.reader.visual import WHOLE, VisualLayout
from tests.unit.tui.reader.test_layout import TEXTS, WIDTHS

RIGHT_TO_LEFT = st.lists(
    st.sampled_from(
        ["שָׁלוֹם ", "עולם", "مرحبا ", "لا", "(אב) ", "1,234 ", "50% ", "abc ", "漢字", "e\u0301", "👩\u200d👧", "\n",
         "\n\n", "## ", "“כן” ", ", ", ". ", "\u200f", "\u202e", "❤\ufe0f ", "🇮🇱", "\u05b0", "\u200d", "מילה ארוכה "]
    ), max_size=30,
).map("".join)  # fmt: skip


def laid_out(text: str, width: int) -> VisualLayout:
    passages = Passages(Article("a", Metadata(), text))
    return VisualLayout(display_text(text), [b.span for b in passages.blocks], width)


def drawn(layout: Layout, line: int) -> str:
    placed = layout.reordered(line)
    if not placed:
        return layout.text[layout.starts[line] : layout.ends[line]]
    return " " * placed[0].cell + "".join(sign.text for sign in placed)


@given(RIGHT_TO_LEFT | TEXTS, WIDTHS)
def test_every_sign_has_its_cells_and_every_cell_its_sign(text: str, width: int) -> None:
    layout = laid_out(text, width)
    for line in range(len(layout)):
        start, end = layout.starts[line], layout.ends[line]
        filled: dict[int, int] = {}
        for first, stop, cells in layout.graphemes(line):
            for offset in range(start + first, start + stop):
                assert layout.cell_of(offset)[0] == line
            at_line, cell = layout.cell_of(start + first)
            for n in range(cells):
                assert layout.offset_at(at_line, cell + n) == start + first
                assert filled.setdefault(cell + n, start + first) == start + first
        assert len(filled) == layout.cells(line)
        assert layout.offset_at(*layout.cell_of(end)) in {end, *filled.values()}
        assert min(filled, default=0) >= 0 or layout.cells(line) > width
        placed = layout.reordered(line)
        assert [sign.start for sign in sorted(placed)] == [start + g[0] for g in layout.graphemes(line) if placed]


@given(TEXTS, WIDTHS)
def test_without_such_words_it_is_as_any_other(text: str, width: int) -> None:
    visual = laid_out(text, width)
    plain = Layout(visual.text, [b.span for b in Passages(Article("a", Metadata(), text)).blocks], width)
    assert list(visual.starts) == list(plain.starts)
    for line in range(len(plain)):
        if not visual.reordered(line):
            for offset in range(plain.starts[line], plain.ends[line]):
                assert visual.cell_of(offset) == plain.cell_of(offset)


def test_a_paragraph_stands_at_the_right_and_its_lines_break_in_the_order_of_the_text() -> None:
    layout = laid_out("הוא אמר (אז) 123, כן.\n\nabc שלום", 12)
    assert [drawn(layout, line) for line in range(len(layout))] == [
        "(זא) רמא אוה",
        "    .ןכ ,123",
        "",
        "abc םולש",
    ]
    assert layout.cell_of(0) == (0, 11)
    assert layout.offset_at(0, 11) == 0
    assert layout.offset_at(0, 10) == 1


def test_a_paragraph_as_long_as_a_book_is_ordered_line_by_line() -> None:
    layout = laid_out("שלום abc " * WHOLE, 40)
    assert drawn(layout, len(layout) // 2).count("םולש") >= 3
