"""Signs of which nothing is seen and that nothing beside them needs: words could be hidden in a text with them. Pure.

Scripts and emoji need some that are not seen (Unicode, `Default_Ignorable_Code_Point`): joiners, marks of direction,
soft hyphens, selectors of variants behind what has variants, the tags of a region in its flag. Those are not meant.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,5}\U000e007f"
"""A black flag with the tags of a region, up to the one that ends them (UTS #51, annex C)."""
_UNSEEN = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_IN_WORDS = "\xad\u061c\u200b-\u200f"
"""What words need one of, or two: soft hyphens, joiners, marks of direction."""
_PLAIN_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u052f"
_JOINED = (
    f"(?<=[{_PLAIN_LETTERS}0-9])[{_IN_WORDS}]{{2,}}(?=[{_PLAIN_LETTERS}0-9 ])"
    f"|(?<= )[{_IN_WORDS}]{{2,}}(?=[{_PLAIN_LETTERS}])"
)
"""Letters that need no joiner have one between them where a line may end; never several."""
_FOUND = re.compile(f"{_FLAG}|[{_UNSEEN}]|[{_IN_WORDS}]{{4,}}|{_JOINED}")
_HANGUL = "\u1100-\u115e\u1161-\u11ff\u3131-\u3163\u3165-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc"
_BESIDE = {
    "\u115f\u1160\u3164\uffa0": re.compile(f"[{_HANGUL}]"),
    "\u17b4\u17b5": re.compile("[\u1780-\u17b3\u17b6-\u17d3]"),
    "\u180b\u180c\u180d\u180e\u180f": re.compile("[\u1807\u180a\u1820-\u18aa]"),
    "\U0001bca0\U0001bca1\U0001bca2\U0001bca3": re.compile("[\U0001bc00-\U0001bc9f]"),
    "".join(map(chr, range(0x1D173, 0x1D17B))): re.compile("[\U0001d100-\U0001d172\U0001d17b-\U0001d1ff]"),
}
"""Signs of one script, and what they stand beside: empty letters of Hangul, vowels of Khmer, forms of Mongolian, and
what joins the strokes of shorthand and the notes of music."""
_EMOJI, _PLAIN = 0x1F000, 0x1000
"""The first emoji; no letter below the second has variants."""
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@lru_cache(maxsize=512)
def hidden_signs(text: str) -> tuple[tuple[str, int], ...]:
    """The signs of a text that are not seen and not needed where they stand: each once, with how often it does."""
    if text.isascii():
        return ()
    found: dict[str, int] = {}
    for match in _FOUND.finditer(text):
        signs = match[0]
        if len(signs) == 1 and _is_needed(signs, *_around(text, match.start())):
            continue
        for sign in signs if signs[0] != "\U0001f3f4" else "":
            found[sign] = found.get(sign, 0) + 1
    return tuple(found.items())


def _around(text: str, at: int) -> tuple[str, str]:
    """What stands on either side of a sign; nothing at an end."""
    return text[at - 1 : at] if at else "", text[at + 1 : at + 2]


def _is_needed(sign: str, before: str, after: str) -> bool:
    """Whether a sign does something to one that is beside it."""
    if "\ufe00" <= sign <= "\ufe0f":
        return before != "" and _has_variant(before, sign)
    if "\U000e0100" <= sign <= "\U000e01ef":
        return bool(_IDEOGRAPH.match(before))
    if sign == "\u034f":  # keeps marks of one letter in their order, as in Hebrew
        return after not in ("", sign) and unicodedata.category(after) in ("Mn", "Me", "Mc")
    beside = next((letters for signs, letters in _BESIDE.items() if sign in signs), None)
    return beside is not None and bool(beside.match(before) or beside.match(after))


def _has_variant(base: str, selector: str) -> bool:
    """Whether a sign can have a variant: as text or as a picture, or another form of a letter or of a sign."""
    picture = selector in "\ufe0e\ufe0f"
    if ord(base) < _PLAIN:
        return base in "#*0123456789©®" if picture else (base, selector) == ("0", "\ufe00")
    kind = unicodedata.category(base)
    if ord(base) >= _EMOJI and kind[0] == "S":
        return picture
    return kind[0] in "LNPS"
