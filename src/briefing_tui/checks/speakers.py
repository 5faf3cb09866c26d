"""Rules on speakers: whoever is credited with words is credited by the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from ..model import Article, Attribution, Certainty, ItemKind, Severity, Span, Speaker, SpeakerKind, State, Verification
from ..model.spoken import in_quotation
from .registry import Hit, Subject, contract, rule
from .verification import evidence_place

_BEFORE = 2
"""Paragraphs before the words in which their speaker may have been named."""
_SUBSTANCE = 4
"""Letters from which a word says something of somebody who has no name."""
_HAS_FROM = "the source has these words from {}, and {} is credited"
_ALIKE = 0.8
"""How alike two spellings of a name are: ‘Zelensky’ and ‘Zelenskyy’."""


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
    words stand elsewhere in the article.
    """
    for excerpt_id, found in subject.verifications.items():
        excerpt = subject.brief.excerpts[excerpt_id]
        article, speaker = subject.article_of(excerpt), excerpt.speaker
        if article is None or speaker is None or found.span is None or not subject.brief.uses(excerpt_id):
            continue
        if not speaker.name.strip():
            yield Hit(excerpt_id, "somebody without a name is credited", "name the speaker (@ in the draft)")
            continue
        near = _near(article.text, article.metadata.language, found.span)
        if doubt := _other(article, speaker, found, near) or _doubt(article, speaker, found, near):
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


def _other(article: Article, speaker: Speaker, found: Verification, near: Sequence[Attribution]) -> str:
    """Who is named as the speaker by the very sentence of the words, if that is somebody else; else empty.

    Through whom words came, and who is called by a role in one place and by a name in the other, is nobody else.
    """
    first = near[0] if near else None
    if first is None or first.certainty < Certainty.CERTAIN or first.kind is not SpeakerKind.NAMED:
        return ""
    says = " ".join(" ".join(span.slice(article.text) for span in first.evidence).split())
    by_name = first.name.casefold().split()[-1] in says.casefold()
    through = any(_same(via, speaker) for via in first.via) or any(_akin(first.name, via) for via in speaker.via)
    also = any(a.certainty is Certainty.CERTAIN and _akin(a.name, speaker.name) for a in near)
    by_role = speaker.kind is not SpeakerKind.NAMED and _same(f"{first.role} {says}", speaker)
    by_hand = article.metadata.state("speakers") is State.USER and _is_recorded(article, speaker, found)
    if not by_name or through or also or by_role or by_hand or _is_author(article, speaker):
        return ""
    return _HAS_FROM.format(first.name, speaker.name)


def _is_author(article: Article, speaker: Speaker) -> bool:
    return any(_same(str(author), speaker) for author in article.metadata.author)


def _is_recorded(article: Article, speaker: Speaker, found: Verification) -> bool:
    """Whether the record of who speaks in the article has the speaker in the paragraphs of the words."""
    paragraphs = set(_paragraphs(found))
    return any(_same(s.name, speaker) and paragraphs.intersection(s.paragraphs) for s in article.metadata.speakers)


def _paragraphs(found: Verification) -> range:
    """The paragraphs in which words were found."""
    return range(found.paragraph, max(found.paragraph, found.last_paragraph) + 1)


def _akin(one: str, other: str) -> bool:
    """Whether two names may be one person's: the last word of either stands in the other, or nearly."""
    words, others = one.casefold().split(), other.casefold().split()
    if not words or not others:
        return False
    return bool(get_close_matches(words[-1], others, 1, _ALIKE) or get_close_matches(others[-1], words, 1, _ALIKE))


def _doubt(article: Article, speaker: Speaker, found: Verification, near: Sequence[Attribution]) -> str:
    """Why a speaker who was named by hand may be the wrong one; empty where nothing speaks against it."""
    if speaker.evidence:
        return ""
    name = speaker.name
    if _is_recorded(article, speaker, found) or _is_author(article, speaker):
        return ""
    first = near[0] if near else None
    if first and first.certainty > Certainty.POSSIBLE and not _same(first.name, speaker):
        return _HAS_FROM.format(first.name, name)
    if any(_same(one.name, speaker) for one in near) or _is_mentioned(article, speaker, _paragraphs(found)):
        return ""
    return f"{name} is credited, and the source does not name them near the words"


@lru_cache(maxsize=1024)
def _near(text: str, language: str, span: Span) -> tuple[Attribution, ...]:
    from ..ingest import speakers_near

    return speakers_near(text, language, span)


def _same(name: str, speaker: Speaker) -> bool:
    """Whether a name may be that of a speaker: the same last word or, where they have no name, any of substance."""
    return not _parts(speaker).isdisjoint(name.casefold().split())


def _is_mentioned(article: Article, speaker: Speaker, paragraphs: range) -> bool:
    """Whether a speaker is mentioned where the words stand, in the two paragraphs before or in the one after."""
    near = range(paragraphs.start - _BEFORE, paragraphs.stop + 1)
    text = " ".join(p.span.slice(article.text) for p in article.segments.paragraphs if p.n in near).casefold()
    return any(part in text for part in _parts(speaker))


def _parts(speaker: Speaker) -> set[str]:
    """The words that a speaker is known by."""
    words = speaker.name.casefold().split()
    if speaker.kind is SpeakerKind.NAMED:
        return set(words[-1:])
    return {word for word in words if len(word) >= _SUBSTANCE} - {"unnamed"} or set(words)
