"""Who may have said a passage: those found near it, then all others that its article records, and through whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...errors import InvalidError
from ...model import (
    Article,
    Attribution,
    Brief,
    Certainty,
    ContextChoice,
    Evidence,
    Excerpt,
    NamedSpeaker,
    Span,
    Speaker,
    edits,
    naming,
    take,
)
from ...model.signs.spoken import in_quotation
from .steps import Edited

_SHOWN = 64
"""Characters of evidence that are shown; of longer ones the two ends."""


@dataclass(frozen=True, slots=True)
class SpeakerChoice:
    """Someone who may have said a passage."""

    speaker: Speaker
    said: str
    """By which words: '¶ 4: “she told reporters”', or the ¶ where the article records them."""
    certainty: Certainty = Certainty.POSSIBLE
    near: bool = False
    """Whether they were found near the passage, and not only in the article's record."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Everyone who may have said a passage, and where it was published."""

    choices: tuple[SpeakerChoice, ...]
    """The surest and nearest first."""
    quoted: bool
    """Whether the passage holds words in quotation marks, or is part of some."""
    outlet: str = ""
    republisher: str = ""

    @property
    def certain(self) -> Speaker | None:
        """The one speaker of words in quotation marks who needs no question, if there is one."""
        first = self.likeliest
        return first.speaker if first and self.quoted and first.certainty is Certainty.CERTAIN else None

    @property
    def likeliest(self) -> SpeakerChoice | None:
        """Whom a reader would take for the speaker; nobody where two readings are possible."""
        first = self.choices[0] if self.choices else None
        return first if first and first.near and first.certainty > Certainty.POSSIBLE else None

    def chain(self, speaker: Speaker) -> tuple[str, ...]:
        """From whom the words came to the reader: speaker, via whom, outlet, republisher."""
        return tuple(filter(None, (speaker.name, *speaker.via, self.outlet, self.republisher)))


def voices(article: Article, span: Span) -> Voices:
    """Who may have said a passage of an article."""
    from ...checks import speakers_at

    data = article.metadata
    recorded = {s.name.casefold(): s for s in data.speakers}
    outlet = data.container_title or data.publisher
    found = speakers_at(article, span)
    near = [_found(article, a, recorded.get(a.name.casefold()), {outlet, data.republished_by}) for a in found]
    known = {choice.speaker.name.casefold() for choice in near}
    others = [_recorded(s, data.language) for s in _nearest(article, span) if s.name.casefold() not in known]
    return Voices(
        (*near, *others), is_quoted(article, span), naming.outlet(data) if outlet else "", data.republished_by
    )


def speaker_of(article: Article, name: str, *, role: str = "", via: tuple[str, ...] = ()) -> Speaker:
    """The speaker with that name, with the role that the article records unless another one is given."""
    from ...ingest import kind_of

    wanted, language = " ".join(name.split()), article.metadata.language
    known = next((s for s in article.metadata.speakers if s.name.casefold() == wanted.casefold()), None)
    if known is None:
        return Speaker(wanted, role.strip(), kind_of(wanted, language), via)
    return Speaker(known.name, role.strip() or known.role, kind_of(known.name, language), via)


def speaker_named(article: Article, span: Span, name: str, *, role: str = "", via: tuple[str, ...] = ()) -> Speaker:
    """The speaker of a passage by a name that was given, with what the text says of them where they are found near.

    Raises:
        InvalidError: for a name of nothing but spaces, and where somebody through whom the words came has none.
    """
    if name and not name.strip():
        raise InvalidError("it names nobody", where="speaker", hint="name the speaker, or leave it out")
    if not all(map(str.strip, via)):
        raise InvalidError("it names nobody", where="via", hint="name through whom the words came, or leave it out")
    via = tuple(" ".join(each.split()) for each in via)
    wanted = " ".join(name.split()).casefold()
    found = next((c.speaker for c in voices(article, span).choices if c.speaker.name.casefold() == wanted), None)
    if found is None:
        return speaker_of(article, name, role=role, via=via)
    return replace(found, role=role.strip() or found.role, via=via or found.via)


def speaker_to_pin(
    article: Article, span: Span, name: str | None = None, *, role: str = "", via: tuple[str, ...] = ()
) -> Speaker:
    """Whom a passage is put down to while it is pinned: the one who is named, or else who certainly says it.

    Args:
        article: the source.
        span: the passage.
        name: who is named; an empty one is nobody, `None` leaves it to the text.
        role: what they are, where the text is to be overruled.
        via: through whom the words came, likewise.

    Returns:
        the speaker; one without a name is nobody.

    Raises:
        InvalidError: as for `speaker_named`, and where a role or via is given and there is nobody whom it is said of.
    """
    if name is None:
        found = voices(article, span).certain
        name = found.name if found else ""
    if (role or via) and not name.strip():
        raise InvalidError("--role and --via say more about a speaker", where="pin", hint="--speaker NAME")
    return speaker_named(article, span, name, role=role, via=via)


