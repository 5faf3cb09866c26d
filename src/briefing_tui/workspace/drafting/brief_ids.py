"""Ids of briefs, made of what they are called."""

from __future__ import annotations

import unicodedata


def free_id(title: str, taken: set[str]) -> str:
    """An id made of a title's words, with a number where it is taken."""
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "".join(c if c.isalnum() else " " for c in ascii_title).split()
    stem = "-".join(words[:5])[:60] or "brief"
    return next(i for i in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if i not in taken)
