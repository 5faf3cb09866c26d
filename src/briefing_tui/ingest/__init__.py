"""Importing: name and bytes go in; a quotable text, metadata with evidence, and what was left out come out.

`Reading` reads what could do harm in a process of its own; `read` is what that process does. Names are looked up when
they are first used: who speaks is asked of articles long after they were read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..support.lazy import found_later

if TYPE_CHECKING:
    from .assemble import read
    from .document import MAX_BYTES, Document, Dropped, Unread
    from .identifiers import suggest_id
    from .isolation import Reading
    from .registry import holds_records, largest, suffixes
    from .speakers import kind_of, speakers_in, speakers_near

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
    "speakers_in",
    "speakers_near",
    "suffixes",
    "suggest_id",
]

_HOMES = {
    "MAX_BYTES": "document",
    "Document": "document",
    "Dropped": "document",
    "Reading": "isolation",
    "Unread": "document",
    "holds_records": "registry",
    "kind_of": "speakers",
    "largest": "registry",
    "read": "assemble",
    "speakers_in": "speakers",
    "speakers_near": "speakers",
    "suffixes": "registry",
    "suggest_id": "identifiers",
}

__getattr__ = found_later(__name__, _HOMES)
