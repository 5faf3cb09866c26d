"""PDF: pages of placed characters become paragraphs in reading order."""

from __future__ import annotations

from .reader import read_pdf

__all__ = ["read_pdf"]
