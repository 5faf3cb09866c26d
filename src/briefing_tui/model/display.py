"""Text made safe for a terminal, one code point to one code point, so that offsets hold."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_WHITE = frozenset("\x0b\x0c\r\x85\u2028\u2029")

STAND_IN = "·"
"""What is shown in the place of a character that a terminal might obey."""


def printable(text: str) -> str:
    """The same number of code points, each harmless: controls, bidi marks and the like are shown as a dot.

    Tabs and line feeds stay; other line ends become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: " " if match.group() in _WHITE else STAND_IN, text)


def one_line(text: str) -> str:
    """The same on one line: tabs and line feeds become spaces."""
    return printable(text).replace("\n", " ").replace("\t", " ")
