"""Characters that no font has: their place, and fonts that do have them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import Subject, check
from briefing_tui.checks.glyphs import remedy
from briefing_tui.model import LayoutFacts
from tests.unit.checks.test_rules import ARTICLES, GOOD

SIGNLESS = (
    "no font can have what is no sign (unassigned, private or invisible): look in the original what is meant, then "
    "write that, or leave it out (in a quote with […])"
)


@pytest.mark.parametrize(
    ("character", "shown", "hint"),
    [
        ("🙂", "🙂 (U+1F642)", "take them out, or install fonts-noto-color-emoji"),
        ("世", "世 (U+4E16)", "take them out, or install fonts-noto-cjk"),
        ("ᚠ", "ᚠ (U+16A0)", "take them out, or install fonts-noto-core"),
        ("🂡", "🂡 (U+1F0A1)", "take them out, or install fonts-noto-core"),
        ("\ufdd0", "U+FDD0", SIGNLESS),
        ("\U000e0041", "U+E0041", SIGNLESS),
        ("\ue000", "U+E000", SIGNLESS),
    ],
)
def test_a_character_is_told_with_its_place_and_fonts_that_have_it(character: str, shown: str, hint: str) -> None:
    brief = replace(GOOD, bottom_line=f"So {character} it is.")
    layout = LayoutFacts(1, 0.5, 0, 0, missing_glyphs=character)
    found = [f for f in check(Subject(brief, ARTICLES, {}, layout)) if f.rule == "layout.missing-glyphs"]
    assert [(f.place, f.message, f.hint) for f in found] == [("bottom-line", f"no font has {shown}", hint)]


def test_each_package_is_named_for_what_it_has() -> None:
    said = remedy("\u0378\ue000世👧👩")
    first, second = said.split("; ", 1)
    assert first == "take them out, or install fonts-noto-cjk (for 世), fonts-noto-color-emoji (for 👧 👩)"
    assert second == f"U+0378 U+E000: {SIGNLESS}"


def test_each_place_has_its_characters_and_what_has_none_is_told_too() -> None:
    brief = replace(GOOD, bottom_line="世 and 🙂.", title="So 界")
    layout = LayoutFacts(1, 0.5, 0, 0, missing_glyphs="☃世界🙂")
    found = [f for f in check(Subject(brief, ARTICLES, {}, layout)) if f.rule == "layout.missing-glyphs"]
    assert {f.place: f.message for f in found} == {
        "": "no font has ☃ (U+2603)",
        "bottom-line": "no font has 世 (U+4E16) 🙂 (U+1F642)",
        "title": "no font has 界 (U+754C)",
    }
