"""The source summary statement (ICD 206): what the cited sources are, counted and not judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing_tui.model import Article, Brief, PartialDate, SpeakerKind, State, TextKind, naming
from briefing_tui.model.language_tags import known_tag

from ..job import Job
from ..languages.scripts import base_language, isolated
from ..languages.wording import Wording
from .works import one_of_each

_TOGETHER = re.compile(r"(?<=:) (?=\d+[.;])|(?<=\d) (?=[^\W\d_]+ \d{4}\b)|(?<=[^\W\d_]) (?=\d{4}\b)")
"""Between a label and its number, a day and its month, a month and its year."""
NAMED = 12
"""Outlets that are named at most; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The counts."""

    sources: int = 0
    """Articles cited, those that are gone among them."""
    independent: int = 0
    """Of those that are there, how many remain where all of one origin count as one."""
    gone: int = 0
    outlets: tuple[str, ...] = ()
    """Each once, in the order of their first note."""
    languages: tuple[str, ...] = ()
    """Base tags, each once."""
    first: PartialDate | None = None
    last: PartialDate | None = None
    undated: int = 0
    inferred: int = 0
    """Sources whose date is only inferred."""
    speakers: int = 0
    unnamed: int = 0
    second_hand: int = 0
    """Passages whose words came through somebody else."""
    opinion: int = 0
    digest: int = 0


def statement(job: Job, called: Sequence[str]) -> Statement:
    """Count.

    Args:
        job: the brief and its articles.
        called: ids of the excerpts that the briefing cites, in the order of their notes.
    """
    from briefing_tui.checks import is_opinion

    brief = job.brief
    excerpts = [brief.excerpts[e] for e in called]
    ids = tuple(dict.fromkeys(one_of_each(job.articles, (e.article for e in excerpts)).values()))
    there = [job.articles[a] for a in ids if a in job.articles]
    dates = sorted(a.metadata.issued for a in there if a.metadata.issued)
    # two passages of one article may have the same unnamed speaker, those of two articles may not
    spoken = [(e.article, e.speaker) for e in excerpts if e.speaker]
    heard = {(s.name.casefold(), a if s.kind is SpeakerKind.UNNAMED else "", s.kind) for a, s in spoken}
    return Statement(
        sources=len(ids),
        independent=independent(brief, job.articles, ids),
        gone=len(ids) - len(there),
        outlets=tuple(dict.fromkeys(o for a in there if (o := naming.outlet(a.metadata)))),
        languages=tuple(dict.fromkeys(base_language(tag) for a in there if (tag := known_tag(a.metadata.language)))),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        undated=len(there) - len(dates),
        inferred=sum(a.metadata.issued is not None and a.metadata.state("issued") is State.INFERRED for a in there),
        speakers=len(heard),
        unnamed=sum(kind is SpeakerKind.UNNAMED for _, _, kind in heard),
        second_hand=sum(bool(e.speaker and e.speaker.via) for e in excerpts),
        opinion=sum(map(is_opinion, there)),
        digest=sum(a.metadata.text is TextKind.DIGEST for a in there),
    )


def independent(brief: Brief, articles: Mapping[str, Article], ids: Sequence[str]) -> int:
    """How many of some articles there are by origin, as the checks of judgements count them, whoever speaks in each."""
    from briefing_tui.checks import Subject, groups

    first = {e.article: e for e in reversed(list(brief.excerpts.values())) if e.article in ids}
    alone = {e.id: replace(e, speaker=None) for e in first.values()}
    return len(groups(Subject(replace(brief, excerpts=alone), articles, {}), alone))


def told(counted: Statement, words: Wording, *, rtl: bool = False) -> str:
    """All of it as a paragraph: no number stands on another line than its label, and no date on two."""
    return _TOGETHER.sub("\u00a0", " ".join(sentences(counted, words, rtl=rtl)))


def sentences(counted: Statement, words: Wording, *, rtl: bool = False) -> Iterator[str]:
    """The statement in words; what is not there is not told.

    Args:
        counted: what is told.
        words: of the briefing's language.
        rtl: whether that runs from right to left: each name that does not is kept to itself, in its place in the row.
    """
    s = counted
    comma = words.terms.several
    yield words("statement-sources", n=s.sources, m=s.independent)
    if s.outlets:
        named = (isolated(name, rtl=rtl) for name in s.outlets[:NAMED])
        shown = [*named, *(["…"] if len(s.outlets) > NAMED else [])]
        yield words("statement-outlets", n=len(s.outlets), names=comma.join(shown))
    if s.languages:
        yield words("statement-languages", n=len(s.languages), names=comma.join(map(words.language, s.languages)))
    if s.first and s.last:
        dates = {"first": words.date(s.first), "last": words.date(s.last)}
        yield words("statement-date" if s.first == s.last else "statement-dates", **dates)
    counts = {
        "undated": s.undated, "inferred": s.inferred, "speakers": s.speakers, "unnamed": s.unnamed,
        "via": s.second_hand, "opinion": s.opinion, "digest": s.digest, "gone": s.gone,
    }  # fmt: skip
    yield from (words(f"statement-{key}", n=n) for key, n in counts.items() if n)
