"""What a person corrects in articles: their metadata, their themes, and where their paragraphs begin and end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import InvalidError, NotFoundError, RefusedError
from ..model.reshaping import join, restore, split
from ..storage import Originals
from .corpus import Corpus
from .places import Places

if TYPE_CHECKING:
    from ..model import Article, SourceBlock


class Corrections:
    """Changes of articles by a person; each is alone among all processes while it reads and writes."""

    def __init__(self, corpus: Corpus, places: Places) -> None:
        self._corpus = corpus
        self._places = places

    def set_fields(self, article_id: str, fields: Mapping[str, str]) -> Article:
        """Set metadata by CSL name; what a person sets has the state 'user'.

        Raises:
            InvalidError: for an unknown field or a value that it does not take.
        """
        from .metadata import with_fields

        with self._corpus.writing():
            article = self._corpus.article(article_id, again=True)
            return self._corpus.write(replace(article, metadata=with_fields(article.metadata, fields)))

    def confirm(self, article_id: str, fields: Sequence[str]) -> Article:
        """Take over what is inferred as what a person says; the evidence stays.

        Raises:
            InvalidError: for a field that has no value to confirm.
        """
        from .metadata import confirmed

        with self._corpus.writing():
            article = self._corpus.article(article_id, again=True)
            return self._corpus.write(replace(article, metadata=confirmed(article.metadata, fields)))

    def restore(self, article_id: str, lines: Sequence[int]) -> Article:
        """Take dropped lines of the source back into the text, each in its place.

        Raises:
            NotFoundError: for a line that was not dropped, and where the source's lines were not kept.
        """
        return self._reshaped(article_id, lambda article: restore(article, self.source(article_id), lines))

    def split(self, article_id: str, paragraph: int, offset: int) -> Article:
        """Make a paragraph two, `offset` characters after its beginning.

        Raises:
            NotFoundError, InvalidError: where that cannot be.
        """
        return self._reshaped(article_id, lambda article: split(article, paragraph, offset))

    def join(self, article_id: str, paragraph: int) -> Article:
        """Make a paragraph and the next one.

        Raises:
            NotFoundError, InvalidError: where that cannot be.
        """
        return self._reshaped(article_id, lambda article: join(article, paragraph))

    def put_back(self, before: Article, now: Article) -> Article:
        """Put an article back as it was before a correction.

        Args:
            before: the article then.
            now: what it has become since; where its file says something else, nothing is written over that.

        Raises:
            RefusedError: where it was changed otherwise meanwhile.
        """
        with self._corpus.writing():
            if self._corpus.article(now.id, again=True) != now:
                hint = "look at it as it is now; what was changed there stays"
                raise RefusedError("the article was changed outside meanwhile", where=now.id, hint=hint)
            return self._corpus.write(before)

    def source(self, article_id: str) -> tuple[SourceBlock, ...]:
        """All that the source of an article holds, in order, with what was dropped.

        Raises:
            NotFoundError: where it was not kept.
        """
        blocks = Originals(self._places.originals).blocks(article_id)
        if not blocks:
            hint = "only articles that were imported have them"
            raise NotFoundError("the lines of its source were not kept", where=article_id, hint=hint)
        return blocks

    def _reshaped(self, article_id: str, change: Callable[[Article], Article]) -> Article:
        with self._corpus.writing():
            return self._corpus.write(change(self._corpus.article(article_id, again=True)))

    def set_themes(self, article_id: str, changes: Sequence[str]) -> Article:
        """Add (`+iran`), remove (`-iran`) or forget what was set (`=iran`) for a whole article.

        Raises:
            InvalidError: for an unknown theme.
        """
        with self._corpus.writing():
            article = self._corpus.article(article_id, again=True)
            themes = list(article.metadata.themes)
            known = {t.id for t in self._corpus.matcher.themes}
            for change in changes:
                sign, name = (change[0], change[1:]) if change[:1] in "+-=" else ("+", change)
                if name not in known:
                    raise InvalidError(f"no theme '{name}'", where=change, hint="one of: " + ", ".join(sorted(known)))
                themes = [t for t in themes if t.removeprefix("-") != name]
                themes += {"+": [name], "-": [f"-{name}"], "=": []}[sign]
            return self._corpus.write(article.with_metadata(themes=tuple(themes)))
