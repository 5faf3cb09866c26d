"""The catalogue of a workspace, the search in all articles and in one, and the scan that keeps both up to date.

The search is imported when it is first asked for: the first paint and the command `list` do without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..support.lazy import found_later
from .catalogue import Catalogue
from .headers import Headers
from .scan import ScanResult, scan
from .stamps import Stamp
from .wanted import Wanted

if TYPE_CHECKING:
    from .answers import answering
    from .common import in_common
    from .find import Searched, find_in_text
    from .hits import Hit, Results
    from .identities import Identity, identity, newest
    from .index import search
    from .nothing import why_nothing
    from .parsing import parse_query
    from .query import Alternative, Condition, Field, Query
    from .relating import related
    from .reuse import Passage, Reuse, Sharing
    from .rows import Entry, header

__all__ = [
    "Alternative", "Catalogue", "Condition", "Entry", "Field", "Headers", "Hit", "Identity", "Passage", "Query",
    "Results", "Reuse", "ScanResult", "Searched", "Sharing", "Stamp", "Wanted", "answering", "find_in_text", "header",
    "identity", "in_common", "newest", "parse_query", "related", "scan", "search",
    "why_nothing",
]  # fmt: skip

_LATER = {
    "answering": "answers", "in_common": "common", "Searched": "find", "find_in_text": "find",
    "Hit": "hits", "Results": "hits", "search": "index", "related": "relating", "why_nothing": "nothing",
    "Alternative": "query", "Condition": "query", "Field": "query", "Query": "query",
    "parse_query": "parsing", "Passage": "reuse", "Reuse": "reuse", "Sharing": "reuse",
    "Entry": "rows", "header": "rows", "Identity": "identities", "identity": "identities", "newest": "identities",
}  # fmt: skip

__getattr__ = found_later(__name__, _LATER)
