"""Pinning: a passage of an article becomes an excerpt of a brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import AmbiguousError, InvalidError, NotFoundError, RefusedError
from ...model import (
    Article,
    Brief,
    ContextChoice,
    Excerpt,
    ItemKind,
    Span,
    Speaker,
    TextKind,
    Verification,
    edits,
    find_all,
    naming,
    take,
)
from ...storage import BriefSession
from ..articles.corpus import Corpus

if TYPE_CHECKING:
    from ...checks.context import ContextReport

CONTEXT_SHOWN = 30
"""Characters on either side of a place in the message that lists several."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """What pinning made."""

    excerpt: Excerpt
    item: str
    verification: Verification
    """How the excerpt stands in the file, which was read again to pin it."""
    warnings: tuple[str, ...] = ()
    context: ContextReport | None = None
    """What the context guard says; `None` where it was not asked, or its warnings were seen before."""
    overlaps: tuple[str, ...] = ()
    """The excerpts in use that share words with it and are other than it: perhaps the same was meant."""


def pin(
    session: BriefSession,
    article: Article,
    span: Span,
    corpus: Corpus,
    *,
    kind: ItemKind = ItemKind.QUOTE,
    text: str = "",
    section: str = "",
    speaker: Speaker | str = "",
    note: str = "",
    context: ContextChoice | None = None,
    guard: bool = True,
) -> Pinned:
    """Pin a passage: one undoable step, in the journal before this returns.

    Args:
        session: the open brief.
        article: the source.
        span: the passage; white space at either end is left out.
        corpus: where the article is read again, as it is then, to compare what was pinned with it.
        kind: quote or paraphrase.
        text: the paraphrase.
        section: an id or a title; a new title makes a section; empty is the last section.
        speaker: who said the words; a name that the article records gets the role given there.
        note: for the footnote.
        context: what a person chose about the context guard's warnings, who has seen them.
        guard: whether the cut is looked at where nobody has.

    Raises:
        InvalidError: for an empty passage, one that runs over a heading, or a paraphrase without words.
        RefusedError: where a digest would be quoted (rule 8), or the file of the article is gone.
        FormatError, StorageError: where it cannot be read any more.
    """
    from ...checks import verify
    from .pins import overlapping

    source = source_of(article, corpus)
    span = passage_of(article, span, quoted=kind is ItemKind.QUOTE)
    if kind is ItemKind.PARAPHRASE and not text.strip():
        raise InvalidError("a paraphrase needs words of your own", where=article.id, hint="--text, or type them")
    excerpt = take(article, span, speaker=_speaker(article, speaker))
    seen = context is not None or not guard or article.metadata.text is TextKind.DIGEST
    report = None if seen else context_of(article, span).spoken(excerpt.speaker)
    excerpt = replace(excerpt, context=report.choice() if report else context)
    before = session.brief
    overlaps = overlapping(before, article, span)
    brief, excerpt_id, item_id = edits.pin(
        before, excerpt, kind=kind, text=text.strip(), note=note.strip(), section=section
    )
    session.edit(brief, f"pin {excerpt_id} from {article.id}")
    pinned = brief.excerpts[excerpt_id]
    warnings = (*warnings_of(article, pinned, report), *_credits(article, pinned, before))
    return Pinned(pinned, item_id, verify(pinned, source), warnings, report, overlaps)


def passage_of(article: Article, span: Span, *, quoted: bool) -> Span:
    """What of a span can be an excerpt: it without the white space at its ends.

    Args:
        article: the source.
        span: what was selected.
        quoted: whether it is to be quoted.

    Raises:
        InvalidError: for an empty passage, or one that runs over a heading.
        RefusedError: where a digest would be quoted (rule 8).
    """
    span = trimmed(article.text, span)
    if not len(span):
        raise InvalidError("there are no words in that passage", where=article.id, hint="select at least one word")
    if any(h.span.overlaps(span) and not h.span.covers(span) for h in article.segments.headings):
        raise InvalidError(
            "a passage does not run over a heading", where=article.id, hint="pin what stands before and after it apart"
        )
    if quoted and article.metadata.text is TextKind.DIGEST:
        raise RefusedError(
            "a digest is our own summary and is never quoted",
            where=article.id,
            hint="pin it as a paraphrase, or import the original and quote that",
        )
    return span


def source_of(article: Article, corpus: Corpus) -> Article:
    """The article as its file has it now, which may not be what is read.

    Raises:
        RefusedError: where the file is gone: what nobody can look up is not pinned.
        FormatError, StorageError: where it cannot be read.
    """
    try:
        return corpus.article(article.id, again=True)
    except NotFoundError:
        raise RefusedError(
            "the file of this article is gone: it was deleted, renamed or moved out of corpus/",
            where=article.id,
            hint="put it back or import it again, then pin",
        ) from None


def _speaker(article: Article, speaker: Speaker | str) -> Speaker | None:
    """The speaker to be kept; nobody where there is no name."""
    from .speakers import speaker_of

    given = speaker if isinstance(speaker, Speaker) else speaker_of(article, speaker)
    return given if given.name.strip() else None


def find_quote(article: Article, quote: str) -> Span:
    """The one place where words stand in an article.

    Raises:
        NotFoundError: where they stand nowhere.
        AmbiguousError: where they stand in several places; the message lists them.
    """
    places = find_all(quote, article.text)
    if not places:
        raise NotFoundError(
            "these words are not in the article",
            where=article.id,
            hint="copy them exactly: only white space may differ",
        )
    if len(places) > 1:
        lines = "; ".join(_place(article, p) for p in places)
        raise AmbiguousError(
            f"these words stand in {len(places)} places: {lines}",
            places=tuple((p.start, p.end) for p in places),
            where=article.id,
            hint="choose one with --span START END",
        )
    return places[0]


def paragraph_span(article: Article, n: int) -> Span:
    """The span of ¶ `n`.

    Raises:
        NotFoundError: where there is no such paragraph.
    """
    paragraph = article.segments.paragraph(n)
    if paragraph is None:
        last = len(article.segments.paragraphs)
        raise NotFoundError(f"there is no ¶ {n}", where=article.id, hint=f"the article has ¶ 1 to ¶ {last}")
    return paragraph.span


def checked_span(article: Article, start: int, end: int) -> Span:
    """A span given in numbers.

    Raises:
        InvalidError: where it is not within the article's text.
    """
    if not 0 <= start < end <= len(article.text):
        raise InvalidError(
            f"{start} to {end} is not a passage",
            where=article.id,
            hint=f"0 to {len(article.text)}, the end after the start",
        )
    return Span(start, end)


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its ends."""
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def reanchor_moved(brief: Brief, verifications: dict[str, Verification], articles: dict[str, Article]) -> Brief:
    """Note the new place of every excerpt that moved; altered and vanished ones stay as they are."""
    from ...model import ExcerptState
    from ...model.quotation import context

    for excerpt_id, found in verifications.items():
        if found.state is ExcerptState.MOVED and found.span is not None:
            article = articles[brief.excerpts[excerpt_id].article]
            around = context(article.text, found.span)
            brief = edits.reanchor(brief, excerpt_id, found, article.sha256, around)
    return brief


