"""Notes and lists of sources by CSL: pandoc formats them, and never sees a passage that is quoted."""

from __future__ import annotations

from .cite import Citations, Source, cite
from .finishing import Cite, is_author, source_place, spoken
from .inlines import Text, joined, plain
from .locator import locator, numbers_of
from .pandoc import binary as pandoc_program
from .reference import FURTHER, marked_title
from .style import Placement, Style, known_styles, load, words_of_own
from .terms import Terms

__all__ = [
    "FURTHER", "Citations", "Cite", "Placement", "Source", "Style", "Terms", "Text", "cite", "is_author", "joined",
    "known_styles", "load", "locator", "marked_title", "numbers_of", "pandoc_program", "plain", "source_place",
    "spoken", "words_of_own",
]  # fmt: skip
