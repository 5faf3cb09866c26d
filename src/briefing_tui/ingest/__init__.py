"""Importing: name and bytes go in; a quotable text, metadata with evidence, and what was left out come out.

`Reading` reads what could do harm in a process of its own; `read` is what that process does.
"""

from __future__ import annotations

from .assemble import read
from .document import MAX_BYTES, Document, Dropped, Unread
from .identifiers import suggest_id
from .isolation import Reading
from .registry import holds_records, largest, suffixes
from .speakers import kind_of, speakers, speakers_near

__all__ = [
    "MAX_BYTES",
    "Document",
    "Dropped",
    "Reading",
    "Unread",
    "holds_records",
    "kind_of",
    "largest",
    "read",
    "speakers",
    "speakers_near",
    "suffixes",
    "suggest_id",
]
