"""What is painted on a page, box by box, each with its place in the order in which the engine paints.

That is the order of CSS 2, appendix E; what comes later lies above. All that the engine draws and a form may set is
here: grounds, those of columns of a table and of the page itself too, shadows, borders, rules between columns,
outlines, pictures, words.
Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, pairwise
from typing import Any

from .visible import Area, alpha, has_picture, ink

Order = tuple[tuple[int, int, int], ...]
"""Of a layer within a context within another: the layer, the z-index, the place in the tree."""
WIDTH = 4.0
"""Pixels; what covers less of a line does not take a letter away."""
_OWN, _BELOW, _GROUNDS, _FLOATS, _CONTENT, _LEVEL, _ABOVE, _OUTLINES = range(8)
"""The layers of a context, from the first painted to the last."""
LETTERS = (0.75, 0.25)
"""Of the size of the type: how far letters reach above and below the line that they stand on. Faces, Arabic ones above
all, claim far more room than that, so that lines that nobody calls crossed share some."""
_SIDES = ("left", "top", "right", "bottom")
_NO_LINE = ("none", "hidden")
"""Styles of a border that is not there."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Something that is painted on a page."""

    order: Order
    area: Area
    colour: Any = None
    """As the engine has it; none for a picture, which lets nothing through."""
    opacity: float = 1.0
    text: Any = None
    """The box of a text, where it is one."""
    letters: Area = (0.0, 0.0, 0.0, 0.0)
    """Where its letters stand."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the order the boxes of a part of the tree come."""

    context: Order
    """The one that positioned boxes belong to."""
    layers: Order
    """The one whose layers the others are in: that, or a float, or a box within a line."""
    opacity: float = 1.0
    clip: Area | None = None
    matrices: tuple[Any, ...] = ()


def all_painted(page: Any) -> Iterator[Painted]:
    """What a page and all in it paint, box by box in the order of the tree."""
    yield from _behind_all(page)
    numbers = count()
    for part in _children(page):
        order = (_layer(part.style["z_index"], next(numbers)),)
        pending = [(part, _Place(order, order))]
        while pending:
            box, place = pending.pop()
            number = next(numbers)
            if isinstance(getattr(box, "text", None), str):
                yield from _words(box, (*place.layers, (_CONTENT, 0, number)), place)
                continue
            if type(box).__name__ != "LineBox":  # which paints nothing itself
                place = _within(box, place if box is part else _placed(box, place, number))
                yield from _painted(box, place, number)
                place = _clipped(box, place)
            pending += [(child, place) for child in reversed(_children(box))]


def _behind_all(page: Any) -> Iterator[Painted]:
    """The ground of the page, and that of its text, which the engine spreads over all of it."""
    for n, name in enumerate(("background", "canvas_background")):
        yield from _spread(getattr(page, name, None), ((_OWN, 0, n),), _Place((), ()))


def _spread(background: Any, order: Order, place: _Place) -> Iterator[Painted]:
    """A ground that the engine has laid out as an area of its own."""
    if background is None or not background.layers:
        return
    left, top, width, height = background.layers[-1].painting_area
    pictured = any(layer.image is not None for layer in background.layers)
    if pictured or alpha(background.color):
        area = _seen((left, top, left + width, top + height), place)
        yield Painted(order, area, None if pictured else background.color, place.opacity)


def _placed(box: Any, place: _Place, number: int) -> _Place:
    style = box.style
    real = style["opacity"] < 1 or style["transform"] or style["overflow"] != "visible"
    positioned = style["position"] != "static" or getattr(box, "is_grid_item", False)
    if real or (positioned and style["z_index"] != "auto"):
        order = (*place.context, _layer(style["z_index"], number))
        return replace(place, context=order, layers=order)
    if style["position"] != "static":
        return replace(place, layers=(*place.context, (_LEVEL, 0, number)))
    if style["float"] in ("left", "right"):
        return replace(place, layers=(*place.layers, (_FLOATS, 0, number)))
    if _is_in_line(box):
        return replace(place, layers=(*place.layers, (_CONTENT, 0, number)))
    return place


def _within(box: Any, place: _Place) -> _Place:
    matrix, opacity = getattr(box, "transformation_matrix", None), box.style["opacity"]
    if opacity == 1 and not matrix:
        return place
    matrices = (matrix, *place.matrices) if matrix else place.matrices
    return replace(place, opacity=place.opacity * opacity, matrices=matrices)


def _clipped(box: Any, place: _Place) -> _Place:
    if box.style["overflow"] == "visible" or not hasattr(box, "padding_width"):
        return place
    left, top = box.padding_box_x(), box.padding_box_y()
    area = (left, top, left + box.padding_width(), top + box.padding_height())
    return replace(place, clip=common(place.clip, area))


def _words(box: Any, order: Order, place: _Place) -> Iterator[Painted]:
    if box.style["visibility"] == "visible":
        left, top, right, size = box.position_x, box.position_y, box.position_x + box.width, box.style["font_size"]
        area, line = (left, top, right, top + box.height), top + box.baseline
        letters = (left, line - LETTERS[0] * size, right, line + LETTERS[1] * size)
        yield Painted(order, _seen(area, place), box.style["color"], place.opacity, box, _seen(letters, place))


