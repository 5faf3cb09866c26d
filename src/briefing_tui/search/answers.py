"""The articles that answer a query, without a look into their texts: for lists of articles."""

from __future__ import annotations

import sqlite3
from itertools import islice

from briefing_tui.model import Sort

from .catalogue import Catalogue
from .index import Interrupt, watched
from .opened import ids
from .query import Query
from .selection import Selection
from .wanted import Wanted


def answering(catalogue: Catalogue, query: Query, *, limit: int, interrupt: Interrupt | None = None) -> list[str]:
    """The ids of the articles that a query finds, the best first; where it looks for no words, the newest first.

    Args:
        catalogue: where to search.
        query: what for.
        limit: articles at most.
        interrupt: asked every now and then from this thread; the search ends once it says yes.

    Raises:
        CancelledError: when `interrupt` said yes.
    """

    def work(connection: sqlite3.Connection) -> list[str]:
        with watched(connection, interrupt):
            rows = Selection(connection, query, Wanted(), Sort.RELEVANCE).rows(limit)
            numbers = [number for number, _ in islice(rows, limit)]
            known = ids(connection, numbers)
        return [known[number] for number in numbers]

    return catalogue.database.read(work)
