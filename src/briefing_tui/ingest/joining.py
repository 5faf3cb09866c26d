"""Lines that make one paragraph: how they are joined, and what its end looks like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

SENTENCE_END = re.compile(r"[.!?…。！？؟:;][\"'”’»)\]\s]*\Z")
"""The end of a block that has come to its end."""


def join_all(parts: Iterable[str]) -> str:
    """Join the lines of a paragraph: by one space, and by none where the script has none."""
    joined: list[str] = []
    for part in filter(None, parts):
        if joined and not (_is_wide(joined[-1][-1]) and _is_wide(part[0])):
            joined.append(" ")
        joined.append(part)
    return "".join(joined)


def _is_wide(character: str) -> bool:
    """Whether a character belongs to a script that puts no spaces between words (Korean does)."""
    wide = unicodedata.east_asian_width(character) in "WF"
    return wide and not "\uac00" <= character <= "\ud7a3"
