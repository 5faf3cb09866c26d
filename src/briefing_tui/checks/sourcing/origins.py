"""Which sources have one origin: the same text, digest and original, one outlet, one voice, shared wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from ...model import Article, Brief, Excerpt, Metadata, SpeakerKind, TextKind
from ..rules.registry import Subject
from .opinions import is_opinion

SHARED = 0.1
"""The share of the shorter text from which common wording speaks of one origin; one quotation in common is less."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sources that count as one."""

    articles: tuple[str, ...]
    """In the order in which they are named."""
    reason: str = ""
    """Why they count as one: 'both are of Al-Monitor'; empty for one article."""
    own: bool = False
    """Whether the brief's own author wrote all of it."""


def groups(subject: Subject, excerpt_ids: Iterable[str]) -> tuple[Group, ...]:
    """The articles that some excerpts are from, those of one origin together."""
    known = subject.brief.excerpts
    excerpts = [known[i] for i in excerpt_ids if i in known and known[i].article in subject.articles]
    home = {e.article: e.article for e in excerpts}
    reasons: dict[str, str] = {}
    for one, other in combinations(excerpts, 2):
        first, second = _root(home, one.article), _root(home, other.article)
        if first != second and (reason := _in_common(subject.articles, one, other)):
            home[second] = first
            reasons[first] = reasons.get(first) or reasons.get(second) or reason
    together: dict[str, list[str]] = {}
    for article in home:
        together.setdefault(_root(home, article), []).append(article)
    return tuple(
        Group(tuple(names), reasons.get(root, ""), all(_is_own(subject, name) for name in names))
        for root, names in together.items()
    )


def _root(home: Mapping[str, str], article: str) -> str:
    while home[article] != article:
        article = home[article]
    return article


def _in_common(articles: Mapping[str, Article], one: Excerpt, other: Excerpt) -> str:
    """Why two excerpts from different articles count as one source; empty where they do not."""
    a, b = articles[one.article], articles[other.article]
    voice = _voice(one, a)
    if voice and voice.casefold() == _voice(other, b).casefold():
        return f"both have it from {voice}"
    through = {_folded(name): name for name in _channels(one)}
    shared = [through[n] for n in map(_folded, _channels(other)) if n in through]
    return f"both have it through {shared[0]}" if shared else _one_origin(a, b)


def _one_origin(a: Article, b: Article) -> str:
    """Why two articles have one origin; empty where they have not."""
    one, other = a.metadata, b.metadata
    if a.text and a.sha256 == b.sha256:
        return "they have the same text"
    originals = {one.digest_of or _original(one)} & {other.digest_of or _original(other)} - {""}
    if originals and TextKind.DIGEST in (one.text, other.text):
        return "they come from one original"
    if one.version_of == b.id or other.version_of == a.id or (one.version_of and one.version_of == other.version_of):
        return "they are versions of one text"
    outlet = _outlet(one)
    if outlet and _folded(outlet) == _folded(_outlet(other)):
        return f"both are of {outlet}"
    for republished, published in ((one, other), (other, one)):
        by = republished.republished_by
        if by and _folded(by) == _folded(_outlet(published)):
            return f"{by} published one and republished the other"
    return "they share much of their wording" if _shared(a.text, b.text) >= SHARED else ""


def _original(metadata: Metadata) -> str:
    return str(metadata.original.get("sha256", ""))


def _outlet(metadata: Metadata) -> str:
    return metadata.container_title or metadata.publisher


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _voice(excerpt: Excerpt, article: Article) -> str:
    """The person whose word an excerpt is: a named speaker, or the author of an opinion."""
    if excerpt.speaker:
        return excerpt.speaker.name.strip() if excerpt.speaker.kind is SpeakerKind.NAMED else ""
    authors = article.metadata.author
    return str(authors[0]) if len(authors) == 1 and is_opinion(article) else ""


def _channels(excerpt: Excerpt) -> Sequence[str]:
    return tuple(filter(str.strip, excerpt.speaker.via)) if excerpt.speaker else ()


def _is_own(subject: Subject, article_id: str) -> bool:
    """Whether the author of the brief wrote a source."""
    names = {_folded(name) for name in _authors(subject.brief)}
    written = {_folded(str(name)) for name in subject.articles[article_id].metadata.author}
    return bool(written) and written <= names


def _authors(brief: Brief) -> Iterator[str]:
    return (name.strip() for name in brief.author.replace(";", ",").split(",") if name.strip())


@lru_cache(maxsize=4096)
def _shared(one: str, other: str) -> float:
    """The share of the shorter text that both have, in runs of several words."""
    from ...search import in_common

    return in_common(one, other)
