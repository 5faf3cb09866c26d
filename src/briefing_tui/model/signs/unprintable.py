"""Signs that are no letters and would turn or break what is around them: another sign is set in their place. Pure."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufff9-\ufffb]")
"""Controls, overrides of the direction, halves of characters, and the marks of interlinear notes."""
BLANK = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f \x85\u2028\u2029]+")
"""What is set as one space."""


def stand_in(sign: str) -> str:
    """What is set for one of them: the picture of a control where Unicode has one, else �."""
    code = ord(sign)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
