"""Lines that are kept as they were drawn look as Textual would draw them."""

from __future__ import annotations

from textual.geometry import Region
from textual.scroll_view import ScrollView

from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.tui.widgets.rows import Lines
from tests.tui.test_row_list import Listed, Many


def looks(rows: RowList, *, kept: bool) -> list[list[tuple[str, object]]]:
    """Every cell's sign and style, line by line."""
    crop = Region(0, 0, rows.outer_size.width, rows.outer_size.height)
    rows._styles_cache.clear()  # what Textual keeps would hide what it draws
    strips = rows.render_lines(crop) if kept else ScrollView.render_lines(rows, crop)
    width = rows.scrollable_content_region.width  # the cell of the scrollbar is not the list's
    return [[(sign, s.style) for s in strip.crop(0, width) for sign in s.text] for strip in strips]


async def test_kept_lines_look_as_lines_drawn_by_textual() -> None:
    async with Listed(Many(30)).run_test(size=(40, 10)) as pilot:
        assert isinstance(pilot.app, Listed)
        for keys in ("", "jj", "G", "kk"):
            await pilot.press(*keys)
            assert looks(pilot.app.list, kept=True) == looks(pilot.app.list, kept=False)


async def test_lines_with_a_border_are_drawn_with_it() -> None:
    async with Listed(Lines([])).run_test(size=(40, 10)) as pilot:
        assert isinstance(pilot.app, Listed)
        pilot.app.list.styles.border = ("solid", "red")
        await pilot.pause()
        assert pilot.app.list.render_lines(Region(0, 0, 40, 10))[0].text == f"┌{'─' * 38}┐"


async def test_a_scrollbar_is_drawn_again_when_its_thumb_moves() -> None:
    async with Listed(Many(2_000)).run_test(size=(40, 10)) as pilot:
        assert isinstance(pilot.app, Listed)
        bar, drawn = pilot.app.list.vertical_scrollbar, []
        pilot.app.watch(bar, "position", lambda at: drawn.append(at), init=False)  # noqa: PLW0108 - Textual needs a function
        await pilot.press(*"j" * 30)
        assert (pilot.app.list.scroll_offset.y, bar.position, drawn) == (22, 22, [])
        await pilot.press("G")
        assert (drawn, bar.position) == ([1991], 1991)
