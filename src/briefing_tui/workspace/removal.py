"""Taking articles out: into a trash folder with all that belongs to them, and never from under a brief unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import NotFoundError, RefusedError
from ..storage import Originals, trash_article
from .briefs import Briefs
from .corpus import Corpus
from .importing.log import Log
from .places import Places


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was taken out."""

    article: str
    trash: Path
    """The folder where it and its original lie now."""
    quoted_by: tuple[str, ...] = ()
    """Briefs with excerpts from it, which now say so."""


class Removal:
    """Takes articles out of one workspace."""

    def __init__(self, corpus: Corpus, briefs: Briefs, places: Places) -> None:
        self._corpus = corpus
        self._briefs = briefs
        self._places = places

    def forget(self, article_id: str, *, force: bool = False) -> Removed:
        """Take an article out.

        Raises:
            NotFoundError: where there is none.
            RefusedError: where a brief has excerpts from it, unless `force`.
            HeldError, StorageError: where it cannot be moved.
        """
        with self._corpus.writing():
            removed = self._remove([article_id], force=force)
            self._corpus.scan()
        return removed[0]

    def undo_import(self, *, force: bool = False) -> tuple[Removed, ...]:
        """Take out all articles that the last import made and that are still there.

        Raises:
            NotFoundError: where there is no import to take back.
            RefusedError: where a brief has excerpts from one of them, unless `force`; then none is taken out.
        """
        log = Log(self._places.originals)
        with self._corpus.writing():
            entries = log.entries()
            if not entries:
                raise NotFoundError(
                    "there is no import to take back", where="corpus", hint="`briefing forget ID` takes one article out"
                )
            there = [one for one in entries[-1] if self._is_there(one)]
            removed = self._remove(there, force=force)
            log.drop_last()
            self._corpus.scan()
        return removed

    def quoting(self, article_id: str) -> tuple[str, ...]:
        """The briefs that have excerpts from an article."""
        return tuple(
            head.id for head in self._briefs.heads() if any(article == article_id for article, _, _ in head.passages)
        )

    def _remove(self, articles: Sequence[str], *, force: bool) -> tuple[Removed, ...]:
        paths = {one: self._corpus.path(one) for one in articles}
        quoted = {one: briefs for one in articles if (briefs := self.quoting(one))}
        if quoted and not force:
            named = "; ".join(f"{one} by {', '.join(briefs)}" for one, briefs in quoted.items())
            raise RefusedError(
                f"briefs have excerpts from what would be taken out: {named}",
                where=", ".join(quoted),
                hint="unpin them first, or use --force: the briefs then say that their source is gone",
            )
        originals = Originals(self._places.originals)
        return tuple(
            Removed(one, trash_article(path, originals.folder(one)), quoted.get(one, ())) for one, path in paths.items()
        )

    def _is_there(self, article_id: str) -> bool:
        try:
            self._corpus.path(article_id)
        except NotFoundError:
            return False
        return True
