"""Text as the index takes it in: letters that people take for the same are the same, in every script.

The folded text carries its own way back. A code point that counts for nothing (a vowel sign, a soft hyphen) leaves a
sign that the index reads over; what is added (a second letter for a ligature, a joint between letters of a script that
puts no spaces between words) is marked as added. So a place in it is a place in the text, less what was added before.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

GONE = "\u0300"
"""Stands for a code point that is left out; part of the word that it stands in."""
UNSEEN = "\u0302"
"""Stands for one that is not even seen, such as a soft hyphen; at the end of a word not part of it."""
ADDED = "\u0301"
"""Says that the next code point has been added."""
JOINT = "\x1f"
"""Has been added between two letters that are words by themselves: the unit separator, which the index splits at."""
ACCENTS = GONE + UNSEEN
KEPT = "\U000f0000-\U000fffff"
"""As a range in a pattern: what stands for signs that are no accents."""
OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Set around matched words by SQLite."""

_ASCII = bytes(range(128))
_UNFIT = re.compile("[\0\ufdd0-\ufdef\ud800-\udfff]")
_AWKWARD = re.compile(
    "[^\x01-\x1e\x20-\xac\xae-\xde\xe0-\u0131\u0134-\u0148\u014a-\u01c3\u0200-\u02af\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9"
    "\u0402-\u040c\u040e-\u044f\u0452-\u045c\u045e-\u0475\u05be\u05d0-\u05ea\u05f3\u05f4"
    "\u2000-\u200b\u2010-\u2029\u202f-\u205f\u20a0-\u20b9\u2190-\u23f3\u2460-\u26ff\u2701-\u2b4c\ufe0e\ufe0f\ufffd]"
)
"""What the index would not take in as `fold` does by itself."""
_PARTED = re.compile(
    "[ИиІіУуГгКк][\u0300-\u0308]|[\u3040-\u30ff][\u3099\u309a]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
"""Letters in several code points that are others than their first one is."""
_LETTERS = frozenset("ЙйЇїЎўЃѓЌќ")
"""Those whose sign is no accent, in one code point."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\u2e80-\u2fdf\u3005-\u3007"
    "\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\ua980-\ua9ff"
    "\uaa60-\uaadf\uf900-\ufaff\U00016fe0-\U0001b2ff\U00020000-\U0003ffff"
)
"""Scripts without spaces between words."""
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_RUNS_ON = re.compile(f"([{_UNSPACED}][{GONE}{UNSEEN}{KEPT}]*)(?=\\w)")
_UNSEEN = frozenset(
    map(chr, (0xAD, 0x61C, 0x180E, *range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
)
_NO_ACCENTS = re.compile(
    "[\u0900-\u1aaf\u1b00-\u1cff\u302a-\u309a\ua800-\uaaff\uabe0-\uabff\U00010000-\U0001cfff\U0001d165-\U0003ffff]"
)
"""Blocks whose marks are vowels and tones that tell one word from another."""
_SAME = {"ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ک": "ك", "ٱ": "ا", "ـ": GONE}
_ESCAPE = 0xF0000
_SIGNS = frozenset((GONE, UNSEEN, ADDED))
_WORD = re.compile("(?:[^\\W_]|[\U000f0000-\U000fffff])+")
_NO_LETTERS = re.compile("[\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]")
"""Letters that the index does not know as such."""
_NUKTA = 7
"""Combining class of the dots below letters of Indian scripts."""


def indexable(text: str) -> str:
    """The text with what SQLite cannot keep or mark replaced, code point for code point, so that offsets hold."""
    return _UNFIT.sub("\ufffd", text)


def fold(text: str) -> str:
    """An indexable text as the index takes it in; itself where the index can do without."""
    if not _AWKWARD.search(text):
        return text
    composed = _PARTED.sub(_composed, text)
    return _RUNS_ON.sub(f"\\1{JOINT}", composed.translate(_FOLDED))


def added(folded: str) -> int:
    """How many code points of a folded text are not in the text."""
    return 2 * folded.count(ADDED) + folded.count(JOINT)


def unspaced(char: str) -> bool:
    """Whether a letter is of a script that puts no spaces between words."""
    return _IS_UNSPACED.match(char) is not None


@lru_cache(maxsize=50_000)
def names(text: str) -> str:
    """The words of a name or a label, folded, with a space between two: what is compared of them."""
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    folded = "".join(" " if char == JOINT else char for char in text.translate(_FOLDED) if char not in _SIGNS)
    return " ".join(_WORD.findall(folded))


def aligned(text: str) -> str:
    """A text without case and accents, code point for code point; for an accent stands one of `ACCENTS`."""
    if text.isascii():
        return text.lower()
    return _aligned_latin(text) or _aligned(text)


def _aligned_latin(text: str) -> str:
    """The same in a fifth of the time, of a text whose letters are Latin-1 before and after; else nothing."""
    try:
        encoded = text.encode("latin-1")
    except UnicodeEncodeError:
        return ""
    letters, others = _latin()
    return "" if any(other in encoded for other in others) else encoded.translate(letters).decode("latin-1")


@lru_cache(maxsize=1)
def _latin() -> tuple[bytes, bytes]:
    """What stands for each code of Latin-1, and the codes for which no other of them stands."""
    aligned = [_aligned(chr(code)) for code in range(256)]
    others = bytes(code for code, letter in enumerate(aligned) if ord(letter) > 255)
    return bytes(code if code in others else ord(letter) for code, letter in enumerate(aligned)), others


def _aligned(text: str) -> str:
    # Twenty times quicker than looking at each character: only those that are not ASCII are, and each once.
    encoded = text.encode("utf-8", "surrogatepass")
    lowered = encoded.lower().decode("utf-8", "surrogatepass")
    for char in set(encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")).difference(ACCENTS):
        letter = _FOLDED[ord(char)].lstrip(JOINT)[:1]
        if letter not in {char, " "}:
            lowered = lowered.replace(char, letter)
    return lowered


class _Folded(dict[int, str]):
    """What stands for a code point; filled as they come."""

    def __missing__(self, code: int) -> str:
        value = self[code] = _fold(chr(code))
        return value


_FOLDED = _Folded()


def _composed(match: re.Match[str]) -> str:
    """A letter in one code point, and signs for the others."""
    letter = unicodedata.normalize("NFC", match[0])
    return letter + GONE * (len(match[0]) - len(letter)) if len(letter) == 1 else match[0]


def _fold(char: str) -> str:
    category = unicodedata.category(char)
    if char in _UNSEEN:
        return UNSEEN
    if category[0] == "M":
        return GONE if _is_accent(char) else _escaped(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category[0] == "L":
        letters = enumerate(_letters(char))
        return "".join(f"{_joint(letter)}{ADDED if place else ''}{letter}" for place, letter in letters)
    if category[0] == "N" or category == "Co":
        return _joint(char) + char
    return char if char.isascii() and char != JOINT else " "


def _joint(letter: str) -> str:
    """What stands before a letter: nothing, unless it is a word by itself."""
    return JOINT if _IS_UNSPACED.match(letter) else ""


def _letters(char: str) -> str:
    """The letters that one stands for, without case and accents."""
    if char in _SAME:
        return _SAME[char]
    if _NO_LETTERS.match(char):
        return _escaped(char)
    if char in _LETTERS or "\uac00" <= char <= "\ud7a3":
        return char.lower()
    if unicodedata.decomposition(char).startswith(("<super>", "<sub>")):
        return char
    parts = unicodedata.normalize("NFKD", char)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if not _is_accent(part)))
    folded = "".join(_SAME.get(part, part) for part in bare.casefold())
    folded = "".join(part for part in folded if not _is_accent(part))
    if folded and all(unicodedata.category(part)[0] in "LNM" for part in folded):
        return "".join(_escaped(part) if unicodedata.category(part)[0] == "M" else part for part in folded)
    return char


def _is_accent(char: str) -> bool:
    """Whether a sign counts for nothing."""
    if unicodedata.category(char)[0] != "M":
        return False
    return unicodedata.combining(char) == _NUKTA or not _NO_ACCENTS.match(char)


def _escaped(char: str) -> str:
    """A code point, or two, that the index takes for a letter."""
    code = ord(char)
    if code < _ESCAPE >> 4:
        return chr(_ESCAPE + code)
    return f"{chr(_ESCAPE + (code >> 12))}{ADDED}{chr(_ESCAPE + (code & 0xFFF))}"
