"""Words for numbers."""

from __future__ import annotations


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: '1 item', '3 items'."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
