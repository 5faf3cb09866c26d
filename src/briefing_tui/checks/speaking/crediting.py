"""Whether the source has the words of a passage from whom they are credited to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

from ...model import Article, Attribution, Certainty, Span, Speaker, SpeakerKind, State
from ...model.signs.spoken import in_quotation, masked, runs
from .metonyms import one_state

_BEFORE = 2
"""Paragraphs before the words in which their speaker may have been named."""
_SUBSTANCE = 4
"""Letters from which a word says something of somebody who has no name."""
_ALIKE = 0.8
"""How alike two spellings of a name are: ‘Zelensky’ and ‘Zelenskyy’."""
_LABEL = 80
"""Characters of a paragraph in which the name and the colon stand that say who speaks in it."""


def credit_doubt(article: Article, span: Span, speaker: Speaker) -> str:
    """Why a speaker may be the wrong one for a passage as it stands now; empty where nothing speaks against it.

    By whatever words they were found or named: those of another sentence say nothing of these.

    Args:
        article: the source.
        span: where the passage stands in it.
        speaker: who is credited.
    """
    name, near = speaker.name, speakers_at(article, span)
    if _is_author(article, speaker):
        quoted = _quoted_by_author(article, span, speaker)
        return f"said by {quoted.name}, credited to {name}" if quoted else ""
    if _is_recorded(article, span, speaker) and _by_hand(article):
        return ""
    if other := another(article, span, speaker):
        return f"said by {other.name}, credited to {name}"
    if near and near[0].certainty is not Certainty.POSSIBLE:
        return ""
    if may_be(says_of(article, span), speaker) or _is_outlet(article, speaker):
        return ""
    if speaker.kind is SpeakerKind.NAMED and _is_nobodys(article, span, speaker, near):
        return f"nobody is quoted here: these are the source’s own words, credited to {name}"
    if any(_is(one, speaker) for one in near) or _is_recorded(article, span, speaker):
        return ""
    if _is_mentioned(article, span, speaker):
        return ""
    return f"{name} is credited, and the source does not name them near the words"


def another(article: Article, span: Span, speaker: Speaker) -> Attribution | None:
    """Who says a passage, as a reader would take it, if that is somebody else than the speaker.

    Whoever passes the words on is nobody else where they were chosen by the words that say so, nor is who is called by
    a role in one place and by a name in the other.
    """
    near = speakers_at(article, span)
    first = near[0] if near else None
    if first is None or first.certainty is Certainty.POSSIBLE:
        return None
    says = [" ".join(part.slice(article.text).split()) for part in first.evidence]
    chosen = any(" ".join(each.exact.split()) in says for each in speaker.evidence)
    through = chosen and any(_same(via, speaker) for via in first.via)
    through = through or any(_akin(first.name, via) for via in speaker.via)
    also = any(a.certainty is first.certainty and _is(a, speaker) for a in near)
    by_role = not any(_is(a, speaker) for a in near) and _is_role(" ".join((first.role, *says[:1])), speaker)
    known = Speaker(first.name, kind=first.kind)
    in_role = first.kind is SpeakerKind.UNNAMED and any(_same(r, known) for r in _roles(article, near, speaker))
    return None if through or also or by_role or in_role else first


def _is_role(role: str, speaker: Speaker) -> bool:
    """Whether a role is what somebody is credited by: of what looks like a name all words, of others any."""
    words = set(speaker.name.casefold().split())
    return words <= set(role.casefold().split()) if speaker.kind is SpeakerKind.NAMED else _same(role, speaker)


def _roles(article: Article, near: Sequence[Attribution], speaker: Speaker) -> tuple[str, ...]:
    """What a speaker is, as they were credited, as the text near the passage has it and as the article records it."""
    found = (each.role for each in near if _is(each, speaker))
    recorded = (each.role for each in article.metadata.speakers if _same(each.name, speaker))
    return (speaker.role, *found, *recorded)


def reported_by(article: Article, span: Span) -> Attribution | None:
    """Who says a passage, as a reader would take it by words about it; nobody where its author or its outlet does."""
    first = next(iter(speakers_at(article, span)), None)
    if first is None or first.certainty is Certainty.POSSIBLE or first.nearby or not first.evidence:
        return None
    speaker = Speaker(first.name, first.role, first.kind)
    return None if _is_author(article, speaker) or _is_outlet(article, speaker) else first


def writes_it(article: Article, words: str) -> bool:
    """Whether words that put something down to somebody name the author or the outlet of the source."""
    data, known = article.metadata, set(re.findall(r"[\w’'-]+", words.casefold()))
    authors = {part for author in data.author for part in str(author).casefold().split()[-1:]}
    outlets = (set(_bare(outlet).split()) for outlet in (data.container_title, data.publisher, data.republished_by))
    return not authors.isdisjoint(known) or any(outlet and outlet <= known for outlet in outlets)


def is_named_in(text: str, who: Attribution) -> bool:
    """Whether a text has the name of somebody, or a word of what they are where they have none."""
    words = set(re.findall(r"[\w’'-]+", text.casefold()))
    speaker = Speaker(who.name, who.role, who.kind)
    return not _parts(speaker).isdisjoint({*words, *(word.rstrip("’'s") for word in words)})


def says_of(article: Article, span: Span) -> tuple[Attribution, ...]:
    """Everyone whom the words in and about a passage may mean, and not only those who speak near it."""
    return tuple(a for a in speakers_at(article, span) if a.evidence and not a.nearby)


def may_be(found: Sequence[Attribution], speaker: Speaker) -> bool:
    """Whether a speaker may be one of those found, by name or by what they are."""
    names = [name for each in found for name in (each.name, *each.via)]
    roles = (Speaker(each.name, kind=each.kind) for each in found if each.kind is SpeakerKind.UNNAMED)
    named = any(_same(name, speaker) or _akin(name, speaker.name) for name in names)
    return named or any(_same(speaker.role, each) for each in roles)


def speakers_at(article: Article, span: Span) -> tuple[Attribution, ...]:
    """Who may be the speaker of a passage; of one that was asked about before it is known."""
    return _near(article.text, article.metadata.language, span)


@lru_cache(maxsize=1024)
def _near(text: str, language: str, span: Span) -> tuple[Attribution, ...]:
    from ...ingest import speakers_near

    return speakers_near(text, language, span)


def _is(found: Attribution, speaker: Speaker) -> bool:
    return _same(found.name, speaker) or _akin(found.name, speaker.name)


def _is_author(article: Article, speaker: Speaker) -> bool:
    return any(_same(str(author), speaker) for author in article.metadata.author)


def _quoted_by_author(article: Article, span: Span, speaker: Speaker) -> Attribution | None:
    """Who says words that stand whole between quotation marks of an author's, where the sentence says who does."""
    paragraphs = (p for p in article.segments.paragraphs if p.span.overlaps(span))
    quoted = (run for p in paragraphs for run in runs(masked(article.text, p.span)[0], p.span.start))
    other = another(article, span, speaker) if any(run.covers(span) for run in quoted) else None
    return other if other and other.evidence and not other.nearby else None


