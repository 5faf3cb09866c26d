"""The lines of an article as they are drawn: margin, text with its looks, ids, labels; each when it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ...model import Span
from .layout import SPACER
from .looks import MARGIN, Look, class_names, part_names
from .pane import UNNUMBERED, TextPane

CACHED_LINES = 2000
Run = tuple[int, int, Look]
"""The part of a line that has a look."""


class DrawnPane(TextPane):
    """Draws an article; looks and signs can be a person's own."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._signs = MARGIN
        self._colours: Mapping[str, Style] = {}
        self._styles: dict[str | Look, Style] = {}
        self._labels: Mapping[str, Span] = {}
        self._typed = ""

    def set_looks(self, colours: Mapping[str, str], signs: Mapping[str, str]) -> None:
        """Draw in a person's own colours and with their own signs, by the names of the settings."""
        self._colours = {name: Style.parse(look) for name, look in colours.items()}
        self._signs = {**MARGIN, **signs}
        self.notify_style_update()

    def set_labels(self, labels: Mapping[str, Span], typed: str = "") -> None:
        """Show labels before words: those that go on with the letters typed so far."""
        self._labels, self._typed = labels, typed
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        line = self.top + y
        layout, width = self.wrapped, self.size.width
        if layout is None or line >= len(layout):
            return Strip.blank(width, self._style("plain"))
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > CACHED_LINES:
                self._strips.clear()
            drawn = Strip([*self._margin_of(line), *self._text_of(line), *self._ids_of(line)])
            strip = self._strips[line] = self._labelled(line, drawn.adjust_cell_length(width, self._style("plain")))
        return strip

    def _extent(self, line: int) -> tuple[int, int]:
        """What belongs to a line, with the white space at its end."""
        layout = self.wrapped
        assert layout is not None  # noqa: S101 - only called while drawing
        return layout.starts[line], layout.starts[line + 1] if line + 1 < len(layout) else layout.ends[line]

    def _margin_of(self, line: int) -> Iterable[Segment]:
        """Mark, pointer and ¶ number, beside the text wherever that stands."""
        start, end = self._extent(line)
        margin = self.margin - self.indent
        yield Segment(" " * self.indent, self._style("plain"))
        if found := self.findings.overlapping(start, end):
            yield Segment(found[0].label[0], self._style("finding"))
        elif self.marked(Look.PIN).overlapping(start, end):
            yield Segment(self._signs["pin"], self._style("mark"))
        elif self.others.overlapping(start, end):
            yield Segment(self._signs["other"], self._style("other"))
        else:
            yield Segment(" ", self._style("plain"))
        pointed = self._pointer is not None and start <= self._pointer < end
        yield Segment(self._signs["pointer"] if pointed else " ", self._style("pointer"))
        if margin > UNNUMBERED:
            n = self._numbers.get(line, 0)
            number = f"{n or '':>{margin - 4}}"
            yield Segment(number, self._style("on-theme" if n in self.on_theme else "number"))
        yield Segment(" " * min(2, margin - 2), self._style("plain"))

    def _text_of(self, line: int) -> Iterable[Segment]:
        """The words with their looks."""
        layout = self.wrapped
        assert layout is not None  # noqa: S101 - only called while drawing
        start, end = layout.starts[line], layout.ends[line]
        block = layout.blocks[line]
        base = Look.HEADING if block != SPACER and self.passages.blocks[block].is_heading else Look.PLAIN
        runs = [(max(start, m.span.start), min(end, m.span.end), look)
                for look, spans in self._marked.items() for m in spans.overlapping(start, end)]  # fmt: skip
        placed = layout.reordered(line)
        if placed:
            yield Segment(" " * placed[0].cell, self._style("plain"))
            for look, signs in groupby(placed, key=lambda sign: _look_at(base, runs, sign.start)):
                yield Segment("".join(sign.text for sign in signs), self._style(look))
            return
        cuts = sorted({start, end, *(r[0] for r in runs), *(r[1] for r in runs)})
        for first, last in pairwise(cuts):
            yield Segment(self._display[first:last], self._style(_look_at(base, runs, first)))

    def _ids_of(self, line: int) -> Iterable[Segment]:
        """At the right the ids of the excerpts that begin in a line."""
        layout = self.wrapped
        assert layout is not None  # noqa: S101 - only called while drawing
        ids = [m.label for m in self.marked(Look.PIN).starting(*self._extent(line))]
        room = self.scrollable_content_region.width - self.margin - layout.width - 1
        shown = next((s for s in (" ".join(ids), f"{ids[0]}+" if ids else "") if len(s) <= room), "")
        if shown:
            placed = layout.reordered(line)
            filled = placed[-1].cell + placed[-1].cells if placed else layout.cells(line)
            yield Segment(" " * (layout.width + 1 - filled), self._style("plain"))
            yield Segment(shown, self._style("mark"))

    def _labelled(self, line: int, strip: Strip) -> Strip:
        """A line with the letter that each label goes on with in the space before its word, which stays readable."""
        layout = self.wrapped
        assert layout is not None  # noqa: S101 - only called while drawing
        start, end = layout.starts[line], layout.ends[line]
        signs = [sign for sign in strip.text for _ in range(cell_len(sign))] if self._labels else []
        for label, word in self._labels.items():
            if start <= word.start < end and label.startswith(self._typed):
                ends = (layout.cell_of(word.start)[1], layout.cell_of(min(word.end, end) - 1)[1])
                cell = _cell_before(signs, self.margin + min(ends))
                left, below, right = strip.divide([cell, cell + 1, strip.cell_length])
                upright = any(part.style and part.style.reverse for part in below)  # else it would look like the words
                style = self._style("label") + Style(reverse=False) if upright else self._style("label")
                letter = Segment(label[len(self._typed)], style)
                strip = Strip.join([left, Strip([letter]), right])
        return strip

    def _style(self, what: str | Look) -> Style:
        style = self._styles.get(what)
        if style is None:
            names = class_names(what)
            style = self.get_visual_style(*names).rich_style
            if any(self.get_component_styles(name).text_style.reverse for name in names):
                style += Style(reverse=True)  # a visual style carries every attribute but this one
            if isinstance(what, Look) and what & Look.HIT:
                style += Style(underline=True)  # whatever hides its ground
            for name in part_names(what):
                style += self._colours.get(name, Style.null())
            self._styles[what] = style
        return style


def _cell_before(signs: Sequence[str], cell: int) -> int:
    """The space before a word that begins in a cell and the signs that stand at it, else what stands right before it.

    Each word has a cell of its own: it lies behind the word before or, where nothing is between both, is its first.
    """
    at = cell - 1
    while at > 0 and not signs[at].isspace() and not signs[at].isalnum():
        at -= 1
    if signs[at].isspace():
        return at
    return cell if signs[cell - 1].isalnum() else cell - 1


def _look_at(base: Look, runs: Iterable[Run], offset: int) -> Look:
    look = base
    for start, end, more in runs:
        if start <= offset < end:
            look |= more
    return look
