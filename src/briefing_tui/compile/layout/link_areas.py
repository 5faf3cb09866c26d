"""The areas of a page that lead somewhere: one for each line of a link. Imports nothing of the layout engine.

The engine makes an area for every box within a link too, as for the raised number of a note's call, so that a viewer
goes through the same link twice, and a screen reader says it twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""
Link = tuple[str, str, Rectangle, Any]
"""Its kind, where it leads, its area, and the box that it belongs to: as the engine has it."""


def outermost(page: Any, links: Sequence[Link]) -> list[Link]:
    """The links of a page without those within another one to the same place, whose areas it has as well.

    Args:
        page: its box.
        links: all that the engine found in it.
    """
    found = {id(_placed(link[3])): link for link in links}
    pending: list[tuple[Any, int]] = [(page, 0)]
    while pending:
        box, outer = pending.pop()
        box = _placed(box)
        if link := found.get(id(box)):
            if outer and _is_part(link, found[outer]):
                kind, target, area, holder = found[outer]
                found[outer] = kind, target, _around(area, found.pop(id(box))[2]), holder
            else:
                outer = id(box)
        pending += [(child, outer) for child in box.all_children()]
    return list(found.values())


def _placed(box: Any) -> Any:
    """The box itself, where another one stands for it: that of an element with a place of its own."""
    return getattr(box, "_box", box)


def _is_part(link: Link, outer: Link) -> bool:
    """Whether a link within another one leads to the same place, and touches it or is all that there is of it."""
    (left, top, right, bottom), (start, above, end, below) = link[2], outer[2]
    touches = left <= end and right >= start and top <= below and bottom >= above
    return link[:2] == outer[:2] and (touches or _is_empty(outer[2]))


def _is_empty(area: Rectangle) -> bool:
    return area[0] >= area[2] or area[1] >= area[3]


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    """The area of both; of an empty one, as where all that is in it floats, there is none."""
    if _is_empty(one):
        return other
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
