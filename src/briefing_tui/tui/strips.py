"""Lines of a widget on their way to the terminal: what is the same again is not worked out again."""

from __future__ import annotations

from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

STEPS = 8
"""Places in a cell where a scrollbar's thumb can begin."""


class KeptLines(ScrollView):
    """A widget that keeps its lines as they were drawn, and gives them on as they are.

    A strip knows how it was cut and coloured for the terminal. Textual makes new ones for each place on the screen, so
    that this would be found out again for every line, and every cell of the scrollbar, each time the text scrolls:
    half of what it takes to show the effect of a key.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.styles.gutter != (0, 0, 0, 0) or self.opacity < 1:
            return super().render_lines(crop)  # what stands around the lines is drawn with them
        _, background = self.background_colors
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in self.app.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        bar = self.vertical_scrollbar
        if _thumb(bar, old_value) == _thumb(bar, new_value):
            bar.set_reactive(ScrollBar.position, new_value)  # it looks as before: it is not drawn again
        super().watch_scroll_y(old_value, new_value)


def _thumb(bar: ScrollBar, position: float) -> int:
    """Where a scrollbar's thumb begins, in eighths of a cell."""
    cells, window, of = bar.size.height, bar.window_size, bar.window_virtual_size
    if of <= window:
        return 0
    return int((cells - max(1, window * cells / of)) * position / (of - window) * STEPS)
