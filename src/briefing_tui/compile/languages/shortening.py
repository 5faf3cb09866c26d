"""A text as long as there is room for, in whole words where it has any. Pure."""

from __future__ import annotations


def shortened(text: str, longest: int) -> str:
    """A text of at most as many characters, an ellipsis among them where it was longer."""
    if len(text) <= longest:
        return text
    start = text[:longest]
    return f"{(start.rpartition(' ')[0] or start[:-1]).rstrip(' ,;:،؛')}…"
