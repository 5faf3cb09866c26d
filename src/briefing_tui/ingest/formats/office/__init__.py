"""Word processors' documents and e-books: DOCX, ODT, EPUB and RTF, by pandoc's document tree."""

from __future__ import annotations

from .reader import read_office

__all__ = ["read_office"]
