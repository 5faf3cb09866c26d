"""Widening and narrowing: an excerpt gets other words of its article, and everything that refers to it stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import InvalidError, NotFoundError, RefusedError
from ...model import (
    Alteration,
    Article,
    Brief,
    ContextChoice,
    Excerpt,
    Span,
    Speaker,
    TextKind,
    Verification,
    edits,
    naming,
)
from ...model.excerpt import standing
from ...model.quotation import context as around
from . import entries
from .alterations import described
from .pinning import context_of, passage_of, warnings_of
from .pins import overlapping
from .speakers import is_said, naming_doubt, voices

if TYPE_CHECKING:
    from ...checks.context import ContextReport
    from ...storage import BriefSession
    from ..articles.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Placed:
    """An excerpt that is to be changed, and its article."""

    excerpt: Excerpt
    """With the place that its words have in the article now."""
    article: Article
    quoted: bool
    """Whether it is quoted; else it is paraphrased, or cited alone."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Other words for an excerpt, and what a person decides before it gets them."""

    span: Span
    given_up: tuple[Alteration, ...] = ()
    """The alterations that do not fit these words."""
    doubt: str = ""
    """Why it is to be asked who says them; empty where nothing speaks against who is credited."""

    @property
    def loses(self) -> tuple[str, ...]:
        """What is given up, for people."""
        return tuple(map(described, self.given_up))


@dataclass(frozen=True, slots=True)
class Changed:
    """What was kept."""

    excerpt: Excerpt
    label: str
    """What undo calls it: 'widen e3'."""
    verification: Verification
    """How it stands in the file, which was read again for it."""
    warnings: tuple[str, ...] = ()
    context: ContextReport | None = None
    """What the context guard says; `None` where it was not asked, or its warnings were seen before."""

    @property
    def said(self) -> str:
        """What was done, where it stands, and how: ‘Widened e3 · ¶ 4 · verified’."""
        verb, _, rest = self.label.partition(" ")
        state = self.verification.state
        how = "verified" if state.verified else entries.STATES[state.value]
        where = naming.place(standing(self.excerpt, self.verification))
        return f"{_PAST[verb]} {rest} · {where} · {how}"


_PAST = {"widen": "Widened", "narrow": "Narrowed", "move": "Moved"}


class Recutting:
    """Changes the cut of excerpts.

    Args:
        corpus: the articles.
        guard: whether the context guard is asked about a cut.
    """

    def __init__(self, corpus: Corpus, *, guard: bool) -> None:
        self._corpus = corpus
        self._guard = guard

    def place(self, brief: Brief, excerpt_id: str) -> Placed:
        """An excerpt where it stands in its article, as its file has it now.

        Raises:
            NotFoundError: where there is no such excerpt.
            RefusedError: where its words do not stand there as they were pinned, or the file is gone.
            FormatError, StorageError: where it cannot be read.
        """
        from ...checks import verify

        excerpt = brief.excerpts.get(excerpt_id)
        if excerpt is None:
            hint = ", ".join(brief.excerpts) or "it has none"
            raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id, hint=hint)
        try:
            article = self._corpus.article(excerpt.article, again=True)
        except NotFoundError:
            raise RefusedError(
                f"its article '{excerpt.article}' is not in the library",
                where=excerpt_id,
                hint="put its file back or import it again; its words cannot be changed without it",
            ) from None
        found = verify(excerpt, article)
        if found.span is None or not found.state.verified:
            raise RefusedError(
                f"its words do not stand in '{article.id}' as they were pinned: it was changed since",
                where=excerpt_id,
                hint="restore the article, or unpin the passage and pin it as it is now",
            )
        if (found.span, found.found, article.sha256) != (excerpt.span, excerpt.exact, excerpt.sha256):
            at = around(article.text, found.span)
            excerpt = edits.reanchor(brief, excerpt_id, found, article.sha256, at).excerpts[excerpt_id]
        return Placed(excerpt, article, excerpt_id in brief.quoted())

    def propose(self, brief: Brief, placed: Placed, span: Span) -> Proposed:
        """See whether an excerpt can have other words, and what is to be decided then. May be slow.

        Raises:
            InvalidError: for words that cannot be pinned, that it has already, or of which it has none.
            RefusedError: where a digest would be quoted (rule 8).
        """
        old, article = placed.excerpt, placed.article
        span = passage_of(article, span, quoted=placed.quoted)
        if span == old.span:
            raise InvalidError("these are its words already", where=old.id, hint="select more, or fewer, of the text")
        if not span.overlaps(old.span):
            raise InvalidError(
                "it has none of these words, and what rests on it would rest on others",
                where=old.id,
                hint="leave it as it was, and pin these by themselves",
            )
        made = _recut(brief, placed, span, old.speaker, None)
        new = made.brief.excerpts[old.id]
        if twin := next((e for e in _same_words(brief, new) if _name(e) == _name(new)), None):
            raise InvalidError(f"these are the words of {twin.id}", where=old.id, hint=f"use {twin.id} for them")
        return Proposed(new.span, made.given_up, _doubt(article, old, new))

    def put(
        self,
        session: BriefSession,
        placed: Placed,
        proposed: Proposed,
        *,
        speaker: Speaker | None,
        context: ContextChoice | None = None,
        seen: bool = True,
    ) -> Changed:
        """Give an excerpt other words: one undoable step, in the journal before this returns.

        Args:
            session: the open brief.
            placed: the excerpt as the person saw it.
            proposed: the words, and the alterations that are given up for them.
            speaker: who is credited with them; one without a name is nobody.
            context: what the person chose about the context guard's warnings.
            seen: whether they were asked; where nobody was, the cut is looked at here.

        Raises:
            InvalidError: where the excerpt was changed meanwhile.
            NotFoundError: where it is there no more.
            RefusedError: where the file of the article is gone.
            FormatError, StorageError: where it cannot be read any more.
        """
        from ...checks import verify

        old, article = placed.excerpt, placed.article
        before = session.brief
        now = self.place(before, old.id)
        if now.excerpt != old:
            raise InvalidError("it was changed while you were asked", where=old.id, hint="nothing is done: ask again")
        speaker = speaker if speaker and speaker.name.strip() else None
        report = None if seen or not self._asks(article) else context_of(article, proposed.span).spoken(speaker)
        if not self._asks(article):
            context = old.context  # nobody looks at cuts: what was chosen before is told as long as it is left out
        elif report:
            context = report.choice()
        made = _recut(before, placed, proposed.span, speaker, _with_unknown(context, old.context))
        label = f"{_verb(old.span, proposed.span)} {old.id}"
        session.edit(made.brief, label)
        new = made.brief.excerpts[old.id]
        told = (*warnings_of(article, new, report), *_told(before, article, old, new))
        return Changed(new, label, verify(new, now.article), told, report)

    def _asks(self, article: Article) -> bool:
        """Whether the context guard is asked about cuts of an article."""
        return self._guard and article.metadata.text is not TextKind.DIGEST


