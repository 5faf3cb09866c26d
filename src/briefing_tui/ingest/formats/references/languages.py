"""Languages as reference managers name them: a tag, a code of three letters, a name, Babel's name."""

from __future__ import annotations

import re

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))*\Z")
_NAMES = {
    "ar": "ara arabic العربية", "cs": "ces cze czech čeština", "da": "dan danish dansk",
    "de": "deu ger german deutsch ngerman", "el": "ell gre greek ελληνικά",
    "en": "eng english american british canadian australian ukenglish usenglish",
    "es": "spa spanish español castellano", "fa": "fas per persian farsi فارسی",
    "fi": "fin finnish suomi", "fr": "fra fre french français francais",
    "he": "heb hebrew עברית", "hi": "hin hindi", "hu": "hun hungarian magyar", "it": "ita italian italiano",
    "ja": "jpn japanese 日本語", "ko": "kor korean 한국어", "la": "lat latin", "nl": "nld dut dutch nederlands",
    "no": "nor norwegian norsk", "pl": "pol polish polski", "pt": "por portuguese português brazilian",
    "ro": "ron rum romanian", "ru": "rus russian русский", "sv": "swe swedish svenska", "tr": "tur turkish türkçe",
    "uk": "ukr ukrainian українська", "zh": "zho chi chinese 中文",
}  # fmt: skip
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}


def language_code(text: str) -> str:
    """The language tag that a record means, empty where that is not clear."""
    known = _CODES.get(text.casefold())
    if known:
        return known
    match = _TAG.match(text)
    if not match or (len(match[1]) == 3 and match[1].lower() == text.lower()):
        return ""
    return text.replace("_", "-")
