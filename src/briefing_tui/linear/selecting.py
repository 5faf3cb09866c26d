"""Selecting while reading: by sentence, clause, word and character, by quotation marks, hits and words."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import NotFoundError
from ..model import Span
from ..reading import Quotations, Selection, find_words
from .ways import Ways


class Selecting(Ways):
    """What the reader does to select."""

    def do_cancel(self) -> None:
        """Let go of the selection or, where there is none, of the hits."""
        if self.selected:
            self.selected = None
        elif self.hits:
            self.hits, self.hit = (), -1
        else:
            super().do_cancel()

    def do_select(self, words: str = "") -> None:
        """Select the sentence, or let the selection go; with words, exactly these, the next place from here."""
        if words:
            self._select_words(words)
        else:
            self.select(None if self.selected else Selection.of(self.here()))

    def _select_words(self, words: str) -> None:
        wanted = words[1:-1] if len(words) > 2 and words[0] in '"“' and words[-1] in '"”' else words
        found = find_words(self.article.text, wanted)
        if not found:
            raise NotFoundError(f"“{wanted}” is not in this article")
        here = self.sentence.start if self.sentence else 0
        self.select(Selection.of(next((span for span in found if span.start >= here), found[0])))

    def do_extend(self) -> None:
        """Take the next sentence in."""
        self._change(lambda selected: selected.extended(self.passages))

    def do_shrink(self) -> None:
        """Let the last sentence go."""
        self._change(lambda selected: selected.shrunk(self.passages))

    def do_end_word_forward(self) -> None:
        """The end a word on."""
        self._change(lambda selected: selected.by_word(self.passages, 1))

    def do_end_word_back(self) -> None:
        """The end a word back."""
        self._change(lambda selected: selected.by_word(self.passages, -1))

    def do_end_char_forward(self) -> None:
        """The end a character on."""
        self._change(lambda selected: selected.by_character(self.passages, 1))

    def do_end_char_back(self) -> None:
        """The end a character back."""
        self._change(lambda selected: selected.by_character(self.passages, -1))

    def do_other_end(self) -> None:
        """Trim at the other end."""
        self._change(lambda selected: selected.swapped())

    def do_widen(self) -> None:
        """Widen to whole sentences."""
        self._change(lambda selected: selected.widened(self.passages))

    def do_end_clause_forward(self) -> None:
        """The end a clause on."""
        self._change(lambda selected: selected.by_clause(self.passages, 1))

    def do_end_clause_back(self) -> None:
        """The end a clause back."""
        self._change(lambda selected: selected.by_clause(self.passages, -1))

    def do_select_paragraph(self) -> None:
        """Select the paragraph, or widen the selection to whole ones."""
        self._change(lambda selected: Selection.of(self.passages.paragraphs(selected.span)))

    def do_select_quotation(self) -> None:
        """Select what stands in quotation marks here; again, the next wider."""
        here = self.here()
        quotations = Quotations.near(self.passages, here)
        found = quotations.around(here)
        if not self.selected:
            found = quotations.within(here) or found
        if found is None and here not in quotations.spans:
            found = quotations.nearest(here)
        if found is None:
            raise NotFoundError("no wider quotation here" if quotations.spans else "no quotation marks here")
        self.select(Selection.of(found))

    def do_select_hit(self) -> None:
        """Select the words that were found, where one stands on them."""
        here = self.here()
        found = next((s for s in (*self.hits[max(self.hit, 0) :], *self.hits) if s.overlaps(here)), None)
        if found is None:
            raise NotFoundError("no hit in this sentence to select")
        self.select(Selection.of(found))

    def do_label_end(self, words: str = "") -> None:
        """Put the end of the selection behind some words: end by label deconfliction."""
        self._to_words(words, "ends", lambda selected, span: selected.with_end(span.end))

    def do_label_beginning(self, words: str = "") -> None:
        """Put the beginning of the selection before some words."""
        self._to_words(words, "begins", lambda selected, span: selected.with_beginning(span.start))

    def _to_words(self, words: str, does: str, put: Callable[[Selection, Span], Selection]) -> None:
        here = self.selected or Selection.of(self.here())
        wanted = words or self.desk.talk.ask(f"The words with which it {does}")
        if not wanted:
            return
        found = find_words(self.article.text, wanted)
        if not found:
            raise NotFoundError(f"“{wanted}” is not in this article")
        self.select(put(here, min(found, key=lambda span: _away(span, here.span))))

    def _change(self, change: Callable[[Selection], Selection]) -> None:
        self.select(change(self.selected or Selection.of(self.here())))


def _away(span: Span, here: Span) -> int:
    """How far words are from a passage."""
    return max(here.start - span.end, span.start - here.end, 0)
