"""The terminal app. `run` is all that others need of it."""

from __future__ import annotations

from .app import BriefingApp
from .run import run

__all__ = ["BriefingApp", "run"]
