"""The layout of an article: every code point has one place, and the maps there and back agree."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from briefing_tui.model import Article, Metadata, Span
from briefing_tui.model.display import display_text
from briefing_tui.reading import Passages
from briefing_tui.tui.reader import Layout
from briefing_tui.tui.reader.layout import _ONE_CELL_EACH, _ONE_SIGN_EACH, SPACER

AWKWARD = [
    *"abcde .,;-–—/\"'()“”‘’\n\t0123",
    "\n\n", "## ", "\\## ", "word ", "long-hyphenated-compound ", "x" * 30,
    "漢字", "かな", "ー", "。", "「", "」", "한국어", "\u3000",
    "e\u0301", "\u0301", "שָׁלוֹם ", "مرحبا ", "क्षि", "ไทย",
    "👩\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "❤\ufe0f", "🇮🇱", "\u200d", "\ufe0f",
    "\u00a0", "\u202f", "\u00ad", "\u200b", "\u202e", "\x1b[31m", "\x00", "\x85", "\u2028", "\ud800", "\U000e0061",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(AWKWARD), max_size=60).map("".join) | st.text(max_size=80)
WIDTHS = st.integers(1, 400) | st.integers(1, 12)


def laid_out(text: str, width: int) -> tuple[Passages, Layout]:
    passages = Passages(Article("a", Metadata(), text))
    return passages, Layout(display_text(text), [b.span for b in passages.blocks], width)


@given(TEXTS)
def test_what_is_shown_has_the_length_of_the_source_and_is_inert(text: str) -> None:
    shown = display_text(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        assert (before == "\n") == (after == "\n")
        assert after == "\n" or unicodedata.category(after) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(after) not in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a\tb\rc\u2028d", "a b c d"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "\N{REPLACEMENT CHARACTER}31m"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("abc\u202edef\u202c", "abc·def·"),
        ("in\u00adter\u200bnal\ufeff", "in·ter·nal·"),
        ("می\u200cخواهم 👩\u200d👧", "می\u200cخواهم 👩\u200d👧"),
        ("ab\u200dcd \u200dx", "ab\u200ccd ·x"),
        ("plain “text” — nothing else", "plain “text” — nothing else"),
    ],
)
def test_stand_ins(source: str, shown: str) -> None:
    assert display_text(source) == shown


def test_code_points_called_plain_fill_one_cell_and_join_nobody() -> None:
    plain = [chr(c) for c in range(0x3000) if (m := _ONE_CELL_EACH.match(chr(c))) and m.end()]
    assert len(plain) > 1000
    assert all(cell_len(char) == 1 for char in plain)
    assert len(split_graphemes("".join(plain))[0]) == len(plain)


def test_code_points_called_wide_fill_two_cells_and_join_nobody() -> None:
    wide = [chr(c) for c in range(0x3000, 0x10000) if (m := _ONE_SIGN_EACH.match(chr(c))) and m.end()]
    assert len(wide) > 30_000
    assert all(cell_len(char) == 2 for char in wide)
    assert len(split_graphemes("".join(wide))[0]) == len(wide)


@given(TEXTS, WIDTHS)
def test_every_code_point_is_on_one_line(text: str, width: int) -> None:
    passages, layout = laid_out(text, width)
    position = 0
    for line in range(len(layout)):
        start, end = layout.starts[line], layout.ends[line]
        assert position <= start <= end
        assert layout.text[position:start].replace("#", "").replace("\\", "").strip() == ""
        assert "\n" not in layout.text[start:end]
        assert all(layout.line_of(offset) == line for offset in range(start, end))
        position = end
    assert position == (passages.blocks[-1].span.end if passages.blocks else 0)


@given(TEXTS, WIDTHS)
def test_lines_fit(text: str, width: int) -> None:
    _, layout = laid_out(text, width)
    for line in range(len(layout)):
        shown = layout.text[layout.starts[line] : layout.ends[line]]
        signs = [sign for sign in layout.graphemes(line) if sign[2]]
        assert layout.cells(line) == cell_len(shown)
        assert layout.cells(line) <= width or len(signs) == 1


@given(TEXTS, WIDTHS)
def test_offset_to_cell_and_back(text: str, width: int) -> None:
    _, layout = laid_out(text, width)
    for line in range(len(layout)):
        start = layout.starts[line]
        for first, stop, cells in layout.graphemes(line):
            for offset in range(start + first, start + stop):
                assert layout.cell_of(offset)[0] == line
            if cells:
                at_line, cell = layout.cell_of(start + first)
                assert [layout.offset_at(at_line, cell + n) for n in range(cells)] == [start + first] * cells
        assert layout.offset_at(line, layout.cells(line)) == layout.ends[line]


@given(TEXTS, WIDTHS)
def test_blocks_are_apart_by_one_blank_line(text: str, width: int) -> None:
    passages, layout = laid_out(text, width)
    for index, block in enumerate(passages.blocks):
        first = layout.first_lines[index]
        assert layout.starts[first] == block.span.start
        assert layout.blocks[first] == index
        if index:
            assert layout.blocks[first - 1] == SPACER
            assert layout.blocks[first - 2] == index - 1
            assert layout.cells(first - 1) == 0


def lines_of(text: str, width: int) -> list[str]:
    _, layout = laid_out(text, width)
    return [layout.text[s:e] for s, e in zip(layout.starts, layout.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two  three", 7, ["one two", "three"]),
        ("## Head line\n\nand text", 20, ["Head line", "", "and text"]),
        ("first\n\n\n\nsecond", 20, ["first", "", "second"]),
        ("- one\n- two\n  indented", 20, ["- one", "- two", "  indented"]),
        ("Israeli-Russian", 10, ["Israeli-", "Russian"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a\u00a0b c", 3, ["a\u00a0b", "c"]),
        ("«\u202fa\u202f» bc", 6, ["«\u202fa\u202f»", "bc"]),
        ("部长来了。他走了。", 10, ["部长来了。", "他走了。"]),
        ("部长来了。他走了。", 8, ["部长来", "了。他走", "了。"]),
        ("部长「来了」", 6, ["部长", "「来", "了」"]),
        ("cafe\u0301 cafe\u0301", 4, ["cafe\u0301", "cafe\u0301"]),
        ("ab👩\u200d👧cd", 3, ["ab", "👩\u200d👧", "cd"]),
    ],
)
def test_where_lines_break(text: str, width: int, expected: list[str]) -> None:
    assert lines_of(text, width) == expected


def test_lines_of_a_span() -> None:
    _, layout = laid_out("one two three four", 7)
    assert layout.lines_of(Span(4, 13)) == range(2)
    assert layout.lines_of(Span(8, 8)) == range(1, 2)
    assert len(Layout("", [], 10)) == 0
    assert Layout("", [], 10).line_of(3) == 0