def _by_hand(article: Article) -> bool:
    """Whether a person has seen to the record of who speaks in an article."""
    return article.metadata.state("speakers") is State.USER


def _is_recorded(article: Article, span: Span, speaker: Speaker) -> bool:
    """Whether the record of who speaks in the article has the speaker in the paragraphs of the words."""
    paragraphs = set(_paragraphs(article, span))
    return any(_same(s.name, speaker) and paragraphs.intersection(s.paragraphs) for s in article.metadata.speakers)


def _paragraphs(article: Article, span: Span) -> range:
    """The paragraphs in which words stand."""
    first, last, _ = article.segments.locate(span)
    return range(first, max(first, last) + 1)


def _is_mentioned(article: Article, span: Span, speaker: Speaker) -> bool:
    """Whether a speaker is mentioned where the words stand, in the two paragraphs before or in the one after."""
    here = _paragraphs(article, span)
    near = range(here.start - _BEFORE, here.stop + 1)
    text = " ".join(p.span.slice(article.text) for p in article.segments.paragraphs if p.n in near).casefold()
    return any(part in text for part in _parts(speaker))


def _is_nobodys(article: Article, span: Span, speaker: Speaker, near: Sequence[Attribution]) -> bool:
    """Whether a passage is the source's own prose: nothing in or beside it says that anybody speaks.

    Where the language has no list of the words that say so, that is not known; nor is it of an interview or a speech.
    """
    from ..phrasing.told import sentences_around, tells

    whole = sentences_around(article, span)
    if any(one.overlaps(whole) for each in near for one in each.evidence):
        return False
    if in_quotation(article.text, article.segments.paragraphs, whole) or _is_recorded(article, span, speaker):
        return False
    return tells(article, span, _parts(speaker)) is False and not _is_transcript(article, speaker)


def _is_outlet(article: Article, speaker: Speaker) -> bool:
    data = article.metadata
    return _bare(speaker.name) in map(_bare, (data.container_title, data.publisher, data.republished_by))


def _bare(outlet: str) -> str:
    return outlet.casefold().removeprefix("the ").strip()


def _is_transcript(article: Article, speaker: Speaker) -> bool:
    """Whether a paragraph begins with the name of a speaker and a colon."""
    opens = (p.span.slice(article.text)[:_LABEL].partition(":") for p in article.segments.paragraphs)
    return any(colon and re.search(r"[.!?]\s", name) is None and _same(name, speaker) for name, colon, _ in opens)


def _akin(one: str, other: str) -> bool:
    """Whether two names may be one's: the last word of either stands in the other, or nearly; or of one state."""
    if one_state(one, other):
        return True
    words, others = one.casefold().split(), other.casefold().split()
    if not words or not others:
        return False
    return bool(get_close_matches(words[-1], others, 1, _ALIKE) or get_close_matches(others[-1], words, 1, _ALIKE))


def _same(name: str, speaker: Speaker) -> bool:
    """Whether a name may be that of a speaker: the same last word or, where they have no name, any of substance."""
    return not _parts(speaker).isdisjoint(name.casefold().split())


def _parts(speaker: Speaker) -> set[str]:
    """The words that a speaker is known by."""
    words = speaker.name.casefold().split()
    if speaker.kind is SpeakerKind.NAMED:
        return set(words[-1:])
    return {word for word in words if len(word) >= _SUBSTANCE} - {"unnamed"} or set(words)
