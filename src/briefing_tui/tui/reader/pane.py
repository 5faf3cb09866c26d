"""The text of an article on the screen: what is shown, what has which look, and where the viewport stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from briefing_tui.model.display import display_text

from ...model import Article, Metadata, Span
from ...reading import Passages
from ..strips import KeptLines
from ..turns import Commanded
from .layout import Layout
from .looks import CLASSES, CSS, Look
from .span_set import SpanSet
from .visual import VisualLayout

CONTEXT = 2
"""Lines kept between what is lit and the edge of the pane."""
ID_CELLS = 5
"""Room at the right for the id of an excerpt, where a comfortable column is left beside it."""
COMFORTABLE = 56
"""Cells below which the text gets all the room."""
LONGEST = 120
"""Cells of a zoomed line: of a longer one the eye does not find back to the next."""
SPARE = 24
"""Cells beside the column from which it stands in the middle of the pane."""
NUMBERED, UNNUMBERED = 30, 3
"""Cells from which the margin has room for ¶ numbers; its width without them."""
FEW = 64
"""Marks whose lines are looked for."""
NOTHING = SpanSet()


class TextPane(Commanded, KeptLines, can_focus=True):
    """Holds one article, and over its text what is lit, selected, pinned or found, as spans that have a look."""

    ALLOW_SELECT = False  # the terminal's text is not the source's: passages are selected by offset
    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)
    DEFAULT_CSS = CSS

    measure: reactive[int] = reactive(76)
    """Width of the text column in cells, where there is room for it."""
    zoomed: reactive[bool] = reactive(False)
    """Whether the text takes as much of the width as can be read."""
    visual: reactive[bool] = reactive(False)
    """Whether words written from right to left are put in the order in which they are read."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.passages = Passages(Article("", Metadata(), ""))
        self.wrapped: Layout | None = None
        self._display = ""
        self._numbers: dict[int, int] = {}
        self.on_theme: frozenset[int] = frozenset()
        self._marked: dict[Look, SpanSet] = {}
        self.others = SpanSet()
        self.findings = SpanSet()
        self._pointer: int | None = None
        self.margin = 0
        self.indent = 0
        """How much of the margin is empty, so that the column stands in the middle."""
        self._strips: dict[int, Strip] = {}

    # What is shown

    def set_article(self, article: Article, on_theme: Collection[int] = ()) -> None:
        """Show another article, from its beginning."""
        self.passages = Passages(article)
        self._display = display_text(article.text)
        self.on_theme = frozenset(on_theme)
        self._marked = {}
        self.others = self.findings = SpanSet()
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
        self._redraw_marks(before, spans)

    def set_others(self, spans: SpanSet) -> None:
        """Replace what other briefs pinned: marked in the margin only."""
        before, self.others = self.others, spans
        self._redraw_marks(before, spans)

    def set_findings(self, spans: SpanSet) -> None:
        """Replace what checks found: a label says what, its first character is the sign in the margin."""
        before, self.findings = self.findings, spans
        self._redraw_marks(before, spans)

    def set_theme(self, paragraphs: Collection[int]) -> None:
        """Mark other paragraphs as being on the theme."""
        self.on_theme = frozenset(paragraphs)
        self._strips.clear()
        self.refresh()

    def set_pointer(self, offset: int | None) -> None:
        """Point, in the margin, at the line of an offset."""
        before, self._pointer = self._pointer, offset
        self._redraw(Span(at, at + 1) for at in (before, offset) if at is not None)

    def _redraw_marks(self, *sets: SpanSet) -> None:
        """Draw the lines of marks again; where there are many, each line when it is seen."""
        if sum(map(len, sets)) > FEW:
            self._strips.clear()
            self.refresh()
        else:
            self._redraw(m.span for marks in sets for m in marks)

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

    def is_long(self, span: Span) -> bool:
        """Whether a span has more lines than the viewport."""
        return self.wrapped is not None and len(self.wrapped.lines_of(span)) > self.size.height > 0

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
        numbers = max(2, len(str(len(blocks))))
        self.margin = 5 + numbers if room >= NUMBERED else UNNUMBERED
        room -= self.margin
        room -= ID_CELLS if room - ID_CELLS >= COMFORTABLE else 1
        width = max(1, min(max(self.measure, LONGEST) if self.zoomed else self.measure, room))
        self.indent = (room - width) // 2 if room - width >= SPARE else 0
        self.margin += self.indent
        old = self.wrapped
        if old is None or old.width != width or isinstance(old, VisualLayout) is not self.visual:
            self._rewrap(old, width)
        self._strips.clear()
        self.settle()

    def _rewrap(self, old: Layout | None, width: int) -> None:
        blocks = self.passages.blocks
        place = self.kept_place()
        row = old.line_of(place) - self.top if old is not None else 0
        kind = VisualLayout if self.visual else Layout
        layout = self.wrapped = kind(self._display, [b.span for b in blocks], width)
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

    def watch_visual(self) -> None:
        self.reflow()
