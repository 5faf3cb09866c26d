"""Finding while reading: words of the article, and a paragraph by its number."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from ...errors import QueryError
from ...model import Article, Span
from ...reading import find_words
from ..reader import messages
from ..widgets.ask_line import AskLine
from .pinning import Pinning


class Finding(Pinning):
    """What the reader's screen does to find a place."""

    _find = ""
    """What was searched for in the library, or is looked for here."""
    _in_library = False
    """Whether it was searched for in the library, in the language of questions."""
    _before = 0

    def hits(self, article: Article) -> Sequence[Span]:
        """Where what was looked for stands in an article."""
        return _search(self._find, article) if self._in_library else find_words(article.text, self._find)

    @on(messages.FindRequested)
    def ask_what(self) -> None:
        """Ask for words to find; the hits follow what is typed."""
        self._before = self.view.sentence.start if self.view.sentence else 0
        self.briefing.quiet()
        self.query_one("#find", AskLine).ask(self._find)

    @on(messages.ParagraphRequested)
    def ask_where(self) -> None:
        """Ask for the number of a paragraph."""
        self.briefing.quiet()
        self.query_one("#paragraph", AskLine).ask(placeholder=f"1 to {self._count}")

    @property
    def _count(self) -> int:
        return len(self.article.segments.paragraphs) if self.article else 0

    @on(AskLine.Typed, "#find")
    def find_while_typing(self, event: AskLine.Typed) -> None:
        """Mark what is found so far."""
        if self.article is not None:
            self.view.set_hits(find_words(self.article.text, event.text) if len(event.text.strip()) > 1 else ())

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
            self.view.set_hits(())
            self.view.go_to(self._before)
            return
        self._find, self._in_library = event.text, False
        hits = self.hits(self.article) if self.article else ()
        if self._find and not hits:
            self.briefing.notice(f"‘{self._find}’ is not in this article")
        if len(hits) != self.view.place.hits:
            self.view.set_hits(hits)


def _search(question: str, article: Article) -> Sequence[Span]:
    """The hits of a search in the library, in one article."""
    from ...search import find_in_text, parse_query

    try:
        return find_in_text(parse_query(question), article.text)
    except QueryError:
        return ()
