"""Interviews: paragraphs that begin with a name, a colon and words in quotation marks, in any language."""

from __future__ import annotations

import re

from ..rules.names import is_person

_LABEL = re.compile(r"[*_]{0,3}([^\W\d_][^:\n“”\"«»„‘*]{1,60})(?::[*_]{0,3}|[*_]{1,3}:)\s*[“\"«„‘]")


def label(paragraph: str) -> str:
    """The name before the colon, or an empty text."""
    match = _LABEL.match(paragraph)
    if not match:
        return ""
    name = match[1].strip()
    return name if len(name.split()) == 1 or (is_person(name) and _is_cased(name)) else ""


def _is_cased(name: str) -> bool:
    """Whether capital letters show that the words are a name: Hebrew, Arabic and Chinese have none."""
    return any(c.islower() for c in name)
