"""Finding while reading: words of the article, and a paragraph by its number."""

from __future__ import annotations

from textual import on

from ...model import Span
from ...workspace.in_article import find_in_article
from ..lines import harmless
from ..reader import messages
from ..reader.looks import Look
from ..widgets.ask_line import AskLine
from .pinning import Pinning

EACH = 'Each of the words is marked, wherever it stands; in "quotation marks" they are found in a row'
"""Said the first time that several are looked for."""


class Finding(Pinning):
    """What the reader's screen does to find a place."""

    _before = 0
    """Where one was before one began to look."""
    _marked: tuple[Span, ...] = ()
    """What was marked then."""
    _told_each = False

    @on(messages.FindRequested)
    def ask_what(self, event: messages.FindRequested) -> None:
        """Ask for words to find; the hits follow what is typed. Of words that are not there say so again."""
        side = self.side
        if event.again and side.find and side.article is not None:
            found = side.found(side.article)
            if not found.hits:
                self.briefing.notice(found.trouble(harmless(side.find)))
                return
        self._before = self.view.sentence.start if self.view.sentence else 0
        self._marked = tuple(hit.span for hit in self.view.marked(Look.HIT))
        self.briefing.notices.quiet()
        self.query_one("#find", AskLine).ask(self.side.find)

    @on(messages.ParagraphRequested)
    def ask_where(self) -> None:
        """Ask for the number of a paragraph."""
        self.briefing.notices.quiet()
        self.query_one("#paragraph", AskLine).ask(placeholder=f"1 to {self._count}")

    @property
    def _count(self) -> int:
        return len(self.article.segments.paragraphs) if self.article else 0

    @on(AskLine.Typed, "#find")
    def find_while_typing(self, event: AskLine.Typed) -> None:
        """Mark what is found so far; without a hit be where one was."""
        if self.article is not None:
            words = event.text.strip()
            found = find_in_article(words, self.article.text, typed=True).hits if len(words) > 1 else ()
            self.view.go_to(self._before)  # the first hit from there on or, without any, there
            self.view.set_hits(found)

    @on(AskLine.Answered, "#paragraph")
    def go_to_paragraph(self, event: AskLine.Answered) -> None:
        """Go to the paragraph with the number that was typed."""
        self.view.focus()
        if event.text:
            number = int(event.text) if event.text.isdecimal() and len(event.text) < 10 else 0
            if not self.view.go_to_paragraph(number):
                self.briefing.notice(f"There is no ¶ {event.text} here: the article has ¶ 1 to ¶ {self._count}")

    @on(AskLine.Answered, "#find")
    def keep_hits(self, event: AskLine.Answered) -> None:
        """Stay at the hit or, where the person went away, go back to where they were."""
        self.view.focus()
        if event.text is None:
            self.view.set_hits(self._marked)
            self.view.go_to(self._before)
            return
        side = self.side
        side.look_for(event.text)
        if side.article is None:
            return
        found = side.found(side.article)
        if side.find and (trouble := found.trouble(harmless(side.find))):
            self.briefing.notice(trouble)
        elif found.each and not self._told_each:
            self._told_each = True
            self.briefing.notice(EACH)
        if len(found.hits) != self.view.place.hits:
            self.view.set_hits(found.hits)
