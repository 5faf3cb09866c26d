"""The application service: what both faces of the program call, and nothing above it.

What needs more than a list does is looked up when it is first used: the first paint imports none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..support.lazy import found_later
from .corpus import ThemeCount
from .places import FIRST_BRIEF, Places, find, make
from .workspace import Workspace

if TYPE_CHECKING:
    from .brief_heads import BriefHead
    from .doctor import examine
    from .pinning import checked_span, find_quote, paragraph_span
    from .steps import Edited
    from .watching import EVERYTHING, Changes, Watching

__all__ = [
    "EVERYTHING",
    "FIRST_BRIEF",
    "BriefHead",
    "Changes",
    "Edited",
    "Places",
    "ThemeCount",
    "Watching",
    "Workspace",
    "checked_span",
    "examine",
    "find",
    "find_quote",
    "make",
    "paragraph_span",
]

_HOMES = {
    "EVERYTHING": "watching",
    "BriefHead": "brief_heads",
    "Changes": "watching",
    "Edited": "steps",
    "Watching": "watching",
    "checked_span": "pinning",
    "examine": "doctor",
    "find_quote": "pinning",
    "paragraph_span": "pinning",
}

__getattr__ = found_later(__name__, _HOMES)
