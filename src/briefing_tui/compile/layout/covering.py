"""What hides a text on a page: what is painted over it, and what it stands on.

What covers half of a line's height hides it, be it one thing or several together; and so does what lies below it and
has its colour, whatever it is: the ground of a column, a rule between columns, a border. A thick line through words and
what one picture covers of another are not looked at.
Works on the boxes that it is given and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from .paints import WIDTH, Painted, all_painted, common
from .visible import CONTRAST, WHITE, Area, alpha, contrast, over

_SHARE = 0.5
"""Of a line's height; what covers less leaves words that can be read."""
_CROSSED = 1 / 3
"""The same of the height of letters, where other letters stand across them."""
_BAND, _BANDS = 16, 1000
"""Pixels of a band of the page, and the bands that a page may have."""
_ROWS = (0.3, 0.5, 0.7)
"""Where in the height of its letters it is looked what a text stands on."""
_PLAIN = 3.0
"""Contrast from which on nothing else is asked of what a text stands on."""


def covered(page: Any) -> frozenset[int]:
    """The texts of a page on which something else is painted, or that stand on their own colour: ids of their boxes."""
    painted = list(all_painted(page))
    rows = _rows(painted)
    texts = (p for p in painted if p.text is not None)
    return frozenset(id(t.text) for t in texts if _is_hidden(t, rows))


def _is_hidden(text: Painted, rows: Mapping[int, list[Painted]]) -> bool:
    near = {id(one): one for row in _bands(text.area) for one in rows.get(row, ()) if _touch(one.area, text.area)}
    above = [one for one in near.values() if one.order > text.order]
    if any(_lies_on(one, text) and _dims(one, text) for one in above):
        return True
    areas = [common(one.area, text.area) for one in above if one.text is None and _dims(one, text)]
    return _overlap_together(areas, text.area) or _sinks(text, [o for o in near.values() if o.order < text.order])


def _dims(cover: Painted, text: Painted) -> bool:
    """Whether words below something cannot be read through it."""
    if cover.colour is None:
        return cover.opacity >= _SHARE
    words = over(text.colour, WHITE, text.opacity)
    return contrast(over(cover.colour, words, cover.opacity), over(cover.colour, WHITE, cover.opacity)) < CONTRAST


def _sinks(text: Painted, below: Sequence[Painted]) -> bool:
    """Whether letters of a text do not stand apart from what is painted below them."""
    grounds = sorted((one for one in below if one.text is None), key=lambda one: one.order)
    if not any(_might_swallow(one, text) for one in grounds):
        return False
    left, top, right, bottom = text.letters
    wide, enough, step = 0.0, min(WIDTH, right - left), WIDTH / 4
    known: dict[tuple[int, ...], bool] = {}
    for x in range(int((right - left) / step)):
        sunk = 0
        for share in _ROWS:
            at = (left + (x + 0.5) * step, top + share * (bottom - top))
            under = tuple(n for n, one in enumerate(grounds) if _holds(one.area, at))
            if under not in known:
                known[under] = _is_swallowed(text, [grounds[n] for n in under])
            sunk += known[under]
        wide = wide + step if 2 * sunk > len(_ROWS) else 0.0
        if wide >= enough > 0:
            return True
    return False


def _might_swallow(ground: Painted, text: Painted) -> bool:
    """Whether it has to be looked at which part of it a text stands on."""
    if ground.colour is None or ground.opacity < 1 or alpha(ground.colour) < 1:
        return True
    colour = over(ground.colour, WHITE, 1.0)
    return contrast(over(text.colour, colour, text.opacity), colour) < _PLAIN


def _is_swallowed(text: Painted, grounds: Sequence[Painted]) -> bool:
    """Whether a text has the colour of things that lie on each other, the last above; a picture may have any."""
    colour = WHITE
    for n, one in enumerate(grounds):
        if one.colour is None:
            after = grounds[n + 1 :]
            return one.opacity > 0 and not any(o.opacity == 1 and o.colour and alpha(o.colour) == 1 for o in after)
        colour = over(one.colour, colour, one.opacity)
    return contrast(over(text.colour, colour, text.opacity), colour) < CONTRAST


def _holds(area: Area, at: tuple[float, float]) -> bool:
    return area[0] <= at[0] < area[2] and area[1] <= at[1] < area[3]


def _rows(painted: list[Painted]) -> Mapping[int, list[Painted]]:
    """What may cover something, by the bands of the page that it reaches."""
    rows: dict[int, list[Painted]] = {}
    for one in painted:
        for row in _bands(one.area) if one.text is None or one.text.text.strip() else ():
            rows.setdefault(row, []).append(one)
    return rows


def _bands(area: Area) -> range:
    top, bottom = (max(0, min(int(y // _BAND), _BANDS)) for y in area[1::2])
    return range(top, bottom + 1)


def _touch(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _overlap_together(covers: Sequence[Area], text: Area) -> bool:
    """Whether some areas within a line hide a letter of it together, that do not each by itself."""
    wide, enough = 0.0, min(WIDTH, text[2] - text[0])
    for left, right in pairwise(sorted({x for area in covers for x in area[::2]})):
        down = _height([area for area in covers if area[0] <= left and right <= area[2]])
        wide = wide + right - left if down >= _SHARE * (text[3] - text[1]) else 0.0
        if wide >= enough:
            return True
    return False


def _height(areas: Sequence[Area]) -> float:
    """How high some areas are together, what they have in common counted once."""
    height, reached = 0.0, float("-inf")
    for top, bottom in sorted(area[1::2] for area in areas):
        height += max(0.0, bottom - max(top, reached))
        reached = max(reached, bottom)
    return height


def _lies_on(cover: Painted, text: Painted) -> bool:
    """Whether something takes letters of a text away by itself."""
    if cover.text is None:
        return _overlap(cover.area, text.area, _SHARE)
    return _overlap(cover.letters, text.letters, _CROSSED)


def _overlap(cover: Area, text: Area, share: float) -> bool:
    across = min(cover[2], text[2]) - max(cover[0], text[0])
    down = min(cover[3], text[3]) - max(cover[1], text[1])
    return across >= min(WIDTH, text[2] - text[0]) > 0 and down >= share * (text[3] - text[1]) > 0
