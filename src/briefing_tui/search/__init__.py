"""The catalogue of a workspace, the search in all articles and in one, and the scan that keeps both up to date.

The search is imported when it is first asked for: the first paint and the command `list` do without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .catalogue import Catalogue
from .identities import Identity, identity, newest
from .rows import Entry, Headers, Stamp
from .scan import ScanResult, scan

if TYPE_CHECKING:
    from .find import find_in_text
    from .index import Hit, Results, search
    from .query import Query, parse_query
    from .reuse import Passage, Reuse, Sharing

__all__ = [
    "Catalogue", "Entry", "Headers", "Hit", "Identity", "Passage", "Query", "Results", "Reuse", "ScanResult",
    "Sharing", "Stamp", "find_in_text", "identity", "newest", "parse_query", "scan", "search",
]  # fmt: skip

_LATER = {
    "find_in_text": "find", "Hit": "index", "Results": "index", "search": "index", "Query": "query",
    "parse_query": "query", "Passage": "reuse", "Reuse": "reuse", "Sharing": "reuse",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_LATER[name]}", __name__), name)
