"""The signs that quotation marks are written with, in every script: the one table of what opens, closes and counts.

Taken through Unicode by category (Pi and Pf, and those of Ps and Pe that are set as quotation marks) and by likeness:
what is confused with `"`, `'`, `,`, `<` and `>` (UTS 39, see `confusable_signs`) counts where it stands twice, or
around words.
"""

from __future__ import annotations

import re
from unicodedata import category

from . import confusable_signs as confusable

CLOSERS = {
    "“": "”", "”": "”“", "„": "”“‟", "‟": "”", "⹂": "“”", "❝": "❞", "❠": "❝❞", "❛": "❜",
    "❟": "❛❜", "🙶": "🙷", "🙸": "🙶🙷",
    '"': '"', "＂": "＂", "″": "″", "‶": "″‶", "ʺ": "ʺ", "ˮ": "ˮ", "˝": "˝", "¨": "¨", "״": "״", "〝": "〞〟",
    "‴": "‴", "‷": "‴‷", "⁗": "⁗", "˵": "˵˶", "˶": "˵˶", "〃": "〃", "᳓": "᳓", "ᐦ": "ᐦ", ",,": ',,"“”‟',
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "❬": "❭", "❮": "❯", "❰": "❱", "⦑": "⦒", "⧼": "⧽",
    "⟨": "⟩", "\u2329": "\u232a", "「": "」", "『": "』", "｢": "｣", "﹁": "﹂", "﹃": "﹄", "〈": "〉",
    "《": "》", "⟪": "⟫", "︽": "︾", "︿": "﹀",
    "⌜": "⌝", "⌞": "⌟", "⸢": "⸣", "⸤": "⸥", "⠦": "⠴", "˂": "˃", "ᚲ": "𖼿", "𝈶": "𝈷",
    **{sign: sign for sign in f"\u0385\u1fed\u1fee{confusable.BREATHINGS}"},
    **{chr(code): chr(code + 1) for code in range(0x2E00, 0x2E7F) if category(chr(code)) == "Pi"},
}  # fmt: skip
"""What may close each mark that can open; ” and » open too, as in Swedish and in German books."""
LETTERS = "ʾ" + confusable.HALF_RINGS.replace("ՙ", "˒")
"""Letters of which two are one too, but within a word, where they are doubled consonants."""
DOUBLED = "".join(sorted({*confusable.APOSTROPHES, *"ՙ՛Ꞌ"} - {*LETTERS, "י"}))
"""Two of the same are a straight mark; the letter of Hebrew is one of `_DRAWN`."""
LOW = f"{confusable.COMMAS}，﹐،⹁"
"""Two of the same are the low mark that opens."""
LEFT, RIGHT = confusable.LESS + confusable.ANGLES, f"{confusable.GREATER}\u232a❭⟩〉"
"""Two of these are a guillemet."""
_ARROWS = {**dict.fromkeys(f"{confusable.MUCH_LESS}⪡", "«"), **dict.fromkeys(f"{confusable.MUCH_GREATER}⪢", "»")}
"""Signs of mathematics that are read as one."""
_UNSEEN = (
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]*"
)
UNSEEN = re.compile(_UNSEEN)
"""What may stand between two signs without being seen."""
_SIGNS = "".join({*"".join(CLOSERS), *"".join(CLOSERS.values()), *_ARROWS} - {","})
_ACCENT, _ACCENTS = "[\u0300\u0301\u030d\u0312-\u0315\u0343]", "[\u0308\u030b\u030e\u030f]"
_NO_HEBREW = r"[^\W\d_\u0590-\u05ff]"
_DRAWN = (
    rf"[\s\u25cc]{_ACCENTS}|(?:[\s\u25cc]{_ACCENT}){{2}}"
    rf"|(?:ײ|יי)(?={_NO_HEBREW})|(?<={_NO_HEBREW})(?:ײ|יי)|(?<![\w\u0590-\u05ff])ײ(?![\w\u0590-\u05ff])"
)
"""Accents over nothing, and Yiddish letters beside those of another script or of no word."""
MARK = re.compile(
    rf"(?P<twice>([{DOUBLED}]){_UNSEEN}\2|(?<!\w)([{LETTERS}]){_UNSEEN}\3|([{LETTERS}]){_UNSEEN}\4(?!\w))"
    rf"|(?P<low>(?<![{LOW}])([{LOW}]){_UNSEEN}\6(?![{LOW}]))"
    rf"|(?P<left>[{LEFT}]{_UNSEEN}[{LEFT}])|(?P<right>[{RIGHT}]{_UNSEEN}[{RIGHT}])|[{re.escape(_SIGNS)}]"
    rf"|(?P<drawn>{_DRAWN})"
)
"""A double mark, those put together of single ones first."""
_KINDS = {"twice": '"', "drawn": '"', "low": ",,", "left": "«", "right": "»"}

