"""The keys that move: by sentence, paragraph, heading, page, theme, hit and pin."""

from __future__ import annotations

from collections.abc import Callable

from ...model import Span
from ...reading import Block
from . import messages
from .cursor import Cursor
from .looks import Look

WALKS = "library.passages"
"""The command that lists the paragraphs on a theme across articles."""
THEME_ENDS = "No further paragraph on the theme; {} in the library walks across articles"


class Moving(Cursor):
    """Moves in an article."""

    walks = False
    """Whether one came by a list of passages, which leads on into other articles."""
    hits_walk = False
    """Whether its passages are where the hits are."""

    def action_next_sentence(self) -> None:
        self._step(1)

    def action_previous_sentence(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.sentence is None:
            return
        if self._selected:
            self._select(self._selected.moved(self.passages, step))
        elif step > 0:
            self._go(self.passages.sentence_after(self.sentence.end) or self.sentence)
        else:
            self._go(self.passages.sentence_before(self.sentence.start) or self.sentence)

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
        self._to_theme(-1, "No paragraph on the theme before this one")

    def _to_theme(self, step: int, otherwise: str) -> None:
        if self.walks:
            self.post_message(messages.PassageRequested(step))
        elif self.on_theme:
            self._to_block(step, lambda block: block.n in self.on_theme, otherwise)
        else:
            self.post_message(messages.ThemeRequested())

    def _to_block(self, step: int, wanted: Callable[[Block], bool], otherwise: str) -> None:
        if self.sentence is None:
            return
        find = self.passages.block_after if step > 0 else self.passages.block_before
        self._go_or_tell(find(self.sentence.start, wanted), otherwise)

    def _go_or_tell(self, target: Span | None, otherwise: str) -> None:
        if target is None:
            self.post_message(messages.Told(otherwise, (WALKS,) if otherwise == THEME_ENDS else ()))
        self._go(target)

    def action_top(self) -> None:
        self._to_end(0, 1)
        self.scroll_to_line(0)

    def action_bottom(self) -> None:
        self._to_end(len(self.article.text), -1)

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
        hits, wanted = self.marked(Look.HIT), self._hit + step
        if not len(hits):
            self.post_message(messages.PassageRequested(step) if self.walks else messages.FindRequested())
        elif self.hits_walk and not 0 <= wanted < len(hits):
            self.post_message(messages.PassageRequested(step, beyond=True))
        else:
            self.go_to_hit(wanted % len(hits))

    def action_go_to_paragraph(self) -> None:
        self.post_message(messages.ParagraphRequested())

    def action_outline(self) -> None:
        self.post_message(messages.OutlineRequested())

    def action_related(self) -> None:
        self.post_message(messages.RelatedRequested())
