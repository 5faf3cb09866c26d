"""Characters that no font has: their place, and fonts that do have them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import Subject, check
from briefing_tui.checks.forming.glyphs import remedy
from briefing_tui.model import LayoutFacts
from tests.unit.checks.test_rules import ARTICLES, GOOD

SIGNLESS = (
    "no font can have what is no sign (unassigned, private or invisible): look in the original what is meant, then "
    "write that, or leave it out (in a quote with […])"
)
NOWHERE = "no package of Debian is known to have it: look in the original what is meant, and write that in other signs"


@pytest.mark.parametrize(
    ("character", "shown", "hint"),
    [
        ("🙂", "🙂 (U+1F642)", "take them out, or install fonts-noto-color-emoji"),
        ("世", "世 (U+4E16)", "take them out, or install fonts-noto-cjk"),
        ("ᚠ", "ᚠ (U+16A0)", "take them out, or install fonts-noto-core"),
        ("🂡", "🂡 (U+1F0A1)", "take them out, or install fonts-noto-core"),
        ("㎡", "㎡ (U+33A1)", "take them out, or install fonts-noto-cjk"),
        ("🙿", "🙿 (U+1F67F)", "take them out, or install fonts-noto-core"),
        ("\U0002a6a5", "\U0002a6a5 (U+2A6A5)", "take them out, or install fonts-hanazono"),
        ("\U00030000", "\U00030000 (U+30000)", "take them out, or install fonts-babelstone-han"),
        ("\U0001e290", "\U0001e290 (U+1E290)", "take them out, or install fonts-unifont"),
        ("\U00018d00", "\U00018d00 (U+18D00)", NOWHERE),
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
    assert second.startswith("U+0378: no font here has it, and Unicode ")
    assert second.endswith(f"; U+E000: {SIGNLESS}")


def test_a_sign_of_a_later_unicode_is_told_as_one_that_no_font_here_has() -> None:
    assert remedy("\U000e3fff") == remedy("\U0003fff0")
    assert "no font here has it" in remedy("\U0003fff0")
    assert "newer fonts" in remedy("\U0003fff0")
    assert remedy("\U0003fffe") == remedy("\ue000") == remedy("\U000e0fff") == SIGNLESS


def test_each_place_has_its_characters_and_what_has_none_is_told_too() -> None:
    brief = replace(GOOD, bottom_line="世 and 🙂.", title="So 界")
    layout = LayoutFacts(1, 0.5, 0, 0, missing_glyphs="☃世界🙂")
    found = [f for f in check(Subject(brief, ARTICLES, {}, layout)) if f.rule == "layout.missing-glyphs"]
    assert {f.place: f.message for f in found} == {
        "": "no font has ☃ (U+2603)",
        "bottom-line": "no font has 世 (U+4E16) 🙂 (U+1F642)",
        "title": "no font has 界 (U+754C)",
    }


def test_a_character_is_told_at_each_place_that_has_it_and_at_the_note_of_a_title_that_has_it() -> None:
    ship = "\U0001f6a2"
    section, *others = GOOD.sections
    excerpt = next(iter(GOOD.excerpts.values()))
    article = ARTICLES[excerpt.article]
    titled = replace(article, metadata=replace(article.metadata, title=f"Boats {ship}"))
    brief = replace(GOOD, title=f"So {ship}{ship}", sections=(replace(section, title=f"All {ship}"), *others))
    layout = LayoutFacts(1, 0.5, 0, 0, missing_glyphs=ship)
    subject = Subject(brief, {**ARTICLES, excerpt.article: titled}, {}, layout)
    places = [f.place for f in check(subject) if f.rule == "layout.missing-glyphs"]
    assert places[:2] == ["title", section.id]
    assert excerpt.id in places[2:]


@pytest.mark.parametrize("character", ["\U000e0fff", "\u2065", "\ufff0"])
def test_what_is_not_assigned_and_invisible_is_found_though_the_pages_do_not_lack_it(character: str) -> None:
    brief = replace(GOOD, bottom_line=f"So {character} it is.")
    found = [
        f for f in check(Subject(brief, ARTICLES, {}, LayoutFacts(1, 0.5, 0, 0))) if f.rule == "layout.missing-glyphs"
    ]
    assert [(f.place, f.message) for f in found] == [("bottom-line", f"no font has U+{ord(character):04X}")]
