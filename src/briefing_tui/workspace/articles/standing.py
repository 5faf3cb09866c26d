"""What a person did with articles: read, how far, marked, pinned from."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from ...model import Facet, Filters, Person
from ...search import Catalogue
from ..drafting.briefs import Briefs
from .reading import ReadingState

if TYPE_CHECKING:
    from ...model import Brief

BEGUN, DONE = 2, 95
"""Percent from which an article is begun, and from which there is nothing to come back to."""


def person(reading: ReadingState, briefs: Briefs, brief: Brief | None, filters: Filters | None) -> Person:
    """What the person did with articles.

    Args:
        reading: what was read and marked.
        briefs: all briefs, which are looked at where pins are asked for. That may be slow.
        brief: the open one; without it the one that was open last counts as this brief.
        filters: what is asked for; `None` is everything.
    """
    if filters is not None and not filters.chosen(Facet.PINNED):
        return Person(reading.read, reading.marked)
    heads = briefs.heads()
    pinned = frozenset(article for head in heads for article, _, _ in head.passages)
    if brief is not None:
        here = frozenset(excerpt.article for excerpt in brief.excerpts.values())
    else:
        here = frozenset(article for head in heads if head.id == reading.last_brief for article, _, _ in head.passages)
    return Person(reading.read, reading.marked, here, pinned | here)


def progress(reading: ReadingState, catalogue: Catalogue) -> dict[str, int]:
    """How far one came in the articles that one may want to go on with, in percent, by id."""
    positions = {article: at for article, at in reading.positions.items() if at}
    sql = """
        SELECT id, substr(blocks, -24) FROM articles JOIN texts USING (number)
        WHERE id IN (SELECT value FROM json_each(?)) AND length(blocks) >= 24
        """
    wanted = json.dumps(list(positions))
    found = catalogue.database.read(lambda connection: connection.execute(sql, (wanted,)).fetchall())
    ends = {article: array("Q", last)[1] for article, last in found}
    shares = {article: 100 * positions[article] // max(1, end) for article, end in ends.items()}
    return {article: share for article, share in shares.items() if BEGUN <= share < DONE}
