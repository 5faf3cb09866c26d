"""Reading, whatever the screen: the passages of an article, a selection among them, and where that is."""

from __future__ import annotations

from .passages import Block, Passages
from .place import Place, edges
from .selection import Selection
from .words import find_words

__all__ = ["Block", "Passages", "Place", "Selection", "edges", "find_words"]
