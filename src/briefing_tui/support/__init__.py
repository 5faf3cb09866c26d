"""What several layers need: whole-file writes, YAML, the user's folders, other programs."""

from __future__ import annotations

from .locations import Locations, readable, workspace_key

__all__ = ["Locations", "readable", "workspace_key"]
