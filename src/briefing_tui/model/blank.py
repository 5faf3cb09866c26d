"""Texts of which nothing is seen: a name made of joiners and empty letters is none. Pure."""

from __future__ import annotations

import re

_BLANK = re.compile(
    "[\\s\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]*"
)
"""White space, controls, joiners, marks of direction and of variants, and the empty letters of scripts."""


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen."""
    return not text.strip() or (not text.isascii() and _BLANK.fullmatch(text) is not None)


def said(text: str) -> str:
    """A text as it is, or nothing where nothing of it is seen."""
    return "" if is_blank(text) else text
