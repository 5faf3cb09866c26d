"""Web pages: what of a saved page is text, what surrounds it, and what it says about itself."""

from __future__ import annotations

from .charset import decode_page
from .reader import read_html, read_page

__all__ = ["decode_page", "read_html", "read_page"]
