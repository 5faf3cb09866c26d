"""What a note must say beside what its source states of itself, so that it means one source alone. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefing_tui.model import Article, Name, naming

from .terms import Terms

MANY = 4
"""Authors of whom our notes name the first alone."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How the notes of a source differ from those of another."""

    whole_title: bool = False
    """Whether its title is not shortened in a short note."""
    addition: str = ""
    """What stands behind the title there: its date, its outlet, both, or which version it is."""
    version: str = ""
    """Which of the texts it is, where others have the same authors, title, outlet and date."""


ALONE = Apart()
"""What a source needs that nothing is like."""


def told_apart(
    articles: Iterable[Article], terms: Terms, *, short: Callable[[str], str], stand_in: Callable[[Article, Terms], str]
) -> dict[str, Apart]:
    """What the notes of some sources need, by the id of the article; nothing for one that needs nothing.

    Args:
        articles: all that are cited, each another work.
        terms: of the briefing's language.
        short: a title as short notes have it.
        stand_in: what stands in the place of a title that is missing.
    """
    known = [*articles]
    versions = _versions(known, terms, stand_in)
    alike: dict[tuple[object, ...], list[Article]] = defaultdict(list)
    for article in known:
        data = article.metadata
        names = tuple(name.short for name in _printed(data.author))
        title = short(data.title) or stand_in(article, terms)
        outlet = "" if names or data.title else naming.outlet(data)
        alike[names, _folded(title), outlet].append(article)
    return {
        article.id: apart
        for several in alike.values()
        if len(several) > 1
        for article, apart in _all_apart(several, terms, versions)
    }


def _all_apart(several: list[Article], terms: Terms, versions: Mapping[str, str]) -> Iterable[tuple[Article, Apart]]:
    titles = {_folded(a.metadata.title) for a in several}
    if all(titles) and len(titles) == len(several):
        return [(article, Apart(whole_title=True)) for article in several]
    dates = [terms.issued(a.metadata) for a in several]
    outlets = [naming.outlet(a.metadata) for a in several]
    which = [versions.get(a.id, "") for a in several]
    ways = [[_said(terms, words) for words in zip(*way, strict=True)] for way in ((dates,), (outlets,), (which,))]
    ways.append([_said(terms, words) for words in zip(outlets, dates, strict=True)])
    ways.append([_said(terms, words) for words in zip(outlets, dates, which, strict=True)])
    said = next((way for way in ways if len(set(way)) == len(several)), None)
    said = said or [_said(terms, (words, _nth(terms, n))) for n, words in enumerate(ways[-1], 1)]
    return [
        (article, Apart(addition=words, version=versions.get(article.id, "")))
        for article, words in zip(several, said, strict=True)
    ]


def _versions(articles: Iterable[Article], terms: Terms, stand_in: Callable[[Article, Terms], str]) -> dict[str, str]:
    """Which text each is of several that state the same of themselves, the older of two versions first; by id."""
    same: dict[tuple[object, ...], list[Article]] = defaultdict(list)
    for article in articles:
        data = article.metadata
        title = _folded(data.title) or stand_in(article, terms)
        same[_printed(data.author), title, naming.outlet(data), terms.issued(data)].append(article)
    return {
        article.id: _nth(terms, n)
        for several in same.values()
        if len(several) > 1
        for n, article in enumerate(_in_order(several), 1)
    }


def _in_order(several: list[Article]) -> list[Article]:
    """By age, as far as one says that it is a newer version of another; then by id."""
    before = {a.id: a.metadata.version_of for a in several}

    def age(article: str) -> int:
        seen = {article}
        while (article := before.get(article, "")) and article in before and article not in seen:
            seen.add(article)
        return len(seen)

    return sorted(several, key=lambda a: (age(a.id), a.id))


def _printed(authors: tuple[Name, ...]) -> tuple[Name, ...]:
    """Those whom a note names."""
    return authors if len(authors) < MANY else authors[:1]


def _nth(terms: Terms, n: int) -> str:
    return terms.version.format(n=n)


def _said(terms: Terms, words: Iterable[str]) -> str:
    return terms.several.join(filter(None, words))


def _folded(title: str) -> str:
    """A title without what nobody sees of its spaces."""
    return " ".join(title.split())
