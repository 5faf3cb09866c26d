"""Which script a passage is in, so that it is set in its language and direction; and what of it must not be set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefing_tui.model.signs.unprintable import BLANK, UNPRINTABLE, stand_in

RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_BETWEEN = r"\s\d,.;:'\-–/"
"""What stands between right-to-left words, and in the brackets among them, and has no direction itself."""
_WITHIN = rf"[{RTL}{_BETWEEN}%…?!\"]{{1,200}}"
_RTL_RUN = re.compile(
    rf"(?![،؛؟])[{RTL}](?:[{RTL}]|[{_BETWEEN}%‰°$€£₪]+(?=[{RTL}])|(?<=[{RTL}])\"(?=[{RTL}])"
    rf"|[{_BETWEEN}]{{0,12}}(?:\({_WITHIN}\)|\[{_WITHIN}\]|“{_WITHIN}”|«{_WITHIN}»))*"
    r"(?:(?:[\s\-–/]{1,3}|(?<=־))[$€£₪]?\d+(?:[.,:/–-]\d+)*\s?[%‰°$€£₪]?(?=[”“»’\"\])]|[.;:!?]?\s*$))?"
)
"""Words with what stands between them, and the figures that end a title: `…דצמבר 2024”`, `…ב־30%”`; before a comma they
are a year behind a name, and no part of it."""
_QUOTED = re.compile(
    r"(?:(?<=[\s(\[][‘‚])|(?<=^[‘‚]))\s?(?P<marked>[^\s‘’‚][^‘‚\n]{1,400}?)"
    r"(?=\s?[’‘](?:[,;.:?!)\]،؛]|\s?$|\s[(\[]))"
    r"|(?<=[“„«])\s?(?P<words>[^\s“”„«»][^“”„«»\n]{1,400}?)(?=\s?[”“»])"
)
"""What stands between marks, as a title does: single ones where it has double ones itself."""
LTR_LETTER = rf"(?![{RTL}])[^\W\d_]"
_JOINED = r"(?:[\-\u2010\u2011–—−/+_.,:=&?#%~@'’]{0,3}\d{1,20}){0,20}"
"""Figures that are joined to a letter before them: those of `Il-20`, `24/7` and `?page=2`."""
_LTR_WORDS = re.compile(
    rf"[(\[“«]?(?:\d[\d.,]{{0,20}})?{LTR_LETTER}(?:.*(?:[^\W\d_]|[)\]”»]))?(?:(?<=[\s.-][^\W\d_])\.)?"
    rf"{_JOINED}[+#]{{0,2}}(?: \d+(?:[.,:/–-]\d+)*[%°]?)?[)\]”»]?",
    re.DOTALL,
)
"""From the first letter to the last, with brackets or marks at either end, the stop of an initial (`Jane M.`, `U.S.`),
figures that are joined to a letter, and a number that follows at once."""
_DATED = re.compile(r"[,،]\s[\[(]\d{4}[^\w\])]{0,3}[\])]\Z")
"""A year in brackets behind a name: what is inferred of its date is no part of it."""
_ADDRESS = re.compile(r"://\S+$")
"""At the end of words: a stroke behind it is its own."""
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")

_UPRIGHT = re.compile(
    "[\u0590-\u1dff\u2e80-\ua63f\ua800-\ufaff\ufb1d-\ufdff\ufe30-\uffef\U00010800-\U0001efff\U00020000-\U0003ffff]"
)
"""Scripts from Hebrew on, but what there is of Latin, Greek and Cyrillic behind them."""
EAST_ASIAN = re.compile(
    "[\u2e80-\u2fdf\u2ff0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)
"""Chinese, Japanese and Korean, with their punctuation."""

RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})

SOFT_HYPHEN = "\u00ad"
_UNSEEN = re.compile(rf"[\s{SOFT_HYPHEN}]+")
"""White space, which is where lines break, and soft hyphens, which the engine takes out."""

_EMBEDDINGS, _ISOLATES = "\u202a\u202b", "\u2066\u2067\u2068"
_CLOSES = {"\u202c": _EMBEDDINGS, "\u2069": _ISOLATES}
"""What ends a stretch of its own direction, and what may have begun it."""
_DIRECTED = re.compile(f"[{_EMBEDDINGS}{_ISOLATES}{''.join(_CLOSES)}]")
_LINE_ENDS = "\n\r\x1c\x1d\x1e\x85\u2029"
"""Where such a stretch ends whatever was begun in it (UAX #9, P1)."""


def base_language(tag: str) -> str:
    """`he` of `he-IL`."""
    return tag.partition("-")[0].lower()


def is_rtl_language(tag: str) -> bool:
    """Whether a language is written from right to left."""
    return base_language(tag) in RTL_LANGUAGES


def is_rtl(text: str) -> bool:
    """Whether most letters of a text run from right to left."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(c) for c in text]
    return sum(k in ("R", "AL") for k in kinds) > kinds.count("L")


def direction(text: str, *, rtl: bool) -> str:
    """`rtl` or `ltr` for a text that runs the other way than what is around it, else nothing.

    Most of its letters run that way; a text that begins as a document from right to left does is of that document,
    though most of it be a name of the other direction.

    Args:
        text: as it is written.
        rtl: whether what is around it runs from right to left.
    """
    if is_rtl(text):
        return "" if rtl else "rtl"
    turned = rtl and not _begins_rtl(text) and any(unicodedata.bidirectional(c) == "L" for c in text)
    return "ltr" if turned else ""


def isolated(text: str, *, rtl: bool) -> str:
    """A text as it goes into a line of words alone: between marks that keep its direction, where it has its own."""
    marks = {"rtl": "\u2067", "ltr": "\u2066"}
    way = direction(text, rtl=rtl)
    return f"{marks[way]}{text}\u2069" if way else text


def script_language(text: str) -> str:
    """The language that a right-to-left script suggests: `ar` or `he`."""
    return "ar" if _ARABIC.search(text) else "he"


def east_asian_language(text: str) -> str:
    """The language that a script of East Asia suggests: `ja` by its kana, `ko` by its hangul, else `zh`."""
    return "ja" if re.search("[\u3040-\u30ff]", text) else "ko" if re.search("[\uac00-\ud7af]", text) else "zh"


def rtl_runs(text: str) -> list[tuple[str, bool]]:
    """Cut a text into runs, each with whether it is in a right-to-left script.

    Between quotation marks, words that begin in such a script and are mostly in it are one run, to their last sign.
    """
    if text.isascii():
        return [(text, False)]
    runs: list[tuple[str, bool]] = []
    position = 0
    for start, end in _rtl_spans(text):
        if start > position:
            runs.append((text[position:start], False))
        runs.append((text[start:end], True))
        position = end
    if position < len(text):
        runs.append((text[position:], False))
    return runs


def _rtl_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where they begin and end."""
    position = 0
    for quoted in _QUOTED.finditer(text):
        name = quoted.lastgroup or ""
        if _begins_rtl(quoted[name]) and is_rtl(quoted[name]):
            start, end = quoted.span(name)
            yield from _rtl_words(text, position, start)
            yield start, end
            position = end
    yield from _rtl_words(text, position, len(text))


def _rtl_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((start + found.start(), start + found.end()) for found in _RTL_RUN.finditer(text[start:end]))


def _begins_rtl(text: str) -> bool:
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("R", "AL", "L")), False)


