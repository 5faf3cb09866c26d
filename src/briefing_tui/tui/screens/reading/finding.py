"""Finding while reading: words of the article, and a paragraph by its number."""

from __future__ import annotations

import threading
from functools import cached_property

from textual import on

from ....errors import CancelledError
from ....model import Article
from ....workspace.articles.in_article import Found, Interrupt
from ...flows import before_keys, beside, flow
from ...lines import harmless
from ...reader import messages
from ...reader.looks import Look
from ...reader.span_set import SpanSet
from ...rest import TYPING, Rest
from ...widgets.ask_line import AskLine
from .pinning import Pinning
from .side import Side

EACH = 'Each of the words is marked, wherever it stands; in "quotation marks" they are found in a row'
"""Said the first time that several are looked for."""
FEWEST = 2
"""Characters from which words are looked for while they are typed."""


class Finding(Pinning):
    """What the reader's screen does to find a place."""

    _before = 0
    """Where one was before one began to look."""
    _marked = SpanSet()
    """What was marked then."""
    _words = ""
    """What has been typed."""
    _shown = ""
    """The words of which every hit is marked."""
    _told_each = False

    @cached_property
    def _typing(self) -> Rest:
        return Rest(self, TYPING, self._find_typed)

    @cached_property
    def _stop(self) -> threading.Event:
        """Ends what is being looked for; each search has its own."""
        return threading.Event()

    @on(messages.FindRequested)
    @flow
    async def ask_what(self, event: messages.FindRequested) -> None:
        """Ask for words to find; the hits follow what is typed. Of words that are not there say so again."""
        side = self.side
        if event.again and side.find and side.article is not None:
            found = await before_keys(side.found, side.article)
            if not found.hits:
                self.briefing.notice(found.trouble(harmless(side.find)))
                return
        self._before = self.view.sentence.start if self.view.sentence else 0
        self._marked, self._shown = self.view.marked(Look.HIT), side.find
        self.briefing.notices.quiet()
        self.query_one("#find", AskLine).ask(side.find)

    @on(messages.ParagraphRequested)
    def ask_where(self) -> None:
        """Ask for the number of a paragraph."""
        if not self._count:
            self.briefing.notice("There is no paragraph here to go to")
            return
        self.briefing.notices.quiet()
        self.query_one("#paragraph", AskLine).ask(placeholder=f"1 to {self._count}")

    @property
    def _count(self) -> int:
        return len(self.article.segments.paragraphs) if self.article else 0

    # Looking

    @on(AskLine.Typed, "#find")
    def find_while_typing(self, event: AskLine.Typed) -> None:
        """Let go of what is being looked for, and look for what is typed once the typing rests."""
        self._let_go()
        self._words = event.text.strip()
        self._typing.begin()

    def on_unmount(self) -> None:
        self._stop.set()

    def _let_go(self) -> None:
        self._typing.stop()
        self._stop.set()
        self._stop = threading.Event()

    @flow
    async def _find_typed(self) -> None:
        """Mark what is found so far, of a long article the nearest first; without a hit be where one was."""
        side, article, words, stop = self.side, self.article, self._words, self._stop
        if article is None:
            return
        if len(words) < FEWEST:
            self._show(SpanSet(), words)
            return
        try:
            if side.searched(article).is_long:
                nearest = await beside(_nearest, side, article, words, self._before, stop)
                if len(nearest) and not stop.is_set():
                    self._show(nearest, more=True)
            _, hits = await beside(_every, side, article, words, interrupt=stop.is_set)
        except CancelledError:
            return
        if not stop.is_set() and side is self.side and side.article is article:
            self._show(hits, words)

    def _show(self, hits: SpanSet, words: str = "", *, more: bool = False) -> None:
        """Mark hits, and go to the first from where one was on or, without any, there."""
        self.view.go_to(self._before)
        self.view.set_hits(hits, more=more)
        self._shown = words

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
        self._let_go()
        self.view.focus()
        if event.text is None:
            self.view.set_hits(self._marked)
            self.view.go_to(self._before)
            return
        self.side.look_for(event.text)
        if self.article is not None:
            self._mark_all(self.article, event.text)

    @flow
    async def _mark_all(self, article: Article, words: str) -> None:
        """Mark every hit, if that is still to be done, and say what is not there; keys that follow are for the hits."""
        side = self.side
        found, hits = await before_keys(_every, side, article, words, typed=not side.in_library)
        if side.article is not article or side is not self.side:
            return
        if words and (trouble := found.trouble(harmless(words))):
            self.briefing.notice(trouble)
        elif found.each and not self._told_each:
            self._told_each = True
            self.briefing.notice(EACH)
        if words != self._shown or len(hits) != self.view.place.hits:
            self._show(hits, words)


def _nearest(side: Side, article: Article, words: str, at: int, stop: threading.Event) -> SpanSet:
    """The hits of the first part of the article that has any. Runs in a thread."""
    return SpanSet.of(*side.searched(article).first(words, at, interrupt=stop.is_set))


def _every(
    side: Side, article: Article, words: str, *, typed: bool = True, interrupt: Interrupt | None = None
) -> tuple[Found, SpanSet]:
    """What is found, and the hits as they are marked. Runs in a thread."""
    found = side.searched(article).find(words, typed=typed, interrupt=interrupt)
    return found, SpanSet.of(*found.hits)
