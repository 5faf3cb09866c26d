"""Notes and lists of sources by CSL: pandoc formats them, and never sees a passage that is quoted."""

from __future__ import annotations

from .cite import Citations, Cite, Source, cite, is_author
from .inlines import Text, joined, plain
from .locator import locator
from .pandoc import binary as pandoc_program
from .style import Style, known_styles, load

__all__ = [
    "Citations", "Cite", "Source", "Style", "Text", "cite", "is_author", "joined",
    "known_styles", "load", "locator", "pandoc_program", "plain",
]  # fmt: skip