def is_quoted(article: Article, span: Span) -> bool:
    """Whether a passage of an article holds words in quotation marks, or is part of some."""
    return in_quotation(article.text, article.segments.paragraphs, span)


def is_said(article: Article, span: Span) -> bool:
    """Whether somebody says a passage: it is quoted, or the text reports it of them in other words."""
    from ...checks import reported_by

    return is_quoted(article, span) or reported_by(article, span) is not None


def as_pinned(brief: Brief, article: Article, span: Span) -> Speaker | None:
    """Who is credited with a passage that is pinned already, if anybody is."""
    known = edits.pinned_before(brief, take(article, span)) if len(span) else None
    return known.speaker if known else None


def naming_doubt(article: Article, excerpt: Excerpt) -> str:
    """Why whoever is credited with a passage may be the wrong one; empty where nothing speaks against it."""
    from ...checks import credit_doubt, verify

    speaker = excerpt.speaker
    found = verify(excerpt, article).span if speaker and speaker.name.strip() else None
    return credit_doubt(article, found, speaker) if found and speaker else ""


def spoken(brief: Brief, excerpt_id: str, speaker: Speaker, article: Article) -> Edited:
    """A brief whose passage is put down to someone, or to nobody where the speaker has no name."""
    excerpt = replace(brief.excerpts[excerpt_id], speaker=speaker if speaker.name.strip() else None)
    excerpt = replace(excerpt, context=_context(excerpt, article))
    label = f"speaker of {excerpt_id}: {speaker.name or 'nobody in particular'}"
    return Edited(edits.set_excerpt(brief, excerpt), label, next(iter(brief.uses(excerpt_id)), ""))


def _context(excerpt: Excerpt, article: Article) -> ContextChoice | None:
    """What a passage was pinned without: who says so, unless its speaker answers that."""
    from ...checks import verify
    from ...checks.context import ContextKind, context_warnings

    found, kind = verify(excerpt, article), ContextKind.ATTRIBUTION.value
    if excerpt.context is None or found.span is None or not found.state.verified:
        return excerpt.context
    others = tuple(each for each in excerpt.context.dismissed if each != kind)
    left = context_warnings(article, found.span).spoken(excerpt.speaker).kinds
    if kind not in left or kind in excerpt.context.kept:
        return replace(excerpt.context, dismissed=others)
    known = kind in excerpt.context.dismissed
    return excerpt.context if known else replace(excerpt.context, dismissed=(*others, kind))


def evidence_said(excerpt: Excerpt, article: Article) -> tuple[str, ...]:
    """The words by which an excerpt's speaker was found, each with where it stands now, or that it is gone."""
    from ...checks import evidence_place, verify

    if excerpt.speaker is None:
        return ()
    found = verify(excerpt, article)
    places = ((e, evidence_place(excerpt, e, article, found)) for e in excerpt.speaker.evidence)
    return tuple(
        _said(article, place) if place else f"“{_short(e.exact)}” is no longer in the article" for e, place in places
    )


def _found(article: Article, found: Attribution, recorded: NamedSpeaker | None, outlets: set[str]) -> SpeakerChoice:
    """A choice of what was found near; the role that the article records may be a person's correction."""
    role = recorded.role if recorded and recorded.role else found.role
    via = tuple(v for v in found.via if _bare(v) not in {_bare(o) for o in outlets})
    evidence = () if found.nearby else tuple(Evidence(e, e.slice(article.text)) for e in found.evidence)
    speaker = Speaker(found.name, role, found.kind, via, evidence)
    said = "; ".join(_said(article, e) for e in found.evidence) or "named nearby"
    return SpeakerChoice(speaker, said, found.certainty, near=True)


def _recorded(speaker: NamedSpeaker, language: str) -> SpeakerChoice:
    from ...ingest import kind_of

    where = f"¶ {', '.join(map(str, speaker.paragraphs))}" if speaker.paragraphs else ""
    return SpeakerChoice(Speaker(speaker.name, speaker.role, kind_of(speaker.name, language)), where)


def _nearest(article: Article, span: Span) -> Iterator[NamedSpeaker]:
    """The speakers that an article records, those who speak nearest to a passage first."""
    here, far = article.segments.locate(span)[0], len(article.segments.paragraphs)

    def distance(speaker: NamedSpeaker) -> int:
        return min((abs(n - here) for n in speaker.paragraphs), default=far)

    yield from sorted({s.name: s for s in article.metadata.speakers}.values(), key=distance)


def _said(article: Article, evidence: Span) -> str:
    return f"¶ {article.segments.locate(evidence)[0]}: “{_short(evidence.slice(article.text))}”"


def _short(words: str) -> str:
    """Words without their middle, where they are many: who, and the verb."""
    words = " ".join(words.split())
    if len(words) <= _SHOWN:
        return words
    head, tail = words[: _SHOWN // 2].rpartition(" ")[0], words[-_SHOWN // 3 :].partition(" ")[2]
    return f"{head} … {tail}"


def _bare(outlet: str) -> str:
    return outlet.casefold().removeprefix("the ").strip()
