"""Text made harmless for a terminal, one code point for one code point, so that offsets hold."""

from __future__ import annotations

import re

INVISIBLE = "\u00b7"
"""Stands for what would be invisible or would reorder the line: soft hyphens, bidi controls, zero-width spaces."""
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for what no terminal can be sent: C1 controls, lone surrogates, noncharacters."""

_UNSAFE = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 without the line feed, DEL, C1
    "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f"
    "]"
    "|(?<!\\S)\u200d|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)
_SPACES = frozenset("\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_FIRST_PICTURE = 0x2400
_DELETE_PICTURE = "\u2421"


def display_text(text: str) -> str:
    """The text as it may be shown, of the same length.

    Line feeds stay; other white space that moves the cursor becomes a space, C0 controls their pictures (`␛`), and
    everything else that a reader could not see or a terminal would obey becomes a visible sign. ZWJ stays within emoji;
    in words, where its width is counted wrongly, ZWNJ stands for it.
    """
    return _UNSAFE.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if char in _SPACES:
        return " "
    if char == "\u200d" and match.start() and not match.string[match.start() - 1].isspace():
        return "\u200c"
    if code < 0x20:
        return chr(_FIRST_PICTURE + code)
    if code == 0x7F:
        return _DELETE_PICTURE
    if 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in {0xFFFE, 0xFFFF}:
        return UNPRINTABLE
    return INVISIBLE


def one_line(text: str) -> str:
    """The same on one line: line feeds become spaces."""
    return display_text(text).replace("\n", " ")
