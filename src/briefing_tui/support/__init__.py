"""What several layers need: whole-file writes, YAML, the user's folders, other programs."""

from __future__ import annotations

from . import atomic, locations, processes, yaml
from .locations import Locations, workspace_key

__all__ = ["Locations", "atomic", "locations", "processes", "workspace_key", "yaml"]
