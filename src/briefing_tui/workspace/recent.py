"""The workspaces that were open lately."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from ..errors import StorageError
from ..support import atomic
from ..support.locations import Locations

KEPT = 9


def workspaces(locations: Locations | None = None) -> list[Path]:
    """Folders that are still there, the last one first."""
    try:
        listed = json.loads(_file(locations).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    paths = [Path(p) for p in listed if isinstance(p, str)] if isinstance(listed, list) else []
    return [p for p in paths if (p / "corpus").is_dir()]


def remember(root: Path, locations: Locations | None = None) -> None:
    """Put a workspace first; where that cannot be written down, nothing happens."""
    listed = [root, *(p for p in workspaces(locations) if p != root)][:KEPT]
    with suppress(OSError, StorageError):
        file = _file(locations)
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write_text(file, json.dumps([str(p) for p in listed]))


def _file(locations: Locations | None) -> Path:
    return (locations or Locations.default()).state / "recent.json"