def _recut(
    brief: Brief, placed: Placed, span: Span, speaker: Speaker | None, context: ContextChoice | None
) -> edits.Recut:
    """The brief with the excerpt where its words stand now, and then cut otherwise."""
    there = edits.set_excerpt(brief, placed.excerpt)
    return edits.recut(there, placed.excerpt.id, placed.article, span, speaker=speaker, context=context)


def _verb(old: Span, new: Span) -> str:
    return "widen" if new.covers(old) else "narrow" if old.covers(new) else "move"


def _with_unknown(context: ContextChoice | None, before: ContextChoice | None) -> ContextChoice | None:
    """A choice with the fields of the one before that the program does not know."""
    if before is None or not before.extra:
        return context
    return replace(context or ContextChoice(), extra=before.extra)


def _doubt(article: Article, old: Excerpt, new: Excerpt) -> str:
    """Why somebody else may say the new words; what the text said of the old ones as well, a person has decided."""
    credited = new.speaker.name if new.speaker else "nobody"
    before, now = voices(article, old.span).certain, voices(article, new.span).certain
    known = {each.name.casefold() for each in (before, new.speaker) if each}
    if now and now.name.casefold() not in known:
        return f"the text has these words from {now.name}, and {new.id} is credited to {credited}"
    for name, words in _taken_in(article, old, new):
        if name.casefold() not in known:
            return f"the new words have ‘{words}’, and {new.id} is credited to {credited}"
    doubt = naming_doubt(article, new)
    return doubt if doubt != naming_doubt(article, old) else ""


def _taken_in(article: Article, old: Excerpt, new: Excerpt) -> Iterator[tuple[str, str]]:
    """Who says something by words that the excerpt has now and had not before, with these words."""
    from ...checks import speakers_at

    for found in speakers_at(article, new.span):
        for words in found.evidence:
            if new.span.covers(words) and not old.span.overlaps(words):
                yield found.name, words.slice(article.text)


def _told(before: Brief, article: Article, old: Excerpt, new: Excerpt) -> Iterator[str]:
    """What a person should know about an excerpt that has other words now."""
    if doubt := naming_doubt(article, new):
        yield doubt
    if new.speaker is None and is_said(article, new.span) and not is_said(article, old.span):
        yield "somebody says these words, and nobody is credited"
    if same := [e.id for e in _same_words(before, new)]:
        yield f"the same words are {', '.join(same)}"
    if others := [e for e in overlapping(before, article, new.span) if e != new.id and e not in same]:
        yield f"overlaps {', '.join(others)}"
    uses = before.uses(new.id)
    if len(uses) > 1:
        yield f"{', '.join(uses)} rest on it"
    for each in before.suppressed:
        if each.place in (new.id, *uses):
            yield f"{each.rule} is let stand at {each.place} as before: {each.reason}"


def _same_words(brief: Brief, excerpt: Excerpt) -> Iterator[Excerpt]:
    for each in brief.excerpts.values():
        place = (each.article, each.sha256, each.span)
        if each.id != excerpt.id and place == (excerpt.article, excerpt.sha256, excerpt.span):
            yield each


def _name(excerpt: Excerpt) -> str:
    return excerpt.speaker.name.casefold() if excerpt.speaker else ""
