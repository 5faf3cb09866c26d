"""Where a text that ends with a space is cut, if it fits into its line but for that: not behind its first word.

A space at the end of a line takes no room (CSS Text, 4.1.3). Pango does not count it, the engine does where an element
follows: the one finds no place to cut such a text at, and the other then looks for the first. Works on what it is given
and imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Any

from briefing_tui.compile.layout.shortcuts import parameters

CUT = "split_first_line"
"""The function of the engine that says how much of a text fits into a line."""
CUTS = ("text", "style", "context", "max_width", "justification_spacing", "is_line_start", "minimum")
"""What it is asked with. The third of what it answers is where the next line begins, the fourth the width of this."""
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
        if room is None or not text[-1:].isspace() or not _may_be_cut_early(text, line[2], style):
            return line
        whole, words = (cut(said, style, context, inf, *args, **options) for said in (text, text.rstrip()))
        if not text.rstrip(" ")[-1:].isspace():
            return whole if words[3] <= room else line
        # A no-break space is not taken away: it goes with what follows, and so does the word before it.
        return cut(text, style, context, room - (whole[3] - words[3]), *args, **options)

    setattr(module, CUT, cut_but_for_spaces)


def _may_be_cut_early(text: str, resumes: int | None, style: Any) -> bool:
    """Whether a text of several words is cut within the first, or behind it."""
    if resumes is None or style["white_space"] not in _COLLAPSES:
        return False
    kept = text.encode()[:resumes].decode(errors="ignore").strip()
    return " " not in kept and len(kept) < len(text.strip())
