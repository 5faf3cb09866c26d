"""What a person corrects in articles: their metadata, their themes, and where their paragraphs begin and end.

Every correction is a step in the article's own log, so that it can be taken back at any later time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import InvalidError, NotFoundError, RefusedError
from ...model.reshaping import join, restore, split
from ...storage import CorrectionLog, Originals, Unfinished
from ..places import Places
from .corpus import Corpus

if TYPE_CHECKING:
    from ...model import Article, SourceBlock
    from ...storage import Correction

SHOWN = 40
"""Characters of a line by which a step names it."""


class Corrections:
    """Changes of articles by a person; each is alone among all processes while it reads and writes."""

    def __init__(self, corpus: Corpus, places: Places, state: Path) -> None:
        self._corpus = corpus
        self._places = places
        self.unfinished = Unfinished(state)
        """What is being typed, so that it comes back where the program ends before it is taken."""

    def set_fields(self, article_id: str, fields: Mapping[str, str]) -> Article:
        """Set metadata by CSL name; what a person sets has the state 'user'.

        Raises:
            InvalidError: for an unknown field or a value that it does not take.
        """
        from .metadata import with_fields

        label = ", ".join(f"{'set' if value.strip() else 'emptied'} {name}" for name, value in fields.items())
        return self._correct(article_id, label, lambda article: with_fields(article, fields))

    def confirm(self, article_id: str, fields: Sequence[str]) -> Article:
        """Take over what is inferred as what a person says; the evidence stays.

        Raises:
            InvalidError: for a field that has no value to confirm.
        """
        from .metadata import confirmed

        def change(article: Article) -> Article:
            return replace(article, metadata=confirmed(article.metadata, fields))

        return self._correct(article_id, f"confirmed {', '.join(fields)}", change)

    def restore(self, article_id: str, lines: Sequence[int]) -> Article:
        """Take dropped lines of the source back into the text, each in its place.

        Raises:
            NotFoundError: for a line that was not dropped, and where the source's lines were not kept.
        """
        self._corpus.path(article_id)
        blocks = self.source(article_id)
        named = (f"{b.kind}: {_short(b.text)}" for b in blocks if b.kind and any(b.first <= n <= b.last for n in lines))
        label = f"took back the {'; '.join(named)}"
        return self._correct(article_id, label, lambda article: restore(article, blocks, lines))

    def split(self, article_id: str, paragraph: int, offset: int) -> Article:
        """Make a paragraph two, `offset` characters after its beginning.

        Raises:
            NotFoundError, InvalidError: where that cannot be.
        """
        return self._correct(article_id, f"split ¶ {paragraph}", lambda article: split(article, paragraph, offset))

    def join(self, article_id: str, paragraph: int) -> Article:
        """Make a paragraph and the next one.

        Raises:
            NotFoundError, InvalidError: where that cannot be.
        """
        label = f"joined ¶ {paragraph} and ¶ {paragraph + 1}"
        return self._correct(article_id, label, lambda article: join(article, paragraph))

    def set_themes(self, article_id: str, changes: Sequence[str]) -> Article:
        """Add (`+iran`), remove (`-iran`) or forget what was set (`=iran`) for a whole article.

        Raises:
            InvalidError: for an unknown theme.
        """

        def change(article: Article) -> Article:
            themes = list(article.metadata.themes)
            known = {t.id for t in self._corpus.matcher.themes}
            for one in changes:
                sign, name = (one[0], one[1:]) if one[:1] in "+-=" else ("+", one)
                if name not in known:
                    raise InvalidError(f"no theme '{name}'", where=one, hint="one of: " + ", ".join(sorted(known)))
                themes = [t for t in themes if t.removeprefix("-") != name]
                themes += {"+": [name], "-": [f"-{name}"], "=": []}[sign]
            return article.with_metadata(themes=tuple(themes))

        return self._correct(article_id, f"themes: {' '.join(changes)}", change)

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

    def being_typed(self) -> list[str]:
        """The articles about which something was being typed when the program ended; those that are still there."""
        known = self.unfinished.articles()
        there = {header.id for header in self._corpus.headers()} if known else set()
        return [article for article in known if article in there]

    # Going back

    def steps(self, article_id: str) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
        """The corrections of an article that hold, and those taken back that can be made again, oldest first."""
        return self._log(article_id).steps(self._corpus.article(article_id))

    def undo(self, article_id: str) -> tuple[Article, str]:
        """Take the last correction of an article back; the article, and what the step is called.

        What else has changed in the article since stays.

        Raises:
            NotFoundError: where there is none.
            RefusedError: where what it set was changed otherwise since.
        """
        log = self._log(article_id)
        with self._corpus.writing():
            article = self._corpus.article(article_id, again=True)
            for count, step in enumerate(reversed(log.steps(article)[0]), 1):
                back = step.taken_back(article)
                if back is not None and back != article:
                    log.take_back(article, count)
                    return self._corpus.write(back), step.label
                if step.made(article) is None:  # otherwise it never came to be, or was taken back by hand
                    raise _changed(article_id, step)
        raise NotFoundError("nothing was corrected", where=article_id, hint="there is nothing to take back")

    def redo(self, article_id: str) -> tuple[Article, str]:
        """Make the correction of an article again that was taken back last; the article, and what the step is called.

        Raises:
            NotFoundError: where there is none.
            RefusedError: where what it would set was changed otherwise since.
        """
        log = self._log(article_id)
        with self._corpus.writing():
            article = self._corpus.article(article_id, again=True)
            for count, step in enumerate(log.steps(article)[1], 1):
                again = step.made(article)
                if again is None:
                    raise _changed(article_id, step)
                if again != article:  # otherwise it was made by hand
                    log.make_again(article, count)
                    return self._corpus.write(again), step.label
        raise NotFoundError("nothing was taken back", where=article_id, hint="there is nothing to make again")

    def _correct(self, article_id: str, label: str, change: Callable[[Article], Article]) -> Article:
        with self._corpus.writing():
            before = self._corpus.article(article_id, again=True)
            return write_step(self._corpus, self._places, label, before, change(before))

    def _log(self, article_id: str) -> CorrectionLog:
        self._corpus.path(article_id)
        return CorrectionLog(Originals(self._places.originals).folder(article_id))


def write_step(corpus: Corpus, places: Places, label: str, before: Article, after: Article) -> Article:
    """Put a corrected article in place of what it was, as a step that can be taken back; while `writing`."""
    CorrectionLog(Originals(places.originals).folder(after.id)).add(label, before, after)
    return corpus.write(after)


def _changed(article_id: str, step: Correction) -> RefusedError:
    hint = f"look at it as it is now; the step was: {step.label}"
    return RefusedError("the article was changed outside meanwhile", where=article_id, hint=hint)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
