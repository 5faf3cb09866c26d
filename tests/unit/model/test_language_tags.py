"""Tags of languages: those of RFC 5646's own examples, and what is none."""

from __future__ import annotations

import pytest

from briefing_tui.model.language_tags import is_language_tag

WELL_FORMED = [
    "de", "en-GB", "zh-Hant", "zh-cmn-Hans-CN", "sr-Latn-RS", "sl-rozaj-biske", "de-CH-1901", "hy-Latn-IT-arevela",
    "es-419", "de-CH-x-phonebk", "az-Arab-x-AZE-derbend", "x-whatever", "en-US-u-islamcal", "zh-CN-a-myext-x-private",
    "i-enochian", "EN-gb", "tlh",
]  # fmt: skip
ODD = [
    "",
    " en",
    "en\n",
    "e",
    "en_GB",
    "en-",
    "-en",
    "../../en",
    'en"><script>x',
    "“We",
    "en--GB",
    "a-DE",
    "eñ",
    "english-",
    "x-",
]


@pytest.mark.parametrize("tag", WELL_FORMED)
def test_tags_of_the_standard_are_well_formed(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("text", ODD)
def test_anything_else_is_none(text: str) -> None:
    assert not is_language_tag(text)
