"""Rules on excerpts: rules 4, 5 and 8 of the contract on quotations."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import ExcerptState, ItemKind, Severity, Span, TextKind, naming, words
from ...model.blank import is_blank
from ...model.own_text import cited
from ...model.source_words import is_parted_so
from ..rules.registry import Hit, Subject, contract, rule
from .difference import difference


@rule("quotation.altered", Severity.ERROR, contract(1), binding=True)
def altered(subject: Subject) -> Iterator[Hit]:
    """The article no longer has the words that were pinned.

    What is printed as the source's words would not be what the source says.
    """
    for excerpt_id, found in subject.verifications.items():
        if found.state is ExcerptState.ALTERED:
            excerpt = subject.brief.excerpts[excerpt_id]
            yield Hit(
                excerpt_id,
                f"{_used(subject, excerpt_id)} differs from {excerpt.article}, ¶ {found.paragraph}: "
                + difference(excerpt.exact, found.found),
                "look at the source (o in the draft); restore the article, or unpin and pin the passage as it is now",
            )


@rule("quotation.vanished", Severity.ERROR, contract(1), binding=True)
def vanished(subject: Subject) -> Iterator[Hit]:
    """The pinned words are nowhere in the article.

    What is printed as the source's words would not be what the source says.
    """
    for excerpt_id, found in subject.verifications.items():
        excerpt = subject.brief.excerpts[excerpt_id]
        if found.state is ExcerptState.VANISHED and subject.article_of(excerpt):
            yield Hit(
                excerpt_id,
                f"{_used(subject, excerpt_id)} is no longer in {excerpt.article}: “{_shorten(excerpt.exact)}”",
                "restore the article, or unpin the passage",
            )


@rule("quotation.article-gone", Severity.ERROR, contract(1), binding=True)
def article_gone(subject: Subject) -> Iterator[Hit]:
    """The article of an excerpt is not in the corpus.

    Without the article nobody can show that it says this.
    """
    for excerpt in subject.brief.excerpts.values():
        if subject.article_of(excerpt) is None and excerpt.article not in subject.unreadable:
            yield Hit(
                excerpt.id,
                f"{_used(subject, excerpt.id)} cannot be verified: no such article as '{excerpt.article}'",
                f"put corpus/{excerpt.article}.md back, or unpin",
            )


@rule("quotation.article-unreadable", Severity.ERROR, contract(1), binding=True)
def article_unreadable(subject: Subject) -> Iterator[Hit]:
    """The article of an excerpt is in the corpus and cannot be read.

    Without the article nobody can show that it says this.
    """
    for excerpt in subject.brief.excerpts.values():
        problem = subject.unreadable.get(excerpt.article)
        if problem and subject.article_of(excerpt) is None:
            why = problem.message.removeprefix("The file cannot be read: ")
            yield Hit(
                excerpt.id,
                f"{_used(subject, excerpt.id)} cannot be verified: {problem.place} cannot be read: {why}",
                problem.hint or "mend the file, or put it back as it was",
            )


@rule("quotation.moved", Severity.NOTE, contract(4))
def moved(subject: Subject) -> Iterator[Hit]:
    """The words stand elsewhere in a changed article.

    The same words elsewhere count as verified; the brief still names the old place.
    """
    for excerpt_id, found in subject.verifications.items():
        if found.state is ExcerptState.MOVED:
            article_id = subject.brief.excerpts[excerpt_id].article
            yield Hit(
                excerpt_id,
                f"the words of {excerpt_id} moved to ¶ {found.paragraph} of {article_id}",
                "they are verified; `briefing brief reanchor` notes the new place in the brief",
            )


@rule("quotation.parted", Severity.ERROR, contract(1), binding=True)
def parted(subject: Subject) -> Iterator[Hit]:
    """A quote that would be printed with other paragraphs or headings than the article has there.

    It happens where it begins with the sign of a heading (`## `) that is none in the article: words would be lost.
    """
    for excerpt_id, found in subject.verifications.items():
        excerpt = subject.brief.excerpts[excerpt_id]
        article = subject.article_of(excerpt)
        if article and found.span and found.state.verified and not is_parted_so(excerpt.exact, article, found.span):
            yield Hit(
                excerpt_id,
                f"{_used(subject, excerpt_id)} would have other paragraphs or headings than {excerpt.article} has in "
                f"¶ {found.paragraph}: “{_shorten(excerpt.exact)}”",
                "let it begin a word before or behind the sign '##' (w in the draft)",
            )


@rule("quotation.digest", Severity.ERROR, contract(8), binding=True)
def digest_quoted(subject: Subject) -> Iterator[Hit]:
    """A digest is our own summary: it can be paraphrased, never quoted.

    Our summary's words are ours: in quotation marks they would be put into the source's mouth.
    """
    for _, item in subject.brief.items():
        excerpt = subject.brief.excerpts.get(item.excerpt)
        article = subject.article_of(excerpt) if excerpt else None
        if item.kind is ItemKind.QUOTE and article and article.metadata.text is TextKind.DIGEST:
            yield Hit(
                item.id,
                f"{item.id} quotes '{article.id}', which is our digest of a source",
                "paraphrase it, or import the original and quote that",
            )


@rule("excerpt.unknown", Severity.ERROR, contract(1), binding=True)
def unknown_excerpt(subject: Subject) -> Iterator[Hit]:
    """An item or a judgement names an excerpt that the brief does not have.

    What it claims to rest on is not there.
    """
    known = subject.brief.excerpts
    for _, item in subject.brief.items():
        if item.kind is not ItemKind.TEXT and item.excerpt not in known:
            yield Hit(
                item.id,
                f"{item.id} names the excerpt '{item.excerpt or '(none)'}', which is not in the brief",
                "delete the item, or pin the passage again",
            )
    for judgement in subject.brief.judgements:
        for excerpt_id in (*judgement.for_, *judgement.against):
            if excerpt_id not in known:
                yield Hit(
                    judgement.id,
                    f"{judgement.id} rests on the excerpt '{excerpt_id}', which is not in the brief",
                    "take it out of the judgement",
                )


@rule("quotation.long", Severity.WARNING)
def long_quotes(subject: Subject) -> Iterator[Hit]:
    """A quote so long that its reader has to find what matters in it.

    The profile's `long-quote` says how many words a quote may have. A few lines, or a paraphrase that names the ¶, say
    more; the annex has the whole paragraph.
    """
    limit = subject.profile.long_quote
    for _, item in subject.brief.items():
        excerpt = subject.brief.excerpts.get(item.excerpt) if item.kind is ItemKind.QUOTE else None
        said = " ".join(stretch.text for stretch in excerpt.printed()) if excerpt else ""
        count = len(words(said, Span(0, len(said))))
        if count > limit:
            yield Hit(
                item.id,
                f"quote {item.id} ({item.excerpt}) has {count:,} words, more than {limit:,}",
                "omit what does not matter, pin less, or paraphrase it",
            )


@rule("excerpt.unused", Severity.NOTE)
def unused(subject: Subject) -> Iterator[Hit]:
    """An excerpt that no item, judgement or sentence uses.

    It may have been forgotten.
    """
    for excerpt_id in _unused(subject):
        yield Hit(excerpt_id, f"{excerpt_id} is pinned and not used", "use it, or unpin it")


@rule("excerpt.none-used", Severity.ERROR)
def none_used(subject: Subject) -> Iterator[Hit]:
    """A brief that pins excerpts and uses none of them.

    It rests on nothing; a file that was cut off looks so, whose judgements and sections stand behind its excerpts.
    """
    unused = _unused(subject)
    if unused and len(unused) == len(subject.brief.excerpts):
        hint = "use one; if the file was cut off, take it from a copy or from version control"
        yield Hit("", f"{naming.count(len(unused), 'excerpt')} pinned, and nothing in the brief uses one", hint)


def _unused(subject: Subject) -> list[str]:
    used = {excerpt_id for text in subject.brief.prose() for excerpt_id in cited(text)}
    return [e for e in subject.brief.excerpts if not subject.brief.uses(e) and e not in used]


@rule("paraphrase.empty", Severity.ERROR)
def empty_paraphrase(subject: Subject) -> Iterator[Hit]:
    """A paraphrase or a text without words.

    It would be printed as a number and a note without a sentence.
    """
    for _, item in subject.brief.items():
        if item.kind is not ItemKind.QUOTE and is_blank(item.text):
            what = "paraphrase" if item.kind is ItemKind.PARAPHRASE else "text"
            yield Hit(
                item.id, f"the {what} {item.id} has no words", "write it (e in the draft), or delete the item (d there)"
            )


def _used(subject: Subject, excerpt_id: str) -> str:
    """'quote i3 (e7)', 'paraphrase i4 (e2)', or the excerpt alone."""
    for _, item in subject.brief.items():
        if item.excerpt == excerpt_id:
            return f"{item.kind.value} {item.id} ({excerpt_id})"
    return f"excerpt {excerpt_id}"


def _shorten(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rstrip() + "…"
