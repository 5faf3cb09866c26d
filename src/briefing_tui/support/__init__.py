"""What several layers need: whole-file writes, YAML, the user's folders, other programs."""

from __future__ import annotations

from .locations import Locations, workspace_key

__all__ = ["Locations", "workspace_key"]
