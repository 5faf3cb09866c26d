"""The reader: one article, a sentence one is on, a passage that is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from ..errors import InvalidError, NotFoundError
from ..model import Article, ArticleThemes, Header, Span, TextKind, Trail, naming
from ..model import words as words_of
from ..model.display import one_line
from ..model.naming import count
from ..reading import Block, Passages, Selection
from ..reading import Place as Spot
from ..settings import Where
from ..workspace.articles.again import nearest_to, stands_at
from ..workspace.articles.in_article import find_in_article
from ..workspace.drafting import pins
from .place import Place

if TYPE_CHECKING:
    from .desk import Desk

PAGE = 3
"""Paragraphs that are read at once."""
HEADING_BETWEEN = "A heading stands between: a passage does not run over one"


class Reading(Place):
    """An article and where one is in it.

    Args:
        desk: what all places share.
        article: its id.
        theme: the theme that one came by.
        offset: where to begin; `None` is where one stopped.
        find: what was searched for in the library.
        trail: the list of passages that one came by; it leads on into the next article.
        among: the articles of the list that one came by, where that is a list of articles.
    """

    PLACES = (Where.READER,)
    NAME: ClassVar[str] = "Reader"

    def __init__(
        self,
        desk: Desk,
        article: str,
        *,
        theme: str = "",
        offset: int | None = None,
        find: str = "",
        trail: Trail | None = None,
        among: Sequence[Header] = (),
    ) -> None:
        super().__init__(desk)
        self.article: Article = desk.workspace.articles.article(article)
        self.passages = Passages(self.article)
        self.themes: ArticleThemes = desk.workspace.articles.article_themes(article)
        self.labels = {t.id: t.pref_label or t.id for t in desk.workspace.articles.matcher.themes}
        self.theme = theme
        self.selected: Selection | None = None
        self.hits: Sequence[Span] = ()
        self.hit = -1
        at = desk.workspace.reading.position(article) if offset is None else offset
        self.sentence = self.passages.sentence_at(min(at, len(self.article.text))) if self.passages.blocks else None
        self.find = find
        self.trail = trail
        self.among = among
        self.leads = bool(find)
        """Whether the hits are those of what was searched for, and lead on into the next article."""
        if find:
            self.mark(find_in_article(find, self.article.text).hits, at)

    @property
    def span(self) -> Span | None:
        """What is selected, else the sentence one is on."""
        return self.selected.span if self.selected else self.sentence

    def here(self) -> Span:
        """The same, where there is a text.

        Raises:
            NotFoundError: where the article has none.
        """
        if self.span is None:
            raise NotFoundError("this article has no text")
        return self.span

    def pinned(self) -> list[tuple[str, Span]]:
        """The passages of the open brief that stand in the article."""
        return list(pins.standing(self.desk.brief, self.article)) if self.desk.brief else []

    def pins_here(self) -> list[str]:
        """Those that the passage one is on touches."""
        here = self.span
        return [excerpt for excerpt, span in self.pinned() if here and span.overlaps(here)]

    # What is said

    def arrive(self) -> None:
        """Say what the article is."""
        metadata = self.article.metadata
        kind = "a record, no text" if metadata.is_record else "full text"
        kind = "our digest, never quoted" if metadata.text is TextKind.DIGEST else kind
        facts = [naming.title(self.article), naming.authors(metadata), naming.outlet(metadata), naming.issued(metadata)]
        size = count(len(self.article.segments.paragraphs), "paragraph")
        self.desk.talk.say(one_line(", ".join(filter(None, [*facts, size, kind]))))
        self.desk.workspace.reading.set_position(self.article.id, self.sentence.start if self.sentence else 0)

    def leave(self) -> None:
        """Remember where one stopped."""
        if self.sentence:
            self.desk.workspace.reading.set_position(self.article.id, self.sentence.start)

    def changed(self) -> None:
        """Read the article again where its file was written meanwhile, and stay at the same words."""
        now, old = self.desk.workspace.articles.article(self.article.id), self.article
        if now == old:
            return
        self.article, self.passages = now, Passages(now)
        self.themes = self.desk.workspace.articles.article_themes(now.id)
        offset = nearest_to(self.sentence, old, now) if self.sentence else 0
        self.sentence = self.passages.sentence_at(offset) if self.passages.blocks else None
        kept = stands_at(self.selected.span, old, now) if self.selected else None
        self.selected = Selection.of(kept) if kept else None
        self.hits, self.hit = (), -1
        self.desk.talk.say("The article has changed: this is how it reads now")

    def where(self) -> str:
        """The paragraph, the sentence, what it is on, its pins, and its words."""
        span = self.span
        if span is None:
            return "no text"
        words = f"“{one_line(' '.join(span.slice(self.article.text).split()))}”"
        first, last, heading = self.article.segments.locate(span)
        hit = self._hit_in(span)
        spot = Spot(first, last, len(self.article.segments.paragraphs), heading, hit=hit, hits=len(self.hits))
        others = dict.fromkeys(b for b, s in self._of_others() if s.overlaps(span))
        facts = [
            self._how_selected(span),
            spot.paragraph,
            self._which_sentence(span) if not heading and not self.selected else "",
            self._themes_of(first) if not heading and not self.selected else "",
            f"pinned as {' '.join(found)}" if (found := self.pins_here()) else "",
            f"pinned in {' '.join(others)}" if others else "",
            spot.found if hit else "",
        ]
        return f"{', '.join(filter(None, facts))}: {words}"

    def _hit_in(self, span: Span) -> int:
        """Which hit a passage has in it, the one that was gone to before others; 0 where it has none."""
        found = [n for n, hit in enumerate(self.hits) if hit.overlaps(span)]
        return (self.hit if self.hit in found else found[0]) + 1 if found else 0

    def _of_others(self) -> Sequence[tuple[str, Span]]:
        brief, workspace = self.desk.brief, self.desk.workspace
        if not workspace.settings.marks:
            return ()
        return workspace.briefs.passages(self.article.id, besides=brief.id if brief else "")

    def _which_sentence(self, span: Span) -> str:
        sentences = self.passages.sentences(self.passages.block_at(span.start))
        return f"sentence {sentences.index(span) + 1} of {len(sentences)}" if span in sentences else ""

    def _themes_of(self, n: int) -> str:
        matches = self.themes.paragraphs[n - 1] if n <= len(self.themes.paragraphs) else ()
        names = [self.labels.get(m.id, m.id) for m in sorted(matches, key=lambda m: m.id != self.theme)]
        return one_line(f"on theme{'s' * (len(names) > 1)} {' and '.join(names)}") if names else ""

    def _how_selected(self, span: Span) -> str:
        if not self.selected:
            return ""
        end = "end" if self.selected.forward else "beginning"
        return f"selected {count(len(words_of(self.article.text, span)), 'word')}, the {end} moves"

    def do_list(self) -> None:
        """Say the whole paragraph."""
        index = self.passages.block_at(self.here().start)
        self._read_block(self.passages.blocks[index])

    def _read_block(self, block: Block) -> None:
        name = f"¶ {block.n}" if block.n else "Heading"
        self.say(f"{name}: {one_line(' '.join(block.span.slice(self.article.text).split()))}")

    def mark(self, hits: Sequence[Span], at: int) -> None:
        """Keep hits, and which is the first from a place on."""
        self.hits = hits
        self.hit = next((n for n, span in enumerate(hits) if span.start >= at), 0) if hits else -1

    # Moving

    def go(self, target: Span | None, otherwise: str = "") -> None:
        """Go to a sentence; where something is selected, its end goes there.

        Raises:
            NotFoundError: where there is none.
        """
        if target is None:
            raise NotFoundError(otherwise)
        if self.selected:
            self.select(self.selected.reached(self.passages, target))
        else:
            self.sentence = target

    def select(self, selected: Selection | None) -> None:
        """Select a passage, or nothing.

        Raises:
            InvalidError: for one that would run over a heading.
        """
        if selected and self.passages.runs_over_heading(selected.span):
            raise InvalidError(HEADING_BETWEEN)
        self.selected = selected
        if selected:
            self.sentence = self.passages.sentence_at(selected.head - 1 if selected.forward else selected.head)

    def go_to_block(self, step: int, wanted: Callable[[Block], bool], otherwise: str) -> None:
        """Go to the next (1) or last (-1) block of a kind."""
        self.here()
        find = self.passages.block_after if step > 0 else self.passages.block_before
        self.go(find(self.sentence.start if self.sentence else 0, wanted), otherwise)

    def do_next_sentence(self) -> None:
        """The next sentence; where something is selected, its end."""
        self._step(1)

    def do_previous_sentence(self) -> None:
        """The sentence before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        here = self.here()
        if self.selected:
            self.select(self.selected.moved(self.passages, step))
        elif step > 0:
            self.go(self.passages.sentence_after(here.end), "this is the last sentence")
        else:
            self.go(self.passages.sentence_before(here.start), "this is the first sentence")

    def do_next_paragraph(self) -> None:
        """The next paragraph."""
        self.go_to_block(1, lambda block: not block.is_heading, "no further paragraph")

    def do_previous_paragraph(self) -> None:
        """The paragraph before."""
        self.go_to_block(-1, lambda block: not block.is_heading, "no paragraph before this one")

    def do_next_heading(self) -> None:
        """The next heading."""
        self.go_to_block(1, lambda block: block.is_heading, "no further heading")

    def do_previous_heading(self) -> None:
        """The heading before."""
        self.go_to_block(-1, lambda block: block.is_heading, "no heading before this place")

    def do_go_to_paragraph(self, words: str = "") -> None:
        """A paragraph by its number."""
        last = len(self.article.segments.paragraphs)
        said = words or self.desk.talk.ask(f"Which paragraph, 1 to {last}", number=True) or ""
        number = said.removeprefix("¶").strip()
        if not number:
            return
        found = self.article.segments.paragraph(int(number)) if number.isdecimal() and len(number) < 10 else None
        if found is None:
            raise NotFoundError(f"there is no ¶ {number} here", hint=f"the article has ¶ 1 to ¶ {last}")
        self.go(self.passages.sentence_at(found.span.start))

    def do_page_down(self) -> None:
        """Read on: the next paragraphs, whole."""
        left = PAGE
        while left:
            try:
                self.go_to_block(1, lambda _block: True, "this is the end")
            except NotFoundError:
                break
            self.do_list()
            left -= not self.passages.blocks[self.passages.block_at(self.here().start)].is_heading

    def do_page_up(self) -> None:
        """Some paragraphs back."""
        for _ in range(PAGE):
            try:
                self.do_previous_paragraph()
            except NotFoundError:
                break

    def do_top(self) -> None:
        """The beginning."""
        self.here()
        self.go(self.passages.body_at(0, 1))

    def do_bottom(self) -> None:
        """The end."""
        self.here()
        self.go(self.passages.body_at(len(self.article.text), -1))
