"""Rules on speakers: whoever is credited with words is credited by the article."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import ItemKind, Severity
from ...model.signs.spoken import in_quotation
from ..quoting.verification import evidence_place
from ..rules.registry import Hit, Subject, contract, rule
from ..speaking.crediting import credit_doubt


@rule("speaker.evidence", Severity.WARNING, contract(6))
def evidence(subject: Subject) -> Iterator[Hit]:
    """The words by which the article named the speaker are no longer there.

    A reader who looks it up would not find who said it.
    """
    for excerpt_id, found in subject.verifications.items():
        excerpt = subject.brief.excerpts[excerpt_id]
        article, speaker = subject.article_of(excerpt), excerpt.speaker
        if article is None or speaker is None or not subject.brief.uses(excerpt_id):
            continue
        for each in speaker.evidence:
            if evidence_place(excerpt, each, article, found) is None:
                yield Hit(
                    excerpt_id,
                    f"the source no longer says “{each.exact}”, for which {speaker.name} is credited",
                    "look at the source (o in the draft), then name the speaker again (@ there)",
                )


@rule("speaker.unfounded", Severity.WARNING, contract(6))
def unfounded(subject: Subject) -> Iterator[Hit]:
    """A speaker whom the source does not have for the speaker of the words.

    Whoever named the speaker by hand knows more than the source says, or took the wrong name: another person's, whose
    words stand elsewhere in the article, or anybody's for words that are the source's own.
    """
    for excerpt_id, found in subject.verifications.items():
        excerpt = subject.brief.excerpts[excerpt_id]
        article, speaker = subject.article_of(excerpt), excerpt.speaker
        if article is None or speaker is None or found.span is None or not subject.brief.uses(excerpt_id):
            continue
        if not speaker.name.strip():
            yield Hit(excerpt_id, "somebody without a name is credited", "name the speaker (@ in the draft)")
            continue
        if doubt := credit_doubt(article, found.span, speaker):
            yield Hit(
                excerpt_id,
                doubt,
                "look at the source (o in the draft), then name the speaker again (@ there)",
            )


@rule("speaker.none", Severity.NOTE)
def none(subject: Subject) -> Iterator[Hit]:
    """A quote of words that stand in quotation marks in the source, with nobody credited for them.

    Words that somebody says would be taken for the outlet's own.
    """
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
                f"somebody says these words in {article.id}, ¶ {found.paragraph}, and nobody is credited",
                "name the speaker (@ in the draft), or leave it where nobody is to be credited",
            )
