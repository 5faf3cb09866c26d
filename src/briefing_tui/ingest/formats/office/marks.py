"""Signs that carry through pandoc what its tree has no place for.

They are code points that Unicode reserves for use inside programs, so that no document holds them.
"""

from __future__ import annotations

import re

SPACE = "\ufdd0"
"""A space that the document means; pandoc makes one of several."""

_OPEN, _CLOSE = "\ufdd1", "\ufdd2"
_MARKED = re.compile(rf"[\s{SPACE}]*{_OPEN}([a-z-]*){_CLOSE}")
_ANY = re.compile(rf"{_OPEN}[a-z-]*{_CLOSE}|[{_OPEN}{_CLOSE}]")


def mark(kind: str) -> str:
    """What opens a paragraph of a kind."""
    return f"{_OPEN}{kind}{_CLOSE}"


def split(text: str) -> tuple[str, str]:
    """The kind that a text is marked with, empty where it is not, and its words."""
    match = _MARKED.match(text)
    return (match[1] if match else ""), _ANY.sub("", text).replace(SPACE, " ")
