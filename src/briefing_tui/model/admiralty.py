"""Admiralty codes (STANAG 2511): how reliable a source is, A to F, and how credible what it says, 1 to 6."""

from __future__ import annotations

import re

from .article import ADMIRALTY, Metadata

FIELD = ADMIRALTY
"""What front matter calls it, among what is ours (`custom`)."""
HINT = "a letter from A to F and a figure from 1 to 6, such as B2; F6 where neither can be judged"
_CODE = re.compile(r"[A-F][1-6]\Z")


def is_grade(text: str) -> bool:
    """Whether a text is a code."""
    return bool(_CODE.match(text))


def stored(metadata: Metadata) -> str:
    """What stands in the place of the code, be it one or not."""
    value = metadata.custom_extra.get(FIELD, "")
    return value if isinstance(value, str) else str(value)


def grade(metadata: Metadata) -> str:
    """The code of a source; empty where it has none."""
    found = stored(metadata).strip().upper()
    return found if is_grade(found) else ""
