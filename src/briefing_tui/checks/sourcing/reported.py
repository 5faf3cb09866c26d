"""A rule on what somebody is reported to say in other words, and is printed as if the source said it itself."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Attribution, Excerpt, Item, ItemKind, Severity, Span, SpeakerKind
from ...model.signs.spoken import in_quotation
from ..quoting.crediting import is_named_in, reported_by
from ..rules.registry import Hit, Subject, contract, rule
from .putting_down import puts_down


@rule("speaker.reported", Severity.WARNING, contract(6))
def reported(subject: Subject) -> Iterator[Hit]:
    """What the source puts down to somebody in other words, with nobody credited and nothing that says who says so.

    Its note names the author and the outlet alone: a reader would take for their finding what somebody told them.
    """
    for _, item in subject.brief.items():
        excerpt, found = subject.brief.excerpts.get(item.excerpt), subject.verifications.get(item.excerpt)
        article = subject.article_of(excerpt) if excerpt else None
        if excerpt is None or excerpt.speaker or article is None or found is None or found.span is None:
            continue
        quoted = in_quotation(article.text, article.segments.paragraphs, found.span)
        if item.kind is ItemKind.QUOTE and quoted:
            continue  # speaker.none tells of these
        who = reported_by(article, found.span) if item.kind in (ItemKind.QUOTE, ItemKind.PARAPHRASE) else None
        if who and not _is_told(item, excerpt, found.span, who, subject.brief.language):
            said = "says" if quoted else "is reported to say"
            yield Hit(
                item.id,
                f"{who.name} {said} this in {article.id}, ¶ {found.paragraph}, and it is printed as the source's own",
                "name the speaker (@ in the draft), or say in the text whose words they are",
            )


def _is_told(item: Item, excerpt: Excerpt, span: Span, who: Attribution, language: str) -> bool:
    """Whether a reader of an item sees who says so: by a name or a role, or by words that say that somebody does."""
    if any(is_named_in(text, who) for text in (item.text, item.core, item.note)):
        return True
    if item.kind is ItemKind.QUOTE:
        kept = any(span.covers(words) for words in who.evidence)
        return kept and (who.kind is not SpeakerKind.NAMED or is_named_in(excerpt.exact, who))
    return puts_down(item.text, language) is not False
