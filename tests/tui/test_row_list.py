"""The list and its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from briefing_tui.tui.lines import Line, Piece, cut, fit, harmless, line, plain, trim, wrap
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.tui.widgets.rows import Lines


@dataclass
class Many:
    """Rows that count how often they are asked for."""

    count: int
    asked: set[int] = field(default_factory=set)
    widths: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return self.count

    def key(self, index: int) -> str:
        return str(index)

    def line(self, index: int, width: int) -> Line:
        self.asked.add(index)
        return line(f"row {index}")

    def opened(self, index: int, width: int) -> Sequence[Line]:
        self.widths.append(width)
        return [line(f"more about {index}")]


class Listed(App[None]):
    def __init__(self, rows: Many | Lines) -> None:
        super().__init__()
        self.list = RowList(rows)

    def compose(self) -> ComposeResult:
        yield self.list


async def test_it_draws_only_what_is_seen() -> None:
    rows = Many(100_000)
    async with Listed(rows).run_test(size=(40, 10)) as pilot:
        app = pilot.app
        assert isinstance(app, Listed)
        await pilot.press("G")
        assert app.list.cursor == 99_999
        await pilot.press("g", "space", "j", "k", "b", "pagedown", "end", "home", "down", "up")
        assert app.list.cursor == 0
        assert len(rows.asked) < 100


async def test_one_row_alone_shows_the_cursor_on_the_screen() -> None:
    async with Listed(Lines([(str(n), line(f"row {n}")) for n in range(30)])).run_test(size=(40, 10)) as pilot:
        for key in ("j", "j", "j", "k", "G", "k", "g", "j"):
            await pilot.press(key)
            await pilot.pause()
            drawn = pilot.app.screen._compositor.render_strips(pilot.app.size)
            assert sum("▸" in strip.text for strip in drawn) == 1


async def test_the_row_at_the_cursor_is_opened_and_seen_whole() -> None:
    async with Listed(Many(50)).run_test(size=(40, 10)) as pilot:
        app = pilot.app
        assert isinstance(app, Listed)
        await pilot.press(*"j" * 9)
        await pilot.pause()
        shown = [app.list.render_line(y).text.rstrip() for y in range(app.list.size.height)]
        at = shown.index("▸ row 9")
        assert shown[at + 1] == "  more about 9"
        assert shown[at - 1] == "  row 8"


async def test_what_is_below_a_row_leaves_room_for_a_scrollbar_that_is_about_to_come() -> None:
    rows = Many(100)
    async with Listed(rows).run_test(size=(40, 10)):
        assert rows.widths[:2] == [38, 37]
        assert rows.widths[-1] == 37


async def test_the_cursor_stays_with_its_row_when_rows_come_and_go() -> None:
    def rows(keys: str) -> Lines:
        return Lines([(key, line(key)) for key in keys])

    async with Listed(rows("abcd")).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, Listed)
        await pilot.press("j", "j")
        app.list.rows = rows("xabcd")
        assert app.list.key == "c"
        app.list.rows = rows("xabd")
        assert app.list.key == "d"
        app.list.rows = rows("")
        assert app.list.key == ""
        await pilot.press("j", "k", "G", "g", "enter", "space")
        app.list.rows = rows("ab")
        assert app.list.key == "a"
        app.list.words = "b"
        assert app.list.key == "b"


@given(st.text(), st.integers(0, 40))
def test_fitted_text_has_exactly_the_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    assert cell_len(cut(text, width)) <= width


@given(st.lists(st.text()), st.integers(0, 40))
def test_a_trimmed_line_is_no_wider(texts: list[str], width: int) -> None:
    assert cell_len(plain(trim([Piece(text) for text in texts], width))) <= width


@given(st.text(), st.integers(2, 40))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(part) <= width for part in lines)
    assert "".join("".join(lines).split()) == "".join(harmless(text).split())


@given(st.text())
def test_harmless_text_has_no_controls(text: str) -> None:
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066\u200f" for c in harmless(text))


def test_what_an_article_holds_cannot_speak_to_the_terminal() -> None:
    assert harmless("a\x1b[31mb\x07\u202ec\td") == "a [31mb c d"
