"""Importing: name and bytes go in; a quotable text, metadata with evidence, and what was left out come out."""

from __future__ import annotations

from .assemble import read
from .document import MAX_BYTES, Document, Dropped
from .identifiers import suggest_id
from .registry import suffixes

__all__ = ["MAX_BYTES", "Document", "Dropped", "read", "suffixes", "suggest_id"]
