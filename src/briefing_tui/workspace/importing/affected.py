"""What a newer version of an article would mean for the briefs that quote the older one; nothing is changed."""

from __future__ import annotations

from collections import Counter

from ...checks import verify
from ...model import Article
from ..drafting.briefs import Briefs
from .outcome import Affected


def affected(older: str, newer: Article, briefs: Briefs) -> tuple[Affected, ...]:
    """The briefs with excerpts from the older version, and what state each excerpt would have in the newer one."""
    found = []
    for head in briefs.heads():
        if any(article == older for article, _, _ in head.passages):
            excerpts = [e for e in briefs.read(head.id).excerpts.values() if e.article == older]
            states = Counter(verify(excerpt, newer).state for excerpt in excerpts)
            found.append(Affected(head.id, states))
    return tuple(found)
