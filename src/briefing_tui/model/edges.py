"""Where a passage may begin and end: a match that cuts a word, or a letter from its accents, is other words."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from .span import Span

_NEAR = 32
"""Characters looked at on either side; as many as are kept with an excerpt."""
_BACK = 4
"""Characters before an offset that may compose with the one after it."""
_BREAKS = ("Cc", "Zl", "Zp")
"""Categories of what ends a line, and of controls, which nothing joins."""
_ZWJ = "\u200d"
_EMPHASIS = "*_"
"""Signs that stand within a word and are none of it, as marks and invisible signs are not."""
_JOINERS = "'’-\u2010\u2011\u05be\u05f3\u05f4"
"""Join two letters to one word: can't, un-likely; in Hebrew maqaf, geresh and gershayim."""
_NUMERIC = "'’.,:/"
"""Join two digits to one number: 1,000 and 3.5."""
_SPACELESS = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua980-\ua9df\uaa60-\uaa7f\u3005-\u3007"
    "\u3041-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001aff0-\U0001b16f"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts that write without spaces, where a neighbour is not the same word: Chinese, Japanese, Thai, …"""


class Cut(Enum):
    """What an offset in a text divides."""

    NOTHING = 0
    WORD = 1
    """Two letters or digits of one word or number."""
    LETTER = 2
    """A letter and the marks that belong to it."""


def cut(text: str, offset: int) -> Cut:
    """What is divided where a passage begins or ends at that offset."""
    if not 0 < offset < len(text) or text[offset].isspace():
        return Cut.NOTHING
    if _composes(text, offset):
        return Cut.LETTER
    return Cut.WORD if _within_word(text, offset) else Cut.NOTHING


def edges(text: str, span: Span) -> tuple[Cut, Cut]:
    """What is divided at the beginning and at the end of a passage, white space at its ends left out."""
    words = span.slice(text)
    start = span.end - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return cut(text, start), cut(text, end)


def whole(text: str, span: Span) -> Span:
    """A passage with what it cuts at either end."""
    start, end = span.start, span.end
    while cut(text, start) is not Cut.NOTHING:
        start -= 1
    while cut(text, end) is not Cut.NOTHING:
        end += 1
    return Span(start, end)


def is_spaceless(char: str) -> bool:
    """Whether a sign is a letter of a script that is written without spaces between words."""
    return bool(_SPACELESS.match(char))


def _composes(text: str, offset: int) -> bool:
    """Whether what follows belongs to the sign before it: an accent, a vowel sign, a part of a syllable.

    At the beginning of a line it belongs to nothing (UAX #29, rule GB4).
    """
    after = text[offset]
    if unicodedata.category(text[offset - 1]) in _BREAKS:
        return False
    if unicodedata.category(after)[0] == "M" or _ZWJ in (after, text[offset - 1]):
        return True
    before = text[max(0, offset - _BACK) : offset]
    joined = unicodedata.normalize("NFC", before + after)
    return joined != unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", after)


def _within_word(text: str, offset: int) -> bool:
    before = _bare(text[max(0, offset - _NEAR) : offset])
    after = _bare(text[offset : offset + _NEAR])
    if before[-1:] in _JOINERS + _NUMERIC:
        return _joined(before[-2:-1], before[-1:], after[:1])
    if after[:1] in _JOINERS + _NUMERIC:
        return _joined(before[-1:], after[:1], after[1:2])
    return _in_word(before[-1:]) and _in_word(after[:1])


def _joined(left: str, sign: str, right: str) -> bool:
    """Whether a sign makes its two neighbours one word or one number."""
    if sign in _NUMERIC and left.isdecimal() and right.isdecimal():
        return True
    return bool(sign) and sign in _JOINERS and _in_word(left) and _in_word(right)


def _bare(text: str) -> str:
    """Without what stands within words and is none of them."""
    return "".join(c for c in text if c not in _EMPHASIS and unicodedata.category(c) not in ("Mn", "Mc", "Me", "Cf"))


def _in_word(char: str) -> bool:
    """Whether it is a letter or a digit of a script that divides words; a number set high calls a note."""
    return bool(char) and char.isalnum() and unicodedata.category(char) != "No" and not _SPACELESS.match(char)