_WITHIN_WORD = re.compile(
    '[\u05d0-\u05ea]["״][\u05d0-\u05ea]|[^\\W\\d_][ʺˮ]\\w|[\u1400-\u167f]ᐦ|.?ᐦ[\u1400-\u167f]'
    "|[\u2800-\u28ff][⠦⠴]|.?[⠦⠴][\u2800-\u28ff]"
)
"""The sign within a Hebrew abbreviation, and letters that are written like marks."""
_PREFIX = re.compile("(?<![\u05d0-\u05ea])[בהוכלמש]{1,4}$")
"""The letters that Hebrew writes in one word with the next: in, the, and, as, to, from, that."""
_LETTERS_BEHIND = re.compile("[\u05d0-\u05ea]{2}")
"""What stands behind a mark that opens there; in an abbreviation one letter, more where it is inflected."""
_MEASURE = re.compile('[0-9]["″‴]')
"""Inches, seconds and lines."""
_YEAR = re.compile("(?<![0-9])(?:1[0-9]|20)[0-9]{2}$")
"""What is measured in none of them."""
_WITH_OTHER_USES = ("«", "»", "〃", ",,")
"""Where they are put together of others: shifts, `much less than`, a slip of the key; and the ditto mark."""
_ALIKE = ("〃", ",,")
"""Those of them that open and close alike."""
_TERM = re.compile(r"(?:\b\w|\d\s?\w{0,3})\s?$"), re.compile(r"\s?(?:[-−(]?\d|\w\b)")
"""Before and behind `much less than` and a shift: a number with its unit, or one letter."""
_NO_WORD = re.compile(r"\W|[NSEWO]\b|[x×]\s?\d|$")
"""What follows a measure, if anything: no word, a point of the compass, or another measure."""


def sign_of(match: re.Match[str]) -> str:
    """The sign that a mark counts as."""
    return _KINDS.get(match.lastgroup or "", "") or _ARROWS.get(match.group(), match.group())


def is_letter(text: str, start: int, end: int, sign: str) -> bool:
    """Whether a sign is part of a word."""
    return _WITHIN_WORD.match(text[max(0, start - 1) : start] + sign + text[end : end + 1]) is not None


def is_behind_prefix(text: str, start: int, end: int) -> bool:
    """Whether a sign within a Hebrew word may be a mark that opens: ב"הארץ" is 'in “Haaretz”', and צה"ל one word."""
    return _PREFIX.search(text, max(0, start - 5), start) is not None and _LETTERS_BEHIND.match(text, end) is not None


def is_measure(text: str, start: int, sign: str) -> bool:
    """Whether a sign may be that of inches, seconds or lines: it stands behind a figure, which is no year."""
    behind_figure = _MEASURE.match(text[max(0, start - 1) : start] + sign) is not None
    return behind_figure and _YEAR.search(text, max(0, start - 5), start) is None


def may_open(text: str, match: re.Match[str], sign: str, *, partner: bool) -> bool:
    """Whether a mark may open a quotation.

    Args:
        text: that it stands in.
        match: the mark.
        sign: that it counts as.
        partner: whether one that may close it stands somewhere after it.
    """
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if _MEASURE.match(before + sign):
        year = _YEAR.search(text, max(0, start - 5), start)
        return (year is not None or not _NO_WORD.match(text, end)) and text.find(match.group(), end) >= 0
    if sign not in _WITH_OTHER_USES or match.group() in "«»":
        return True
    if sign in _ALIKE and before.isalnum() and not after.isalnum():
        return False
    within, apart = before.isalnum() and after.isalnum(), not (before.strip() or after.strip())
    if not partner and sign == "«" and (within or apart):
        return not (_TERM[0].search(text, max(0, start - 8), start) and _TERM[1].match(text, end))
    return partner or not (within or (apart and sign != ",,"))
