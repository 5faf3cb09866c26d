"""The text of an article on the screen: lines drawn when they are seen, with a margin and highlights."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing_tui.model.display import display_text

from ...model import Article, Metadata, Span
from ...reading import Passages
from .layout import SPACER, Layout
from .looks import CLASSES, CSS, Look, class_names
from .span_set import SpanSet

CONTEXT = 2
"""Lines kept between what is lit and the edge of the pane."""
ID_CELLS = 5
"""Room at the right for the id of an excerpt, where a comfortable column is left beside it."""
COMFORTABLE = 56
"""Cells below which the text gets all the room."""
CACHED_LINES = 2000
NOTHING = SpanSet()


class TextPane(ScrollView, can_focus=True):
    """Shows one article, and over its text what is lit, selected, pinned or found, as spans that have a look."""

    ALLOW_SELECT = False  # the terminal's text is not the source's: passages are selected by offset
    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)
    DEFAULT_CSS = CSS

    measure: reactive[int] = reactive(76)
    """Width of the text column in cells, where there is room for it."""
    zoomed: reactive[bool] = reactive(False)
    """Whether the text takes the whole width."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.passages = Passages(Article("", Metadata(), ""))
        self.wrapped: Layout | None = None
        self._display = ""
        self._numbers: dict[int, int] = {}
        self.on_theme: frozenset[int] = frozenset()
        self._marked: dict[Look, SpanSet] = {}
        self.others = SpanSet()
        self._pointer: int | None = None
        self.margin = 0
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str | Look, Style] = {}

    # What is shown

    def set_article(self, article: Article, on_theme: Collection[int] = ()) -> None:
        """Show another article, from its beginning."""
        self.passages = Passages(article)
        self._display = display_text(article.text)
        self.on_theme = frozenset(on_theme)
        self._marked = {}
        self.others = SpanSet()
        self._pointer = None
        self.wrapped = None
        self.reflow()

    def marked(self, look: Look) -> SpanSet:
        """The spans that have a look."""
        return self._marked.get(look, NOTHING)

    def mark(self, look: Look, spans: SpanSet) -> None:
        """Give spans a look instead of those that had it; only the lines of both are drawn again."""
        before = self.marked(look)
        self._marked[look] = spans
        self._redraw(m.span for entries in (before, spans) for m in entries)

    def set_others(self, spans: SpanSet) -> None:
        """Replace what other briefs pinned: marked in the margin only."""
        before, self.others = self.others, spans
        self._redraw(m.span for entries in (before, spans) for m in entries)

    def set_theme(self, paragraphs: Collection[int]) -> None:
        """Mark other paragraphs as being on the theme."""
        self.on_theme = frozenset(paragraphs)
        self._strips.clear()
        self.refresh()

    def set_pointer(self, offset: int | None) -> None:
        """Point, in the margin, at the line of an offset."""
        before, self._pointer = self._pointer, offset
        self._redraw(Span(at, at + 1) for at in (before, offset) if at is not None)

    def _redraw(self, spans: Iterable[Span]) -> None:
        layout = self.wrapped
        if layout is None or not len(layout):
            return
        for span in spans:
            lines = layout.lines_of(span)
            for line in [n for n in self._strips if n in lines] if len(lines) > len(self._strips) else lines:
                self._strips.pop(line, None)
            first, last = max(lines.start, self.top), min(lines.stop, self.top + self.size.height)
            if first < last:
                self.refresh_lines(first, last - first)

    # Where it is shown

    @property
    def top(self) -> int:
        """The first line that is seen."""
        return self.scroll_offset.y

    @property
    def half(self) -> int:
        """Half a viewport, in lines."""
        return max(1, self.size.height // 2)

    def is_seen(self, span: Span) -> bool:
        """Whether some of a span is in the viewport."""
        if self.wrapped is None:
            return True
        lines = self.wrapped.lines_of(span)
        return lines.start < self.top + self.size.height and lines.stop > self.top

    def scroll_to_line(self, line: int) -> None:
        """Put a line at the top."""
        self.scroll_to(y=max(0, line), animate=False, force=True)

    def reveal(self, span: Span) -> None:
        """Scroll by half viewports until a span is seen; of one that is too long, its beginning."""
        layout, height = self.wrapped, self.size.height
        if layout is None or not len(layout) or height <= 0:
            return
        lines = layout.lines_of(span)
        first, last = lines.start, lines.stop - 1
        margin = min(CONTEXT, (height - 1) // 2)
        top = self.top
        if last > top + height - 1 - margin:
            over = last - (top + height - 1 - margin)
            top = min(top + -(-over // self.half) * self.half, max(0, first - margin))
        elif first < top + margin and top > 0:
            under = top + margin - first
            top = min(max(0, top - -(-under // self.half) * self.half), max(0, first - margin))
        if top != self.top:
            self.scroll_to_line(top)

    def reflow(self) -> None:
        """Wrap to the width at hand; the place that was read stays where it was on the screen."""
        room = self.scrollable_content_region.width
        if room <= 0:
            return
        blocks = self.passages.blocks
        self.margin = 5 + max(2, len(str(max((b.n for b in blocks), default=0))))
        room -= self.margin
        room -= ID_CELLS if room - ID_CELLS >= COMFORTABLE else 1
        width = max(1, room if self.zoomed else min(self.measure, room))
        old = self.wrapped
        if old is None or old.width != width:
            self._rewrap(old, width)
        self._strips.clear()
        self.settle()

    def _rewrap(self, old: Layout | None, width: int) -> None:
        blocks = self.passages.blocks
        place = self.kept_place()
        row = old.line_of(place) - self.top if old is not None else 0
        layout = self.wrapped = Layout(self._display, [b.span for b in blocks], width)
        self._numbers = {layout.first_lines[i]: b.n for i, b in enumerate(blocks) if b.n}
        self.virtual_size = Size(self.scrollable_content_region.width, len(layout))
        self.scroll_to_line(layout.line_of(place) - max(0, min(row, self.size.height - 1)))
        self.refresh()

    def kept_place(self) -> int:
        """The offset that stays where it is on the screen when the width changes: the first that is seen."""
        layout = self.wrapped
        return layout.starts[min(self.top, len(layout) - 1)] if layout is not None and len(layout) else 0

    def settle(self) -> None:
        """Called when the size of the pane or of the text has changed."""

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - the framework's signature
        self.reflow()

    def watch_measure(self) -> None:
        self.reflow()

    def watch_zoomed(self) -> None:
        self.reflow()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        line = self.top + y
        layout, width = self.wrapped, self.size.width
        if layout is None or line >= len(layout):
            return Strip.blank(width, self._style("plain"))
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > CACHED_LINES:
                self._strips.clear()
            segments = [*self._margin_of(line), *self._text_of(line)]
            strip = self._strips[line] = Strip(segments).adjust_cell_length(width, self._style("plain"))
        return strip

    def _extent(self, line: int) -> tuple[int, int]:
        """What belongs to a line, with the white space at its end."""
        layout = self.wrapped
        assert layout is not None  # noqa: S101 - only called while drawing
        return layout.starts[line], layout.starts[line + 1] if line + 1 < len(layout) else layout.ends[line]

    def _margin_of(self, line: int) -> Iterable[Segment]:
        """Mark, pointer and ¶ number."""
        start, end = self._extent(line)
        if self.marked(Look.PIN).overlapping(start, end):
            yield Segment("▌", self._style("mark"))
        elif self.others.overlapping(start, end):
            yield Segment("┊", self._style("other"))
        else:
            yield Segment(" ", self._style("plain"))
        pointed = self._pointer is not None and start <= self._pointer < end
        yield Segment("›" if pointed else " ", self._style("pointer"))
        n = self._numbers.get(line, 0)
        number = f"{n or '':>{self.margin - 4}}"
        yield Segment(number, self._style("on-theme" if n in self.on_theme else "number"))
        yield Segment("  ", self._style("plain"))

    def _text_of(self, line: int) -> Iterable[Segment]:
        """The words with their looks, and at the right the ids of the excerpts that begin here."""
        layout = self.wrapped
        assert layout is not None  # noqa: S101 - only called while drawing
        start, end = layout.starts[line], layout.ends[line]
        block = layout.blocks[line]
        base = Look.HEADING if block != SPACER and self.passages.blocks[block].is_heading else Look.PLAIN
        runs = [(max(start, m.span.start), min(end, m.span.end), look)
                for look, spans in self._marked.items() for m in spans.overlapping(start, end)]  # fmt: skip
        cuts = sorted({start, end, *(r[0] for r in runs), *(r[1] for r in runs)})
        for first, last in pairwise(cuts):
            look = base
            for run_start, run_end, run_look in runs:
                if run_start <= first and last <= run_end:
                    look |= run_look
            yield Segment(self._display[first:last], self._style(look))
        ids = [m.label for m in self.marked(Look.PIN).starting(*self._extent(line))]
        room = self.scrollable_content_region.width - self.margin - layout.width - 1
        shown = next((s for s in (" ".join(ids), f"{ids[0]}+" if ids else "") if len(s) <= room), "")
        if shown:
            yield Segment(" " * (layout.width + 1 - layout.cells(line)), self._style("plain"))
            yield Segment(shown, self._style("mark"))

    def _style(self, what: str | Look) -> Style:
        style = self._styles.get(what)
        if style is None:
            names = class_names(what)
            style = self.get_visual_style(*names).rich_style
            if any(self.get_component_styles(name).text_style.reverse for name in names):
                style += Style(reverse=True)  # a visual style carries every attribute but this one
            self._styles[what] = style
        return style
