"""Ends of a selection by labels: two letters for every word in view, typed to choose it."""

from __future__ import annotations

from textual import events

from ...model import Span, words
from ...reading import LETTERS, Selection, labels
from . import messages
from .moving import Moving

ASKED = {
    True: "two letters, each before the word: the selection ends with it · esc cancels",
    False: "two letters, each before the word: the selection begins with it · esc cancels",
}


class Labelling(Moving):
    """Puts an end of the selection at a word."""

    _wanted_end = True

    def action_label_end(self) -> None:
        self._label(end=True)

    def action_label_beginning(self) -> None:
        self._label(end=False)

    def _label(self, *, end: bool) -> None:
        """Show the labels of the words in view that the selection can end or begin with."""
        found = self._words_in_view()
        if self._selected:
            chosen = self._selected.span
            found = [word for word in found if (word.end > chosen.start if end else word.start < chosen.end)]
        if not found or self.sentence is None:
            self.post_message(messages.Told("There is no word in view that it could be"))
            return
        self._wanted_end = end
        near = self._focus()
        self.set_labels(labels(found, near.start))
        self._tell_place()

    def _words_in_view(self) -> list[Span]:
        layout = self.wrapped
        if layout is None or not len(layout):
            return []
        lines = range(self.top, min(self.top + self.size.height, len(layout)))
        found = (words(self.passages.text, Span(layout.starts[n], layout.ends[n])) for n in lines)
        return [word for of_line in found for word in of_line]

    @property
    def asked(self) -> str:
        """What is to be typed while labels are shown."""
        return ASKED[self._wanted_end] if self._labels else ""

    @property
    def takes_keys(self) -> bool:
        """Whether keys are the letters of a label."""
        return bool(self._labels)

    def on_key(self, event: events.Key) -> None:
        """Take what is typed for a label while there are any."""
        if not self._labels:
            return
        event.stop()
        event.prevent_default()
        letter = event.character or ""
        typed = self._typed + letter
        left = any(label.startswith(typed) for label in self._labels)
        if letter and letter in LETTERS and left and typed not in self._labels:
            self.set_labels(self._labels, typed)
            return
        word = self._labels.get(typed)
        self.set_labels({})
        if word is not None:
            self._set_end(word)
            return
        self._tell_place()
        if event.key != "escape":
            self.post_message(messages.Told("No word in view has that label"))

    def _set_end(self, word: Span) -> None:
        """Let the selection end or begin with a word; without a selection, the other end is that of a sentence."""
        selected = self._selected
        if selected is None and self.sentence is not None:
            there = self.passages.sentence_at(word.start)
            other = self.sentence if self._wanted_end and word.end > self.sentence.start else there
            selected = Selection.of(other if self._wanted_end else there)
        if selected is not None:
            self._select(selected.with_end(word.end) if self._wanted_end else selected.with_beginning(word.start))
