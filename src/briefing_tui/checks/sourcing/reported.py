"""A rule on what somebody is reported to say in other words, and is printed as if the source said it itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import (
    Article,
    Attribution,
    Certainty,
    Excerpt,
    Item,
    ItemKind,
    Severity,
    Span,
    SpeakerKind,
    Verification,
)
from ...model.signs.spoken import in_quotation
from ..rules.registry import Hit, Subject, contract, rule
from ..speaking.crediting import is_named_in, reported_by, writes_it
from .citing import Citing, citing_sentences
from .putting_down import puts_down

_NOBODY = "somebody"


@dataclass(frozen=True, slots=True)
class _Reporter:
    """Who is reported to say a passage."""

    who: Attribution
    """With the words for them, as the search for speakers or the lists of words found them."""
    shown: str
    """What they are called in a message: ‘somebody’ unless the words are a name for sure."""


@rule("speaker.reported", Severity.WARNING, contract(6))
def reported(subject: Subject) -> Iterator[Hit]:
    """What the source puts down to somebody in other words, with nobody credited and nothing that says who says so.

    Its note names the author and the outlet alone: a reader would take for their finding what somebody told them. So
    with own text that cites it.
    """
    language = subject.brief.language
    for _, item in subject.brief.items():
        known = _uncredited(subject, item.excerpt) if item.kind in (ItemKind.QUOTE, ItemKind.PARAPHRASE) else None
        if known is None:
            continue
        excerpt, article, found, span = known
        quoted = in_quotation(article.text, article.segments.paragraphs, span)
        if item.kind is ItemKind.QUOTE and quoted:
            continue  # speaker.none tells of these
        if item.kind is ItemKind.PARAPHRASE and puts_down(item.text, language) is not False:
            continue
        reporter = _reporter(article, span)
        if reporter and not _is_told(item, excerpt, span, reporter.who):
            yield Hit(
                item.id,
                f"{_says(reporter, article, found, quoted=quoted)}, and it is printed as the source's own",
                "name the speaker (@ in the draft), or say in the text whose words they are",
            )
    yield from dict.fromkeys(_cited_as_own(subject))


def _cited_as_own(subject: Subject) -> Iterator[Hit]:
    """Own text that cites what somebody says, with no word in its sentence or the one before of who says so."""
    language = subject.brief.language
    for each in citing_sentences(subject.brief):
        known = _uncredited(subject, each.excerpt_id)
        if known is None or puts_down(each.text, language) is not False:
            continue
        _, article, found, span = known
        reporter = _reporter(article, span)
        if reporter and not _is_told_before(each, reporter.who, article.metadata.language, language):
            quoted = in_quotation(article.text, article.segments.paragraphs, span)
            yield Hit(
                each.place,
                f"{_says(reporter, article, found, quoted=quoted)}, and this text cites it as the source's own finding",
                "say there who says so, or name the speaker of the excerpt (@ in the draft)",
            )


def _uncredited(subject: Subject, excerpt_id: str) -> tuple[Excerpt, Article, Verification, Span] | None:
    """An excerpt that stands in its article, and for which nobody is credited."""
    excerpt, found = subject.brief.excerpts.get(excerpt_id), subject.verifications.get(excerpt_id)
    article = subject.article_of(excerpt) if excerpt else None
    if excerpt is None or excerpt.speaker or article is None or found is None or found.span is None:
        return None
    return excerpt, article, found, found.span


def _reporter(article: Article, span: Span) -> _Reporter | None:
    """Who is reported to say a passage: by the search for speakers, in other languages than English by words too."""
    from ..phrasing.reports import report_of

    if who := reported_by(article, span):
        return _Reporter(who, who.name)
    report = report_of(article, span)
    if report is None or writes_it(article, report.evidence.slice(article.text)):
        return None
    kind = SpeakerKind.UNNAMED if report.who else SpeakerKind.NAMED
    who = Attribution(report.who or _NOBODY, "", kind, (), (report.evidence,), 0, Certainty.LIKELY)
    return _Reporter(who, report.who if report.is_name else _NOBODY)


def _says(reporter: _Reporter, article: Article, found: Verification, *, quoted: bool) -> str:
    said = "said this in" if quoted else "said this, as reported in"
    return f"{reporter.shown} {said} {article.id}, ¶ {found.paragraph}"


def _is_told(item: Item, excerpt: Excerpt, span: Span, who: Attribution) -> bool:
    """Whether a reader of an item sees who says so: by a name or a role, or by the words of the source in a quote."""
    if any(is_named_in(text, who) for text in (item.text, item.core, item.note)):
        return True
    kept = item.kind is ItemKind.QUOTE and any(span.covers(words) for words in who.evidence)
    return kept and (who.kind is not SpeakerKind.NAMED or is_named_in(excerpt.exact, who))


def _is_told_before(citing: Citing, who: Attribution, source: str, language: str) -> bool:
    """Whether a sentence with a cite, or the one before it, names who says so.

    Where source and brief are in two languages a name cannot be compared: there a word that somebody says so is enough
    in the sentence before.
    """
    if any(is_named_in(text, who) for text in (citing.text, citing.before)):
        return True
    foreign = source.partition("-")[0].lower() != language.partition("-")[0].lower()
    return foreign and bool(citing.before) and puts_down(citing.before, language) is True