def _place(article: Article, span: Span) -> str:
    first, last, _ = article.segments.locate(span)
    before = article.text[max(0, span.start - CONTEXT_SHOWN) : span.start].replace("\n", " ")
    after = article.text[span.end : span.end + CONTEXT_SHOWN].replace("\n", " ")
    return f"{naming.paragraphs(first, last)} --span {span.start} {span.end} (…{before}▸◂{after}…)"


def get_ready(article: Article) -> None:
    """Load what a pin looks at, the guard and who speaks: the first time that takes half a second."""
    from .speakers import voices

    span = next((block.span for block in article.segments.paragraphs), None)
    if span:
        context_of(article, span)
        voices(article, span)


def context_of(article: Article, span: Span) -> ContextReport:
    """What the context guard says about a cut."""
    from ...checks.context import context_warnings

    return context_warnings(article, span)


def _credits(article: Article, excerpt: Excerpt, before: Brief) -> Iterator[str]:
    """What a person should know about who is credited with a passage that was pinned.

    Args:
        article: the source.
        excerpt: the passage.
        before: the brief before it was pinned.
    """
    from .speakers import naming_doubt

    if doubt := naming_doubt(article, excerpt):
        yield doubt
    speaker, known = excerpt.speaker, before.excerpts.get(excerpt.id)
    if known is None:
        same = (e for e in before.excerpts.values() if (e.article, e.span) == (excerpt.article, excerpt.span))
        yield from (f"the same words are {e.id}, credited to {e.speaker.name}" for e in same if e.speaker)
    elif speaker and known.speaker != speaker and before.uses(excerpt.id):
        yield f"{excerpt.id} is now credited to {_credited(speaker)}; it was {_credited(known.speaker)}"


def _credited(speaker: Speaker | None) -> str:
    return ", ".join(filter(None, (speaker.name, speaker.role, *speaker.via))) if speaker else "nobody"


def warnings_of(article: Article, excerpt: Excerpt, report: ContextReport | None) -> tuple[str, ...]:
    """What a person should know about a passage, though it may be pinned."""
    from ...model import State
    from ...model.edges import Cut, edges

    fields = {"title": "title", "author": "author", "container-title": "outlet", "issued": "date"}
    inferred = [label for name, label in fields.items() if article.metadata.state(name) is State.INFERRED]
    warnings = [f"only inferred, not stated: {', '.join(inferred)}"] if inferred else []
    if report:
        warnings += [warning.message for warning in report.warnings]
        warnings += [report.unchecked] if report.unchecked else []
    elif excerpt.context is None:
        for divided, which in zip(edges(article.text, excerpt.span), ("begins", "ends"), strict=True):
            warnings += [f"the passage {which} inside a word"] if divided is not Cut.NOTHING else []
    return tuple(warnings)
