"""The cursor of the reader: which sentence is lit, what is selected, and how the pane follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.reactive import reactive

from ...model import Article, Metadata, Span
from ...reading import Place, Selection, edges
from ...workspace.articles.again import nearest_to, stands_at
from .drawn import DrawnPane
from .looks import Look
from .messages import PositionChanged
from .pane import NOTHING
from .span_set import SpanSet

HEADING_BETWEEN = "a heading stands between"
"""Why a selection does not grow any more: a passage does not run over a heading."""
Labelled = Iterable[tuple[str, Span]]
"""Spans by the id of an excerpt or of a brief."""


class Cursor(DrawnPane):
    """An article with a lit sentence or a selected passage."""

    place: reactive[Place] = reactive(Place(), repaint=False)
    """Where the cursor is and what is selected; for a status line."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.article = Article("", Metadata(), "")
        self.sentence: Span | None = None
        self._selected: Selection | None = None
        self._hit = -1
        self._more = False
        self._stopped = ""
        self._reflowing = False

    # What is shown

    def show(
        self,
        article: Article,
        *,
        pins: Labelled = (),
        other_pins: Labelled = (),
        theme_paragraphs: Collection[int] = (),
        offset: int = 0,
    ) -> None:
        """Show an article.

        Args:
            article: what to read.
            pins: the open brief's excerpts from it.
            other_pins: what other briefs pinned from it.
            theme_paragraphs: the ¶ on the theme that one came by.
            offset: where to begin.
        """
        self.article = article
        self._selected, self._hit, self._more = None, -1, False
        self.set_article(article, theme_paragraphs)
        self.set_pins(pins, other_pins)
        self.sentence = self.passages.sentence_at(offset) if self.passages.blocks else None
        self._light()

    def renew(
        self,
        article: Article,
        pins: Labelled,
        other_pins: Labelled,
        *,
        theme_paragraphs: Collection[int] = (),
        hits: SpanSet = NOTHING,
    ) -> None:
        """Show an article as it reads now: the cursor at the same words in the same line, and a selection that stands.

        Args:
            article: the article that is shown, with another text.
            pins: the open brief's excerpts from it.
            other_pins: what other briefs pinned from it.
            theme_paragraphs: the ¶ on the theme that one came by.
            hits: what is marked as found; the cursor does not go there.
        """
        old, sentence, selected = self.article, self.sentence, self._selected
        row = self._row()
        offset = nearest_to(sentence, old, article) if sentence else 0
        self.show(article, pins=pins, other_pins=other_pins, theme_paragraphs=theme_paragraphs, offset=offset)
        if selected and (now := stands_at(selected.span, old, article)):
            self._select(Selection.of(now) if selected.forward else Selection.of(now).swapped(), reveal=False)
        self.mark(Look.HIT, hits)
        self._tell_place()
        if self.wrapped is not None and self.sentence:
            self.scroll_to_line(self.wrapped.line_of(self.sentence.start) - row)
            self.settle()

    def _row(self) -> int:
        """The line of the viewport in which the lit sentence begins."""
        return self.wrapped.line_of(self.sentence.start) - self.top if self.wrapped and self.sentence else 0

    def set_pins(self, pins: Labelled, other_pins: Labelled) -> None:
        """Mark what is pinned, after the brief or another one changed."""
        self.mark(Look.PIN, SpanSet(pins))
        self.set_others(SpanSet(other_pins))
        self._tell_place()

    def set_findings(self, spans: SpanSet) -> None:
        """Replace what checks found, and tell what of it is here."""
        super().set_findings(spans)
        self._tell_place()

    def set_hits(self, spans: Iterable[Span] | SpanSet, *, more: bool = False) -> None:
        """Mark what was found, and go to the first hit from here on; `more` may be found later."""
        hits = spans if isinstance(spans, SpanSet) else SpanSet.of(*spans)
        self.mark(Look.HIT, hits)
        self.mark(Look.HERE, NOTHING)
        self._hit, self._more = -1, more
        if len(hits):
            here = hits.before(self.sentence.start if self.sentence else 0)
            self.go_to_hit(here if here < len(hits) else 0)
        else:
            self._tell_place()

    @property
    def selection(self) -> Span | None:
        """What is selected or, where nothing is, the lit sentence; `None` for an article without text."""
        return self._selected.span if self._selected else self.sentence

    @property
    def selecting(self) -> bool:
        """Whether a passage is selected."""
        return self._selected is not None

    def go_to(self, offset: int) -> None:
        """Light the sentence or heading at an offset."""
        if self.passages.blocks:
            self._go(self.passages.sentence_at(offset))

    def go_to_paragraph(self, n: int) -> bool:
        """Light the first sentence of ¶ `n`; `False` where there is none."""
        paragraph = self.article.segments.paragraph(n)
        if paragraph is not None:
            self.go_to(paragraph.span.start)
        return paragraph is not None

    def select(self, span: Span) -> None:
        """Select a passage; its end moves."""
        self._select(Selection.of(span))

    def let_go(self) -> None:
        """Select nothing any more."""
        if self._selected:
            self._select(None)

    def cancel(self) -> bool:
        """Let go of the selection or, where there is none, of the hits; `False` where there was neither."""
        if self._selected:
            self._select(None)
            return True
        return self.drop_hits()

    def drop_hits(self) -> bool:
        """Let go of the hits; `False` where there are none."""
        if len(self.marked(Look.HIT)):
            self.set_hits(())
            return True
        return False

    def go_to_hit(self, index: int) -> None:
        """Go to a hit by its index."""
        self._hit = index
        span = self.marked(Look.HIT)[index].span
        self.mark(Look.HERE, SpanSet.of(span))
        self._go(self.passages.sentence_at(span.start))
        self.reveal(span)

    # Moving

    def _go(self, target: Span | None, *, reveal: bool = True) -> None:
        if target is None or self.sentence is None:
            return
        if self._selected:
            self._select(self._selected.reached(self.passages, target), reveal=reveal)
            return
        self.sentence = target
        self._light(reveal=reveal)

    def _select(self, selected: Selection | None, *, reveal: bool = True) -> None:
        """Select a passage, or nothing; one that would run over a heading is not taken."""
        if selected and self.passages.runs_over_heading(selected.span):
            self._selected = self._selected or Selection.of(self.sentence or selected.span)
            self._stopped = HEADING_BETWEEN
            self._light(reveal=reveal)
            return
        self._stopped = ""
        self._selected = selected
        if selected:
            head = selected.head - 1 if selected.forward else selected.head
            self.sentence = self.passages.sentence_at(head)
        self._light(reveal=reveal)

    def _light(self, *, reveal: bool = True) -> None:
        """Show the cursor and the selection where they are now."""
        selected, sentence = self._selected, self.sentence
        self.mark(Look.SELECTION, SpanSet.of(selected.span) if selected else NOTHING)
        self.mark(Look.SENTENCE, SpanSet.of(sentence) if sentence and not selected else NOTHING)
        if sentence is None:
            self.set_pointer(None)
            self.place = Place()
            return
        focus = self._focus()
        self.set_pointer(focus.start)
        if reveal:
            self.reveal(focus)
        self._tell_place()
        self.post_message(PositionChanged(sentence.start))

    def _tell_place(self) -> None:
        span = self.selection
        if span is None:
            return
        first, last, heading = self.article.segments.locate(span)
        count, opening, closing = 0, "", ""
        if self._selected:
            count, opening, closing = edges(self.article, span, self.passages.count_words(span))
        self.place = Place(
            first=first,
            last=last,
            of=len(self.article.segments.paragraphs),
            heading=heading,
            selecting=self.selecting,
            words=count,
            opening=opening,
            closing=closing,
            stopped=self._stopped,
            pins=tuple(m.label for m in self.marked(Look.PIN).overlapping(span.start, span.end)),
            others=tuple(dict.fromkeys(m.label for m in self.others.overlapping(span.start, span.end))),
            findings=tuple(dict.fromkeys(m.label for m in self.findings.overlapping(span.start, span.end))),
            asked=self.asked,
            hit=self._hit + 1,
            hits=len(self.marked(Look.HIT)),
            more=self._more,
        )

    @property
    def asked(self) -> str:
        """What is to be typed now, if anything."""
        return ""

    def kept_place(self) -> int:
        """The lit sentence where it is seen; the first line in one that is longer than the viewport, else too."""
        stays = self.sentence and self.is_seen(self.sentence) and not self.is_long(self.sentence)
        return self.sentence.start if self.sentence and stays else super().kept_place()

    def reflow(self) -> None:
        """Wrap to the width at hand; the cursor stays where it is meanwhile."""
        self._reflowing = True
        super().reflow()
        self._reflowing = False

    def settle(self) -> None:
        """Bring the cursor back into view; where one is in a sentence longer than the viewport stays."""
        focus = self._focus()
        if self.sentence and not (self.is_long(focus) and self.is_seen(focus)):
            self.reveal(focus)

    def _focus(self) -> Span:
        """What must be seen: the lit sentence, or the end of the selection that moves."""
        if self._selected:
            head = self._selected.head - self._selected.forward
            return Span(head, head + 1)
        return self.sentence or Span(0, 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.sentence and not (self._reflowing or self._selected or self.is_seen(self.sentence)):
            self._follow(self.sentence)

    def _follow(self, sentence: Span) -> None:
        """Keep the lit sentence in the viewport when something else scrolled it away."""
        layout = self.wrapped
        if layout is not None and len(layout):
            edge = self.top if layout.line_of(sentence.start) < self.top else self.top + self.size.height - 1
            step = 1 if edge == self.top else -1
            self._go(self.passages.body_at(layout.starts[min(edge, len(layout) - 1)], step), reveal=False)
