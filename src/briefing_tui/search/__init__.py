"""The catalogue of a workspace, the search in all articles and in one, and the scan that keeps both up to date."""

from __future__ import annotations

from .catalogue import Catalogue
from .find import find_in_text
from .index import Hit, Results, search
from .query import Query, parse_query
from .rows import Entry, Headers, Stamp
from .scan import ScanResult, scan

__all__ = [
    "Catalogue", "Entry", "Headers", "Hit", "Query", "Results", "ScanResult", "Stamp", "find_in_text", "parse_query",
    "scan", "search",
]  # fmt: skip
