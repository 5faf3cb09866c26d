"""Which script a passage is in, so that it is set in its language and direction; and what of it must not be set."""

from __future__ import annotations

import re
import unicodedata

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_RUN = re.compile(rf"[{_RTL}](?:[{_RTL}]|[\s\d,.;:'\-–/]+(?=[{_RTL}]))*")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")

RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})

_SPACES = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f \x85\u2028\u2029]+")
_UNSEEN = re.compile(r"[\s\u00ad]+")
"""White space, which is where lines break, and soft hyphens, which the engine takes out."""
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufff9-\ufffb]")


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


def script_language(text: str) -> str:
    """The language that a right-to-left script suggests: `ar` or `he`."""
    return "ar" if _ARABIC.search(text) else "he"


def rtl_runs(text: str) -> list[tuple[str, bool]]:
    """Cut a text into runs, each with whether it is in a right-to-left script."""
    if text.isascii():
        return [(text, False)]
    runs: list[tuple[str, bool]] = []
    position = 0
    for match in _RTL_RUN.finditer(text):
        if match.start() > position:
            runs.append((text[position : match.start()], False))
        runs.append((match.group(), True))
        position = match.end()
    if position < len(text):
        runs.append((text[position:], False))
    return runs


def printable(text: str) -> str:
    """The text as it is set: white space made plain, and controls and direction overrides made visible and inert.

    Letters, marks and punctuation stay as they are, code point for code point.
    """
    if text.isascii() and text.isprintable():
        return text
    return _CONTROLS.sub(_visible, _SPACES.sub(" ", text))


def seen(text: str) -> str:
    """What of a text can be seen on a page, so that two texts are compared by it."""
    return _UNSEEN.sub("", text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
