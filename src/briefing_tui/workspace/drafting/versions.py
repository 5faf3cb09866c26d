"""Moving a brief to the newer versions of the articles that it quotes: what is the same there, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ...checks import verify
from ...model import Brief, ExcerptState, edits
from ...model.quotation import context
from ..articles.corpus import Corpus
from ..articles.links import Links


@dataclass(frozen=True, slots=True)
class Moved:
    """A brief on the newer versions of its sources."""

    brief: Brief
    moved: tuple[str, ...]
    """Excerpts that stand there word for word."""
    left: tuple[tuple[str, str, ExcerptState], ...]
    """Those that do not, and stay with the older version: excerpt, newer article, what became of the words."""


def bridge(corpus: Corpus, removed: Collection[str]) -> dict[str, str]:
    """Let the versions that follow articles about to be taken out follow what those followed; while `writing`.

    Returns:
        those versions by id, each with what it followed.
    """
    before = {one.article: one.version_of for one in corpus.identities() if one.version_of}
    bridged: dict[str, str] = {}
    for later in before.keys() - set(removed):
        seen = {later}
        older = before[later]
        while older in removed and older not in seen:
            seen.add(older)
            older = before.get(older, "")
        if len(seen) > 1:
            bridged[later] = before[later]
            corpus.write(corpus.article(later, again=True).with_metadata(version_of="" if older in seen else older))
    return bridged


def to_newer(brief: Brief, corpus: Corpus, links: Links) -> Moved:
    """The brief with every excerpt that a newer version has word for word taken from there.

    Raises:
        FormatError: where a newer version cannot be read.
    """
    moved = []
    left = []
    for excerpt in tuple(brief.excerpts.values()):
        newest = links.newest(excerpt.article)
        if newest == excerpt.article:
            continue
        article = corpus.article(newest)
        found = verify(excerpt, article)
        if found.state.verified and found.span is not None:
            around = context(article.text, found.span)
            brief = edits.reanchor(brief, excerpt.id, found, article.sha256, around, article=newest)
            moved.append(excerpt.id)
        else:
            left.append((excerpt.id, newest, found.state))
    return Moved(brief, tuple(moved), tuple(left))
