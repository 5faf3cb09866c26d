"""Short codes of excerpts: what is printed in a note, read over the telephone, and leads back to the sentence.

A code is made from the id of the article, the words of the excerpt and those beside them (32 characters either side, as
a text quote selector has them), in Unicode's form NFC and with white space folded. It stays the same when the passage
moves within its article, and in whatever brief it is used; the same words at another place have another one. It changes
with the words, with what stands beside them, and with the article's id.

The symbols are Crockford's base 32 (no I, L, O, U). The last one is Crockford's check symbol: the number that the
others make, modulo 37. As 37 is prime, every single wrong symbol and every exchange of
two different neighbours is found. The five check symbols that are no letter or digit of the alphabet never occur: a
hash that asks for one is followed by the next.
"""

from __future__ import annotations

import hashlib
import unicodedata
from itertools import count

from .excerpt import Excerpt

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKED = 37
SYMBOLS = 8
"""Beside the check symbol: 40 bits."""
GROUP = 4
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = frozenset("-‐‑‒–— \u00a0[]")
"""What may stand between symbols, and around a code where it is copied from a note."""


class CodeError(ValueError):
    """A text that is no code, with what is wrong and where."""


def code(article: str, words: str, before: str = "", after: str = "") -> str:
    """The code of words in an article, as it is printed: `K7Q2-M9X4-W`.

    Args:
        article: its id.
        words: those of the passage.
        before: what stands before them.
        after: what stands behind them.
    """
    folded = (" ".join(unicodedata.normalize("NFC", text).split()) for text in (words, before, after))
    said = "\n".join((article, *folded)).rstrip("\n").encode("utf-8", "surrogatepass")
    for attempt in count():
        number = int.from_bytes(hashlib.sha256(b"%d\n" % attempt + said).digest()[:5])
        if number % CHECKED < len(ALPHABET):
            return grouped(_symbols(number) + ALPHABET[number % CHECKED])
    raise AssertionError  # pragma: no cover - count() never ends


def code_of(excerpt: Excerpt) -> str:
    """The code of an excerpt."""
    return code(excerpt.article, excerpt.exact, excerpt.prefix, excerpt.suffix)


def early_code_of(excerpt: Excerpt) -> str:
    """The code that an excerpt had in the first briefings, which the same words have at every place."""
    return code(excerpt.article, excerpt.exact)


def grouped(symbols: str) -> str:
    """Symbols with a hyphen after every fourth."""
    return "-".join(symbols[n : n + GROUP] for n in range(0, len(symbols), GROUP))


def parse_code(text: str) -> str:
    """A code as it is printed, from what a person typed: in any case, O for 0, I or L for 1, hyphens left out.

    Raises:
        CodeError: for what is none; the message says what is wrong and at which symbol.
    """
    symbols = "".join(c for c in unicodedata.normalize("NFKC", text).upper() if c not in _BETWEEN).translate(_MEANT)
    for place, symbol in enumerate(symbols, 1):
        if symbol not in ALPHABET:
            raise CodeError(f"symbol {place}, '{symbol}', is in no code")
    if len(symbols) != SYMBOLS + 1:
        raise CodeError(f"a code has {SYMBOLS + 1} letters and digits, not {len(symbols)}")
    wanted = _number(symbols[:-1]) % CHECKED
    if wanted >= len(ALPHABET) or ALPHABET[wanted] != symbols[-1]:
        said = f"symbol {len(symbols)}, '{symbols[-1]}', does not fit those before it"
        raise CodeError(f"there is a typing error in it ({said})")
    return grouped(symbols)


def slip(typed: str, known: str) -> int:
    """The place, from 1, where what was typed differs from a code in one symbol or in two neighbours exchanged.

    Returns:
        0 where it differs otherwise, or not at all.
    """
    one = "".join(c for c in typed.upper() if c not in _BETWEEN).translate(_MEANT)
    other = known.replace("-", "")
    if len(one) != len(other):
        return 0
    different = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(different) == 1:
        return different[0] + 1
    if len(different) == 2 and different[1] == different[0] + 1:
        a, b = different
        return a + 1 if (one[a], one[b]) == (other[b], other[a]) else 0
    return 0


def _symbols(number: int) -> str:
    return "".join(ALPHABET[number >> 5 * n & 31] for n in reversed(range(SYMBOLS)))


def _number(symbols: str) -> int:
    number = 0
    for symbol in symbols:
        number = number * 32 + ALPHABET.index(symbol)
    return number