def _painted(box: Any, place: _Place, number: int) -> Iterator[Painted]:
    """What a box paints itself, not what is in it."""
    style = box.style
    if style["visibility"] != "visible" or not hasattr(box, "border_width") or box.width == "auto":
        return
    own = place.layers if style["position"] != "static" or _is_apart(box) else ()
    ground = (*own, (_OWN, 0, number)) if own else (*place.layers, (_ground_layer(box), 0, number))
    left, top = box.border_box_x(), box.border_box_y()
    whole = (left, top, left + box.border_width(), top + box.border_height())
    if has_picture(style):
        yield Painted(ground, _seen(whole, place), None, place.opacity)
    elif alpha(colour := ink(style, style["background_color"])):
        yield Painted(ground, _seen(whole, place), colour, place.opacity)
    if style["box_shadow"]:
        yield from _shadows(style, whole, ground, place)
    if hasattr(box, "replacement"):
        content = (*place.layers, (_CONTENT, 0, number))
        yield Painted(content, _seen(whole, place), None, place.opacity)
    for group in getattr(box, "column_groups", ()):
        for column in (group, *group.children):
            yield from _spread(column.background, ground, place)
    yield from _rules(box, ground, place)
    yield from _edges(box, whole, ground, (*place.layers, (_OUTLINES, 0, number)), place)


def _shadows(style: Mapping[str, Any], whole: Area, ground: Order, place: _Place) -> Iterator[Painted]:
    for across, down, blur, spread, colour, inset in style["box_shadow"]:
        shade, wide = ink(style, colour), spread.value + blur.value
        if not inset and alpha(shade):
            left, right = whole[0] + across.value - wide, whole[2] + across.value + wide
            top, bottom = whole[1] + down.value - wide, whole[3] + down.value + wide
            yield Painted(ground, _seen((left, top, right, bottom), place), shade, place.opacity)


def _rules(box: Any, ground: Order, place: _Place) -> Iterator[Painted]:
    """The lines between the columns of a text, in the middle of their gap and as wide as they like."""
    style, width = box.style, float(box.style["column_rule_width"])
    columns = [child for child in _children(box) if getattr(child, "is_column", False)]
    if width < WIDTH or len(columns) < 2 or style["column_rule_style"] in _NO_LINE:
        return
    if not alpha(colour := ink(style, style["column_rule_color"])):
        return
    for before, column in pairwise(columns):
        gap = column.position_x - before.position_x - before.width
        left = column.position_x - (width + gap) / 2
        area = (left, column.position_y, left + width, column.position_y + column.height)
        yield Painted(ground, _seen(area, place), colour, place.opacity)


def _edges(box: Any, whole: Area, ground: Order, last: Order, place: _Place) -> Iterator[Painted]:
    """Borders, of which cells of a table may share some, and an outline as far as it reaches."""
    style = box.style
    for side in _SIDES:
        width = float(getattr(box, f"border_{side}_width"))
        if width < WIDTH or style[f"border_{side}_style"] in _NO_LINE:
            continue
        if alpha(colour := ink(style, style[f"border_{side}_color"])):
            yield Painted(ground, _seen(_edge(whole, side, width), place), colour, place.opacity)
    if style["outline_style"] == "none" or (width := float(style["outline_width"])) < WIDTH:
        return
    if alpha(colour := ink(style, style["outline_color"])):
        around = (whole[0] - width, whole[1] - width, whole[2] + width, whole[3] + width)
        for side in _SIDES:
            yield Painted(last, _seen(_edge(around, side, width), place), colour, place.opacity)


def _edge(area: Area, side: str, width: float) -> Area:
    left, top, right, bottom = area
    return {
        "left": (left, top, left + width, bottom), "top": (left, top, right, top + width),
        "right": (right - width, top, right, bottom), "bottom": (left, bottom - width, right, bottom),
    }[side]  # fmt: skip


def _seen(area: Area, place: _Place) -> Area:
    """Where on the page a box is, after what is moved and within what clips it."""
    for matrix in place.matrices:
        corners = [matrix.transform_point(x, y) for x in area[::2] for y in area[1::2]]
        across, down = zip(*(corner[:2] for corner in corners), strict=True)
        area = (min(across), min(down), max(across), max(down))
    return common(place.clip, area) if not place.matrices else area


def common(one: Area | None, other: Area) -> Area:
    """What two areas share; the other where there is only that."""
    if one is None:
        return other
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _layer(index: Any, number: int) -> tuple[int, int, int]:
    z = 0 if index == "auto" else int(index)
    return (_BELOW if z < 0 else _ABOVE if z else _LEVEL, z, number)


def _ground_layer(box: Any) -> int:
    """A block's ground is painted before all words of its context, that of words in a line with them."""
    return _CONTENT if type(box).__name__ == "InlineBox" else _GROUNDS


def _is_in_line(box: Any) -> bool:
    return type(box).__name__ in ("InlineBlockBox", "InlineFlexBox", "InlineGridBox")


def _is_apart(box: Any) -> bool:
    style = box.style
    moved = style["opacity"] < 1 or style["transform"] or style["overflow"] != "visible"
    return bool(moved or style["float"] in ("left", "right") or _is_in_line(box))


def _children(box: Any) -> list[Any]:
    return [child for child in getattr(box, "children", ()) if hasattr(child, "style")]
