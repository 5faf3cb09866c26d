"""Every text of the app can be read on every ground that it is drawn on: 4.5 to 1 at least."""

from __future__ import annotations

from functools import reduce
from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from briefing_tui.tui.reader.looks import CSS, Look, part_names
from briefing_tui.tui.themes import DARK, LIGHT

ENOUGH = 4.5
both = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def ratio(one: Color, other: Color) -> float:
    """The contrast of two colours, as the W3C counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(of: Color) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in of.normalized]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def blended(theme: Theme, ground: Color, part: str) -> Color:
    """A colour of the reader's own rules over a ground: `$primary 26%`."""
    rule = CSS.split(f"& > .reader--{part} {{", 1)[1].split("}", 1)[0]
    name, _, share = rule.split("background: $", 1)[1].split(";", 1)[0].partition(" ")
    return ground.blend(colour(theme, name), float(share.strip("%") or 100) / 100)


@both
def test_what_lists_say_can_be_read(theme: Theme) -> None:
    for text, ground in product(
        ("foreground", "dim", "accent", "success", "warning", "error"), ("background", "panel", "cursor")
    ):
        assert ratio(colour(theme, text), colour(theme, ground)) >= ENOUGH, (text, ground)


@both
def test_the_words_of_an_article_can_be_read_whatever_is_marked(theme: Theme) -> None:
    ground, text = colour(theme, "background"), colour(theme, "foreground")
    drawn = Look.PIN | Look.HIT | Look.SENTENCE | Look.SELECTION
    for look in (Look(bits) for bits in range(drawn + 1)):
        parts = part_names(look & drawn)
        assert ratio(text, reduce(lambda below, part: blended(theme, below, part), parts, ground)) >= ENOUGH, parts
    assert ratio(ground, text) >= ENOUGH, "the hit that one is at"
    assert ratio(ground, colour(theme, "accent")) >= ENOUGH, "labels"
    assert ratio(ground.blend(text, 0.65), ground) >= ENOUGH, "the numbers of paragraphs"
