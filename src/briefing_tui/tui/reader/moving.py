"""The keys that move: by sentence, paragraph, heading, page, theme, hit and pin."""

from __future__ import annotations

from collections.abc import Callable

from ...model import Span
from ...reading import Block
from . import messages
from .cursor import Cursor
from .looks import Look
from .pane import NOTHING
from .span_set import SpanSet

WALKS = "library.passages"
"""The command that lists the paragraphs on a theme across articles."""
THEME_ENDS = "No further paragraph on the theme; {} in the library walks across articles"
THEME_BEGINS = "No paragraph on the theme before this one"


class Moving(Cursor):
    """Moves in an article."""

    walks = False
    """Whether one came by a list of passages, which leads on into other articles."""
    goes_on = False
    """Whether one came by a list of articles, which a theme leads through."""
    hits_walk = False
    """Whether the hits are those of what one came by, and lead through it."""

    def _light(self, *, reveal: bool = True) -> None:
        """Show the cursor where it is now; it is on a hit only where there is one."""
        hits, here, hit = self.marked(Look.HIT), self.sentence, self._hit
        if here and not (0 <= hit < len(hits) and hits[hit].span.overlaps(here)):
            self._hit = hits.first_at(here.start, here.end)
        if self._hit != hit:
            self.mark(Look.HERE, SpanSet.of(hits[self._hit].span) if self._hit >= 0 else NOTHING)
        super()._light(reveal=reveal)

    def action_next_sentence(self) -> None:
        self._step(1)

    def action_previous_sentence(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.sentence is None:
            return
        if self._selected:
            self._select(self._selected.moved(self.passages, step))
        elif self._scrolls_within(self.sentence, step):
            return
        elif step > 0:
            self._go(self.passages.sentence_after(self.sentence.end) or self.sentence)
        else:
            self._back_to(self.passages.sentence_before(self.sentence.start) or self.sentence)

    def _scrolls_within(self, sentence: Span, step: int) -> bool:
        """Scroll half a viewport on in a sentence that is longer than one; `False` where its end is seen."""
        layout = self.wrapped
        if layout is None or not (self.is_long(sentence) and self.is_seen(sentence)):
            return False
        lines = layout.lines_of(sentence)
        hidden = lines.stop - self.top - self.size.height if step > 0 else self.top - lines.start
        if hidden > 0:
            self.scroll_to_line(self.top + step * min(self.half, hidden))
        return hidden > 0

    def _back_to(self, sentence: Span) -> None:
        """Go back to a sentence; to the end of one that is longer than the viewport."""
        if self.wrapped is not None and self.is_long(sentence) and sentence != self.sentence:
            self._go(sentence, reveal=False)
            self.scroll_to_line(min(self.top, self.wrapped.lines_of(sentence).stop - self.half))
        else:
            self._go(sentence)

    def action_next_paragraph(self) -> None:
        self._to_block(1, lambda block: not block.is_heading, "No further paragraph")

    def action_previous_paragraph(self) -> None:
        self._to_block(-1, lambda block: not block.is_heading, "No paragraph before this one")

    def action_next_heading(self) -> None:
        self._to_block(1, lambda block: block.is_heading, "No further heading")

    def action_previous_heading(self) -> None:
        self._to_block(-1, lambda block: block.is_heading, "No heading before this place")

    def action_next_on_theme(self) -> None:
        self._to_theme(1, THEME_ENDS)

    def action_previous_on_theme(self) -> None:
        self._to_theme(-1, THEME_BEGINS)

    def _to_theme(self, step: int, otherwise: str) -> None:
        if self.walks:
            self.post_message(messages.PassageRequested(step))
        elif not self.on_theme:
            self.post_message(messages.ThemeRequested())
        elif self.goes_on and self._block(step, self._is_on_theme) is None:
            self.post_message(messages.PassageRequested(step, beyond=True))
        else:
            self._to_block(step, self._is_on_theme, otherwise)

    def _is_on_theme(self, block: Block) -> bool:
        return block.n in self.on_theme

    def _to_block(self, step: int, wanted: Callable[[Block], bool], otherwise: str) -> None:
        if self.sentence is not None:
            self._go_or_tell(self._block(step, wanted), otherwise)

    def _block(self, step: int, wanted: Callable[[Block], bool]) -> Span | None:
        """The next block of a kind, or the one before."""
        find = self.passages.block_after if step > 0 else self.passages.block_before
        return find(self.sentence.start if self.sentence else 0, wanted)

    def _go_or_tell(self, target: Span | None, otherwise: str) -> None:
        if target is None:
            self.post_message(messages.Told(otherwise, (WALKS,) if otherwise == THEME_ENDS else ()))
        self._go(target)

    def action_top(self) -> None:
        self._to_end(0, 1)
        self.scroll_to_line(0)

    def action_bottom(self) -> None:
        self._to_end(len(self.article.text), -1)
        if self.wrapped is not None:
            self.scroll_to_line(len(self.wrapped) - self.size.height)

    def _to_end(self, offset: int, step: int) -> None:
        if self.passages.blocks:
            self._go(self.passages.body_at(offset, step))

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, step: int) -> None:
        """Half a viewport on, the lit sentence with it; a sentence longer than that is scrolled through."""
        layout = self.wrapped
        if layout is None or self.sentence is None:
            return
        line = layout.line_of(self.sentence.start)
        line = min(max(line, self.top), self.top + self.size.height - 1) + step * self.half
        line = max(0, min(line, len(layout) - 1))
        top = self.top + step * self.half
        self._go(self.passages.body_at(layout.starts[line], step), reveal=False)
        self.scroll_to_line(top)

    # Pins and hits

    def action_next_pin(self) -> None:
        self._to_pin(1, "No further pinned passage")

    def action_previous_pin(self) -> None:
        self._to_pin(-1, "No pinned passage before this one")

    def _to_pin(self, step: int, otherwise: str) -> None:
        if self.sentence is None:
            return
        here = self.sentence.start
        targets = [self.passages.sentence_at(m.span.start) for m in self.marked(Look.PIN)]
        ahead = [t for t in targets if (t.start > here if step > 0 else t.start < here)]
        self._go_or_tell(ahead[0 if step > 0 else -1] if ahead else None, otherwise)

    def action_find(self) -> None:
        self.post_message(messages.FindRequested())

    def action_find_next(self) -> None:
        self._next_hit(1)

    def action_find_previous(self) -> None:
        self._next_hit(-1)

    def _next_hit(self, step: int) -> None:
        hits = self.marked(Look.HIT)
        wanted = self._hit + step if self._hit >= 0 else self._hit_from_here(step)
        if not len(hits):
            leads, ask = self.walks or self.hits_walk, messages.FindRequested(again=True)
            self.post_message(messages.PassageRequested(step, hits=True) if leads else ask)
        elif self.hits_walk and not 0 <= wanted < len(hits):
            self.post_message(messages.PassageRequested(step, beyond=True, hits=True))
        else:
            self.go_to_hit(wanted % len(hits))

    def _hit_from_here(self, step: int) -> int:
        """The number of the next hit, or of the one before, from a place that is on none."""
        here = self.sentence.start if self.sentence else 0
        before = self.marked(Look.HIT).before(here)
        return before if step > 0 else before - 1

    def cancel(self) -> bool:
        """Let go of the selection or, where there is none, of the hits, which lead nowhere then."""
        self.hits_walk = self.hits_walk and self.selecting
        return super().cancel()

    def action_go_to_paragraph(self) -> None:
        self.post_message(messages.ParagraphRequested())

    def action_outline(self) -> None:
        self.post_message(messages.OutlineRequested())

    def action_related(self) -> None:
        self.post_message(messages.RelatedRequested())
