"""What a short note must say beside author and short title, so that it means one source alone. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing_tui.model import Article, naming

from .terms import Terms


@dataclass(frozen=True, slots=True)
class Apart:
    """How the short note of a source differs from that of another."""

    whole_title: bool = False
    """Whether its title is not shortened."""
    addition: str = ""
    """What stands behind the title: its date, its outlet, or both."""


ALONE = Apart()
"""What a source needs whose author and short title no other one has."""


def told_apart(
    articles: Iterable[Article], terms: Terms, *, short: Callable[[str], str], stand_in: Callable[[Article, Terms], str]
) -> dict[str, Apart]:
    """What the short notes of some sources need, by the id of the article; nothing for one that needs nothing.

    Args:
        articles: all that are cited.
        terms: of the briefing's language.
        short: a title as short notes have it.
        stand_in: what stands in the place of a title that is missing.
    """
    alike: dict[tuple[object, ...], list[Article]] = defaultdict(list)
    for article in articles:
        data = article.metadata
        names = tuple(name.short for name in data.author)
        title = short(data.title) or stand_in(article, terms)
        alike[names, title, "" if names or data.title else naming.outlet(data)].append(article)
    return {a.id: apart for several in alike.values() if len(several) > 1 for a, apart in _all_apart(several, terms)}


def _all_apart(several: list[Article], terms: Terms) -> Iterable[tuple[Article, Apart]]:
    if all(a.metadata.title for a in several) and len({a.metadata.title for a in several}) == len(several):
        return [(article, Apart(whole_title=True)) for article in several]
    ways = (
        [terms.issued(a.metadata) for a in several],
        [naming.outlet(a.metadata) for a in several],
        [terms.several.join(filter(None, (naming.outlet(a.metadata), terms.issued(a.metadata)))) for a in several],
    )
    said = next((way for way in ways if len(set(way)) == len(several)), ways[-1])
    return [(article, Apart(addition=words)) for article, words in zip(several, said, strict=True)]
