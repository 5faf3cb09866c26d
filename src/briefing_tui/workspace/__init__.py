"""The application service: what both faces of the program call, and nothing above it.

What needs more than a list does is looked up when it is first used: the first paint imports none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..support.lazy import found_later
from .articles.corpus import ThemeCount
from .places import FIRST_BRIEF, Places, find, make
from .workspace import Workspace

if TYPE_CHECKING:
    from .articles.watching import EVERYTHING, Changes, Watching
    from .doctor import examine
    from .drafting.brief_heads import BriefHead
    from .drafting.pinning import checked_span, find_quote, paragraph_span
    from .drafting.steps import Edited

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
    "EVERYTHING": "articles.watching",
    "BriefHead": "drafting.brief_heads",
    "Changes": "articles.watching",
    "Edited": "drafting.steps",
    "Watching": "articles.watching",
    "checked_span": "drafting.pinning",
    "examine": "doctor",
    "find_quote": "drafting.pinning",
    "paragraph_span": "drafting.pinning",
}

__getattr__ = found_later(__name__, _HOMES)
