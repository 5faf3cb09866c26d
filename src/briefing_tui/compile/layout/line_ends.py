"""Spaces at the ends of lines: they take no room, neither where a line is cut nor where it stands.

CSS Text (4.1.3) takes such a space away. Pango does not count it, the engine does where an element follows: the one
finds no place to cut a text that ends with one at, and the other then looks for the first. Where the engine takes it
away, in lines from the right or with words from there, it moves the wrong ones of the rest. Works on what it is given
and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import inf
from typing import Any

from briefing_tui.compile.layout.shortcuts import parameters

CUT = "split_first_line"
"""The function of the engine that says how much of a text fits into a line."""
CUTS = ("text", "style", "context", "max_width", "justification_spacing", "is_line_start", "minimum")
"""What it is asked with. The third of what it answers is where the next line begins, the fourth the width of this."""
TAKEN = "remove_last_whitespace"
"""The function of the engine that takes the spaces away at the end of a line, and what it is called with."""
TAKEN_FROM = ("context", "line")
SET = "split_text_box"
"""The function of the engine that sets a text anew, and what it is called with."""
SET_OF = ("context", "box", "available_width", "skip", "is_line_start")
_LINES = ("LineBox", "InlineBox")
_COLLAPSES = ("normal", "pre-line")
"""How white space is treated where a line may be broken and the spaces at its end are taken away."""


def hang_last_spaces(module: Any) -> None:
    """Let a text that fits into a line but for its last space be one line, or be cut at its last place.

    Args:
        module: of the engine, the one that sets lines; one that cuts in another way is left as it is.
    """
    cut: Callable[..., Any] | None = getattr(module, CUT, None)
    if cut is None or parameters(cut) != CUTS:
        return

    def cut_but_for_spaces(text: str, style: Any, context: Any, room: float | None, *args: Any, **options: Any) -> Any:
        line = cut(text, style, context, room, *args, **options)
        if room is None or not text[-1:].isspace() or style["white_space"] not in _COLLAPSES:
            return line
        goes_on = text.rstrip(" ")[-1:].isspace()
        if not _is_cut_early(text, line[2]) and not (goes_on and line[2] is None and line[3] > room):
            return line
        whole, words = (cut(said, style, context, inf, *args, **options) for said in (text, text.rstrip()))
        if not goes_on:
            return whole if words[3] <= room else line
        # A no-break space is not taken away: it goes with what follows, and so does the word before it.
        if words[3] > room:
            return cut(text.rstrip(), style, context, room, *args, **options)
        return cut(text, style, context, room - (whole[3] - words[3]), *args, **options)

    setattr(module, CUT, cut_but_for_spaces)


def _is_cut_early(text: str, resumes: int | None) -> bool:
    """Whether a text of several words is cut within the first, or behind it."""
    if resumes is None:
        return False
    kept = text.encode()[:resumes].decode(errors="ignore").strip()
    return " " not in kept and len(kept) < len(text.strip())


def close_up(module: Any) -> None:
    """Let nothing of a line stand apart, or leave its column, for a space that is taken away at its end.

    The last text of a line is on the left of what is set from the right: what is there as well moves up to it. The
    engine instead moves all of a line whose last text runs from the right, which it goes on to draw with the space, on
    its left, and nothing of any other.

    Args:
        module: of the engine, the one that sets lines; one that does it in another way is left as it is.
    """
    take: Callable[..., Any] | None = getattr(module, TAKEN, None)
    set_anew: Callable[..., Any] | None = getattr(module, SET, None)
    if take is None or parameters(take) != TAKEN_FROM or set_anew is None or parameters(set_anew) != SET_OF:
        return

    def take_and_close_up(inside: Any, row: Any) -> None:  # called otherwise than the engine's: put in its place once
        boxes = _to_the_last(row)
        text = boxes[-1]
        if not hasattr(text, "text"):
            take(inside, row)
            return
        width, stood = text.width, text.position_x
        take(inside, row)
        space, moved = width - text.width, text.position_x - stood
        if moved and text.text:
            text.pango_layout = set_anew(inside, text, None, 0)[0].pango_layout
        for child in row.children if moved else ():
            child.translate(dx=-moved, ignore_floats=True)
        for parent, last in pairwise(boxes):
            for child in parent.children if parent.style["direction"] == "rtl" else ():
                if child is not last and child.is_in_normal_flow():
                    child.translate(dx=-space, ignore_floats=True)

    setattr(module, TAKEN, take_and_close_up)


def _to_the_last(line: Any) -> list[Any]:
    """A line, what stands last in it, what stands last in that, to the last text."""
    boxes = [line]
    while type(boxes[-1]).__name__ in _LINES and boxes[-1].children:
        boxes.append(boxes[-1].children[-1])
    return boxes
