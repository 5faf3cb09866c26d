"""The application service: what both faces of the program call, and nothing above it."""

from __future__ import annotations

from .briefs import BriefHead
from .corpus import ThemeCount
from .places import Places, find, make
from .workspace import Workspace

__all__ = ["BriefHead", "Places", "ThemeCount", "Workspace", "find", "make"]
