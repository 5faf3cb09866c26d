"""Whether a text that the layout has set can be seen: what a style sheet hides is as good as lost.

Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

SMALLEST = 4 * 96 / 72
"""Pixels of the smallest type that can be read, 4 points."""
CONTRAST = 1.25
"""Between a text and what it stands on, as WCAG counts it; below it nothing is seen."""
SLACK = 2.0
"""Pixels that a text may stand beyond the box that clips it: its last space, the room above its letters."""

Colour = tuple[float, float, float]
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the boxes around a text make of it."""

    ground: Colour = (1.0, 1.0, 1.0)
    opacity: float = 1.0
    moved: bool = False
    clips: tuple[Area, ...] = ()

    def within(self, box: Any) -> Setting:
        """The same inside of one more box."""
        style = getattr(box, "style", None)
        if style is None:
            return self
        clips = self.clips
        if style["overflow"] != "visible" and hasattr(box, "padding_width"):
            left, top = box.padding_box_x(), box.padding_box_y()
            clips = (*clips, (left, top, left + box.padding_width(), top + box.padding_height()))
        return replace(
            self,
            ground=_over(style["background_color"], self.ground, 1.0),
            opacity=self.opacity * style["opacity"],
            moved=self.moved or bool(style["transform"]) or bool(style["clip"]),
            clips=clips,
        )

    def shows(self, box: Any) -> bool:
        """Whether the text of a box, for which `within` was asked before, can be seen."""
        style = getattr(box, "style", None)
        if style is None:
            return True
        if self.moved or style["visibility"] != "visible" or style["font_size"] < SMALLEST:
            return False
        if _contrast(_over(style["color"], self.ground, self.opacity), self.ground) < CONTRAST:
            return False
        return all(_inside(box, area) for area in self.clips)


def _over(colour: Any, ground: Colour, opacity: float) -> Colour:
    """A colour of the engine's on another; one without components, as `currentcolor`, changes nothing."""
    try:
        parts = [float(part or 0) for part in colour.to("srgb").coordinates]
        share = float(colour.alpha) * opacity
    except (AttributeError, RuntimeError, TypeError, ValueError):
        return ground
    red, green, blue = (share * part + (1 - share) * below for part, below in zip(parts, ground, strict=True))
    return red, green, blue


def _contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _inside(box: Any, area: Area) -> bool:
    left, top, right, bottom = area
    across = left - SLACK <= box.position_x and box.position_x + box.width <= right + SLACK
    return bool(across and top - SLACK <= box.position_y and box.position_y + box.height <= bottom + SLACK)