def ltr_words(text: str) -> tuple[str, str, str]:
    """What stands before the left-to-right words of a text, the words, and what stands behind them."""
    match = _LTR_WORDS.search(text)
    if not match:
        return text, "", ""
    start, end = match.span()
    end += text.startswith("/", end) and bool(_ADDRESS.search(text, start, end))
    if dated := _DATED.search(text[:end], start):
        end = dated.start()
    return text[:start], text[start:end], text[end:]


def printable(text: str) -> str:
    """The text as it is set: white space made plain, and controls and direction overrides made visible and inert.

    Letters, marks and punctuation stay as they are, code point for code point. A sign that begins a stretch of its own
    direction stays where another ends it: alone it would turn what follows, which is not of this text.
    """
    if text.isascii() and text.isprintable():
        return text
    return UNPRINTABLE.sub(lambda found: stand_in(found[0]), BLANK.sub(" ", _paired(text)))


def _paired(text: str) -> str:
    """A text without the signs of direction that have no partner in their line."""
    if not _DIRECTED.search(text):
        return text
    begun: list[int] = []
    dropped: set[int] = set()
    for at, sign in enumerate(text):
        if sign in _EMBEDDINGS + _ISOLATES:
            begun.append(at)
        elif sign in _LINE_ENDS:
            dropped.update(begun)
            begun.clear()
        elif sign in _CLOSES:
            ended = _ended(sign, begun, text)
            dropped.update((at,) if ended < 0 else begun[ended + 1 :])
            del begun[ended if ended >= 0 else len(begun) :]
    dropped.update(begun)
    return "".join(sign for at, sign in enumerate(text) if at not in dropped)


def _ended(sign: str, begun: list[int], text: str) -> int:
    """Which of the stretches begun, by its number, a sign ends; -1 for none. No embedding reaches out of an isolate."""
    for n in range(len(begun) - 1, -1, -1):
        if text[begun[n]] in _CLOSES[sign]:
            return n
        if text[begun[n]] in _ISOLATES:
            break
    return -1


def slants(text: str) -> bool:
    """Whether emphasis on a text is set in italics: not in scripts that have none, as Hebrew, Arabic and Chinese."""
    return not _UPRIGHT.search(text)


def seen(text: str) -> str:
    """What of a text can be seen on a page, so that two texts are compared by it."""
    return _UNSEEN.sub("", text)
