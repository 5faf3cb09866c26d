"""Addresses of the web as they may be printed, without a space or a quotation mark in them, and which may be links."""

from __future__ import annotations

import re
from unicodedata import category
from urllib.parse import quote

from .signs.confusable_signs import APOSTROPHES, COMMAS, DOUBLE, GREATER, LESS

_SIGNS = frozenset("-._~:/?#[]@!$&()*+,;=%")
"""What stands in an address as it is (RFC 3986), but for the apostrophe."""
_LETTERS = frozenset(("Ll", "Lu", "Lo", "Mn", "Mc", "Nd"))
"""What else may stand there (RFC 3987)."""
_LIKE_MARKS = frozenset({*APOSTROPHES, *DOUBLE, *COMMAS, *LESS, *GREATER} - {"\u05d9", "\u05f2"})
"""But for letters that look like quotation marks, other than those of Hebrew."""
_ADDRESS = re.compile(
    r"(?i:https?)://"
    r"(?P<host>[^\s/?#:@\\<>\"]+|\[[0-9a-fA-F:.]+\])(?::(?P<port>\d{1,5}))?"
    r"(?:[/?#][^\s\x00-\x1f\x7f]*)?"
)


def printed_address(url: str) -> str:
    """An address with whatever cannot stand in one percent-encoded: `a “b”` is `a%20%E2%80%9Cb%E2%80%9D`."""
    return "".join(char if _stands(char) else quote(char.encode("utf-8", "replace"), safe="") for char in url.strip())


def is_web_address(text: str) -> bool:
    """Whether a text is the whole address of a page on the web, `http` or `https`.

    None is one with a name before the host, nor what only becomes one by a scheme put before it: `javascript:1`.
    """
    found = _ADDRESS.fullmatch(text)
    return found is not None and (found["port"] is None or bool({".", ":"} & set(found["host"])))


def _stands(char: str) -> bool:
    return char in _SIGNS or (category(char) in _LETTERS and char not in _LIKE_MARKS)
