"""Words for numbers."""

from __future__ import annotations

from ..model.naming import count

__all__ = ["count"]
