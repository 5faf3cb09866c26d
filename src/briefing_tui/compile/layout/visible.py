"""Whether a text that the layout has set can be seen: what a style sheet hides is as good as lost.

Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

SMALLEST = 4 * 96 / 72
"""Pixels of the smallest type that can be read, 4 points."""
CONTRAST = 1.25
"""Between a text and what it stands on, as WCAG counts it; below it nothing is seen."""
TIGHT = 0.1
"""Of the size of the type: letters, or words, that are pushed together by more run into each other."""
SLACK = 2.0
"""Pixels that a text may stand beyond the box that clips it: its last space, the room above its letters."""

Look = tuple[float, float]
"""The size of words and their contrast to what they stand on."""
Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the boxes around a text make of it."""

    ground: Colour = WHITE
    opacity: float = 1.0
    moved: bool = False
    pictured: bool = False
    """Whether they have a picture or a shade behind it, of which nobody knows the colour."""
    clips: tuple[Area, ...] = ()

    def within(self, box: Any) -> Setting:
        """The same inside of one more box."""
        style = getattr(box, "style", None)
        if style is None or _is_plain(style):
            return self
        clips = self.clips
        if style["overflow"] != "visible" and hasattr(box, "padding_width"):
            left, top = box.padding_box_x(), box.padding_box_y()
            clips = (*clips, (left, top, left + box.padding_width(), top + box.padding_height()))
        return replace(
            self,
            ground=over(ink(style, style["background_color"]), self.ground, 1.0),
            opacity=self.opacity * style["opacity"],
            pictured=_is_pictured(style, self.pictured),
            moved=self.moved or bool(style["transform"]) or bool(style["clip"]),
            clips=clips,
        )

    def shows(self, box: Any) -> bool:
        """Whether the text of a box, for which `within` was asked before, can be seen."""
        return self.look(box) is not None

    def look(self, box: Any) -> Look | None:
        """How the text of such a box looks; `None` where it cannot be seen."""
        style = getattr(box, "style", None)
        if style is None:
            return 0.0, 0.0
        size = style["font_size"]
        if self.moved or self.pictured or style["visibility"] != "visible" or size < SMALLEST:
            return None
        if not _stands_apart(style):
            return None
        apart = contrast(over(style["color"], self.ground, self.opacity), self.ground)
        return (size, apart) if apart >= CONTRAST and all(_inside(box, area) for area in self.clips) else None


def _is_plain(style: Any) -> bool:
    """Whether a box leaves what is in it as it is: most do."""
    return (
        style["overflow"] == "visible"
        and style["opacity"] == 1
        and not alpha(ink(style, style["background_color"]))
        and not (style["box_shadow"] or style["transform"] or style["clip"])
        and not has_picture(style)
    )


def ink(style: Any, colour: Any) -> Any:
    """A colour of a box, be it named or that of its words."""
    return style["color"] if colour == "currentcolor" else colour


def alpha(colour: Any) -> float:
    """How much a colour of the engine's hides of what is below it, 0 to 1."""
    return float(getattr(colour, "alpha", 0.0))


def has_picture(style: Any) -> bool:
    """Whether a box has a picture or a shade behind what is in it."""
    return any(kind != "none" for kind, _ in style["background_image"])


def _is_pictured(style: Any, before: bool) -> bool:
    """Whether a picture is what a text inside of a box stands on."""
    shaded = any(inset for *_, inset in style["box_shadow"])
    if shaded or has_picture(style):
        return True
    ground = ink(style, style["background_color"])
    return before and over(ground, WHITE, 1.0) != over(ground, BLACK, 1.0)


def _stands_apart(style: Any) -> bool:
    """Whether letters and words are not pushed into each other."""
    letters = 0.0 if style["letter_spacing"] == "normal" else float(style["letter_spacing"])
    return bool(min(letters, float(style["word_spacing"])) >= -TIGHT * style["font_size"])


def over(colour: Any, ground: Colour, opacity: float) -> Colour:
    """A colour of the engine's on another; one without components, as `currentcolor`, changes nothing."""
    try:
        parts = [float(part or 0) for part in colour.to("srgb").coordinates]
        share = float(colour.alpha) * opacity
    except (AttributeError, RuntimeError, TypeError, ValueError):
        return ground
    red, green, blue = (share * part + (1 - share) * below for part, below in zip(parts, ground, strict=True))
    return red, green, blue


@lru_cache(maxsize=256)
def contrast(one: Colour, other: Colour) -> float:
    """Between two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _inside(box: Any, area: Area) -> bool:
    left, top, right, bottom = area
    across = left - SLACK <= box.position_x and box.position_x + box.width <= right + SLACK
    return bool(across and top - SLACK <= box.position_y and box.position_y + box.height <= bottom + SLACK)
