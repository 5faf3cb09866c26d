"""Rules on speakers: whoever is credited with words is credited by the article."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import ItemKind, Severity
from ..model.spoken import in_quotation
from .registry import Hit, Subject, rule
from .verification import evidence_place


@rule("speaker.evidence", Severity.WARNING)
def evidence(subject: Subject) -> Iterator[Hit]:
    """The words by which the article named the speaker are no longer there."""
    for excerpt_id, found in subject.verifications.items():
        excerpt = subject.brief.excerpts[excerpt_id]
        article, speaker = subject.article_of(excerpt), excerpt.speaker
        if article is None or speaker is None or not subject.brief.uses(excerpt_id):
            continue
        for each in speaker.evidence:
            if evidence_place(excerpt, each, article, found) is None:
                yield Hit(
                    excerpt_id,
                    f"{excerpt_id}: the source no longer says “{each.exact}”, for which {speaker.name} is credited",
                    "look at the source (o), then name the speaker again (@)",
                )


@rule("speaker.none", Severity.NOTE)
def none(subject: Subject) -> Iterator[Hit]:
    """A quote of words that stand in quotation marks in the source, with nobody credited for them."""
    quoted = dict.fromkeys(i.excerpt for _, i in subject.brief.items() if i.kind is ItemKind.QUOTE)
    for excerpt_id in quoted:
        excerpt = subject.brief.excerpts.get(excerpt_id)
        found = subject.verifications.get(excerpt_id)
        article = subject.article_of(excerpt) if excerpt else None
        if excerpt is None or excerpt.speaker or article is None or found is None or found.span is None:
            continue
        if in_quotation(article.text, article.segments.paragraphs, found.span):
            yield Hit(
                excerpt_id,
                f"{excerpt_id}: somebody says these words in {article.id}, ¶ {found.paragraph}, and nobody is credited",
                "name the speaker (@), or leave it where nobody is to be credited",
            )
