"""Asking the file of a font about its characters. Imports nothing of the layout engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from struct import error
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def asked(
    content: bytes, index: int, question: Callable[[Any, Mapping[int, str]], Answer], *, unreadable: Answer
) -> Answer:
    """What a font says.

    Args:
        content: of its file.
        index: of the font in the file.
        question: is given the font, and the name of the glyph of each character by its code point.
        unreadable: what is answered for a file that cannot be read; the layout engine tells of that.
    """
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(BytesIO(content), fontNumber=index, lazy=True) as font:
            return question(font, font.getBestCmap() or {})
    except (TTLibError, KeyError, ValueError, AssertionError, error):
        return unreadable
