"""Taking articles out: into a trash folder with all that belongs to them, and never from under a brief unasked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ...errors import NotFoundError, RefusedError, StorageError
from ...storage import Originals, restore_article, trash_article
from ..drafting.briefs import Briefs
from ..drafting.versions import bridge
from ..importing.log import Import, Log
from ..places import Places
from .corpus import Corpus


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was taken out."""

    article: str
    trash: Path
    """The folder where it and its original lie now."""
    quoted_by: tuple[str, ...] = ()
    """Briefs with excerpts from it, which now say so."""
    followed_by: tuple[str, ...] = ()
    """Articles that were newer versions of it."""
    imported: str = ""
    """When the import began that was taken back with it, ISO 8601 in UTC; empty where it was taken out alone."""


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
            RefusedError: where a brief has excerpts from it, or cannot be read and may have, unless `force`.
            HeldError, StorageError: where it cannot be moved.
        """
        with self._corpus.writing():
            removed = self._remove([article_id], force=force)
            self._corpus.scan()
        return removed[0]

    def bring_back(self, removed: Removed) -> None:
        """Put an article back where it was before `forget`, as the version that it was.

        Raises:
            NotFoundError: where it does not lie in the trash folder any more.
            RefusedError: where another article has its id by now.
            HeldError, StorageError: where it cannot be moved.
        """
        with self._corpus.writing():
            restore_article(removed.trash, Originals(self._places.originals).folder(removed.article))
            self._corpus.scan()
            for later in filter(self._is_there, removed.followed_by):
                self._corpus.write(self._corpus.article(later, again=True).with_metadata(version_of=removed.article))
            self._corpus.scan()

    def undo_import(self, *, force: bool = False) -> tuple[Removed, ...]:
        """Take out all articles that the last import made and that are still there.

        Raises:
            NotFoundError: where there is no import to take back.
            RefusedError: where a brief has excerpts from one of them, or cannot be read and may have, unless `force`;
                then none is taken out.
        """
        with self._corpus.writing():
            last = self.last_import()
            if last is None:
                raise NotFoundError(
                    "there is no import to take back", where="corpus", hint="`briefing forget ID` takes one article out"
                )
            removed = self._remove(last.articles, force=force)
            with suppress(StorageError):  # nothing of it is there: it is passed over in any case
                Log(self._places.originals).take_back(last.at)
            self._corpus.scan()
        return tuple(replace(one, imported=last.at) for one in removed)

    def last_import(self) -> Import | None:
        """The last import of which something is there, with those of its articles that are; what undo takes back."""
        for last in reversed(Log(self._places.originals).entries()):
            if there := tuple(one for one in last.articles if self._is_there(one)):
                return replace(last, articles=there)
        return None

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
        if not force:
            self._require_readable_briefs(articles)
        bridged = bridge(self._corpus, articles)
        originals = Originals(self._places.originals)
        return tuple(
            Removed(
                article=one,
                trash=trash_article(path, originals.folder(one)),
                quoted_by=quoted.get(one, ()),
                followed_by=tuple(later for later, older in bridged.items() if older == one),
            )
            for one, path in paths.items()
        )

    def _require_readable_briefs(self, articles: Sequence[str]) -> None:
        if unread := [head.id for head in self._briefs.heads() if head.problem]:
            raise RefusedError(
                f"briefs that cannot be read may have excerpts from what would be taken out: {', '.join(unread)}",
                where=", ".join(articles),
                hint="mend them first (`briefing doctor` says what is wrong), or use --force",
            )

    def _is_there(self, article_id: str) -> bool:
        try:
            self._corpus.path(article_id)
        except NotFoundError:
            return False
        return True
