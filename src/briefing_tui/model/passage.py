"""Passages: paragraphs on a theme or found by a search, and the trail that leads from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an article, and what it was found by."""

    article: str
    """Id of the article."""
    paragraph: int
    """Its ¶; for a heading the ¶ after it."""
    span: Span
    """All of it, in the article's text; empty, at the beginning, where only the title was found."""
    matched: tuple[str, ...] = ()
    """The words that say that it belongs here; none where a person says so."""
    at: int = -1
    """Where to land in the article's text: at the first of these words."""
    snippet: str = ""
    """A line of it around the first of these words."""
    marks: tuple[Span, ...] = ()
    """The words in the snippet."""

    def __post_init__(self) -> None:
        if self.at < 0:
            object.__setattr__(self, "at", self.span.start)


@dataclass(frozen=True, slots=True)
class Trail:
    """Passages in the order in which they are gone through: those of one article together, or the best first."""

    passages: tuple[Passage, ...]
    title: str
    """In words, what they have in common."""
    more: int = 0
    """About how many there are besides: a trail has a limit."""

    def __len__(self) -> int:
        return len(self.passages)

    def after(self, article: str, offset: int) -> Passage | None:
        """The passage behind the one that a place in an article is in; from beside all of them, the first that begins.

        Returns:
            `None` at the end, and where nothing of the article is on the trail.
        """
        own, here = self._own(article), self._at(article, offset)
        if here is not None:
            ahead = here + 1
        else:
            later = [i for i in own if self._begins(i) > offset]
            ahead = min(later, key=self._begins) if later else self._article_beside(article, 1)[0]
        return self.passages[ahead] if 0 <= ahead < len(self) else None

    def before(self, article: str, offset: int) -> Passage | None:
        """The passage before the one that a place in an article is in; from beside all of them, the last that ends.

        Returns:
            `None` at the beginning, and where nothing of the article is on the trail.
        """
        own, here = self._own(article), self._at(article, offset)
        if here is not None:
            behind = here - 1
        else:
            earlier = [i for i in own if self._ended(i) <= offset]
            behind = max(earlier, key=self._begins) if earlier else self._article_beside(article, -1)[-1]
        return self.passages[behind] if behind >= 0 else None

    def number(self, article: str, offset: int) -> int:
        """The number, from 1, of the passage that a place is in; 0 where it is in none."""
        here = self._at(article, offset)
        return 0 if here is None else here + 1

    def position(self, article: str, offset: int) -> int:
        """The number, from 1, of the passage that a place is in or comes after.

        Returns:
            0 where nothing of the article is on the trail or all of it is still to come.
        """
        own, here = self._own(article), self._at(article, offset)
        if here is not None:
            return here + 1
        begun = [i for i in own if self._begins(i) <= offset]
        return max(begun, key=self._begins) + 1 if begun else (own[0] if own else 0)

    def _own(self, article: str) -> list[int]:
        return [i for i, passage in enumerate(self.passages) if passage.article == article]

    def _article_beside(self, article: str, step: int) -> list[int]:
        """The passages of the next article, in the order of the first of each, or of the one before; -1 for none."""
        articles = list(dict.fromkeys(passage.article for passage in self.passages))
        beside = articles.index(article) + step if article in articles else -1
        return self._own(articles[beside]) if 0 <= beside < len(articles) else [-1]

    def _at(self, article: str, offset: int) -> int | None:
        """The passage that a place is in."""
        own = reversed(self._own(article))
        return next((i for i in own if self._begins(i) <= offset < self._ended(i)), None)

    def _begins(self, index: int) -> int:
        return self.passages[index].span.start

    def _ended(self, index: int) -> int:
        """The end of a passage; one that is empty counts as a character, or nobody would get off it."""
        span = self.passages[index].span
        return max(span.end, span.start + 1)


@dataclass(frozen=True, slots=True)
class Related:
    """A passage that has something in common with another one."""

    passage: Passage
    reason: str
    """In words: '31 words in common', 'the same rare words: Hmeimim, deconfliction'."""
    words: int = 0
    """Words in a row in common; 0 where only single words are."""
    relation: str = ""
    """What its article is to that of the other one, in words: 'digest of this article'; mostly nothing."""
